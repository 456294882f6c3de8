/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-solver.h"

#include "pz-error.h"
#include "pz-group-rules.h"
#include "pz-group-run-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Swaps between two looks at the caller: half a millisecond. */
#define LOOK_EVERY 16384

/* Asks whether to go on, and tells how far it is. */
void
pz_group_run_look (PzGroupRun *self)
{
  const PzGroupWork *work = self->work;

  self->next_look = self->evaluations + LOOK_EVERY;
  self->cancelled |= g_cancellable_is_cancelled (work->cancellable);
  if (work->progress != NULL && self->best_total < G_MAXINT64)
    work->progress (self->best, self->best_total, MIN (1, (double) self->evaluations / (double) MAX (work->budget, 1)),
                    work->user_data);
}

/* Keeps the grouping when it is the best so far; the first is told at once. */
void
pz_group_run_note (PzGroupRun  *self,
                   const guint *groups,
                   gint64       total)
{
  gboolean first = self->best_total == G_MAXINT64;

  if (total >= self->best_total)
    return;
  self->best_total = total;
  memcpy (self->best, groups, sizeof (guint) * self->problem->n);
  if (first)
    pz_group_run_look (self);
}

static PzGroupResult *
take_result (PzGroupRun *run)
{
  PzGroupResult *result = g_new0 (PzGroupResult, 1);

  result->n = run->problem->n;
  result->groups = g_steal_pointer (&run->best);
  result->total = run->best_total;
  result->cancelled = run->cancelled;
  result->evaluations = run->evaluations;
  result->swaps = run->swaps;
  /* every rule and every number anew: what is said of a grouping does not rest on the sums of the search */
  g_assert (pz_group_problem_get_total (run->problem, result->groups) == result->total);
  result->broken = pz_group_problem_count_broken (run->problem, result->groups);
  return result;
}

/**
 * pz_group_solver_run:
 * @problem: a problem
 * @work: how to search
 * @error: %PZ_ERROR_INVALID when pz_group_rules_check() finds something, or nobody found a place for everybody
 *
 * Looks for the grouping with the least total. Works in any thread; the result follows from @problem, seed and budget
 * alone, unless it is cancelled.
 *
 * Returns: (transfer full): the best found, also when cancelled, or %NULL
 */
PzGroupResult *
pz_group_solver_run (const PzGroupProblem  *problem,
                     const PzGroupWork     *work,
                     GError               **error)
{
  g_autoptr(GPtrArray) findings = NULL;
  PzGroupRun run = { problem, work };
  PzGroupResult *result = NULL;

  g_return_val_if_fail (problem != NULL && work != NULL, NULL);

  findings = pz_group_rules_check (problem);
  run.best = g_new0 (guint, problem->n);
  run.best_total = G_MAXINT64;
  pz_random_init (&run.random, work->seed);
  if (findings->len == 0 && problem->n <= PZ_GROUP_CLASS_SIZE)
    pz_group_search_run (&run);
  else if (findings->len == 0)
    pz_group_anneal_run (&run);
  if (run.best_total < G_MAXINT64)
    result = take_result (&run);
  else
    g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID, _("No groups keep all the rules."));
  g_free (run.best);
  return result;
}

/**
 * pz_group_result_free:
 * @self: (transfer full): a result
 *
 * Ends it.
 */
void
pz_group_result_free (PzGroupResult *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->groups);
  g_free (self);
}
