/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-sync-keeper.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Everything that is set for a class, on pages. */
#define PZ_TYPE_CLASS_SETTINGS_WINDOW (pz_class_settings_window_get_type ())
G_DECLARE_FINAL_TYPE (PzClassSettingsWindow, pz_class_settings_window, PZ, CLASS_SETTINGS_WINDOW, AdwWindow)

GtkWidget  *pz_class_settings_window_new      (PzClassroom           *classroom);
void        pz_class_settings_window_add_sync (PzClassSettingsWindow *self,
                                               PzSyncKeeper          *keeper);
GtkWidget  *pz_class_settings_window_show     (PzClassSettingsWindow *self,
                                               const char            *page);
guint       pz_class_settings_window_get_n    (void);
const char *pz_class_settings_window_get_name (guint                  page);

G_END_DECLS
