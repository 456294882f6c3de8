/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* All that waits for a decision in a class, with the values to choose from. */
#define PZ_TYPE_CONFLICT_DIALOG (pz_conflict_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PzConflictDialog, pz_conflict_dialog, PZ, CONFLICT_DIALOG, AdwWindow)

GtkWidget  *pz_conflict_dialog_new         (PzClassroom      *classroom,
                                            const char       *record,
                                            const char       *field);
guint       pz_conflict_dialog_get_n_shown (PzConflictDialog *self);
const char *pz_conflict_dialog_get_page    (PzConflictDialog *self);
gboolean    pz_conflict_dialog_keep        (PzConflictDialog *self);

G_END_DECLS
