/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-activity-edit.h"
#include "pz-group-role-history.h"

G_BEGIN_DECLS

/* Gives the members of groups their roles. These edits change the document; who calls saves it. */
guint pz_group_role_share     (PzDocument               *activity,
                               const PzGroupRoleHistory *history,
                               const char * const       *roles);
GStrv pz_group_role_dup_given (PzDocument               *activity);

G_END_DECLS
