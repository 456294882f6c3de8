/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-template.h"

G_BEGIN_DECLS

/* Most days a template may count. */
#define PZ_GOAL_TEMPLATE_MAX_DAYS 3660
#define PZ_GOAL_TEMPLATE_N_FIELDS 9

/* The fields of a goal that a template keeps, in the order of its text. */
extern const guint pz_goal_template_fields[PZ_GOAL_TEMPLATE_N_FIELDS];

G_END_DECLS
