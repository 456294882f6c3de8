/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The frameworks of competencies of a class: the list of them, or the standards of one with who works at what.
 * Signals: "open-learner" (const char *id): the window closes itself; "imported" (PzClassroom *classroom,
 * const char *message): a roster was chosen where a framework was asked for, and imported. */
#define PZ_TYPE_FRAMEWORKS_WINDOW (pz_frameworks_window_get_type ())
G_DECLARE_FINAL_TYPE (PzFrameworksWindow, pz_frameworks_window, PZ, FRAMEWORKS_WINDOW, AdwWindow)

/* id: the framework to show; NULL: the only one, or the list */
GtkWidget  *pz_frameworks_window_new           (PzClassroom        *classroom,
                                                const char         *id);
void        pz_frameworks_window_import_file   (PzFrameworksWindow *self,
                                                GFile              *file);
void        pz_frameworks_window_select        (PzFrameworksWindow *self,
                                                const char         *standard);
const char *pz_frameworks_window_get_framework (PzFrameworksWindow *self);
char       *pz_frameworks_window_dup_standard  (PzFrameworksWindow *self);
gboolean    pz_frameworks_window_is_ready      (PzFrameworksWindow *self);
const char *pz_frameworks_window_get_page      (PzFrameworksWindow *self);

G_END_DECLS
