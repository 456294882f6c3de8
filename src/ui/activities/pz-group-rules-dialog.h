/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-group-settings.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Which learners of an activity are kept together, or apart. What is added or taken away goes into the document at once. */
#define PZ_TYPE_GROUP_RULES_DIALOG (pz_group_rules_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PzGroupRulesDialog, pz_group_rules_dialog, PZ, GROUP_RULES_DIALOG, AdwWindow)

GtkWidget *pz_group_rules_dialog_new (PzClassroom        *classroom,
                                      PzDocument         *activity,
                                      PzGroupWishKind     kind);
void       pz_group_rules_dialog_add (PzGroupRulesDialog *self,
                                      const char         *a,
                                      const char         *b);

G_END_DECLS
