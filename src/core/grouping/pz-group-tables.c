/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-problem-private.h"

#include "pz-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Sums of one row of pairs stay below: five of them are added up in 32 bits. */
#define MAX_ROW (1 << 28)
#define MAX_COST (1 << 30)
#define MAX_ENTRIES (1 << 25)

/* Steps a number is rounded to: whole numbers within this range stay as they are. */
#define MOST_STEPS 1000
#define LEAST_STEPS 100
/* Sums there are for one size, so that a table stays in the memory close to the processor. */
#define MOST_SUMS 100000

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, PZ_ERROR, PZ_ERROR_TOO_LARGE, _("The numbers behind the groups are too great to work with."));
  return FALSE;
}

static gboolean
to_cost (double   value,
         gint32  *cost)
{
  if (!(fabs (value) <= MAX_COST))
    return FALSE;
  *cost = (gint32) llround (value);
  return TRUE;
}

static gboolean
add_soft_pairs (PzGroupProblem *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      double row = 0;

      for (guint j = 0; j < self->n; j++)
        {
          gsize at = (gsize) i * self->n + j;
          double sum = 0;

          for (guint c = 0; c < self->criteria->len; c++)
            {
              const PzGroupCriterion *criterion = pz_group_problem_criterion (self, c);

              if (criterion->pairs != NULL)
                sum += (double) llround (criterion->factor * criterion->pairs[at] * PZ_GROUP_UNIT);
            }
          row += fabs (sum);
          if (!(row <= MAX_ROW / 2))
            return FALSE;
          self->pairs[at] = (gint32) sum;
        }
    }
  return TRUE;
}

/* as dear as it can be without a sum that overflows */
static void
add_apart (PzGroupProblem *self)
{
  g_autofree guint *degrees = g_new0 (guint, self->n);
  guint most = 1;

  for (guint k = 0; k < self->apart->len; k++)
    {
      const PzGroupPair *pair = &g_array_index (self->apart, PzGroupPair, k);

      degrees[pair->a]++;
      degrees[pair->b]++;
      most = MAX (most, MAX (degrees[pair->a], degrees[pair->b]));
    }
  self->apart_cost = MIN (PZ_GROUP_HARD, MAX_ROW / 2 / (gint64) most);
  for (guint k = 0; k < self->apart->len; k++)
    {
      const PzGroupPair *pair = &g_array_index (self->apart, PzGroupPair, k);

      self->pairs[(gsize) pair->a * self->n + pair->b] += (gint32) self->apart_cost;
      self->pairs[(gsize) pair->b * self->n + pair->a] += (gint32) self->apart_cost;
    }
}

/* whole numbers within the range keep their distances, others are rounded to steps of the range */
static void
round_numbers (PzGroupProblem *self,
               const double   *numbers)
{
  guint most_steps = CLAMP (MOST_SUMS / self->largest, LEAST_STEPS, MOST_STEPS), highest = 0;
  double least = numbers[0], most = numbers[0], step;
  gboolean whole = TRUE;

  for (guint i = 0; i < self->n; i++)
    {
      least = MIN (least, numbers[i]);
      most = MAX (most, numbers[i]);
    }
  for (guint i = 0; i < self->n && whole; i++)
    whole = fmod (numbers[i] - least, 1) == 0;
  step = whole && most - least <= most_steps ? 1 : (most - least) / most_steps;
  self->numbers = g_new0 (guint, self->n);
  for (guint i = 0; i < self->n && step > 0; i++)
    {
      self->numbers[i] = (guint) llround ((numbers[i] - least) / step);
      highest = MAX (highest, self->numbers[i]);
    }
  self->number_width = highest * self->largest + 1;
}

static gboolean
fill_number_costs (PzGroupProblem         *self,
                   const PzGroupCriterion *criterion)
{
  guint n_sizes = self->largest - self->smallest + 1;
  double mean = 0, scatter = 0;

  /* the value of a grouping lies between 0 and 1 */
  if ((gsize) n_sizes * self->number_width > MAX_ENTRIES || criterion->factor * PZ_GROUP_UNIT > MAX_COST)
    return FALSE;
  self->number_cost = g_new0 (gint32, (gsize) n_sizes * self->number_width);
  for (guint i = 0; i < self->n; i++)
    mean += self->numbers[i];
  mean /= self->n;
  for (guint i = 0; i < self->n; i++)
    scatter += (self->numbers[i] - mean) * (self->numbers[i] - mean);
  for (guint s = self->smallest; s <= self->largest; s++)
    for (guint sum = 0; sum < self->number_width; sum++)
      {
        double off = sum - s * mean;
        double between = scatter > 0 ? off * off / (s * scatter) : 0;
        double value = criterion->kind == PZ_CRITERION_MIXED ? between : 1.0 / self->m - between;

        /* sums no group can have may be as great as they like */
        value = CLAMP (criterion->factor * value * PZ_GROUP_UNIT, -MAX_COST, MAX_COST);
        if (!to_cost (value, &self->number_cost[(gsize) (s - self->smallest) * self->number_width + sum]))
          return FALSE;
      }
  return TRUE;
}

static gboolean
build_numbers (PzGroupProblem *self)
{
  for (guint c = 0; c < self->criteria->len; c++)
    {
      const PzGroupCriterion *criterion = pz_group_problem_criterion (self, c);

      if (criterion->numbers == NULL)
        continue;
      round_numbers (self, criterion->numbers);
      if (!fill_number_costs (self, criterion))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill_value_costs (PzGroupProblem   *self,
                  PzGroupCriterion *criterion,
                  guint             value)
{
  for (guint s = self->smallest; s <= self->largest; s++)
    for (guint count = 0; count <= s; count++)
      {
        double cost = pz_group_criterion_value (self, criterion, value, s, count);

        cost *= criterion->must ? (double) criterion->hard : criterion->factor * PZ_GROUP_UNIT;
        if (!to_cost (cost, &self->value_cost[pz_group_problem_value_row (self, value, s) + count]))
          return FALSE;
      }
  return TRUE;
}

static gboolean
build_values (PzGroupProblem *self)
{
  guint n_sizes = self->largest - self->smallest + 1;

  self->width = self->largest + 1;
  if ((double) self->n_values * n_sizes * self->width > MAX_ENTRIES
      || (double) self->n_values * self->m > MAX_ENTRIES)
    return FALSE;
  self->value_cost = g_new0 (gint32, (gsize) self->n_values * n_sizes * self->width + 1);
  for (guint q = 0; q < self->attributes->len; q++)
    {
      const PzGroupAttribute *attribute = &g_array_index (self->attributes, PzGroupAttribute, q);
      PzGroupCriterion *criterion = &g_array_index (self->criteria, PzGroupCriterion, attribute->criterion);

      criterion->hard = MIN (PZ_GROUP_HARD, MAX_COST / (gint64) self->width);
      for (guint v = 0; v + 1 < attribute->n_values; v++)
        if (!fill_value_costs (self, criterion, attribute->first_value + v))
          return FALSE;
    }
  return TRUE;
}

/* Folds everything into integers: one matrix of pairs, one table for sums of numbers, one for counts of values. */
gboolean
pz_group_tables_build (PzGroupProblem  *self,
                       GError         **error)
{
  self->pairs = g_new0 (gint32, (gsize) self->n * self->n);
  if (!add_soft_pairs (self) || !build_numbers (self) || !build_values (self))
    return refuse (error);
  add_apart (self);
  return TRUE;
}
