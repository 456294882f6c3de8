/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Closed days to add: the first and the last of them, each in a calendar. */
#define PZ_TYPE_CLOSED_DAYS_DIALOG (pz_closed_days_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PzClosedDaysDialog, pz_closed_days_dialog, PZ, CLOSED_DAYS_DIALOG, AdwWindow)

GtkWidget *pz_closed_days_dialog_new      (PzClassroom        *classroom);
void       pz_closed_days_dialog_set_days (PzClosedDaysDialog *self,
                                           const char         *first,
                                           const char         *last);
void       pz_closed_days_dialog_accept   (PzClosedDaysDialog *self);

G_END_DECLS
