/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-solver.h"

G_BEGIN_DECLS

#define PZ_GROUP_MAX_ROUNDS 50

/**
 * PzGroupRounds:
 * @n_rounds: 1 to %PZ_GROUP_MAX_ROUNDS, with those that are locked
 * @n_locked: rounds that stay as they are: the first ones
 * @locked: (nullable) (array): n_locked x n numbers of groups
 * @past: (nullable) (array): n x n: what is left of earlier meetings, such as pz_group_history_get_memory()
 * @weight: what the square of the meetings of two costs, against the criteria of the problem, which count in each round
 *
 * What to plan.
 */
typedef struct
{
  guint n_rounds;
  guint n_locked;
  const guint *locked;
  const double *past;
  double weight;
} PzGroupRounds;

/**
 * PzGroupRotation:
 * @groups: (array): n_rounds x n numbers of groups
 * @n: learners
 * @n_rounds: rounds
 * @repeats: meetings of two who met in an earlier round
 * @repeats_floor: by counting there cannot be fewer; fewer than it may not be possible either
 * @squares: sum over each two of the square of their meetings
 * @squares_floor: the least by counting
 * @most: how often two meet at most
 * @broken: how often a rule is broken, in all rounds
 * @cancelled: ended early
 * @evaluations: swaps looked at
 *
 * Several rounds of groups, planned together.
 */
typedef struct
{
  guint *groups;
  guint n;
  guint n_rounds;
  guint repeats;
  guint repeats_floor;
  guint64 squares;
  guint64 squares_floor;
  guint most;
  gint64 broken;
  gboolean cancelled;
  guint64 evaluations;
} PzGroupRotation;

PzGroupRotation *pz_group_rotation_run  (const PzGroupProblem *problem,
                                         const PzGroupRounds  *rounds,
                                         const PzGroupWork    *work,
                                         GError              **error);
void             pz_group_rotation_free (PzGroupRotation      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupRotation, pz_group_rotation_free)

G_END_DECLS
