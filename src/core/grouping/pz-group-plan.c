/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-plan-private.h"

#include <math.h>
#include <string.h>

static gboolean
has_pairs (const PzGroupProblem *problem)
{
  for (gsize k = 0; k < (gsize) problem->n * problem->n; k++)
    if (problem->pairs[k] != 0)
      return TRUE;
  return FALSE;
}

PzGroupPlan *
pz_group_plan_new (const PzGroupProblem *problem,
                   const PzGroupRounds  *rounds)
{
  PzGroupPlan *self = g_new0 (PzGroupPlan, 1);

  self->problem = problem;
  self->rounds = rounds;
  self->states = g_new0 (PzGroupState *, rounds->n_rounds);
  for (guint r = 0; r < rounds->n_rounds; r++)
    self->states[r] = pz_group_state_new (problem);
  self->met = g_new0 (gint32, (gsize) problem->n * problem->n);
  /* so that changes, which come in 256ths, add up without rounding */
  self->weight = MAX (llround (rounds->weight * PZ_GROUP_UNIT / PZ_GROUP_MEETING), 1) * PZ_GROUP_MEETING;
  self->is_plain = problem->numbers == NULL && problem->attributes->len == 0 && !has_pairs (problem);
  return self;
}

void
pz_group_plan_free (PzGroupPlan *self)
{
  for (guint r = 0; r < self->rounds->n_rounds; r++)
    pz_group_state_free (self->states[r]);
  g_free (self->states);
  g_free (self->met);
  g_free (self);
}

static void
meet (PzGroupPlan *self,
      guint        i,
      guint        j,
      gint32       change)
{
  self->met[(gsize) i * self->problem->n + j] += change;
  self->met[(gsize) j * self->problem->n + i] += change;
}

static gint32
get_past (const PzGroupPlan *self,
          guint              i,
          guint              j)
{
  if (self->rounds->past == NULL)
    return 0;
  return (gint32) llround (CLAMP (self->rounds->past[(gsize) i * self->problem->n + j], 0, 1000) * PZ_GROUP_MEETING);
}

static void
count_meetings (PzGroupPlan *self)
{
  const PzGroupProblem *problem = self->problem;

  memset (self->met, 0, sizeof (gint32) * problem->n * problem->n);
  for (guint i = 0; i < problem->n; i++)
    for (guint j = 0; j < i; j++)
      {
        meet (self, i, j, get_past (self, i, j));
        for (guint r = 0; r < self->rounds->n_rounds; r++)
          if (self->states[r]->group[i] == self->states[r]->group[j])
            meet (self, i, j, PZ_GROUP_MEETING);
      }
}

/* Takes over the groups of all rounds, rounds x n. */
void
pz_group_plan_set (PzGroupPlan *self,
                   const guint *groups)
{
  for (guint r = 0; r < self->rounds->n_rounds; r++)
    pz_group_state_set (self->states[r], groups + (gsize) r * self->problem->n);
  count_meetings (self);
  self->total = pz_group_plan_get_total (self);
}

/* The total, from nothing: what the rounds add to earlier meetings. Those who always stay together meet in every round,
 * and count like all others. */
gint64
pz_group_plan_get_total (const PzGroupPlan *self)
{
  const PzGroupProblem *problem = self->problem;
  gint64 total = 0, squares = 0;

  for (guint r = 0; r < self->rounds->n_rounds; r++)
    total += pz_group_problem_get_total (problem, self->states[r]->group);
  for (guint i = 0; i < problem->n; i++)
    for (guint j = 0; j < i; j++)
      {
        gint64 met = self->met[(gsize) i * problem->n + j], past = get_past (self, i, j);

        squares += met * met - past * past;
      }
  return total + pz_group_plan_weigh (self, squares / PZ_GROUP_MEETING);
}

static void
replace (PzGroupPlan *self,
         guint        round,
         guint        i,
         guint        j)
{
  const PzGroupState *state = self->states[round];
  guint h = state->group[i];
  const guint *members = state->members + (gsize) h * self->problem->largest;

  for (guint k = 0; k < state->size[h]; k++)
    if (members[k] != i)
      {
        meet (self, i, members[k], -PZ_GROUP_MEETING);
        meet (self, j, members[k], PZ_GROUP_MEETING);
      }
}

/* Does it. */
void
pz_group_plan_swap (PzGroupPlan *self,
                    guint        round,
                    guint        i,
                    guint        j,
                    gint64       delta)
{
  PzGroupState *state = self->states[round];

  replace (self, round, i, j);
  replace (self, round, j, i);
  if (self->is_plain)
    {
      guint a = state->group[i], b = state->group[j];

      pz_group_state_count_out (state, i);
      pz_group_state_count_out (state, j);
      pz_group_state_count_in (state, i, b);
      pz_group_state_count_in (state, j, a);
    }
  else
    pz_group_state_swap (state, i, j, pz_group_state_swap_delta (state, i, j));
  self->total += delta;
}

/* Counts meetings of the rounds themselves, and what counting alone says about them. */
void
pz_group_plan_judge (const PzGroupProblem *problem,
                     PzGroupRotation      *rotation)
{
  guint64 n_pairs = (guint64) problem->n * (problem->n - 1) / 2, n_meetings = 0, each, rest;

  for (guint i = 0; i < problem->n; i++)
    for (guint j = 0; j < i; j++)
      {
        guint met = 0;

        for (guint r = 0; r < rotation->n_rounds; r++)
          met += rotation->groups[(gsize) r * problem->n + i] == rotation->groups[(gsize) r * problem->n + j];
        n_meetings += met;
        rotation->squares += (guint64) met * met;
        rotation->repeats += met > 1 ? met - 1 : 0;
        rotation->most = MAX (rotation->most, met);
      }
  /* meetings spread as evenly as whole numbers can be */
  each = n_pairs > 0 ? n_meetings / n_pairs : 0;
  rest = n_meetings - each * n_pairs;
  rotation->squares_floor = each * each * (n_pairs - rest) + (each + 1) * (each + 1) * rest;
  rotation->repeats_floor = (guint) (n_meetings > n_pairs ? n_meetings - n_pairs : 0);
  for (guint r = 0; r < rotation->n_rounds; r++)
    rotation->broken += pz_group_problem_count_broken (problem, rotation->groups + (gsize) r * problem->n);
}
