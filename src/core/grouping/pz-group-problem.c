/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-problem-private.h"

#include <string.h>

static void
clear_problem (gpointer data)
{
  PzGroupProblem *self = data;

  g_free (self->sizes);
  g_array_unref (self->criteria);
  g_free (self->pairs);
  g_free (self->numbers);
  g_free (self->number_cost);
  g_array_unref (self->attributes);
  g_free (self->value_counts);
  g_free (self->values);
  g_free (self->value_cost);
  g_array_unref (self->units);
  g_free (self->members);
  g_free (self->unit_of);
  g_array_unref (self->together);
  g_array_unref (self->apart);
  g_free (self->pins);
  g_free (self->draws);
}

/**
 * pz_group_problem_ref:
 * @self: a problem
 *
 * Returns: (transfer full): the same, held once more
 */
PzGroupProblem *
pz_group_problem_ref (PzGroupProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * pz_group_problem_unref:
 * @self: (transfer full): a problem
 *
 * Lets go of it, from any thread.
 */
void
pz_group_problem_unref (PzGroupProblem *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_problem);
}

/**
 * pz_group_problem_get_n:
 * @self: a problem
 *
 * Returns: the number of learners, at least 1
 */
guint
pz_group_problem_get_n (const PzGroupProblem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n;
}

/**
 * pz_group_problem_get_n_groups:
 * @self: a problem
 *
 * Returns: the number of groups, at least 1
 */
guint
pz_group_problem_get_n_groups (const PzGroupProblem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->m;
}

/**
 * pz_group_problem_get_sizes:
 * @self: a problem
 *
 * Returns: (array) (transfer none): the sizes each group may have
 */
const PzGroupSize *
pz_group_problem_get_sizes (const PzGroupProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sizes;
}

/**
 * pz_group_problem_get_n_criteria:
 * @self: a problem
 *
 * Returns: the number of criteria, 0 when all that counts are sizes and rules
 */
guint
pz_group_problem_get_n_criteria (const PzGroupProblem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->criteria->len;
}

/**
 * pz_group_problem_get_kind:
 * @self: a problem
 * @criterion: a number below the number of criteria
 *
 * Returns: what the criterion asks
 */
PzCriterionKind
pz_group_problem_get_kind (const PzGroupProblem *self,
                           guint                 criterion)
{
  g_return_val_if_fail (self != NULL && criterion < self->criteria->len, PZ_CRITERION_MIXED);

  return pz_group_problem_criterion (self, criterion)->kind;
}

/**
 * pz_group_problem_get_importance:
 * @self: a problem
 * @criterion: a number below the number of criteria
 *
 * Returns: as it was set, 0 for off
 */
double
pz_group_problem_get_importance (const PzGroupProblem *self,
                                 guint                 criterion)
{
  g_return_val_if_fail (self != NULL && criterion < self->criteria->len, 0);

  return pz_group_problem_criterion (self, criterion)->importance;
}

/**
 * pz_group_problem_is_must:
 * @self: a problem
 * @criterion: a number below the number of criteria
 *
 * Returns: whether its value has to be 0
 */
gboolean
pz_group_problem_is_must (const PzGroupProblem *self,
                          guint                 criterion)
{
  g_return_val_if_fail (self != NULL && criterion < self->criteria->len, FALSE);

  return pz_group_problem_criterion (self, criterion)->must;
}

/**
 * pz_group_problem_has_effect:
 * @self: a problem
 * @criterion: a number below the number of criteria
 *
 * Returns: %FALSE when all groupings are alike to it, so that it is left out
 */
gboolean
pz_group_problem_has_effect (const PzGroupProblem *self,
                             guint                 criterion)
{
  g_return_val_if_fail (self != NULL && criterion < self->criteria->len, FALSE);

  return pz_group_problem_criterion (self, criterion)->deviation > 0;
}

/**
 * pz_group_problem_get_chance:
 * @self: a problem
 * @criterion: a number below the number of criteria
 *
 * Returns: the mean of its value over groupings by chance, of the same sizes but without any rule
 */
double
pz_group_problem_get_chance (const PzGroupProblem *self,
                             guint                 criterion)
{
  g_return_val_if_fail (self != NULL && criterion < self->criteria->len, 0);

  return pz_group_problem_criterion (self, criterion)->chance;
}

/**
 * pz_group_problem_get_factor:
 * @self: a problem
 * @criterion: a number below the number of criteria
 *
 * Returns: how much the score changes when its value changes by 1
 */
double
pz_group_problem_get_factor (const PzGroupProblem *self,
                             guint                 criterion)
{
  g_return_val_if_fail (self != NULL && criterion < self->criteria->len, 0);

  return pz_group_problem_criterion (self, criterion)->factor;
}

/**
 * pz_group_problem_get_n_missing:
 * @self: a problem
 * @criterion: a number below the number of criteria
 *
 * Returns: learners it knows nothing about: the mean of the class stands in for their number, and they count for no value
 */
guint
pz_group_problem_get_n_missing (const PzGroupProblem *self,
                                guint                 criterion)
{
  g_return_val_if_fail (self != NULL && criterion < self->criteria->len, 0);

  return pz_group_problem_criterion (self, criterion)->n_missing;
}

/**
 * pz_group_problem_is_grouping:
 * @self: a problem
 * @groups: (array): a number per learner
 *
 * Returns: whether every number is one of a group, and every group has a size it may have
 */
gboolean
pz_group_problem_is_grouping (const PzGroupProblem *self,
                              const guint          *groups)
{
  g_autofree guint *counts = NULL;

  g_return_val_if_fail (self != NULL && groups != NULL, FALSE);

  counts = g_new0 (guint, self->m);
  for (guint i = 0; i < self->n; i++)
    {
      if (groups[i] >= self->m)
        return FALSE;
      counts[groups[i]]++;
    }
  for (guint h = 0; h < self->m; h++)
    if (counts[h] < self->sizes[h].least || counts[h] > self->sizes[h].most)
      return FALSE;
  return TRUE;
}
