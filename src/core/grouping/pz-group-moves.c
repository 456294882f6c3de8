/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-search-private.h"

/* Moves other than the swap of two: those who stay together go to another group, and so many of that group come back;
 * where sizes may vary, somebody goes and nobody comes. With swaps alone, pairs would stay where they first met. */

/* Sets of one group that are looked at for one unit. */
#define MAX_SETS 256
#define MAX_UNITS 64

/* Who may come back from group b when the unit of so many leaves a. */
typedef struct
{
  PzGroupSearch *search;
  guint a, b;
  guint least, most;  /* how many must come, and may */
  guint units[MAX_UNITS]; /* units of b that may */
  guint n_units;
  guint n_sets;
} Exchange;

static void
append_unit (const PzGroupProblem *problem,
             GArray               *people,
             guint                 unit)
{
  const PzGroupUnit *found = pz_group_problem_unit (problem, unit);

  g_array_append_vals (people, problem->members + found->first, found->n);
}

/* how many may come so that both groups keep to their sizes; FALSE when no number does */
static gboolean
find_limits (Exchange *exchange,
             guint     n_leaving)
{
  const PzGroupState *state = exchange->search->state;
  const PzGroupSize *size_a = &state->problem->sizes[exchange->a], *size_b = &state->problem->sizes[exchange->b];
  int left = (int) (state->size[exchange->a] - n_leaving), filled = (int) (state->size[exchange->b] + n_leaving);
  int least = MAX (0, MAX ((int) size_a->least - left, filled - (int) size_b->most));
  int most = MIN ((int) size_a->most - left, filled - (int) size_b->least);

  exchange->least = (guint) least;
  exchange->most = (guint) MAX (most, 0);
  return least <= most;
}

/* units of b that may move and are not too large, beginning anywhere */
static void
list_units (Exchange *exchange)
{
  PzGroupState *state = exchange->search->state;
  const PzGroupProblem *problem = state->problem;
  guint size = state->size[exchange->b], start = pz_random_below (&exchange->search->run->random, size);

  exchange->n_units = 0;
  for (guint k = 0; k < size && exchange->n_units < G_N_ELEMENTS (exchange->units); k++)
    {
      guint i = state->members[(gsize) exchange->b * problem->largest + (start + k) % size];
      const PzGroupUnit *unit = pz_group_problem_unit (problem, problem->unit_of[i]);

      if (problem->members[unit->first] == i && unit->pinned < 0 && unit->n <= exchange->most)
        exchange->units[exchange->n_units++] = problem->unit_of[i];
    }
}

static gboolean
try_exchange (Exchange *exchange)
{
  PzGroupSearch *search = exchange->search;
  gint64 delta = pz_group_state_exchange_delta (search->state, search->leaving, exchange->a, search->coming, exchange->b);

  exchange->n_sets++;
  pz_group_run_count (search->run, 1);
  if (delta >= 0)
    return FALSE;
  pz_group_state_exchange (search->state, search->leaving, exchange->a, search->coming, exchange->b, delta);
  return TRUE;
}

/* every set of units from the k-th on that is not too large, until one is better */
static gboolean
try_sets (Exchange *exchange,
          guint     k)
{
  GArray *coming = exchange->search->coming;

  if (coming->len >= exchange->least && try_exchange (exchange))
    return TRUE;
  for (; k < exchange->n_units && exchange->n_sets < MAX_SETS; k++)
    {
      guint before = coming->len;

      if (before + pz_group_problem_unit (exchange->search->run->problem, exchange->units[k])->n > exchange->most)
        continue;
      append_unit (exchange->search->run->problem, coming, exchange->units[k]);
      if (try_sets (exchange, k + 1))
        return TRUE;
      g_array_set_size (coming, before);
    }
  return FALSE;
}

static gboolean
improve_unit (PzGroupSearch *self,
              guint          unit)
{
  const PzGroupProblem *problem = self->run->problem;
  const PzGroupUnit *found = pz_group_problem_unit (problem, unit);
  Exchange exchange = { self, self->state->group[problem->members[found->first]] };

  g_array_set_size (self->leaving, 0);
  append_unit (problem, self->leaving, unit);
  for (guint b = 0; b < problem->m; b++)
    {
      exchange.b = b;
      exchange.n_sets = 0;
      g_array_set_size (self->coming, 0);
      if (b == exchange.a || !find_limits (&exchange, found->n))
        continue;
      list_units (&exchange);
      if (try_sets (&exchange, 0))
        return TRUE;
    }
  return FALSE;
}

/* one learner into another group, nobody back: when sizes may vary */
static gboolean
improve_insert (PzGroupSearch *self,
                guint          learner)
{
  const PzGroupProblem *problem = self->run->problem;
  Exchange exchange = { self, self->state->group[learner] };

  g_array_set_size (self->leaving, 0);
  g_array_append_val (self->leaving, learner);
  g_array_set_size (self->coming, 0);
  for (exchange.b = 0; exchange.b < problem->m; exchange.b++)
    if (exchange.b != exchange.a && find_limits (&exchange, 1) && exchange.least == 0 && try_exchange (&exchange))
      return TRUE;
  return FALSE;
}

/* Looks once at every block and every insertion, and does what is better. */
gboolean
pz_group_moves_improve (PzGroupSearch *self)
{
  gboolean improved = FALSE;

  for (guint k = 0; k < self->clusters->len && pz_group_run_count (self->run, 0); k++)
    improved |= improve_unit (self, g_array_index (self->clusters, guint, k));
  if (self->run->problem->flexible)
    for (guint k = 0; k < self->singles->len && pz_group_run_count (self->run, 0); k++)
      improved |= improve_insert (self, g_array_index (self->singles, guint, k));
  return improved;
}

static guint
other_group (PzGroupSearch *self,
             guint          a)
{
  guint b = pz_random_below (&self->run->random, self->run->problem->m - 1);

  return b + (b >= a);
}

static void
apply_unless_hard (Exchange *exchange)
{
  PzGroupSearch *search = exchange->search;
  gint64 delta = pz_group_state_exchange_delta (search->state, search->leaving, exchange->a, search->coming, exchange->b);

  if (delta < search->hard)
    pz_group_state_exchange (search->state, search->leaving, exchange->a, search->coming, exchange->b, delta);
}

/* Moves some cluster to some group, and as many as needed of that group back. */
void
pz_group_moves_shake_block (PzGroupSearch *self)
{
  const PzGroupProblem *problem = self->run->problem;
  guint unit = g_array_index (self->clusters, guint, pz_random_below (&self->run->random, self->clusters->len));
  const PzGroupUnit *found = pz_group_problem_unit (problem, unit);
  Exchange exchange = { self, self->state->group[problem->members[found->first]] };

  exchange.b = other_group (self, exchange.a);
  if (!find_limits (&exchange, found->n))
    return;
  g_array_set_size (self->leaving, 0);
  g_array_set_size (self->coming, 0);
  append_unit (problem, self->leaving, unit);
  list_units (&exchange);
  for (guint k = 0; k < exchange.n_units && self->coming->len < exchange.least; k++)
    if (self->coming->len + pz_group_problem_unit (problem, exchange.units[k])->n <= exchange.most)
      append_unit (problem, self->coming, exchange.units[k]);
  if (self->coming->len >= exchange.least)
    apply_unless_hard (&exchange);
}

/* Moves somebody to another group, when sizes allow it. */
void
pz_group_moves_shake_insert (PzGroupSearch *self)
{
  guint learner = g_array_index (self->singles, guint, pz_random_below (&self->run->random, self->singles->len));
  Exchange exchange = { self, self->state->group[learner] };

  exchange.b = other_group (self, exchange.a);
  if (!find_limits (&exchange, 1) || exchange.least > 0)
    return;
  g_array_set_size (self->leaving, 0);
  g_array_set_size (self->coming, 0);
  g_array_append_val (self->leaving, learner);
  apply_unless_hard (&exchange);
}
