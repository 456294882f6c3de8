/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conflict-list.h"

#include "pz-classroom-private.h"
#include "pz-task.h"

#include <string.h>

/* What a thread reads. The index knows the learners to look at; the other files are few, and a quick look at their bytes
 * tells most of them apart. */
typedef struct
{
  PzStore *store;
  PzClock *clock;
  char *classroom;
  GPtrArray *learners; /* ids: the index says that there is something to decide */
  PzDocument *own;     /* of the class, read again in the thread; NULL: it cannot be read */
  GPtrArray *found;    /* PzConflict */
} Listing;

static void
listing_free (Listing *self)
{
  g_object_unref (self->store);
  g_object_unref (self->clock);
  g_free (self->classroom);
  g_ptr_array_unref (self->learners);
  g_clear_object (&self->own);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_free (self);
}

static GPtrArray *
find_learners (PzClassroom *classroom)
{
  PzIndex *index = pz_classroom_get_index (classroom);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (index));

  for (guint i = 0; i < n; i++)
    if (pz_index_peek_n_conflicts (index, i) > 0)
      g_ptr_array_add (ids, g_strdup (pz_index_peek_id (index, i)));
  return ids;
}

static Listing *
listing_new (PzClassroom *classroom)
{
  Listing *self = g_new0 (Listing, 1);

  self->store = g_object_ref (classroom->store);
  self->clock = pz_clock_new (classroom->environment, pz_clock_get_device (classroom->clock));
  self->classroom = g_strdup (classroom->id);
  self->learners = find_learners (classroom);
  return self;
}

/* a damaged file is told of elsewhere */
static PzDocument *
read_document (Listing        *self,
               PzDocumentKind  kind,
               const char     *id)
{
  g_autofree char *name = pz_document_file_name (kind, id);
  g_autoptr(GBytes) bytes = pz_store_read (self->store, name, NULL, NULL);

  if (bytes == NULL || (kind != PZ_DOCUMENT_CLASSROOM && !pz_document_may_conflict (bytes)))
    return NULL;
  return pz_document_parse (kind, id, bytes, self->clock, NULL);
}

/* names: of this document and of what it refers to, not of a whole school */
static void
list_in (Listing    *self,
         PzDocument *document)
{
  g_autoptr(GArray) found = pz_document_find_conflicts (document);
  g_autoptr(PzRecordNames) names = found->len > 0 ? pz_record_names_new (self->store, self->classroom) : NULL;

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (self->found, pz_conflict_new (document, &g_array_index (found, PzFoundConflict, i), self->own,
                                                   names, pz_clock_get_device (self->clock)));
}

static void
list_document (Listing        *self,
               PzDocumentKind  kind,
               const char     *id)
{
  g_autoptr(PzDocument) document = read_document (self, kind, id);

  if (document != NULL)
    list_in (self, document);
}

static gboolean
list_folder (Listing         *self,
             PzDocumentKind   kind,
             GCancellable    *cancellable,
             GError         **error)
{
  g_autoptr(GPtrArray) names = pz_store_list (self->store, pz_schema_get_document (kind)->folder, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const char *base = g_ptr_array_index (names, i);
      g_autofree char *id = g_str_has_suffix (base, ".json") ? g_strndup (base, strlen (base) - 5) : NULL;

      if (pz_id_is_valid (id))
        list_document (self, kind, id);
    }
  return TRUE;
}

/* by the name of whose it is, as people look for it; the rest so that the order is always the same */
static int
compare_conflicts (gconstpointer a,
                   gconstpointer b)
{
  const PzConflict *x = *(PzConflict *const *) a, *y = *(PzConflict *const *) b;
  int order = (int) x->document_kind - (int) y->document_kind;

  if (order == 0)
    order = g_utf8_collate (x->document_title, y->document_title);
  if (order == 0)
    order = strcmp (x->document, y->document);
  if (order == 0)
    order = (int) x->type - (int) y->type;
  if (order == 0)
    order = strcmp (x->record, y->record);
  return order != 0 ? order : (int) x->field - (int) y->field;
}

static gboolean
list_all (Listing       *self,
          GCancellable  *cancellable,
          GError       **error)
{
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_conflict_free);
  self->own = read_document (self, PZ_DOCUMENT_CLASSROOM, self->classroom);
  if (self->own == NULL)
    return TRUE; /* without it nothing of the class can be shown */
  list_in (self, self->own);
  for (guint i = 0; i < self->learners->len && !g_cancellable_is_cancelled (cancellable); i++)
    list_document (self, PZ_DOCUMENT_LEARNER, g_ptr_array_index (self->learners, i));
  if (!list_folder (self, PZ_DOCUMENT_ACTIVITY, cancellable, error)
      || !list_folder (self, PZ_DOCUMENT_FRAMEWORK, cancellable, error))
    return FALSE;
  g_ptr_array_sort (self->found, compare_conflicts);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static void
list_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Listing *self = data;
  GError *error = NULL;

  if (list_all (self, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&self->found), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * pz_classroom_list_conflicts:
 * @self: a class, as it is on the disk: what waits to be saved is not looked at
 * @cancellable: (nullable): to stop between two files
 * @error: a folder could not be read, or it was cancelled
 *
 * Returns: (transfer full) (element-type PzConflict): what has to be decided in all documents, by what they are about and
 *   their names; empty when nothing has
 */
GPtrArray *
pz_classroom_list_conflicts (PzClassroom   *self,
                             GCancellable  *cancellable,
                             GError       **error)
{
  Listing *listing;
  GPtrArray *found = NULL;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);

  listing = listing_new (self);
  if (list_all (listing, cancellable, error))
    found = g_steal_pointer (&listing->found);
  listing_free (listing);
  return found;
}

/**
 * pz_classroom_list_conflicts_async:
 * @cancellable: (nullable): to stop between two files
 * @callback: called in the main context of the caller
 *
 * As pz_classroom_list_conflicts(), in a thread.
 */
void
pz_classroom_list_conflicts_async (PzClassroom         *self,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PZ_IS_CLASSROOM (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_classroom_list_conflicts_async);
  g_task_set_task_data (task, listing_new (self), (GDestroyNotify) listing_free);
  pz_task_run_apart (task, list_thread, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * pz_classroom_list_conflicts_finish:
 * @error: as pz_classroom_list_conflicts()
 *
 * Returns: (transfer full) (element-type PzConflict): as pz_classroom_list_conflicts()
 */
GPtrArray *
pz_classroom_list_conflicts_finish (PzClassroom   *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_classroom_list_conflicts_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
