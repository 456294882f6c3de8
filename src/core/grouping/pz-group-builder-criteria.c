/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-builder-private.h"

#include <math.h>
#include <string.h>

#define MAX_IMPORTANCE 1000.0
#define MAX_NUMBER 1e12
#define MAX_CRITERIA 32

/* NULL when it cannot be added */
static PzGroupCriterion *
add_criterion (PzGroupBuilder *self,
               PzCriterionKind kind,
               double          importance)
{
  GArray *criteria = self->problem->criteria;
  PzGroupCriterion *criterion;

  if (!(importance >= 0 && importance <= MAX_IMPORTANCE) || criteria->len >= MAX_CRITERIA)
    self->broken = TRUE;
  if (self->broken)
    return NULL;
  g_array_set_size (criteria, criteria->len + 1);
  criterion = &g_array_index (criteria, PzGroupCriterion, criteria->len - 1);
  criterion->kind = kind;
  criterion->importance = importance;
  criterion->first_attribute = self->problem->attributes->len;
  return criterion;
}

/* the mean of the others stands in for a number that is not known */
static gboolean
take_numbers (PzGroupCriterion *criterion,
              const double     *numbers,
              guint             n)
{
  double sum = 0;

  criterion->numbers = g_memdup2 (numbers, sizeof (double) * n);
  for (guint i = 0; i < n; i++)
    if (isnan (numbers[i]))
      criterion->n_missing++;
    else if (fabs (numbers[i]) > MAX_NUMBER)
      return FALSE;
    else
      sum += numbers[i];
  criterion->mean = criterion->n_missing < n ? sum / (n - criterion->n_missing) : 0;
  for (guint i = 0; i < n; i++)
    {
      if (isnan (numbers[i]))
        criterion->numbers[i] = criterion->mean;
      criterion->scatter += (criterion->numbers[i] - criterion->mean) * (criterion->numbers[i] - criterion->mean);
    }
  return TRUE;
}

/**
 * pz_group_builder_add_numbers:
 * @self: a builder
 * @kind: %PZ_CRITERION_MIXED or %PZ_CRITERION_SIMILAR, and only once
 * @importance: 0 to 1000
 * @numbers: (array): one per learner; NAN where it is not known
 *
 * Adds what depends on a number of each learner, such as readiness.
 *
 * Returns: the number of the criterion
 */
guint
pz_group_builder_add_numbers (PzGroupBuilder  *self,
                              PzCriterionKind  kind,
                              double           importance,
                              const double    *numbers)
{
  PzGroupCriterion *criterion;

  g_return_val_if_fail (self != NULL && self->problem != NULL && numbers != NULL, 0);

  if (self->broken)
    return 0;
  if (self->has_numbers || (kind != PZ_CRITERION_MIXED && kind != PZ_CRITERION_SIMILAR))
    self->broken = TRUE;
  self->has_numbers = TRUE;
  criterion = add_criterion (self, kind, importance);
  if (criterion != NULL && !take_numbers (criterion, numbers, self->problem->n))
    self->broken = TRUE;
  return self->problem->criteria->len - 1;
}

static gboolean
is_of_values (PzCriterionKind kind)
{
  return kind == PZ_CRITERION_SPREAD || kind == PZ_CRITERION_GATHER || kind == PZ_CRITERION_NOT_ALONE
         || kind == PZ_CRITERION_COVER || kind == PZ_CRITERION_AT_MOST;
}

/* values: n, from 0, n_values - 1 for who has none. Values of all attributes lie learner by learner. */
static void
add_attribute (PzGroupBuilder *self,
               const guint    *values,
               guint           n_values)
{
  PzGroupProblem *problem = self->problem;
  PzGroupAttribute attribute = { problem->criteria->len - 1, problem->n_values, n_values };
  guint n_old = problem->attributes->len;
  guint16 *wider;

  if (problem->n_values + n_values > G_MAXUINT16)
    {
      self->broken = TRUE;
      return;
    }
  wider = g_new (guint16, (gsize) problem->n * (n_old + 1));
  problem->value_counts = g_renew (guint, problem->value_counts, problem->n_values + n_values);
  memset (problem->value_counts + problem->n_values, 0, sizeof (guint) * n_values);
  for (guint i = 0; i < problem->n; i++)
    {
      guint value = attribute.first_value + values[i];

      if (n_old > 0)
        memcpy (wider + (gsize) i * (n_old + 1), problem->values + (gsize) i * n_old, sizeof (guint16) * n_old);
      wider[(gsize) i * (n_old + 1) + n_old] = (guint16) value;
      problem->value_counts[value]++;
    }
  g_free (problem->values);
  problem->values = wider;
  problem->n_values += n_values;
  g_array_append_val (problem->attributes, attribute);
}

/**
 * pz_group_builder_add_values:
 * @self: a builder
 * @kind: one of the kinds of values
 * @importance: 0 to 1000
 * @values: (array): one per learner, from 0 to the number of learners less 1; -1 for none
 *
 * Adds what depends on one value of each learner, such as a language, or the role that fits.
 *
 * Returns: the number of the criterion
 */
guint
pz_group_builder_add_values (PzGroupBuilder  *self,
                             PzCriterionKind  kind,
                             double           importance,
                             const int       *values)
{
  PzGroupCriterion *criterion;
  g_autofree guint *numbered = NULL;
  guint n_values = 0, n;

  g_return_val_if_fail (self != NULL && self->problem != NULL && values != NULL, 0);

  if (self->broken)
    return 0;
  n = self->problem->n;
  for (guint i = 0; i < n; i++)
    if (values[i] < -1 || values[i] >= (int) n)
      self->broken = TRUE;
    else
      n_values = MAX (n_values, (guint) (values[i] + 1));
  if (!is_of_values (kind))
    self->broken = TRUE;
  criterion = add_criterion (self, kind, importance);
  if (criterion == NULL)
    return 0;
  criterion->n_attributes = 1;
  numbered = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    {
      numbered[i] = values[i] < 0 ? n_values : (guint) values[i];
      criterion->n_missing += values[i] < 0;
    }
  add_attribute (self, numbered, n_values + 1);
  return self->problem->criteria->len - 1;
}

/**
 * pz_group_builder_add_tags:
 * @self: a builder
 * @kind: one of the kinds of values
 * @importance: 0 to 1000
 * @tags: (array): a set of bits per learner, 0 for none
 *
 * Adds what depends on values of which a learner may have several, such as the languages at home.
 *
 * Returns: the number of the criterion
 */
guint
pz_group_builder_add_tags (PzGroupBuilder  *self,
                           PzCriterionKind  kind,
                           double           importance,
                           const guint64   *tags)
{
  PzGroupCriterion *criterion;
  g_autofree guint *numbered = NULL;
  guint64 all = 0;

  g_return_val_if_fail (self != NULL && self->problem != NULL && tags != NULL, 0);

  if (!is_of_values (kind))
    self->broken = TRUE;
  criterion = add_criterion (self, kind, importance);
  if (criterion == NULL)
    return 0;
  for (guint i = 0; i < self->problem->n; i++)
    {
      all |= tags[i];
      criterion->n_missing += tags[i] == 0;
    }
  numbered = g_new (guint, self->problem->n);
  for (guint t = 0; t < 64; t++)
    if ((all >> t & 1) != 0)
      {
        for (guint i = 0; i < self->problem->n; i++)
          numbered[i] = (tags[i] >> t & 1) == 0;
        criterion->n_attributes++;
        add_attribute (self, numbered, 2);
      }
  return self->problem->criteria->len - 1;
}

/**
 * pz_group_builder_add_pairs:
 * @self: a builder
 * @importance: 0 to 1000
 * @pairs: (array): n x n, the same both ways; the diagonal does not count
 *
 * Adds what depends on who is together with whom: small numbers for those who should be.
 *
 * Returns: the number of the criterion
 */
guint
pz_group_builder_add_pairs (PzGroupBuilder *self,
                            double          importance,
                            const double   *pairs)
{
  PzGroupCriterion *criterion;
  guint n;

  g_return_val_if_fail (self != NULL && self->problem != NULL && pairs != NULL, 0);

  criterion = add_criterion (self, PZ_CRITERION_PAIRS, importance);
  if (criterion == NULL)
    return 0;
  n = self->problem->n;
  criterion->pairs = g_memdup2 (pairs, sizeof (double) * n * n);
  for (guint i = 0; i < n; i++)
    {
      criterion->pairs[(gsize) i * n + i] = 0;
      for (guint j = 0; j < i; j++)
        {
          double value = pairs[(gsize) i * n + j];

          if (!(fabs (value) <= MAX_NUMBER) || value != pairs[(gsize) j * n + i])
            self->broken = TRUE;
        }
    }
  return self->problem->criteria->len - 1;
}
