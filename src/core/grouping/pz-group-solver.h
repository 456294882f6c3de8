/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-problem.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Budgets, in swaps looked at one by one. Where many are looked at at once, above PZ_GROUP_CLASS_SIZE learners, 32 count as
 * one, so that a budget takes about the same time; up to three times that where values and numbers are compared, too. */
#define PZ_GROUP_CLASS_SIZE 64
#define PZ_GROUP_QUICK 2000000u
#define PZ_GROUP_NORMAL 20000000u
#define PZ_GROUP_THOROUGH 200000000u

/**
 * PzGroupProgress:
 * @groups: (array): the best grouping so far, valid during the call
 * @total: its total
 * @done: share of the budget that is used, 0 to 1
 * @user_data: as given
 *
 * Called now and then in the thread of the search.
 */
typedef void (*PzGroupProgress) (const guint *groups,
                                 gint64       total,
                                 double       done,
                                 gpointer     user_data);

/**
 * PzGroupWork:
 * @seed: the result follows from problem, seed and budget alone
 * @budget: how much to look at, such as %PZ_GROUP_NORMAL
 * @cancellable: (nullable): ends the search with what was found so far
 * @progress: (nullable): is told about it
 * @user_data: for @progress
 *
 * How to search.
 */
typedef struct
{
  guint64 seed;
  guint64 budget;
  GCancellable *cancellable;
  PzGroupProgress progress;
  gpointer user_data;
} PzGroupWork;

/**
 * PzGroupResult:
 * @groups: (array): a group per learner
 * @n: learners
 * @total: in %PZ_GROUP_UNIT, see pz_group_problem_get_total()
 * @broken: how often a rule is broken; 0 unless no grouping that keeps all rules was found
 * @cancelled: the search was ended early
 * @evaluations: of the budget
 * @swaps: looked at
 *
 * A grouping that was found.
 */
typedef struct
{
  guint *groups;
  guint n;
  gint64 total;
  gint64 broken;
  gboolean cancelled;
  guint64 evaluations;
  guint64 swaps;
} PzGroupResult;

PzGroupResult *pz_group_solver_run  (const PzGroupProblem *problem,
                                     const PzGroupWork    *work,
                                     GError              **error);
void           pz_group_result_free (PzGroupResult        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupResult, pz_group_result_free)

G_END_DECLS
