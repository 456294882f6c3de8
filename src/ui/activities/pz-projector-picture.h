/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-cards.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Group cards in letters as large as the window allows. Signal: "paged" when another page is shown, or there are more or
 * fewer of them. */
#define PZ_TYPE_PROJECTOR_PICTURE (pz_projector_picture_get_type ())
G_DECLARE_FINAL_TYPE (PzProjectorPicture, pz_projector_picture, PZ, PROJECTOR_PICTURE, GtkWidget)

GtkWidget *pz_projector_picture_new         (void);
void       pz_projector_picture_set_cards   (PzProjectorPicture *self,
                                             PzGroupCards       *cards);
guint      pz_projector_picture_get_page    (PzProjectorPicture *self);
guint      pz_projector_picture_get_n_pages (PzProjectorPicture *self);
void       pz_projector_picture_set_page    (PzProjectorPicture *self,
                                             guint               page);

G_END_DECLS
