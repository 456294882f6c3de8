/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-problem-private.h"

#include <string.h>

static GArray *
copy_array (GArray *array,
            guint   element_size)
{
  GArray *copy = g_array_sized_new (FALSE, TRUE, element_size, array->len);

  g_array_append_vals (copy, array->data, array->len);
  return copy;
}

static void
clear_criterion (gpointer data)
{
  PzGroupCriterion *criterion = data;

  g_free (criterion->pairs);
  g_free (criterion->numbers);
}

/**
 * pz_group_problem_reweigh:
 * @self: a problem
 * @factors: (array): for each criterion what 1 of its value costs; 0 for off. What must hold stays as it is
 *
 * Returns: (transfer full) (nullable): the same problem with other factors: rules, sizes and what chance gives stay, but
 *   not the draws; %NULL when the numbers get out of range
 */
PzGroupProblem *
pz_group_problem_reweigh (const PzGroupProblem *self,
                          const double         *factors)
{
  g_autoptr(PzGroupProblem) copy = g_atomic_rc_box_new0 (PzGroupProblem);
  guint n = self->n, n_attributes = self->attributes->len;

  copy->n = n;
  copy->m = self->m;
  copy->sizes = g_memdup2 (self->sizes, sizeof (PzGroupSize) * self->m);
  copy->smallest = self->smallest;
  copy->largest = self->largest;
  copy->flexible = self->flexible;
  copy->criteria = copy_array (self->criteria, sizeof (PzGroupCriterion));
  g_array_set_clear_func (copy->criteria, clear_criterion);
  for (guint c = 0; c < copy->criteria->len; c++)
    {
      PzGroupCriterion *criterion = &g_array_index (copy->criteria, PzGroupCriterion, c);

      if (criterion->pairs != NULL)
        criterion->pairs = g_memdup2 (criterion->pairs, sizeof (double) * n * n);
      if (criterion->numbers != NULL)
        criterion->numbers = g_memdup2 (criterion->numbers, sizeof (double) * n);
      if (!criterion->must)
        criterion->factor = factors[c];
    }
  copy->attributes = copy_array (self->attributes, sizeof (PzGroupAttribute));
  copy->n_values = self->n_values;
  copy->value_counts = g_memdup2 (self->value_counts, sizeof (guint) * self->n_values);
  copy->values = g_memdup2 (self->values, sizeof (guint16) * n * n_attributes);
  copy->units = copy_array (self->units, sizeof (PzGroupUnit));
  copy->members = g_memdup2 (self->members, sizeof (guint) * n);
  copy->unit_of = g_memdup2 (self->unit_of, sizeof (guint) * n);
  copy->together = copy_array (self->together, sizeof (PzGroupPair));
  copy->apart = copy_array (self->apart, sizeof (PzGroupPair));
  copy->pins = g_memdup2 (self->pins, sizeof (int) * n);
  return pz_group_tables_build (copy, NULL) ? g_steal_pointer (&copy) : NULL;
}
