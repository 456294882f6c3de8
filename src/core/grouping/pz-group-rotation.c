/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-rotation.h"

#include "pz-error.h"
#include "pz-group-heat-private.h"
#include "pz-group-plan-private.h"
#include "pz-group-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Annealing over all rounds at once: a move swaps two learners in one round. */

/* Of the cost of one meeting squared. */
#define FIRST_HEAT 0.6
#define LAST_HEAT 0.4
/* Swaps of a cycle, for each learner and round; many short cycles find more than a few long ones. */
#define CYCLE 8000
#define N_STEPS 200
#define LOOK_EVERY 1000

typedef struct
{
  PzGroupRun *run;
  const PzGroupRounds *rounds;
  PzGroupPlan *plan;
  PzGroupSearch *search; /* for starts, and for who may move */
  PzGroupHeat heat;
  guint *best;           /* rounds x n */
  gint64 best_total;
  gint64 floor;          /* by counting; nothing is below */
} Rotation;

static void
copy_groups (const Rotation *self,
             guint          *groups)
{
  guint n = self->run->problem->n;

  for (guint r = 0; r < self->rounds->n_rounds; r++)
    memcpy (groups + (gsize) r * n, self->plan->states[r]->group, sizeof (guint) * n);
}

static void
note (Rotation *self)
{
  if (self->plan->total >= self->best_total)
    return;
  self->best_total = self->plan->total;
  copy_groups (self, self->best);
  self->run->best_total = self->best_total;
}

/* locked rounds as they are, the others by chance; FALSE when there is no place for everybody */
static gboolean
start (Rotation *self)
{
  guint n = self->run->problem->n;
  g_autofree guint *groups = g_new0 (guint, (gsize) self->rounds->n_rounds * n);

  for (guint r = 0; r < self->rounds->n_rounds; r++)
    {
      if (r < self->rounds->n_locked)
        memcpy (groups + (gsize) r * n, self->rounds->locked + (gsize) r * n, sizeof (guint) * n);
      else if (pz_group_search_start (self->search))
        memcpy (groups + (gsize) r * n, self->search->state->group, sizeof (guint) * n);
      else
        return FALSE;
    }
  pz_group_plan_set (self->plan, groups);
  note (self);
  return TRUE;
}

/* Seats in rows, a row for each group: in round r the k-th of each row moves on by r x k groups. Without repeats for as
 * many rounds as there are groups when that is a prime number and groups are no larger (a Latin square, Euler 1782). */
static void
shift (Rotation *self)
{
  const PzGroupProblem *problem = self->run->problem;
  guint n = problem->n, m = problem->m;
  g_autofree guint *groups = NULL;

  if (problem->smallest != problem->largest || problem->units->len < n || self->rounds->n_locked > 0)
    return;
  for (guint i = 0; i < n; i++)
    if (problem->pins[i] >= 0)
      return;
  groups = g_new (guint, (gsize) self->rounds->n_rounds * n);
  for (guint r = 0; r < self->rounds->n_rounds; r++)
    for (guint i = 0; i < n; i++)
      groups[(gsize) r * n + i] = (i % m + r * (i / m)) % m;
  pz_group_plan_set (self->plan, groups);
  note (self);
}

static void
try_swap (Rotation *self,
          guint64   drawn,
          gint64    heat)
{
  const GArray *singles = self->search->singles;
  guint n_open = self->rounds->n_rounds - self->rounds->n_locked;
  /* 12 bits for the threshold, 8 for the round, 22 for each learner */
  guint round = self->rounds->n_locked + (guint) (((drawn >> 12 & 0xff) * n_open) >> 8);
  guint i = g_array_index (singles, guint, ((drawn >> 20 & 0x3fffff) * singles->len) >> 22);
  guint j = g_array_index (singles, guint, ((drawn >> 42) * singles->len) >> 22);
  gint64 delta;

  if (self->plan->states[round]->group[i] == self->plan->states[round]->group[j])
    return;
  delta = pz_group_plan_swap_delta (self->plan, round, i, j);
  if (delta <= pz_group_heat_threshold (&self->heat, drawn, heat))
    pz_group_plan_swap (self->plan, round, i, j, delta);
  if (self->plan->total < self->best_total)
    note (self);
}

/* FALSE when the run has to end, or nothing better can be */
static gboolean
cool (Rotation *self,
      guint64   n_swaps)
{
  double heat = FIRST_HEAT * (double) self->plan->weight;
  double factor = pz_group_heat_fall (FIRST_HEAT, LAST_HEAT, N_STEPS);
  guint64 per_step = n_swaps / N_STEPS + 1;

  for (guint step = 0; step < N_STEPS; step++, heat *= factor)
    for (guint64 done = 0; done < per_step; done += LOOK_EVERY)
      {
        guint n = (guint) MIN (per_step - done, LOOK_EVERY);

        for (guint k = 0; k < n; k++)
          try_swap (self, pz_random_next (&self->run->random), (gint64) (heat * PZ_GROUP_HEAT_ONE));
        if (!pz_group_run_count (self->run, n) || self->best_total <= self->floor)
          return FALSE;
      }
  g_assert (self->plan->total == pz_group_plan_get_total (self->plan));
  return TRUE;
}

/* with nothing but meetings, meetings spread evenly are the least there can be */
static gint64
find_floor (Rotation *self)
{
  const PzGroupProblem *problem = self->run->problem;
  PzGroupRotation judged = { self->best, problem->n, self->rounds->n_rounds };

  if (!self->plan->is_plain || self->rounds->past != NULL || problem->flexible)
    return G_MININT64;
  pz_group_plan_judge (problem, &judged);
  return (gint64) judged.squares_floor * self->plan->weight;
}

static gboolean
search (Rotation *self)
{
  guint64 longest = (guint64) CYCLE * self->run->problem->n * self->rounds->n_rounds;
  guint64 n_swaps = MIN (longest, self->run->work->budget / 2);
  gboolean can_move = self->search->singles->len > 1 && self->rounds->n_locked < self->rounds->n_rounds
                      && self->run->problem->m > 1;

  if (!start (self))
    return FALSE;
  shift (self);
  self->floor = find_floor (self);
  while (can_move && self->best_total > self->floor && pz_group_run_count (self->run, 1))
    {
      start (self);
      if (!cool (self, n_swaps))
        break;
    }
  return TRUE;
}

static gboolean
check (const PzGroupProblem  *problem,
       const PzGroupRounds   *rounds,
       GError               **error)
{
  g_autoptr(GPtrArray) findings = pz_group_rules_check (problem);
  gboolean valid = rounds->n_rounds > 0 && rounds->n_rounds <= PZ_GROUP_MAX_ROUNDS && rounds->n_locked <= rounds->n_rounds
                   && (rounds->n_locked == 0 || rounds->locked != NULL) && rounds->weight >= 0 && rounds->weight < 1000;

  for (guint r = 0; r < rounds->n_locked && valid; r++)
    valid = pz_group_problem_is_grouping (problem, rounds->locked + (gsize) r * problem->n);
  if (!valid)
    g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID, _("What is asked of the rounds cannot be understood."));
  else if (findings->len > 0)
    g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID, _("No groups keep all the rules."));
  return valid && findings->len == 0;
}

static PzGroupRotation *
take_result (Rotation *self)
{
  PzGroupRotation *result = g_new0 (PzGroupRotation, 1);

  result->groups = g_steal_pointer (&self->best);
  result->n = self->run->problem->n;
  result->n_rounds = self->rounds->n_rounds;
  result->cancelled = self->run->cancelled;
  result->evaluations = self->run->evaluations;
  pz_group_plan_judge (self->run->problem, result);
  return result;
}

/**
 * pz_group_rotation_run:
 * @problem: sizes, rules and criteria of every round
 * @rounds: what to plan
 * @work: how to search; its progress is not told, since there is no single grouping
 * @error: %PZ_ERROR_INVALID when the rules clash or the rounds cannot be
 *
 * Plans several rounds at once, so that everybody meets as many others as can be, each as seldom as can be: the sum over
 * each two of the square of their meetings, earlier ones included, is made small. Units of several stay in the groups a
 * round begins with. Works in any thread; the result follows from the arguments alone, unless it is cancelled.
 *
 * Returns: (transfer full): the best found, also when cancelled, or %NULL
 */
PzGroupRotation *
pz_group_rotation_run (const PzGroupProblem  *problem,
                       const PzGroupRounds   *rounds,
                       const PzGroupWork     *work,
                       GError               **error)
{
  PzGroupWork quiet;
  PzGroupRun run = { problem, &quiet };
  g_autoptr(PzGroupSearch) tools = NULL;
  g_autoptr(PzGroupPlan) plan = NULL;
  g_autofree Rotation *self = NULL;
  PzGroupRotation *result = NULL;

  g_return_val_if_fail (problem != NULL && rounds != NULL && work != NULL, NULL);

  if (!check (problem, rounds, error))
    return NULL;
  quiet = (PzGroupWork) { work->seed, work->budget, work->cancellable };
  run.best_total = G_MAXINT64;
  pz_random_init (&run.random, work->seed);
  tools = pz_group_search_new (&run);
  plan = pz_group_plan_new (problem, rounds);
  self = g_new0 (Rotation, 1);
  self->run = &run;
  self->rounds = rounds;
  self->plan = plan;
  self->search = tools;
  self->best = g_new0 (guint, (gsize) rounds->n_rounds * problem->n);
  self->best_total = G_MAXINT64;
  pz_group_heat_init (&self->heat);
  if (search (self))
    result = take_result (self);
  else
    g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID, _("No groups keep all the rules."));
  g_free (self->best);
  return result;
}

/**
 * pz_group_rotation_free:
 * @self: (transfer full): rounds
 *
 * Ends them.
 */
void
pz_group_rotation_free (PzGroupRotation *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->groups);
  g_free (self);
}
