/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a look at every file of a class found, and what to do about it. */
#define PZ_TYPE_CHECK_WINDOW (pz_check_window_get_type ())
G_DECLARE_FINAL_TYPE (PzCheckWindow, pz_check_window, PZ, CHECK_WINDOW, AdwWindow)

GtkWidget  *pz_check_window_new         (PzClassroom   *classroom);
const char *pz_check_window_get_page    (PzCheckWindow *self);
guint       pz_check_window_get_n_shown (PzCheckWindow *self);

G_END_DECLS
