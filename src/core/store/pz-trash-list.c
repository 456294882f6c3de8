/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-trash-list.h"

#include "pz-classroom-private.h"
#include "pz-record-names.h"
#include "pz-task.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a thread reads, and whose task it is. */
typedef struct
{
  PzStore *store;
  char *classroom;
} Listing;

static void
listing_free (Listing *listing)
{
  g_object_unref (listing->store);
  g_free (listing->classroom);
  g_free (listing);
}

/**
 * pz_trash_item_free:
 * @self: (transfer full): an item
 */
void
pz_trash_item_free (PzTrashItem *self)
{
  g_free (self->document);
  g_free (self->record);
  g_free (self->document_title);
  g_free (self->name);
  g_free (self->deleted);
  g_free (self);
}

/* the newest first; the rest only so that the order is always the same */
static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const PzTrashItem *x = *(PzTrashItem *const *) a, *y = *(PzTrashItem *const *) b;
  int order = strcmp (y->deleted, x->deleted);

  return order != 0 ? order : strcmp (x->record, y->record);
}

static void
add_item (GPtrArray          *items,
          PzDocumentKind      kind,
          const char         *document,
          const char         *record,
          const PzRecordName *name,
          const char         *title)
{
  PzTrashItem *item = g_new0 (PzTrashItem, 1);

  item->kind = kind;
  item->document = g_strdup (document);
  item->record = g_strdup (record);
  item->type = name->type;
  item->document_title = g_strdup (title);
  item->name = g_strdup (name->name);
  item->deleted = g_strdup (name->deleted);
  g_ptr_array_add (items, item);
}

/* nothing of a document that lies in the trash itself: it comes and goes with it */
static void
list_document (GPtrArray      *items,
               PzRecordNames  *names,
               PzDocumentKind  kind,
               const char     *id)
{
  GHashTable *records = pz_record_names_list (names, kind, id);
  const PzRecordName *owner = records != NULL ? g_hash_table_lookup (records, id) : NULL;
  GHashTableIter iter;
  gpointer record, value;

  if (owner != NULL && owner->deleted != NULL && kind == PZ_DOCUMENT_ACTIVITY)
    add_item (items, kind, id, id, owner, "");
  if (owner == NULL || owner->deleted != NULL)
    return;
  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &record, &value))
    {
      const PzRecordName *name = value;

      if (name->deleted != NULL)
        add_item (items, kind, id, record, name, owner->name);
    }
}

static gboolean
list_folder (GPtrArray       *items,
             Listing         *listing,
             PzDocumentKind   kind,
             GCancellable    *cancellable,
             GError         **error)
{
  const char *folder = pz_schema_get_document (kind)->folder;
  g_autoptr(GPtrArray) names = pz_store_list (listing->store, folder, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const char *base = g_ptr_array_index (names, i);
      g_autofree char *id = g_str_has_suffix (base, ".json") ? g_strndup (base, strlen (base) - 5) : NULL;
      /* the names of one document at a time: those of a school would be kept to the end */
      g_autoptr(PzRecordNames) records = pz_record_names_new (listing->store, listing->classroom);

      if (pz_id_is_valid (id))
        list_document (items, records, kind, id);
    }
  return TRUE;
}

static void
list_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Listing *listing = data;
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_trash_item_free);
  g_autoptr(PzRecordNames) names = pz_record_names_new (listing->store, listing->classroom);
  GError *error = NULL;

  list_document (items, names, PZ_DOCUMENT_CLASSROOM, listing->classroom);
  if (!list_folder (items, listing, PZ_DOCUMENT_LEARNER, cancellable, &error)
      || !list_folder (items, listing, PZ_DOCUMENT_ACTIVITY, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_ptr_array_sort (items, compare_items);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&items), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * pz_classroom_list_trash_async:
 * @cancellable: (nullable): to stop between two files
 * @callback: called in the main context of the caller
 *
 * Looks in a thread what lies in the trash besides whole learners, as it is on the disk.
 */
void
pz_classroom_list_trash_async (PzClassroom         *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Listing *listing;
  GTask *task;

  g_return_if_fail (PZ_IS_CLASSROOM (self));

  listing = g_new0 (Listing, 1);
  listing->store = g_object_ref (self->store);
  listing->classroom = g_strdup (self->id);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_classroom_list_trash_async);
  g_task_set_task_data (task, listing, (GDestroyNotify) listing_free);
  pz_task_run_apart (task, list_thread, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * pz_classroom_list_trash_finish:
 * @error: a folder could not be read, or it was cancelled
 *
 * Returns: (transfer full) (element-type PzTrashItem): what lies there, the newest first; %NULL with @error set
 */
GPtrArray *
pz_classroom_list_trash_finish (PzClassroom   *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_classroom_list_trash_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
