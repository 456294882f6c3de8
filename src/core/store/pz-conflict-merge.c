/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conflict-merge.h"

#include "pz-history-log.h"
#include "pz-task.h"

/* Earlier values of the field that are looked at. */
#define MAX_EARLIER 50

/* What a thread merges. */
typedef struct
{
  PzHistoryLog *log;
  char *mine;
  char *theirs;
  gboolean mine_is_own;   /* written here */
  gboolean theirs_is_own;
  char *marks[3];
} Merging;

static void
merging_free (Merging *self)
{
  g_object_unref (self->log);
  g_free (self->mine);
  g_free (self->theirs);
  for (gsize i = 0; i < G_N_ELEMENTS (self->marks); i++)
    g_free (self->marks[i]);
  g_free (self);
}

/**
 * pz_conflict_merge_free:
 * @self: (transfer full): merged texts
 */
void
pz_conflict_merge_free (PzConflictMerge *self)
{
  g_free (self->text);
  g_free (self);
}

/* How far an earlier value is from the text that was written elsewhere. The history is of this device: of what was written
 * here one after the other, the nearest is what the other one was made from. A later state holds lines it never had. */
static guint
get_distance (Merging    *self,
              const char *earlier)
{
  guint distance = 0;

  if (!self->mine_is_own || self->theirs_is_own)
    distance += pz_text_merge_distance (earlier, self->mine);
  if (!self->theirs_is_own || self->mine_is_own)
    distance += pz_text_merge_distance (earlier, self->theirs);
  return distance;
}

/* one of the texts itself is what somebody gave up before, not what both were made from */
static gboolean
may_be_base (Merging        *self,
             PzHistoryEntry *entry)
{
  const char *text = entry->old_value.kind == PZ_VALUE_TEXT ? entry->old_value.text : NULL;

  return text != NULL && g_strcmp0 (text, self->mine) != 0 && g_strcmp0 (text, self->theirs) != 0;
}

static char *
find_base (Merging       *self,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(GPtrArray) entries = pz_history_log_next (self->log, MAX_EARLIER, cancellable, error);
  guint best = 2 * pz_text_merge_distance (self->mine, self->theirs);
  const char *base = NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      PzHistoryEntry *entry = g_ptr_array_index (entries, i);

      if (may_be_base (self, entry) && get_distance (self, entry->old_value.text) <= best)
        {
          base = entry->old_value.text;
          best = get_distance (self, base);
        }
    }
  return g_strdup (base);
}

static void
merge_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Merging *self = data;
  const PzTextMergeMarks marks = { self->marks[0], self->marks[1], self->marks[2] };
  GError *error = NULL;
  g_autofree char *base = find_base (self, cancellable, &error);
  PzConflictMerge *merge;

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  merge = g_new0 (PzConflictMerge, 1);
  merge->has_base = base != NULL;
  merge->text = pz_text_merge (base, self->mine, self->theirs, &marks, &merge->n_conflicts);
  g_task_return_pointer (task, merge, (GDestroyNotify) pz_conflict_merge_free);
}

/**
 * pz_conflict_merge_async:
 * @classroom: a class
 * @conflict: a decision for which pz_conflict_can_merge() says yes
 * @marks: see pz_text_merge(); the first of them for the text that is shown now
 * @cancellable: (nullable): to stop
 * @callback: called in the main context of the caller
 *
 * Puts both texts together, in a thread. What they were made from is looked for in the history of this device: of the
 * values the field once held, the one that is nearest to what was written elsewhere. The more it is a guess, the more it matters that somebody
 * looks at what comes of it.
 */
void
pz_conflict_merge_async (PzClassroom            *classroom,
                         const PzConflict       *conflict,
                         const PzTextMergeMarks *marks,
                         GCancellable           *cancellable,
                         GAsyncReadyCallback     callback,
                         gpointer                user_data)
{
  const char *document = conflict->document_kind == PZ_DOCUMENT_CLASSROOM ? "" : conflict->document;
  PzHistoryQuery query = { conflict->document_kind, document, conflict->record,
                           pz_schema_get_record (conflict->type)->fields[conflict->field].name };
  Merging *self;
  GTask *task;

  g_return_if_fail (PZ_IS_CLASSROOM (classroom) && marks != NULL);
  g_return_if_fail (pz_conflict_can_merge (conflict));

  self = g_new0 (Merging, 1);
  self->log = pz_history_log_new (classroom, &query);
  self->mine = g_strdup (pz_conflict_get_value (conflict, 0)->text);
  self->theirs = g_strdup (pz_conflict_get_value (conflict, 1)->text);
  self->mine_is_own = pz_conflict_get_value (conflict, 0)->here;
  self->theirs_is_own = pz_conflict_get_value (conflict, 1)->here;
  self->marks[0] = g_strdup (marks->mine);
  self->marks[1] = g_strdup (marks->theirs);
  self->marks[2] = g_strdup (marks->end);
  task = g_task_new (classroom, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_conflict_merge_async);
  g_task_set_task_data (task, self, (GDestroyNotify) merging_free);
  pz_task_run_apart (task, merge_thread, (GDestroyNotify) pz_conflict_merge_free);
}

/**
 * pz_conflict_merge_finish:
 * @error: the history could not be read, or it was cancelled
 *
 * Returns: (transfer full): both texts put together; %NULL with @error set
 */
PzConflictMerge *
pz_conflict_merge_finish (PzClassroom   *classroom,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, classroom), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_conflict_merge_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
