/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Writes a check-in, or changes one. */
#define PZ_TYPE_CHECK_IN_DIALOG (pz_check_in_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PzCheckInDialog, pz_check_in_dialog, PZ, CHECK_IN_DIALOG, AdwWindow)

GtkWidget *pz_check_in_dialog_new  (PzClassroom     *classroom,
                                    PzDocument      *learner,
                                    PzRecord        *check_in);
void       pz_check_in_dialog_save (PzCheckInDialog *self);

G_END_DECLS
