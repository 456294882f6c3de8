/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-problem-private.h"

static gint64
total_of_tables (const PzGroupProblem *self,
                 const guint          *groups)
{
  g_autofree guint *sizes = g_new0 (guint, self->m);
  g_autofree guint *counts = g_new0 (guint, (gsize) self->m * MAX (self->n_values, 1));
  g_autofree guint *sums = g_new0 (guint, self->m);
  gint64 total = 0;

  for (guint i = 0; i < self->n; i++)
    {
      guint h = groups[i];

      sizes[h]++;
      if (self->numbers != NULL)
        sums[h] += self->numbers[i];
      for (guint q = 0; q < self->attributes->len; q++)
        counts[(gsize) h * self->n_values + self->values[(gsize) i * self->attributes->len + q]]++;
    }
  for (guint h = 0; h < self->m; h++)
    {
      if (self->numbers != NULL)
        total += pz_group_problem_number_cost (self, sizes[h], sums[h]);
      for (guint v = 0; v < self->n_values; v++)
        total += self->value_cost[pz_group_problem_value_row (self, v, sizes[h]) + counts[(gsize) h * self->n_values + v]];
    }
  return total;
}

/**
 * pz_group_problem_get_total:
 * @self: a problem
 * @groups: (array): a grouping
 *
 * What the search makes as small as it can: all criteria and broken rules, from nothing.
 *
 * Returns: a number in %PZ_GROUP_UNIT
 */
gint64
pz_group_problem_get_total (const PzGroupProblem *self,
                            const guint          *groups)
{
  gint64 total;

  g_return_val_if_fail (self != NULL && pz_group_problem_is_grouping (self, groups), G_MAXINT64);

  total = total_of_tables (self, groups);
  for (guint i = 1; i < self->n; i++)
    for (guint j = 0; j < i; j++)
      if (groups[i] == groups[j])
        total += pz_group_problem_pair (self, i, j);
  return total;
}

/**
 * pz_group_problem_count_broken:
 * @self: a problem
 * @groups: (array): a grouping
 *
 * Returns: how often a rule that must hold is broken: together, apart, pins, and criteria that must
 */
gint64
pz_group_problem_count_broken (const PzGroupProblem *self,
                               const guint          *groups)
{
  g_autofree double *values = g_new0 (double, self->criteria->len + 1);
  gint64 broken = 0;

  for (guint k = 0; k < self->together->len; k++)
    {
      const PzGroupPair *pair = &g_array_index (self->together, PzGroupPair, k);

      broken += groups[pair->a] != groups[pair->b];
    }
  for (guint k = 0; k < self->apart->len; k++)
    {
      const PzGroupPair *pair = &g_array_index (self->apart, PzGroupPair, k);

      broken += groups[pair->a] == groups[pair->b];
    }
  for (guint i = 0; i < self->n; i++)
    broken += self->pins[i] >= 0 && groups[i] != (guint) self->pins[i];
  pz_group_problem_measure (self, groups, values);
  for (guint c = 0; c < self->criteria->len; c++)
    if (pz_group_problem_criterion (self, c)->must)
      broken += (gint64) values[c];
  return broken;
}
