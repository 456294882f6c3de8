/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-state-private.h"

#include <string.h>

/* Changes after which the total is found from nothing and compared. */
#define CHECK_EVERY 4096

PzGroupState *
pz_group_state_new (const PzGroupProblem *problem)
{
  PzGroupState *self = g_new0 (PzGroupState, 1);
  guint n = problem->n, m = problem->m;

  self->problem = problem;
  self->group = g_new0 (guint, n);
  self->size = g_new0 (guint, m);
  self->members = g_new0 (guint, (gsize) m * problem->largest);
  self->place = g_new0 (guint, n);
  self->sums = g_new0 (gint32, (gsize) n * m);
  self->counts = g_new0 (guint, (gsize) m * problem->n_values + 1);
  self->row = g_new0 (gsize, m);
  self->number = g_new0 (guint, m);
  self->number_cost = g_new0 (gint32, m);
  self->scratch = g_new0 (guint, (gsize) 2 * problem->n_values + 1);
  return self;
}

void
pz_group_state_free (PzGroupState *self)
{
  g_free (self->group);
  g_free (self->size);
  g_free (self->members);
  g_free (self->place);
  g_free (self->sums);
  g_free (self->counts);
  g_free (self->row);
  g_free (self->number);
  g_free (self->number_cost);
  g_free (self->scratch);
  g_free (self);
}

/* the costs of group h follow its size and sum */
void
pz_group_state_settle (PzGroupState *self,
                       guint         h)
{
  const PzGroupProblem *problem = self->problem;

  self->row[h] = (gsize) (self->size[h] - problem->smallest) * problem->width;
  if (problem->numbers != NULL)
    self->number_cost[h] = pz_group_problem_number_cost (problem, self->size[h], self->number[h]);
}

void
pz_group_state_count_in (PzGroupState *self,
                         guint         i,
                         guint         h)
{
  const PzGroupProblem *problem = self->problem;
  const guint16 *values = problem->values + (gsize) i * problem->attributes->len;

  self->group[i] = h;
  self->place[i] = self->size[h]++;
  self->members[(gsize) h * problem->largest + self->place[i]] = i;
  for (guint q = 0; q < problem->attributes->len; q++)
    self->counts[(gsize) h * problem->n_values + values[q]]++;
  if (problem->numbers != NULL)
    self->number[h] += problem->numbers[i];
}

void
pz_group_state_count_out (PzGroupState *self,
                          guint         i)
{
  const PzGroupProblem *problem = self->problem;
  const guint16 *values = problem->values + (gsize) i * problem->attributes->len;
  guint h = self->group[i];
  guint *members = self->members + (gsize) h * problem->largest;
  guint last = members[--self->size[h]];

  members[self->place[i]] = last;
  self->place[last] = self->place[i];
  for (guint q = 0; q < problem->attributes->len; q++)
    self->counts[(gsize) h * problem->n_values + values[q]]--;
  if (problem->numbers != NULL)
    self->number[h] -= problem->numbers[i];
}

/* Takes over a grouping; every sum is found from nothing. */
void
pz_group_state_set (PzGroupState *self,
                    const guint  *groups)
{
  const PzGroupProblem *problem = self->problem;
  guint n = problem->n, m = problem->m;

  memset (self->size, 0, sizeof (guint) * m);
  memset (self->sums, 0, sizeof (gint32) * n * m);
  memset (self->counts, 0, sizeof (guint) * m * problem->n_values);
  memset (self->number, 0, sizeof (guint) * m);
  self->total = 0;
  for (guint i = 0; i < n; i++)
    pz_group_state_count_in (self, i, groups[i]);
  for (guint i = 0; i < n; i++)
    {
      gint32 *sums = self->sums + (gsize) i * m;

      for (guint j = 0; j < n; j++)
        sums[groups[j]] += pz_group_problem_pair (problem, i, j);
      self->total += sums[groups[i]];
    }
  self->total /= 2; /* each pair was seen from both sides */
  for (guint h = 0; h < m; h++)
    {
      pz_group_state_settle (self, h);
      self->total += self->number_cost[h];
      for (guint v = 0; v < problem->n_values; v++)
        self->total += problem->value_cost[pz_group_problem_value_row (problem, v, self->size[h])
                                           + self->counts[(gsize) h * problem->n_values + v]];
    }
}

/* Stops the program when the total has drifted from what the grouping costs. */
void
pz_group_state_check (const PzGroupState *self)
{
  g_assert (self->total == pz_group_problem_get_total (self->problem, self->group));
}

void
pz_group_state_note (PzGroupState *self,
                     gint64        delta)
{
  self->total += delta;
  if (++self->n_applied >= CHECK_EVERY)
    {
      pz_group_state_check (self);
      self->n_applied = 0;
    }
}

/* Swaps two of different groups; delta is what pz_group_state_swap_delta() says. */
void
pz_group_state_swap (PzGroupState *self,
                     guint         i,
                     guint         j,
                     gint64        delta)
{
  const PzGroupProblem *problem = self->problem;
  const gint32 *pairs_i = problem->pairs + (gsize) i * problem->n, *pairs_j = problem->pairs + (gsize) j * problem->n;
  guint a = self->group[i], b = self->group[j];
  gint32 *sums = self->sums;

  for (guint k = 0; k < problem->n; k++, sums += problem->m)
    {
      gint32 change = pairs_j[k] - pairs_i[k];

      sums[a] += change;
      sums[b] -= change;
    }
  pz_group_state_count_out (self, i);
  pz_group_state_count_out (self, j);
  pz_group_state_count_in (self, i, b);
  pz_group_state_count_in (self, j, a);
  pz_group_state_settle (self, a);
  pz_group_state_settle (self, b);
  pz_group_state_note (self, delta);
}
