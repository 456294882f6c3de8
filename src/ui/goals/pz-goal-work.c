/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-work.h"

#include "pz-classroom-goals.h"

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  return pz_goal_item_compare (*(gconstpointer *) a, *(gconstpointer *) b);
}

/* the items of learners who were not read again */
static void
keep_others (GPtrArray          *items,
             GPtrArray          *before,
             const char * const *ids)
{
  g_autoptr(GHashTable) read = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; ids[i] != NULL; i++)
    g_hash_table_add (read, (gpointer) ids[i]);
  for (guint i = 0; i < before->len; i++)
    if (!g_hash_table_contains (read, pz_goal_item_get_learner (before->pdata[i])))
      g_ptr_array_add (items, g_object_ref (before->pdata[i]));
}

/* An item that says what the one before it said makes way for it, so that a list only hears of what is different. */
static PzGoalItem *
choose (PzGoalItem *item,
        GHashTable *known)
{
  PzGoalItem *before = g_hash_table_lookup (known, item);

  if (before == NULL || !pz_goal_item_equal (before, item))
    return item;
  g_object_unref (item);
  return g_object_ref (before);
}

/**
 * pz_goal_work_judge:
 * @sources: (transfer full) (element-type PzGoalSource): what was read
 * @rules: what the class says
 * @before: (element-type PzGoalItem): the list as it was; is not changed
 * @ids: (nullable) (array zero-terminated=1): the learners of @sources, when they are not all
 * @cancellable: (nullable): to stop between two goals
 *
 * May be called in any thread.
 *
 * Returns: (transfer full) (element-type PzGoalItem): the whole list as it is now, sorted; less when it was cancelled
 */
GPtrArray *
pz_goal_work_judge (GPtrArray          *sources,
                    PzGoalRules        *rules,
                    GPtrArray          *before,
                    const char * const *ids,
                    GCancellable       *cancellable)
{
  g_autoptr(GPtrArray) judged = NULL;
  g_autoptr(GHashTable) known = NULL;
  GPtrArray *items;

  g_return_val_if_fail (sources != NULL && rules != NULL && before != NULL, NULL);

  known = g_hash_table_new (pz_goal_item_hash, pz_goal_item_is_same_goal);
  for (guint i = 0; i < before->len; i++)
    g_hash_table_add (known, before->pdata[i]);
  judged = pz_goal_progress_list (sources, rules, cancellable);
  items = g_ptr_array_new_full (judged->len + (ids != NULL ? before->len : 0), g_object_unref);
  if (ids != NULL)
    keep_others (items, before, ids);
  g_ptr_array_set_free_func (judged, NULL); /* each goes over to its item */
  for (guint i = 0; i < judged->len; i++)
    g_ptr_array_add (items, choose (pz_goal_item_new (judged->pdata[i]), known));
  g_ptr_array_sort (items, compare_items);
  return items;
}

/* What the second thread is given, and makes. */
typedef struct
{
  char **ids; /* NULL: all learners */
  GPtrArray *before;
  GPtrArray *sources;
  PzGoalRules *rules;
  GPtrArray *items;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_strfreev (work->ids);
  pz_goal_work_let_go (work->before); /* it may be the last to hold the list as it was */
  g_clear_pointer (&work->sources, g_ptr_array_unref);
  g_clear_pointer (&work->rules, pz_goal_rules_unref);
  g_clear_pointer (&work->items, pz_goal_work_let_go);
  g_free (work);
}

static void
judge_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Work *work = data;

  work->items = pz_goal_work_judge (g_steal_pointer (&work->sources), work->rules, work->before,
                                    (const char * const *) work->ids, cancellable);
  g_task_return_boolean (task, TRUE);
}

static void
judged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data); /* the reference handed over */
  Work *work = g_task_get_task_data (task);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&work->items), (GDestroyNotify) pz_goal_work_let_go);
}

static void
collected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data); /* the reference handed over */
  PzClassroom *classroom = PZ_CLASSROOM (source);
  Work *work = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr(GTask) inner = NULL;
  GError *error = NULL;
  GDate today;

  work->sources = pz_classroom_collect_goals_finish (classroom, result, &error);
  if (work->sources == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_date_clear (&today, 1);
  pz_environment_get_today (pz_classroom_get_environment (classroom), &today);
  work->rules = pz_goal_rules_new (pz_classroom_get_document (classroom), &today);
  inner = g_task_new (NULL, cancellable, judged_cb, g_steal_pointer (&task));
  g_task_set_source_tag (inner, collected_cb);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, work, NULL);
  g_task_run_in_thread (inner, judge_thread);
}

/**
 * pz_goal_work_async:
 * @classroom: a class
 * @ids: (nullable) (array zero-terminated=1): learners to read again; %NULL: all there are
 * @before: (element-type PzGoalItem): the list as it was; nobody may change it from now on
 * @cancellable: (nullable): to stop between two goals
 * @callback: called in the main context of the caller
 *
 * Reads the goals of learners and judges them, in threads.
 */
void
pz_goal_work_async (PzClassroom        *classroom,
                    const char * const *ids,
                    GPtrArray          *before,
                    GCancellable       *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer            user_data)
{
  Work *work;
  GTask *task;

  g_return_if_fail (PZ_IS_CLASSROOM (classroom) && before != NULL);

  work = g_new0 (Work, 1);
  work->ids = g_strdupv ((char **) ids);
  work->before = g_ptr_array_ref (before);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_goal_work_async);
  g_task_set_task_data (task, work, work_free);
  pz_classroom_collect_goals_of_async (classroom, ids, cancellable, collected_cb, task);
}

/**
 * pz_goal_work_finish:
 * @error: the class could not be read, or it was cancelled
 *
 * Returns: (transfer full) (element-type PzGoalItem): the whole list as it is now, sorted; %NULL with @error set
 */
GPtrArray *
pz_goal_work_finish (GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_goal_work_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
let_go_thread (GTask        *task,
               gpointer      source,
               gpointer      items,
               GCancellable *cancellable)
{
  g_ptr_array_unref (items);
  g_task_return_boolean (task, TRUE);
}

/**
 * pz_goal_work_let_go:
 * @items: (transfer full) (element-type PzGoalItem): a list that is shown no longer
 *
 * Frees it in a thread: thousands of goals take longer than somebody who types may wait.
 */
void
pz_goal_work_let_go (GPtrArray *items)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_return_if_fail (items != NULL);

  g_task_set_source_tag (task, pz_goal_work_let_go);
  g_task_set_task_data (task, items, NULL);
  g_task_run_in_thread (task, let_go_thread);
}
