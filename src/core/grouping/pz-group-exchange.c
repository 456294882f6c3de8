/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-state-private.h"

#include <string.h>

/* pairs of those who leave with the two groups; pairs among them move along */
static gint64
leave_delta (const PzGroupState *self,
             const GArray       *people,
             guint               from,
             guint               to)
{
  gint64 delta = 0;

  for (guint k = 0; k < people->len; k++)
    {
      guint i = g_array_index (people, guint, k);

      delta += pz_group_state_sum (self, i, to) - (gint64) pz_group_state_sum (self, i, from);
      for (guint l = 0; l < k; l++)
        delta += 2 * (gint64) pz_group_problem_pair (self->problem, i, g_array_index (people, guint, l));
    }
  return delta;
}

static gint64
cost_of_counts (const PzGroupProblem *problem,
                const guint          *counts,
                guint                 size)
{
  gint64 cost = 0;

  for (guint v = 0; v < problem->n_values; v++)
    cost += problem->value_cost[pz_group_problem_value_row (problem, v, size) + counts[v]];
  return cost;
}

static void
move_counts (const PzGroupProblem *problem,
             const GArray         *people,
             guint                *from,
             guint                *to)
{
  for (guint k = 0; k < people->len; k++)
    {
      const guint16 *values = problem->values + (gsize) g_array_index (people, guint, k) * problem->attributes->len;

      for (guint q = 0; q < problem->attributes->len; q++)
        {
          from[values[q]]--;
          to[values[q]]++;
        }
    }
}

static guint
sum_numbers (const PzGroupProblem *problem,
             const GArray         *people)
{
  guint sum = 0;

  for (guint k = 0; k < people->len; k++)
    sum += problem->numbers[g_array_index (people, guint, k)];
  return sum;
}

/* How values and numbers of the two groups change with the exchange; pairs are not looked at. */
gint64
pz_group_state_move_delta (PzGroupState *self,
                           const GArray *from_a,
                           guint         a,
                           const GArray *from_b,
                           guint         b)
{
  const PzGroupProblem *problem = self->problem;
  guint n_values = problem->n_values;
  guint size_a = self->size[a] - from_a->len + from_b->len, size_b = self->size[b] - from_b->len + from_a->len;
  guint *counts_a = self->scratch, *counts_b = self->scratch + n_values;
  gint64 delta = 0;

  if (n_values > 0)
    {
      memcpy (counts_a, self->counts + (gsize) a * n_values, sizeof (guint) * n_values);
      memcpy (counts_b, self->counts + (gsize) b * n_values, sizeof (guint) * n_values);
      delta -= cost_of_counts (problem, counts_a, self->size[a]) + cost_of_counts (problem, counts_b, self->size[b]);
      move_counts (problem, from_a, counts_a, counts_b);
      move_counts (problem, from_b, counts_b, counts_a);
      delta += cost_of_counts (problem, counts_a, size_a) + cost_of_counts (problem, counts_b, size_b);
    }
  if (problem->numbers != NULL)
    {
      guint step = sum_numbers (problem, from_b) - sum_numbers (problem, from_a);

      delta += pz_group_problem_number_cost (problem, size_a, self->number[a] + step);
      delta += pz_group_problem_number_cost (problem, size_b, self->number[b] - step);
      delta -= (gint64) self->number_cost[a] + self->number_cost[b];
    }
  return delta;
}

/* How the total changes when some of a and some of b change places; one side may be nobody. The sizes after it must be
 * allowed. */
gint64
pz_group_state_exchange_delta (PzGroupState *self,
                               const GArray *from_a,
                               guint         a,
                               const GArray *from_b,
                               guint         b)
{
  gint64 delta = leave_delta (self, from_a, a, b) + leave_delta (self, from_b, b, a);

  for (guint k = 0; k < from_a->len; k++)
    for (guint l = 0; l < from_b->len; l++)
      delta -= 2 * (gint64) pz_group_problem_pair (self->problem, g_array_index (from_a, guint, k),
                                                   g_array_index (from_b, guint, l));
  return delta + pz_group_state_move_delta (self, from_a, a, from_b, b);
}

static void
take_out (PzGroupState *self,
          const GArray *people)
{
  const PzGroupProblem *problem = self->problem;

  for (guint k = 0; k < people->len; k++)
    {
      guint i = g_array_index (people, guint, k);
      const gint32 *pairs = problem->pairs + (gsize) i * problem->n;

      for (guint l = 0; l < problem->n; l++)
        self->sums[(gsize) l * problem->m + self->group[i]] -= pairs[l];
      pz_group_state_count_out (self, i);
    }
}

static void
put_in (PzGroupState *self,
        const GArray *people,
        guint         h)
{
  const PzGroupProblem *problem = self->problem;

  for (guint k = 0; k < people->len; k++)
    {
      guint i = g_array_index (people, guint, k);
      const gint32 *pairs = problem->pairs + (gsize) i * problem->n;

      for (guint l = 0; l < problem->n; l++)
        self->sums[(gsize) l * problem->m + h] += pairs[l];
      pz_group_state_count_in (self, i, h);
    }
}

/* Does what pz_group_state_exchange_delta() looked at. */
void
pz_group_state_exchange (PzGroupState *self,
                         const GArray *from_a,
                         guint         a,
                         const GArray *from_b,
                         guint         b,
                         gint64        delta)
{
  take_out (self, from_a);
  take_out (self, from_b);
  put_in (self, from_a, b);
  put_in (self, from_b, a);
  pz_group_state_settle (self, a);
  pz_group_state_settle (self, b);
  pz_group_state_note (self, delta);
}
