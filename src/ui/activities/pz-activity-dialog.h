/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-form.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is planned for an activity, the name of a group, or what was seen of a learner in it: fields to fill in. Signal:
 * "saved" with the id of the activity. */
#define PZ_TYPE_ACTIVITY_DIALOG (pz_activity_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PzActivityDialog, pz_activity_dialog, PZ, ACTIVITY_DIALOG, AdwWindow)

GtkWidget *pz_activity_dialog_new       (PzClassroom      *classroom,
                                         PzDocument       *document,
                                         PzRecord         *record);
PzRecord  *pz_activity_dialog_get_draft (PzActivityDialog *self);
PzForm    *pz_activity_dialog_get_form  (PzActivityDialog *self);
void       pz_activity_dialog_save      (PzActivityDialog *self);

G_END_DECLS
