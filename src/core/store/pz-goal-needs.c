/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-needs.h"

struct _PzGoalNeeds
{
  gatomicrefcount ref_count;
  GHashTable *learners; /* id -> PzGoalNeed; without a goal that is worked on: no entry */
};

/**
 * pz_goal_needs_new:
 *
 * Returns: (transfer full): nobody has a goal
 */
PzGoalNeeds *
pz_goal_needs_new (void)
{
  PzGoalNeeds *self = g_new0 (PzGoalNeeds, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->learners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * pz_goal_needs_ref:
 * @self: the needs
 *
 * Returns: (transfer full): @self
 */
PzGoalNeeds *
pz_goal_needs_ref (PzGoalNeeds *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * pz_goal_needs_unref:
 * @self: (transfer full): the needs
 */
void
pz_goal_needs_unref (PzGoalNeeds *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->learners);
  g_free (self);
}

/**
 * pz_goal_needs_copy_without:
 * @self: the needs
 * @learners: (element-type utf8): ids of learners whose goals are judged again
 *
 * Returns: (transfer full): the same of all others, to be added to
 */
PzGoalNeeds *
pz_goal_needs_copy_without (const PzGoalNeeds *self,
                            GPtrArray         *learners)
{
  PzGoalNeeds *copy;
  GHashTableIter iter;
  gpointer id, need;

  g_return_val_if_fail (self != NULL && learners != NULL, NULL);

  copy = pz_goal_needs_new ();
  g_hash_table_iter_init (&iter, self->learners);
  while (g_hash_table_iter_next (&iter, &id, &need))
    g_hash_table_insert (copy->learners, g_strdup (id), need);
  for (guint i = 0; i < learners->len; i++)
    g_hash_table_remove (copy->learners, learners->pdata[i]);
  return copy;
}

/**
 * pz_goal_needs_add:
 * @self: needs that nobody else has seen yet
 * @learner: id of a learner with a goal that is worked on
 * @need: what that goal waits for, besides what others of the same learner do
 */
void
pz_goal_needs_add (PzGoalNeeds *self,
                   const char  *learner,
                   PzGoalNeed   need)
{
  gpointer id, known;

  g_return_if_fail (self != NULL && learner != NULL);

  if (!g_hash_table_lookup_extended (self->learners, learner, &id, &known))
    g_hash_table_insert (self->learners, g_strdup (learner), GUINT_TO_POINTER (need));
  else if ((GPOINTER_TO_UINT (known) | need) != GPOINTER_TO_UINT (known))
    g_hash_table_replace (self->learners, g_strdup (learner), GUINT_TO_POINTER (GPOINTER_TO_UINT (known) | need));
}

/**
 * pz_goal_needs_get:
 * @self: the needs
 * @learner: id of a learner
 * @need: (out): what the goals of the learner wait for
 *
 * Returns: whether the learner has a goal that is worked on
 */
gboolean
pz_goal_needs_get (const PzGoalNeeds *self,
                   const char        *learner,
                   PzGoalNeed        *need)
{
  gpointer known = NULL;
  gboolean found;

  g_return_val_if_fail (self != NULL && learner != NULL, FALSE);

  found = g_hash_table_lookup_extended (self->learners, learner, NULL, &known);
  *need = (PzGoalNeed) GPOINTER_TO_UINT (known);
  return found;
}

/**
 * pz_goal_needs_equal:
 * @a: (nullable): needs; %NULL: not known yet
 * @b: (nullable): others
 *
 * Returns: whether they say the same of everybody
 */
gboolean
pz_goal_needs_equal (const PzGoalNeeds *a,
                     const PzGoalNeeds *b)
{
  GHashTableIter iter;
  gpointer id, need;

  if (a == NULL || b == NULL || g_hash_table_size (a->learners) != g_hash_table_size (b->learners))
    return a == b;
  g_hash_table_iter_init (&iter, a->learners);
  while (g_hash_table_iter_next (&iter, &id, &need))
    {
      gpointer other;

      if (!g_hash_table_lookup_extended (b->learners, id, NULL, &other) || need != other)
        return FALSE;
    }
  return TRUE;
}
