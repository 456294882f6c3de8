/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-watch.h"

#include "pz-classroom-goals.h"
#include "pz-goal-changes.h"
#include "pz-memory.h"

/* So many learners are read before their goals are judged and forgotten: what is known of all goals of a large class
 * takes more memory than all else of the window. */
#define CHUNK 64

struct _PzGoalWatch
{
  PzClassroomTraits *traits;
  PzClassroom *classroom;
  PzGoalList *list;      /* NULL until somebody shows all goals: then they are read already */
  PzGoalChanges *changes; /* what is to be read again */
  GCancellable *reading; /* NULL while nothing is read */
};

/* Learners who are read, some after the other; a thread has it while it judges. */
typedef struct
{
  PzGoalWatch *watch; /* not to be looked at when it was cancelled */
  GCancellable *cancellable;
  PzClassroom *classroom;
  GPtrArray *ids;
  guint n_read;
  PzGoalRules *rules;
  GPtrArray *sources;
  PzGoalNeeds *needs;
} Reading;

static void read_next (PzGoalWatch *self);

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->cancellable);
  g_object_unref (reading->classroom);
  g_ptr_array_unref (reading->ids);
  g_clear_pointer (&reading->rules, pz_goal_rules_unref);
  g_clear_pointer (&reading->sources, g_ptr_array_unref);
  pz_goal_needs_unref (reading->needs);
  g_free (reading);
}

static void
add_goal (PzGoalNeeds          *needs,
          const PzGoalProgress *progress)
{
  const PzGoalSource *source = progress->source;
  PzGoalNeed need = PZ_GOAL_NEED_NOTHING;

  if (source->state != PZ_GOAL_IS_ACTIVE)
    return;
  if (progress->decision.status == PZ_STATUS_NOT_ON_THE_WAY)
    need = PZ_GOAL_NEED_DECISION;
  /* a goal of many waits for the class: said of each of them, it would say nothing */
  else if (progress->decision.status == PZ_STATUS_NEEDS_DATA && !source->shared)
    need = PZ_GOAL_NEED_DATA;
  pz_goal_needs_add (needs, source->learner, need);
}

/* ---- from the list of all goals ---- */

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
    add_goal (needs, pz_goal_item_get_progress (item));
  pz_classroom_traits_set_goals (self->traits, needs);
}

/* whether somebody else reads what is to be read here */
static gboolean
use_list (PzGoalWatch *self)
{
  PzGoalList *list = pz_goal_list_find_shared (self->classroom);

  if (self->list != NULL || list == NULL)
    return self->list != NULL;
  self->list = g_object_ref (list);
  g_signal_connect (list, "changed", G_CALLBACK (list_changed_cb), self); /* until the watch is freed */
  list_changed_cb (list, self);
  return TRUE;
}

/* ---- from the files ---- */

static void
judge_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Reading *reading = data;
  g_autoptr(GPtrArray) judged = pz_goal_progress_list (g_steal_pointer (&reading->sources), reading->rules, cancellable);

  for (guint i = 0; i < judged->len; i++)
    add_goal (reading->needs, judged->pdata[i]);
  g_task_return_boolean (task, TRUE);
}

static void read_chunk (Reading *reading);

static void
judged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Reading *reading = user_data;

  if (g_cancellable_is_cancelled (reading->cancellable))
    reading_free (reading);
  else
    read_chunk (reading);
}

static void
collected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Reading *reading = user_data;
  g_autoptr(GTask) task = NULL;

  reading->sources = pz_classroom_collect_goals_finish (PZ_CLASSROOM (source), result, NULL);
  if (g_cancellable_is_cancelled (reading->cancellable))
    {
      reading_free (reading);
      return;
    }
  if (reading->sources == NULL)
    {
      /* the class cannot be read just now: its next change is another attempt */
      pz_goal_changes_add_all (reading->watch->changes);
      g_clear_object (&reading->watch->reading);
      reading_free (reading);
      return;
    }
  task = g_task_new (NULL, reading->cancellable, judged_cb, reading);
  g_task_set_source_tag (task, collected_cb);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, reading, NULL);
  g_task_run_in_thread (task, judge_thread);
}

static void
give_back_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  pz_memory_give_back ();
  g_task_return_boolean (task, TRUE);
}

static void
finish (Reading *reading)
{
  PzGoalWatch *self = reading->watch;
  gboolean more_than_one_chunk = reading->ids->len > CHUNK;

  g_clear_object (&self->reading);
  pz_classroom_traits_set_goals (self->traits, reading->needs);
  reading_free (reading);
  if (more_than_one_chunk)
    {
      g_autoptr(GTask) task = g_task_new (NULL, NULL, NULL, NULL);

      g_task_set_source_tag (task, finish);
      g_task_run_in_thread (task, give_back_thread);
    }
  read_next (self);
}

/* takes reading */
static void
read_chunk (Reading *reading)
{
  g_autoptr(GPtrArray) chunk = g_ptr_array_new ();

  if (reading->n_read == reading->ids->len)
    {
      finish (reading);
      return;
    }
  while (chunk->len < CHUNK && reading->n_read < reading->ids->len)
    g_ptr_array_add (chunk, reading->ids->pdata[reading->n_read++]);
  g_ptr_array_add (chunk, NULL);
  pz_classroom_collect_goals_of_async (reading->classroom, (const char *const *) chunk->pdata, reading->cancellable,
                                       collected_cb, reading);
}

/* takes ids; NULL: everybody */
static GPtrArray *
list_ids (PzGoalWatch  *self,
          char        **ids)
{
  PzIndex *index = pz_classroom_get_index (self->classroom);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_ptr_array_add (list, ids[i]);
  for (guint i = 0; ids == NULL && i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    g_ptr_array_add (list, g_strdup (pz_index_peek_id (index, i)));
  g_free (ids);
  return list;
}

static void
read_next (PzGoalWatch *self)
{
  PzGoalNeeds *known = pz_classroom_traits_get_goals (self->traits);
  Reading *reading;
  gboolean all;
  char **ids;
  GDate today;

  if (self->reading != NULL || pz_goal_changes_is_empty (self->changes) || use_list (self))
    return;
  if (known == NULL)
    pz_goal_changes_add_all (self->changes);
  pz_goal_changes_take (self->changes, &ids);
  all = ids == NULL;
  g_date_clear (&today, 1);
  pz_environment_get_today (pz_classroom_get_environment (self->classroom), &today);
  reading = g_new0 (Reading, 1);
  reading->watch = self;
  self->reading = g_cancellable_new ();
  reading->cancellable = g_object_ref (self->reading);
  reading->classroom = g_object_ref (self->classroom);
  reading->ids = list_ids (self, ids);
  reading->needs = all ? pz_goal_needs_new () : pz_goal_needs_copy_without (known, reading->ids);
  reading->rules = pz_goal_rules_new (pz_classroom_get_document (self->classroom), &today);
  read_chunk (reading);
}

/**
 * pz_goal_watch_new:
 * @traits: what is known of the learners of a class
 *
 * Begins to read the goals of the class, unless somebody shows them already.
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
  self->classroom = g_object_ref (pz_classroom_traits_get_classroom (traits));
  self->changes = pz_goal_changes_new (self->classroom);
  g_signal_connect_swapped (self->changes, "changed", G_CALLBACK (read_next), self); /* until the watch is freed */
  read_next (self);
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
  g_signal_handlers_disconnect_by_data (self->changes, self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->list);
  g_object_unref (self->changes);
  g_object_unref (self->classroom);
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
  return self->reading != NULL || (self->list != NULL && pz_goal_list_is_busy (self->list));
}
