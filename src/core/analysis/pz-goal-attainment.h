/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-refusal.h"

G_BEGIN_DECLS

/* Goal attainment levels go from -2 to 2; 0 is what was expected. */
#define PZ_GOAL_ATTAINMENT_LEAST    (-2)
#define PZ_GOAL_ATTAINMENT_N_LEVELS 5
/* The usual correlation between the goals of one learner (Kiresuk and Sherman 1968). */
#define PZ_GOAL_ATTAINMENT_RHO 0.3

/**
 * PzGoalAttainment:
 * @refusal: why there is no T; @counts then still counts
 * @t: 50 when all was as expected; about 10 for each level of one goal
 * @median: the middle level: levels have an order, but no distance
 * @n: how many goals are rated
 * @counts: how many at each level, from -2 to 2
 *
 * T is never shown without @median and @counts, and learners are never compared by it.
 */
typedef struct
{
  PzRefusal refusal;
  double t;
  double median;
  guint n;
  guint counts[PZ_GOAL_ATTAINMENT_N_LEVELS];
} PzGoalAttainment;

void pz_goal_attainment_score (const double     *levels,
                               const double     *weights,
                               gsize             n,
                               double            rho,
                               PzGoalAttainment *attainment);

G_END_DECLS
