/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Marks the days a learner is away, or changes them. */
#define PZ_TYPE_ABSENCE_DIALOG (pz_absence_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PzAbsenceDialog, pz_absence_dialog, PZ, ABSENCE_DIALOG, AdwWindow)

GtkWidget *pz_absence_dialog_new  (PzClassroom     *classroom,
                                   PzDocument      *learner,
                                   PzRecord        *absence);
void       pz_absence_dialog_save (PzAbsenceDialog *self);

G_END_DECLS
