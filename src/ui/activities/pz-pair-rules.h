/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Two buttons: whether two learners are always together, or never. */
#define PZ_TYPE_PAIR_RULES (pz_pair_rules_get_type ())
G_DECLARE_FINAL_TYPE (PzPairRules, pz_pair_rules, PZ, PAIR_RULES, GtkBox)

GtkWidget *pz_pair_rules_new  (PzClassroom *classroom);
void       pz_pair_rules_show (PzPairRules *self,
                               const char  *a,
                               const char  *b);

G_END_DECLS
