/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-watch.h"

struct _PzGoalWatch
{
  PzClassroomTraits *traits;
  PzGoalList *list;
};

static PzGoalNeed
get_need (PzGoalItem *item)
{
  switch (pz_goal_item_get_status (item))
    {
    case PZ_STATUS_NOT_ON_THE_WAY:
      return PZ_GOAL_NEED_DECISION;
    case PZ_STATUS_NEEDS_DATA:
      /* a goal of many waits for the class: said of each of them, it would say nothing */
      return pz_goal_item_get_progress (item)->source->shared ? PZ_GOAL_NEED_NOTHING : PZ_GOAL_NEED_DATA;
    default:
      return PZ_GOAL_NEED_NOTHING;
    }
}

/* what is said stays until the list was read again: an attempt that failed says nothing */
static void
list_changed_cb (PzGoalList  *list,
                 PzGoalWatch *self)
{
  g_autoptr(PzGoalNeeds) needs = NULL;
  PzGoalItem *item;

  if (!pz_goal_list_is_read (list) || pz_goal_list_get_error (list) != NULL)
    return;
  needs = pz_goal_needs_new ();
  for (guint i = 0; (item = pz_goal_list_peek (list, i)) != NULL; i++)
    if (pz_goal_item_get_state (item) == PZ_GOAL_IS_ACTIVE)
      pz_goal_needs_add (needs, pz_goal_item_get_learner (item), get_need (item));
  pz_classroom_traits_set_goals (self->traits, needs);
}

/**
 * pz_goal_watch_new:
 * @traits: what is known of the learners of a class
 *
 * Begins to read the goals of the class, unless they are shown already.
 *
 * Returns: (transfer full): the watch
 */
PzGoalWatch *
pz_goal_watch_new (PzClassroomTraits *traits)
{
  PzGoalWatch *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM_TRAITS (traits), NULL);

  self = g_new0 (PzGoalWatch, 1);
  self->traits = g_object_ref (traits);
  self->list = pz_goal_list_get (pz_classroom_traits_get_classroom (traits));
  g_signal_connect (self->list, "changed", G_CALLBACK (list_changed_cb), self); /* until the watch is freed */
  list_changed_cb (self->list, self);
  return self;
}

/**
 * pz_goal_watch_free:
 * @self: (transfer full) (nullable): the watch
 */
void
pz_goal_watch_free (PzGoalWatch *self)
{
  if (self == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->list, self);
  g_object_unref (self->list);
  g_object_unref (self->traits);
  g_free (self);
}

/**
 * pz_goal_watch_is_busy:
 * @self: the watch
 *
 * Returns: whether goals are being read
 */
gboolean
pz_goal_watch_is_busy (PzGoalWatch *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return pz_goal_list_is_busy (self->list);
}
