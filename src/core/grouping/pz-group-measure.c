/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-problem-private.h"

#include <string.h>

/* The criteria by their definitions, in floating point: what people are told, and what the integer tables are made of. */

/* One group while it is measured. */
typedef struct
{
  const guint *members;
  guint size;
} Group;

/* what one value of an attribute adds in a group where count of size learners have it */
double
pz_group_criterion_value (const PzGroupProblem   *self,
                          const PzGroupCriterion *criterion,
                          guint                   value,
                          guint                   size,
                          guint                   count)
{
  double off;

  if (self->value_counts[value] == 0)
    return 0;
  switch (criterion->kind)
    {
    case PZ_CRITERION_SPREAD:
      off = (double) count - (double) size * self->value_counts[value] / self->n;
      return off * off;
    case PZ_CRITERION_GATHER:
      off = (double) count - (double) size * self->value_counts[value] / self->n;
      return -off * off;
    case PZ_CRITERION_NOT_ALONE:
      return count == 1;
    case PZ_CRITERION_COVER:
      return count == 0;
    case PZ_CRITERION_AT_MOST:
      return count > criterion->limit ? count - criterion->limit : 0;
    case PZ_CRITERION_MIXED:
    case PZ_CRITERION_SIMILAR:
    case PZ_CRITERION_PAIRS:
    case PZ_N_CRITERION_KINDS:
    default:
      g_return_val_if_reached (0);
    }
}

/* the share of the scatter of all numbers that lies between this group and the others (analysis of variance) */
static double
measure_numbers (const PzGroupProblem   *self,
                 const PzGroupCriterion *criterion,
                 const Group            *group)
{
  double off = 0, between = 0;

  for (guint k = 0; k < group->size; k++)
    off += criterion->numbers[group->members[k]] - criterion->mean;
  if (criterion->scatter > 0)
    between = off * off / (group->size * criterion->scatter);
  return criterion->kind == PZ_CRITERION_MIXED ? between : 1.0 / self->m - between;
}

static double
measure_pairs (const PzGroupProblem   *self,
               const PzGroupCriterion *criterion,
               const Group            *group)
{
  double sum = 0;

  for (guint k = 1; k < group->size; k++)
    {
      const double *row = criterion->pairs + (gsize) group->members[k] * self->n;

      for (guint l = 0; l < k; l++)
        sum += row[group->members[l]];
    }
  return sum;
}

static double
measure_values (const PzGroupProblem   *self,
                const PzGroupCriterion *criterion,
                const Group            *group,
                guint                  *counts)
{
  double sum = 0;

  for (guint a = 0; a < criterion->n_attributes; a++)
    {
      guint q = criterion->first_attribute + a;
      const PzGroupAttribute *attribute = &g_array_index (self->attributes, PzGroupAttribute, q);

      for (guint v = 0; v < attribute->n_values; v++)
        counts[v] = 0;
      for (guint k = 0; k < group->size; k++)
        counts[self->values[(gsize) group->members[k] * self->attributes->len + q] - attribute->first_value]++;
      /* the last value is that of those who have none */
      for (guint v = 0; v + 1 < attribute->n_values; v++)
        sum += pz_group_criterion_value (self, criterion, attribute->first_value + v, group->size, counts[v]);
    }
  return sum;
}

static double
measure_group (const PzGroupProblem   *self,
               const PzGroupCriterion *criterion,
               const Group            *group,
               guint                  *counts)
{
  if (group->size == 0)
    return 0;
  if (criterion->numbers != NULL)
    return measure_numbers (self, criterion, group);
  if (criterion->pairs != NULL)
    return measure_pairs (self, criterion, group);
  return measure_values (self, criterion, group, counts);
}

void
pz_group_measuring_init (PzGroupMeasuring     *self,
                         const PzGroupProblem *problem)
{
  self->problem = problem;
  self->starts = g_new (guint, problem->m + 2);
  self->members = g_new (guint, problem->n);
  self->counts = g_new (guint, problem->n_values + 1);
}

void
pz_group_measuring_clear (PzGroupMeasuring *self)
{
  g_free (self->starts);
  g_free (self->members);
  g_free (self->counts);
}

/* members by group; the members of group h begin at starts[h] */
static void
sort_members (PzGroupMeasuring *self,
              const guint      *groups)
{
  const PzGroupProblem *problem = self->problem;

  memset (self->starts, 0, sizeof (guint) * (problem->m + 2));
  for (guint i = 0; i < problem->n; i++)
    self->starts[groups[i] + 2]++;
  for (guint h = 1; h <= problem->m; h++)
    self->starts[h + 1] += self->starts[h];
  for (guint i = 0; i < problem->n; i++)
    self->members[self->starts[groups[i] + 1]++] = i;
}

/* as pz_group_problem_measure(), without room of its own: chance is found from thousands of groupings */
void
pz_group_measuring_run (PzGroupMeasuring *self,
                        const guint      *groups,
                        double           *values)
{
  const PzGroupProblem *problem = self->problem;

  sort_members (self, groups);
  for (guint c = 0; c < problem->criteria->len; c++)
    {
      values[c] = 0;
      for (guint h = 0; h < problem->m; h++)
        {
          Group group = { self->members + self->starts[h], self->starts[h + 1] - self->starts[h] };

          values[c] += measure_group (problem, pz_group_problem_criterion (problem, c), &group, self->counts);
        }
    }
}

/**
 * pz_group_problem_measure:
 * @self: a problem
 * @groups: (array): a number of a group per learner; the sizes may be any
 * @values: (array) (out caller-allocates): one per criterion
 *
 * The value of each criterion, as PzCriterionKind defines it.
 */
void
pz_group_problem_measure (const PzGroupProblem *self,
                          const guint          *groups,
                          double               *values)
{
  PzGroupMeasuring measuring;

  g_return_if_fail (self != NULL && groups != NULL && values != NULL);

  pz_group_measuring_init (&measuring, self);
  pz_group_measuring_run (&measuring, groups, values);
  pz_group_measuring_clear (&measuring);
}

/**
 * pz_group_problem_get_score:
 * @self: a problem
 * @values: (array): one per criterion, see pz_group_problem_measure()
 *
 * Returns: what the values are worth together: 0 is chance, below is better; rules do not count
 */
double
pz_group_problem_get_score (const PzGroupProblem *self,
                            const double         *values)
{
  double score = 0;

  g_return_val_if_fail (self != NULL && values != NULL, 0);

  for (guint c = 0; c < self->criteria->len; c++)
    {
      const PzGroupCriterion *criterion = pz_group_problem_criterion (self, c);

      score += criterion->factor * (values[c] - criterion->chance);
    }
  return score;
}
