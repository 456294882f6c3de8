/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-quick-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Quick entry: letters of a name, what, a number or a sentence, Enter; it stays open for the next. */
#define PZ_TYPE_QUICK_ENTRY_WINDOW (pz_quick_entry_window_get_type ())
G_DECLARE_FINAL_TYPE (PzQuickEntryWindow, pz_quick_entry_window, PZ, QUICK_ENTRY_WINDOW, AdwWindow)

GtkWidget      *pz_quick_entry_window_new         (GtkWindow          *parent,
                                                   PzClassroom        *classroom);
PzQuickSession *pz_quick_entry_window_get_session (PzQuickEntryWindow *self);
GtkWidget      *pz_quick_entry_window_get_field   (PzQuickEntryWindow *self);
GtkWidget      *pz_quick_entry_window_get_list    (PzQuickEntryWindow *self);
GtkWidget      *pz_quick_entry_window_get_lines   (PzQuickEntryWindow *self);

G_END_DECLS
