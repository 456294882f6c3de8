/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The deleted learners of a class: each can come back, or go for good. */
#define PZ_TYPE_TRASH_WINDOW (pz_trash_window_get_type ())
G_DECLARE_FINAL_TYPE (PzTrashWindow, pz_trash_window, PZ, TRASH_WINDOW, AdwWindow)

GtkWidget *pz_trash_window_new         (PzClassroom   *classroom);
gboolean   pz_trash_window_restore     (PzTrashWindow *self,
                                        const char    *id);
guint      pz_trash_window_get_n_shown (PzTrashWindow *self);

G_END_DECLS
