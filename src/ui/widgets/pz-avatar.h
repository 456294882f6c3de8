/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A coloured disc with initials. Drawn by hand: a list draws many, and white on these colours reads at 4.5 to 1. */
#define PZ_TYPE_AVATAR (pz_avatar_get_type ())
G_DECLARE_FINAL_TYPE (PzAvatar, pz_avatar, PZ, AVATAR, GtkWidget)

GtkWidget *pz_avatar_new          (int          size);
void       pz_avatar_set_person   (PzAvatar    *self,
                                   const char  *id,
                                   const char  *given_name,
                                   const char  *family_name);
char      *pz_avatar_dup_initials (const char  *given_name,
                                   const char  *family_name);
void       pz_avatar_draw         (GtkSnapshot *snapshot,
                                   GtkWidget   *widget,
                                   const char  *id,
                                   const char  *initials,
                                   float        size);

G_END_DECLS
