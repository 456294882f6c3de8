/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-setting-row.h"

#include "pz-environment.h"

G_BEGIN_DECLS

/* What somebody prefers in all classes. Signal: "changed" (char *key). */
#define PZ_TYPE_PREFERENCES_WINDOW (pz_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (PzPreferencesWindow, pz_preferences_window, PZ, PREFERENCES_WINDOW, AdwWindow)

GtkWidget    *pz_preferences_window_new     (PzEnvironment       *environment);
PzSettingRow *pz_preferences_window_get_row (PzPreferencesWindow *self,
                                             const char          *key);

G_END_DECLS
