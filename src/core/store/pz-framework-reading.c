/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-framework-reading.h"

#include "pz-classroom-private.h"
#include "pz-framework-reading-private.h"
#include "pz-goal-source.h"
#include "pz-task.h"

#include <string.h>

/* What a thread works on; nothing of it changes meanwhile. */
typedef struct
{
  PzStore *store;
  PzClock *clock;
  char *classroom;
  char *wanted;        /* NULL: the only one */
  gboolean newer;
  GPtrArray *ids;      /* of frameworks */
  GPtrArray *learners; /* ids */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_object (&order->store);
  g_clear_object (&order->clock);
  g_free (order->classroom);
  g_free (order->wanted);
  g_ptr_array_unref (order->ids);
  g_ptr_array_unref (order->learners);
  g_free (order);
}

/**
 * pz_framework_reading_free:
 */
void
pz_framework_reading_free (PzFrameworkReading *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->at, g_hash_table_unref);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_clear_pointer (&self->coverage, pz_coverage_free);
  g_clear_pointer (&self->links, pz_standard_links_free);
  g_clear_object (&self->tree);
  g_clear_pointer (&self->infos, g_ptr_array_unref);
  g_clear_pointer (&self->learners, g_ptr_array_unref);
  g_free (self);
}

/* the one that was asked for, or the only one that can be shown */
static const PzFrameworkInfo *
find_wanted (PzFrameworkReading *self,
             const char         *wanted)
{
  const PzFrameworkInfo *found = NULL;
  guint n = 0;

  for (guint i = 0; i < self->infos->len; i++)
    {
      const PzFrameworkInfo *info = g_ptr_array_index (self->infos, i);

      if (info->problem != NULL || info->deleted)
        continue;
      if (g_strcmp0 (info->id, wanted) == 0)
        return info;
      found = info;
      n++;
    }
  return wanted == NULL && n == 1 ? found : NULL;
}

static gboolean
read_tree (PzFrameworkReading  *self,
           const Order         *order,
           const char          *id,
           GError             **error)
{
  g_autofree char *name = pz_document_file_name (PZ_DOCUMENT_FRAMEWORK, id);
  g_autoptr(GBytes) bytes = pz_store_read (order->store, name, NULL, error);
  g_autoptr(PzDocument) document = bytes != NULL
                                     ? pz_document_parse (PZ_DOCUMENT_FRAMEWORK, id, bytes, order->clock, error) : NULL;
  g_autoptr(GArray) all = NULL;

  if (document == NULL)
    return FALSE;
  self->tree = pz_standard_tree_new (document);
  self->links = pz_standard_links_new (self->tree);
  /* the first search makes what the others need */
  all = pz_standard_tree_search (self->tree, "");
  return TRUE;
}

static void
sort_goal (PzFrameworkReading *self,
           PzGoalStandard     *goal)
{
  GPtrArray *at = g_hash_table_lookup (self->at, goal->standard);

  if (at == NULL)
    {
      at = g_ptr_array_new ();
      g_hash_table_insert (self->at, goal->standard, at);
    }
  g_ptr_array_add (at, goal);
}

/* goals of those who count, at standards of this framework */
static void
sort_goals (PzFrameworkReading *self,
            GPtrArray          *all)
{
  self->goals = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_goal_standard_free);
  self->at = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->learners->len; i++)
    g_hash_table_insert (self->numbers, g_ptr_array_index (self->learners, i), GUINT_TO_POINTER (i + 1));
  g_ptr_array_set_free_func (all, NULL); /* each goes on, or goes, below */
  for (guint i = 0; i < all->len; i++)
    {
      PzGoalStandard *goal = g_ptr_array_index (all, i);
      guint item;

      if (g_hash_table_contains (self->numbers, goal->learner) && pz_standard_tree_find (self->tree, goal->standard, &item))
        {
          g_ptr_array_add (self->goals, goal);
          sort_goal (self, goal);
        }
      else
        pz_goal_standard_free (goal);
    }
}

/**
 * pz_framework_reading_cover:
 * @self: with a tree
 * @learner: (nullable): id of one of its learners; %NULL: all of them
 *
 * Returns: (transfer full): the counts; of one learner, who has the number 0
 */
PzCoverage *
pz_framework_reading_cover (PzFrameworkReading *self,
                            const char         *learner)
{
  g_autoptr(GArray) goals = NULL;

  g_return_val_if_fail (self != NULL && self->tree != NULL, NULL);

  goals = g_array_new (FALSE, FALSE, sizeof (PzCoverageGoal));
  for (guint i = 0; i < self->goals->len; i++)
    {
      const PzGoalStandard *one = g_ptr_array_index (self->goals, i);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, one->learner)) - 1;
      PzCoverageGoal goal = { learner != NULL ? 0 : number, 0, pz_goal_state_from_name (one->state) };

      if (learner != NULL && strcmp (learner, one->learner) != 0)
        continue;
      if (pz_standard_tree_find (self->tree, one->standard, &goal.standard))
        g_array_append_val (goals, goal);
    }
  return pz_coverage_new (pz_standard_tree_get_order (self->tree), (PzCoverageGoal *) (gpointer) goals->data, goals->len,
                          learner != NULL ? 1 : self->learners->len);
}

/**
 * pz_framework_reading_list_goals:
 * @self: with a tree
 * @item: of the tree
 * @learner: (nullable): only those of this learner
 *
 * Returns: (transfer container) (element-type PzGoalStandard): goals at the standard itself
 */
GPtrArray *
pz_framework_reading_list_goals (PzFrameworkReading *self,
                                 guint               item,
                                 const char         *learner)
{
  GPtrArray *found = g_ptr_array_new ();
  GPtrArray *at;

  g_return_val_if_fail (self != NULL && self->tree != NULL, found);

  at = g_hash_table_lookup (self->at, pz_record_get_id (pz_standard_tree_get_record (self->tree, item)));
  for (guint i = 0; at != NULL && i < at->len; i++)
    {
      PzGoalStandard *goal = g_ptr_array_index (at, i);

      if (learner == NULL || strcmp (goal->learner, learner) == 0)
        g_ptr_array_add (found, goal);
    }
  return found;
}

/**
 * pz_framework_reading_get_info:
 *
 * Returns: (transfer none) (nullable): of the framework whose tree there is
 */
const PzFrameworkInfo *
pz_framework_reading_get_info (PzFrameworkReading *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->tree != NULL ? find_wanted (self, pz_document_get_id (pz_standard_tree_get_framework (self->tree))) : NULL;
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const Order *order = data;
  g_autoptr(PzFrameworkReading) self = g_new0 (PzFrameworkReading, 1);
  g_autoptr(GPtrArray) goals = NULL;
  const PzFrameworkInfo *wanted;
  GError *error = NULL;

  self->learners = g_ptr_array_ref (order->learners);
  self->infos = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_framework_info_free);
  for (guint i = 0; i < order->ids->len && !g_cancellable_is_cancelled (cancellable); i++)
    g_ptr_array_add (self->infos, pz_framework_info_read (order->store, order->newer, g_ptr_array_index (order->ids, i)));
  g_ptr_array_sort (self->infos, pz_framework_info_compare);
  wanted = find_wanted (self, order->wanted);
  if (wanted != NULL)
    {
      if (read_tree (self, order, wanted->id, &error))
        goals = pz_goal_standards_read (order->store, order->classroom, order->learners, cancellable, &error);
      if (goals != NULL)
        {
          sort_goals (self, goals);
          self->coverage = pz_framework_reading_cover (self, NULL);
        }
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) pz_framework_reading_free);
}

static GPtrArray *
list_learners (PzClassroom *self)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->index)); i++)
    if (pz_index_peek_flags (self->index, i) == PZ_INDEX_SHOWN)
      g_ptr_array_add (ids, g_strdup (pz_index_peek_id (self->index, i)));
  return ids;
}

/**
 * pz_classroom_read_framework_async:
 * @id: (nullable): of the framework whose standards are wanted; %NULL: the only one there is, if there is one
 * @cancellable: (nullable): to stop between two files
 * @callback: called in the main context of the caller
 *
 * Reads as it is on the disk; what waits to be saved is not seen. A framework in the trash, or one that cannot be read,
 * has no tree.
 */
void
pz_classroom_read_framework_async (PzClassroom         *self,
                                   const char          *id,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  GError *error = NULL;
  GTask *task;
  GPtrArray *ids;
  Order *order;

  g_return_if_fail (PZ_IS_CLASSROOM (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_classroom_read_framework_async);
  ids = pz_classroom_list (self, PZ_DOCUMENT_FRAMEWORK, &error);
  if (ids == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  order = g_new0 (Order, 1);
  order->store = g_object_ref (self->store);
  order->clock = g_object_ref (self->clock);
  order->classroom = g_strdup (self->id);
  order->wanted = g_strdup (id);
  order->newer = self->newer;
  order->ids = ids;
  order->learners = list_learners (self);
  g_task_set_task_data (task, order, order_free);
  pz_task_run_apart (task, read_thread, (GDestroyNotify) pz_framework_reading_free);
}

/**
 * pz_classroom_read_framework_finish:
 * @error: the folder or the framework could not be read, or it was cancelled
 *
 * Returns: (transfer full): what was read; %NULL with @error set
 */
PzFrameworkReading *
pz_classroom_read_framework_finish (PzClassroom   *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_classroom_read_framework_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
