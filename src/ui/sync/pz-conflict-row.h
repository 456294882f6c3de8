/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-conflict-list.h"
#include "pz-device-names.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One decision: what it is about, and its values as cards of which one is chosen. Long texts can be put together. */
#define PZ_TYPE_CONFLICT_ROW (pz_conflict_row_get_type ())
G_DECLARE_FINAL_TYPE (PzConflictRow, pz_conflict_row, PZ, CONFLICT_ROW, GtkBox)

GtkWidget *pz_conflict_row_new        (PzClassroom         *classroom,
                                       GPtrArray           *conflicts,
                                       guint                i,
                                       const PzDeviceNames *names);
gboolean   pz_conflict_row_get_choice (PzConflictRow       *self,
                                       PzConflictChoice    *choice,
                                       GError             **error);
void       pz_conflict_row_choose     (PzConflictRow       *self,
                                       guint                value);
void       pz_conflict_row_merge      (PzConflictRow       *self);
gboolean   pz_conflict_row_is_merged  (PzConflictRow       *self);
void       pz_conflict_row_focus      (PzConflictRow       *self);

G_END_DECLS
