/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-account.h"

G_BEGIN_DECLS

double pz_group_formation_get_percent (const PzGroupFormation *self,
                                       guint                   criterion,
                                       double                  value);
char  *pz_group_formation_dup_label   (const PzGroupFormation *self,
                                       guint                   criterion);
void   pz_group_account_add_prices    (PzGroupAccount         *self,
                                       const PzGroupFormation *formation,
                                       GCancellable           *cancellable);
void   pz_group_account_add_notes     (PzGroupAccount         *self,
                                       const PzGroupFormation *formation,
                                       GCancellable           *cancellable);

G_END_DECLS
