/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-search-private.h"

#include "pz-group-pack.h"

#include <string.h>

/* Iterated local search (Lourenço, Martin and Stützle 2003): a local optimum is shaken by a few moves, improved again,
 * and kept unless it got worse; after a number of failures in a row a new start is drawn. */
#define MAX_FAILURES 100
#define LEAST_SHAKES 2
#define MORE_SHAKES 3
/* One shake in so many is a move of a block, or into another group. */
#define OTHER_SHAKE 8
/* Starts that may fail to find a place for everybody. */
#define MAX_PACKINGS 20
/* What a turn of the search costs besides its swaps, in swaps. */
#define TURN_COST 16

static gint64
find_hard (const PzGroupProblem *problem)
{
  gint64 hard = problem->apart->len > 0 ? problem->apart_cost : G_MAXINT64;

  for (guint c = 0; c < problem->criteria->len; c++)
    if (pz_group_problem_criterion (problem, c)->must)
      hard = MIN (hard, pz_group_problem_criterion (problem, c)->hard);
  return hard / 2;
}

PzGroupSearch *
pz_group_search_new (PzGroupRun *run)
{
  PzGroupSearch *self = g_new0 (PzGroupSearch, 1);
  const PzGroupProblem *problem = run->problem;

  self->run = run;
  self->state = pz_group_state_new (problem);
  self->singles = g_array_new (FALSE, FALSE, sizeof (guint));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (guint));
  self->leaving = g_array_new (FALSE, FALSE, sizeof (guint));
  self->coming = g_array_new (FALSE, FALSE, sizeof (guint));
  self->hard = find_hard (problem);
  for (guint u = 0; u < problem->units->len; u++)
    {
      const PzGroupUnit *unit = pz_group_problem_unit (problem, u);

      if (unit->pinned >= 0)
        continue;
      if (unit->n == 1)
        g_array_append_val (self->singles, problem->members[unit->first]);
      else
        g_array_append_val (self->clusters, u);
    }
  return self;
}

void
pz_group_search_free (PzGroupSearch *self)
{
  pz_group_state_free (self->state);
  g_array_unref (self->singles);
  g_array_unref (self->clusters);
  g_array_unref (self->leaving);
  g_array_unref (self->coming);
  g_free (self);
}

/* A grouping by chance in which everybody has a place; FALSE when none is found. */
gboolean
pz_group_search_start (PzGroupSearch *self)
{
  g_autofree guint *groups = g_new (guint, self->run->problem->n);
  PzGroupPacking packing = PZ_GROUP_NOT_PACKED;

  for (guint k = 0; k < MAX_PACKINGS && packing == PZ_GROUP_NOT_PACKED; k++)
    packing = pz_group_pack (self->run->problem, &self->run->random, groups);
  if (packing == PZ_GROUP_NOT_PACKED)
    packing = pz_group_pack (self->run->problem, NULL, groups);
  if (packing != PZ_GROUP_PACKED)
    return FALSE;
  pz_group_state_set (self->state, groups);
  return TRUE;
}

/* every swap once, each that is better done at once */
static gboolean
improve_swaps (PzGroupSearch *self)
{
  PzGroupState *state = self->state;
  const guint *singles = (const guint *) self->singles->data;
  guint n = self->singles->len;
  gboolean improved = FALSE;

  for (guint k = 0; k + 1 < n && pz_group_run_count (self->run, n - 1 - k); k++)
    for (guint l = k + 1; l < n; l++)
      {
        guint i = singles[k], j = singles[l];

        if (state->group[i] != state->group[j])
          {
            gint64 delta = pz_group_state_swap_delta (state, i, j);

            if (delta < 0)
              {
                pz_group_state_swap (state, i, j, delta);
                improved = TRUE;
              }
          }
      }
  return improved;
}

/* Makes moves that are better until there is none, or the run has to end; tells the run what it came to. */
void
pz_group_search_improve (PzGroupSearch *self)
{
  gboolean improved = TRUE;

  while (improved && pz_group_run_count (self->run, 0))
    {
      while (improve_swaps (self))
        ;
      improved = pz_group_moves_improve (self);
    }
  pz_group_run_note (self->run, self->state->group, self->state->total);
}

static void
shake_swap (PzGroupSearch *self)
{
  PzRandom *random = &self->run->random;
  guint i = g_array_index (self->singles, guint, pz_random_below (random, self->singles->len));
  guint j = g_array_index (self->singles, guint, pz_random_below (random, self->singles->len));
  gint64 delta;

  if (self->state->group[i] == self->state->group[j])
    return;
  delta = pz_group_state_swap_delta (self->state, i, j);
  if (delta < self->hard)
    pz_group_state_swap (self->state, i, j, delta);
}

static void
shake (PzGroupSearch *self)
{
  PzRandom *random = &self->run->random;

  for (guint k = LEAST_SHAKES + pz_random_below (random, MORE_SHAKES); k > 0; k--)
    {
      gboolean other = pz_random_below (random, OTHER_SHAKE) == 0;

      if (self->clusters->len > 0 && (other || self->singles->len < 2))
        pz_group_moves_shake_block (self);
      else if (self->singles->len > 0 && self->run->problem->flexible && other)
        pz_group_moves_shake_insert (self);
      else if (self->singles->len > 1)
        shake_swap (self);
    }
}

/* from a start to MAX_FAILURES in a row */
static void
search_from (PzGroupSearch *self,
             guint         *kept)
{
  guint n = self->run->problem->n, failures = 0;
  gint64 kept_total = self->state->total;

  memcpy (kept, self->state->group, sizeof (guint) * n);
  while (failures < MAX_FAILURES && pz_group_run_count (self->run, n + TURN_COST))
    {
      shake (self);
      pz_group_search_improve (self);
      failures = self->state->total < kept_total ? 0 : failures + 1;
      if (self->state->total <= kept_total)
        {
          kept_total = self->state->total;
          memcpy (kept, self->state->group, sizeof (guint) * n);
        }
      else
        pz_group_state_set (self->state, kept);
    }
}

/* Searches until the budget is used; no best is noted when there is no place for everybody. */
void
pz_group_search_run (PzGroupRun *run)
{
  g_autoptr(PzGroupSearch) self = pz_group_search_new (run);
  g_autofree guint *kept = g_new (guint, run->problem->n);
  gboolean can_move = run->problem->m > 1 && self->singles->len + self->clusters->len > 0;

  do
    {
      if (!pz_group_search_start (self))
        return;
      pz_group_search_improve (self);
      if (can_move)
        search_from (self, kept);
    }
  while (can_move && pz_group_run_count (run, run->problem->n + TURN_COST));
  pz_group_state_check (self->state);
}
