/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-builder-private.h"

#include "pz-error.h"

#include <glib/gi18n-lib.h>


/* of one kind */
#define MAX_RULES 20000

static void
clear_criterion (gpointer data)
{
  PzGroupCriterion *criterion = data;

  g_free (criterion->pairs);
  g_free (criterion->numbers);
}

/**
 * pz_group_builder_new:
 * @n_learners: who is to be grouped; those away are left out
 *
 * Returns: (transfer full): a builder for one problem
 */
PzGroupBuilder *
pz_group_builder_new (guint n_learners)
{
  PzGroupBuilder *self = g_new0 (PzGroupBuilder, 1);
  PzGroupProblem *problem = g_atomic_rc_box_new0 (PzGroupProblem);

  self->problem = problem;
  self->broken = n_learners == 0 || n_learners > PZ_GROUP_MAX_LEARNERS;
  problem->n = self->broken ? 1 : n_learners;
  problem->criteria = g_array_new (FALSE, TRUE, sizeof (PzGroupCriterion));
  g_array_set_clear_func (problem->criteria, clear_criterion);
  problem->attributes = g_array_new (FALSE, TRUE, sizeof (PzGroupAttribute));
  problem->units = g_array_new (FALSE, TRUE, sizeof (PzGroupUnit));
  problem->together = g_array_new (FALSE, TRUE, sizeof (PzGroupPair));
  problem->apart = g_array_new (FALSE, TRUE, sizeof (PzGroupPair));
  problem->pins = g_new (int, problem->n);
  for (guint i = 0; i < problem->n; i++)
    problem->pins[i] = -1;
  return self;
}

/**
 * pz_group_builder_free:
 * @self: (transfer full): a builder
 *
 * Ends it.
 */
void
pz_group_builder_free (PzGroupBuilder *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->problem, pz_group_problem_unref);
  g_free (self);
}

/**
 * pz_group_builder_set_sizes:
 * @self: a builder
 * @sizes: (array length=n_groups): of each group; least is 1 or more, and at most most
 * @n_groups: 1 or more
 *
 * Says how many groups there are, and how large each may be.
 */
void
pz_group_builder_set_sizes (PzGroupBuilder    *self,
                            const PzGroupSize *sizes,
                            guint              n_groups)
{
  g_return_if_fail (self != NULL && self->problem != NULL && (sizes != NULL || n_groups == 0));

  if (n_groups > self->problem->n)
    self->broken = TRUE;
  for (guint h = 0; h < n_groups; h++)
    if (sizes[h].least == 0 || sizes[h].most < sizes[h].least)
      self->broken = TRUE;
  if (self->broken)
    return;
  g_free (self->problem->sizes);
  self->problem->sizes = g_memdup2 (sizes, sizeof (PzGroupSize) * n_groups);
  self->problem->m = n_groups;
}

/**
 * pz_group_builder_set_raw:
 * @self: a builder
 *
 * Takes the importance of each criterion as what 1 of its value costs, instead of making all criteria mean the same.
 */
void
pz_group_builder_set_raw (PzGroupBuilder *self)
{
  g_return_if_fail (self != NULL);

  self->raw = TRUE;
}

/**
 * pz_group_builder_set_must:
 * @self: a builder
 * @criterion: of the kind not alone, cover or at most
 *
 * Makes a rule of it: its value has to be 0.
 */
void
pz_group_builder_set_must (PzGroupBuilder *self,
                           guint           criterion)
{
  PzGroupCriterion *found;

  g_return_if_fail (self != NULL && self->problem != NULL);

  if (criterion >= self->problem->criteria->len)
    {
      self->broken = TRUE;
      return;
    }
  found = &g_array_index (self->problem->criteria, PzGroupCriterion, criterion);
  if (found->kind != PZ_CRITERION_NOT_ALONE && found->kind != PZ_CRITERION_COVER && found->kind != PZ_CRITERION_AT_MOST)
    self->broken = TRUE;
  found->must = TRUE;
}

/**
 * pz_group_builder_set_limit:
 * @self: a builder
 * @criterion: of the kind at most
 * @limit: learners with one value in a group
 *
 * Says how many are not too many; 0 unless it is said.
 */
void
pz_group_builder_set_limit (PzGroupBuilder *self,
                            guint           criterion,
                            guint           limit)
{
  g_return_if_fail (self != NULL && self->problem != NULL);

  if (criterion >= self->problem->criteria->len
      || g_array_index (self->problem->criteria, PzGroupCriterion, criterion).kind != PZ_CRITERION_AT_MOST)
    self->broken = TRUE;
  else
    g_array_index (self->problem->criteria, PzGroupCriterion, criterion).limit = limit;
}

static void
add_rule (PzGroupBuilder *self,
          GArray         *rules,
          guint           a,
          guint           b)
{
  PzGroupPair pair = { MIN (a, b), MAX (a, b) };

  if (pair.b >= self->problem->n || a == b || rules->len >= MAX_RULES)
    {
      self->broken = TRUE;
      return;
    }
  for (guint k = 0; k < rules->len; k++)
    {
      const PzGroupPair *other = &g_array_index (rules, PzGroupPair, k);

      if (other->a == pair.a && other->b == pair.b)
        return;
    }
  g_array_append_val (rules, pair);
}

/**
 * pz_group_builder_together:
 * @self: a builder
 * @a: a learner
 * @b: another one
 *
 * The two must share a group.
 */
void
pz_group_builder_together (PzGroupBuilder *self,
                           guint           a,
                           guint           b)
{
  g_return_if_fail (self != NULL && self->problem != NULL);

  add_rule (self, self->problem->together, a, b);
}

/**
 * pz_group_builder_apart:
 * @self: a builder
 * @a: a learner
 * @b: another one
 *
 * The two must not share a group.
 */
void
pz_group_builder_apart (PzGroupBuilder *self,
                        guint           a,
                        guint           b)
{
  g_return_if_fail (self != NULL && self->problem != NULL);

  add_rule (self, self->problem->apart, a, b);
}

/**
 * pz_group_builder_pin:
 * @self: a builder
 * @learner: who stays
 * @group: where; checked when the problem is built
 *
 * The learner must be in that group. The last word holds.
 */
void
pz_group_builder_pin (PzGroupBuilder *self,
                      guint           learner,
                      guint           group)
{
  g_return_if_fail (self != NULL && self->problem != NULL);

  if (learner >= self->problem->n || group >= self->problem->n)
    self->broken = TRUE;
  else
    self->problem->pins[learner] = (int) group;
}

static gboolean
is_complete (const PzGroupBuilder *self)
{
  const PzGroupProblem *problem = self->problem;

  if (self->broken || problem->m == 0)
    return FALSE;
  for (guint i = 0; i < problem->n; i++)
    if (problem->pins[i] >= (int) problem->m)
      return FALSE;
  return TRUE;
}

static void
find_sizes (PzGroupProblem *problem)
{
  problem->smallest = G_MAXUINT;
  for (guint h = 0; h < problem->m; h++)
    {
      /* more than all there are says nothing */
      problem->sizes[h].most = MIN (problem->sizes[h].most, MAX (problem->n, problem->sizes[h].least));
      problem->smallest = MIN (problem->smallest, problem->sizes[h].least);
      problem->largest = MAX (problem->largest, problem->sizes[h].most);
      problem->flexible |= problem->sizes[h].least < problem->sizes[h].most;
    }
}

/**
 * pz_group_builder_build:
 * @self: a builder, which can only be freed afterwards
 * @error: %PZ_ERROR_INVALID when it was told something that cannot be, %PZ_ERROR_TOO_LARGE for numbers out of range
 *
 * Makes the problem: criteria are made to mean the same, and everything is folded into integers. Rules that contradict
 * each other are no error here: pz_group_rules_check() finds and names them.
 *
 * Returns: (transfer full): the problem, or %NULL
 */
PzGroupProblem *
pz_group_builder_build (PzGroupBuilder  *self,
                        GError         **error)
{
  g_autoptr(PzGroupProblem) problem = NULL;

  g_return_val_if_fail (self != NULL && self->problem != NULL, NULL);

  if (!is_complete (self))
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID, _("What is asked of the groups cannot be understood."));
      return NULL;
    }
  problem = g_steal_pointer (&self->problem);
  find_sizes (problem);
  if (problem->largest > PZ_GROUP_MAX_LEARNERS)
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_TOO_LARGE, _("The groups are too large to work with."));
      return NULL;
    }
  pz_group_units_build (problem);
  pz_group_normalise (problem, self->raw);
  if (!pz_group_tables_build (problem, error))
    return NULL;
  return g_steal_pointer (&problem);
}
