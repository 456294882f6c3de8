/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What was changed in a class, or for one learner: by day, the newest first, with a way back to an earlier value. */
#define PZ_TYPE_HISTORY_WINDOW (pz_history_window_get_type ())
G_DECLARE_FINAL_TYPE (PzHistoryWindow, pz_history_window, PZ, HISTORY_WINDOW, AdwWindow)

GtkWidget  *pz_history_window_new         (PzClassroom     *classroom,
                                           const char      *learner);
const char *pz_history_window_get_page    (PzHistoryWindow *self);
guint       pz_history_window_get_n_shown (PzHistoryWindow *self);
void        pz_history_window_set_field   (PzHistoryWindow *self,
                                           const char      *field);

G_END_DECLS
