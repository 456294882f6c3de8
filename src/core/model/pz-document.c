/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-private.h"

#include "pz-learner.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (PzDocument, pz_document, G_TYPE_OBJECT)

enum
{
  CHANGED,
  RELOADED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
let_go (PzRecord *record)
{
  pz_record_set_document (record, NULL);
}

static void
let_all_go (GListStore *list)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (G_LIST_MODEL (list), i);

      let_go (record);
    }
}

static void
pz_document_finalize (GObject *object)
{
  PzDocument *self = PZ_DOCUMENT (object);

  g_hash_table_unref (self->by_id);
  for (guint i = 0; i < PZ_N_RECORD_TYPES; i++)
    if (self->lists[i] != NULL)
      {
        let_all_go (self->lists[i]);
        g_object_unref (self->lists[i]);
      }
  let_go (self->owner);
  g_object_unref (self->owner);
  g_free (self->id);
  g_clear_object (&self->clock);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->fresh);
  g_clear_pointer (&self->settled, g_array_unref);
  g_array_unref (self->devices);
  g_ptr_array_unref (self->unknown);
  g_ptr_array_unref (self->unknown_stamps);
  g_ptr_array_unref (self->unknown_in_stamps);
  G_OBJECT_CLASS (pz_document_parent_class)->finalize (object);
}

static void
pz_document_class_init (PzDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_document_finalize;

  /**
   * PzDocument::changed:
   * @record: what was written
   * @field: which field
   */
  signals[CHANGED] = g_signal_new ("changed", PZ_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, PZ_TYPE_RECORD, G_TYPE_UINT);
  /**
   * PzDocument::reloaded:
   *
   * Values came from elsewhere; properties that differ were notified before.
   */
  signals[RELOADED] = g_signal_new ("reloaded", PZ_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
pz_document_init (PzDocument *self)
{
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_change_free);
  self->fresh = g_ptr_array_new_with_free_func (g_object_unref);
  self->devices = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->unknown = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_unknown_free);
  self->unknown_stamps = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_unknown_free);
  self->unknown_in_stamps = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_unknown_free);
}

static GListStore *
list_of (PzDocument   *self,
         PzRecordType  type)
{
  if (self->lists[type] == NULL)
    self->lists[type] = g_list_store_new (pz_record_type_get_gtype (type));
  return self->lists[type];
}

static void
make_fresh (PzDocument *self,
            PzRecord   *record)
{
  PzStamp star = pz_clock_next (self->clock, 0);

  pz_record_set_star (record, &star);
  pz_record_set_fresh (record, TRUE);
  g_ptr_array_add (self->fresh, g_object_ref (record));
}

/* Private */

/**
 * pz_document_new_empty:
 *
 * Returns: (transfer full): a document whose owner has no stamp yet, for a reader to fill
 */
PzDocument *
pz_document_new_empty (PzDocumentKind  kind,
                       const char     *id,
                       PzClock        *clock)
{
  PzDocument *self;

  g_return_val_if_fail (kind < PZ_N_DOCUMENT_KINDS, NULL);
  g_return_val_if_fail (pz_id_is_valid (id), NULL);
  g_return_val_if_fail (PZ_IS_CLOCK (clock), NULL);

  self = g_object_new (PZ_TYPE_DOCUMENT, NULL);
  self->kind = kind;
  self->id = g_strdup (id);
  self->clock = g_object_ref (clock);
  self->owner = pz_record_new (pz_schema_get_document (kind)->owner, id);
  pz_record_set_document (self->owner, self);
  g_hash_table_insert (self->by_id, (gpointer) pz_record_get_id (self->owner), self->owner);
  return self;
}

/**
 * pz_document_next_stamp:
 * @seen: latest clock of what the write takes the place of
 *
 * Returns: a pending stamp of this device
 */
PzStamp
pz_document_next_stamp (PzDocument *self,
                        PzHlc       seen)
{
  return pz_clock_next (self->clock, seen);
}

/**
 * pz_document_note_change:
 *
 * Keeps the change for history and undo, and tells who listens.
 */
void
pz_document_note_change (PzDocument    *self,
                         PzRecord      *record,
                         guint          field,
                         const char    *element,
                         const PzValue *before,
                         const PzValue *after)
{
  if (self == NULL)
    return;
  self->n_edits++;
  /* what a new record was filled with comes and goes with it: one change says that it was added */
  if (!pz_record_is_fresh (record) || field == pz_schema_get_deleted (pz_record_get_record_type (record)))
    {
      PzChange *change = pz_change_new (record, (int) field, element, before, after);

      change->others = g_steal_pointer (&self->settled);
      g_ptr_array_add (self->changes, change);
    }
  g_clear_pointer (&self->settled, g_array_unref);
  g_signal_emit (self, signals[CHANGED], 0, record, field);
}

/**
 * pz_document_settles:
 * @others: (transfer full) (nullable) (element-type PzValue): values that waited for a decision
 *
 * The next change that is noted is that decision.
 */
void
pz_document_settles (PzDocument *self,
                     GArray     *others)
{
  g_clear_pointer (&self->settled, g_array_unref);
  self->settled = others;
}

/**
 * pz_document_count_edits:
 *
 * Returns: another number when something was written here, or a record added, since it was asked for. What is joined does
 *   not count
 */
guint
pz_document_count_edits (PzDocument *self)
{
  return self->n_edits;
}

/**
 * pz_document_set_revision:
 * @revision: how often the file was written
 */
void
pz_document_set_revision (PzDocument *self,
                          guint64     revision)
{
  self->revision = revision;
}

/**
 * pz_document_insert:
 * @record: one that no document holds; at the end of the list of its type
 */
void
pz_document_insert (PzDocument *self,
                    PzRecord   *record)
{
  pz_record_set_document (record, self);
  if (!g_hash_table_contains (self->by_id, pz_record_get_id (record)))
    g_hash_table_insert (self->by_id, (gpointer) pz_record_get_id (record), record);
  else
    self->n_doubles++;
  g_list_store_append (list_of (self, pz_record_get_record_type (record)), record);
}

/**
 * pz_document_settle_doubles:
 *
 * Of several records with one id, the first in the file is found and has the stamps. A damaged file may have such
 * records; nothing of them is lost, and `check` reports them.
 */
void
pz_document_settle_doubles (PzDocument *self)
{
  if (self->n_doubles == 0)
    return;
  self->n_doubles = 0;
  g_hash_table_remove_all (self->by_id);
  g_hash_table_insert (self->by_id, (gpointer) pz_record_get_id (self->owner), self->owner);
  for (guint type = 0; type < PZ_N_RECORD_TYPES; type++)
    {
      g_autoptr(GPtrArray) records = pz_document_sort_records (self, (PzRecordType) type);

      for (guint i = 0; i < records->len; i++)
        {
          PzRecord *record = g_ptr_array_index (records, i);

          if (g_hash_table_contains (self->by_id, pz_record_get_id (record)))
            self->n_doubles++;
          else
            g_hash_table_insert (self->by_id, (gpointer) pz_record_get_id (record), record);
        }
    }
}

/**
 * pz_document_remove:
 * @record: one of the lists, which lets go of it for good
 */
void
pz_document_remove (PzDocument *self,
                    PzRecord   *record)
{
  GListStore *list = list_of (self, pz_record_get_record_type (record));
  guint position;

  if (!g_list_store_find (list, record, &position))
    return;
  if (g_hash_table_lookup (self->by_id, pz_record_get_id (record)) == record)
    g_hash_table_remove (self->by_id, pz_record_get_id (record));
  let_go (record);
  g_list_store_remove (list, position);
  pz_document_settle_doubles (self);
}

/**
 * pz_document_take_lists:
 *
 * For a document that is about to go: to free thousands of records takes a while, and they may go in any thread.
 *
 * Returns: (transfer full) (element-type GListStore): its lists of records, which it does not have any more
 */
GPtrArray *
pz_document_take_lists (PzDocument *self)
{
  GPtrArray *taken = g_ptr_array_new_with_free_func (g_object_unref);

  pz_document_settle (self);
  g_hash_table_remove_all (self->by_id);
  g_hash_table_insert (self->by_id, (gpointer) pz_record_get_id (self->owner), self->owner);
  for (guint i = 0; i < PZ_N_RECORD_TYPES; i++)
    if (self->lists[i] != NULL)
      {
        let_all_go (self->lists[i]);
        g_ptr_array_add (taken, g_steal_pointer (&self->lists[i]));
      }
  return taken;
}

/**
 * pz_document_get_clock:
 *
 * Returns: (transfer none): what stamps the writes
 */
PzClock *
pz_document_get_clock (PzDocument *self)
{
  return self->clock;
}

/**
 * pz_document_get_all:
 *
 * Returns: (transfer container) (element-type PzRecord): the owner, then all others by type
 */
GPtrArray *
pz_document_get_all (PzDocument *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (all, g_object_ref (self->owner));
  for (guint i = 0; i < PZ_N_RECORD_TYPES; i++)
    for (guint j = 0; self->lists[i] != NULL && j < g_list_model_get_n_items (G_LIST_MODEL (self->lists[i])); j++)
      g_ptr_array_add (all, g_list_model_get_item (G_LIST_MODEL (self->lists[i]), j));
  return all;
}

/* Public */

/**
 * pz_document_new:
 * @kind: what it is about
 * @id: its id and that of its owner
 * @clock: stamps the writes
 *
 * Returns: (transfer full): a document with a new owner
 */
PzDocument *
pz_document_new (PzDocumentKind  kind,
                 const char     *id,
                 PzClock        *clock)
{
  PzDocument *self = pz_document_new_empty (kind, id, clock);

  make_fresh (self, self->owner);
  g_ptr_array_add (self->changes, pz_change_new (self->owner, -1, NULL, NULL, NULL));
  return self;
}

/**
 * pz_document_get_kind:
 *
 * Returns: what it is about
 */
PzDocumentKind
pz_document_get_kind (PzDocument *self)
{
  g_return_val_if_fail (PZ_IS_DOCUMENT (self), PZ_DOCUMENT_LEARNER);

  return self->kind;
}

/**
 * pz_document_get_id:
 *
 * Returns: (transfer none): its id
 */
const char *
pz_document_get_id (PzDocument *self)
{
  g_return_val_if_fail (PZ_IS_DOCUMENT (self), NULL);

  return self->id;
}

/**
 * pz_document_get_revision:
 *
 * Returns: how often the file was written; 0: never
 */
guint64
pz_document_get_revision (PzDocument *self)
{
  g_return_val_if_fail (PZ_IS_DOCUMENT (self), 0);

  return self->revision;
}

/**
 * pz_document_get_owner:
 *
 * Returns: (transfer none): the learner of a learner's document, and so on
 */
PzRecord *
pz_document_get_owner (PzDocument *self)
{
  g_return_val_if_fail (PZ_IS_DOCUMENT (self), NULL);

  return self->owner;
}

/**
 * pz_document_get_records:
 * @type: of the records
 *
 * Returns: (transfer none): a list model of all records of the type, those in the trash included; new ones at the end
 */
GListModel *
pz_document_get_records (PzDocument   *self,
                         PzRecordType  type)
{
  g_return_val_if_fail (PZ_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (type < PZ_N_RECORD_TYPES, NULL);

  return G_LIST_MODEL (list_of (self, type));
}

/**
 * pz_document_find:
 * @id: of the owner or a record
 *
 * Returns: (transfer none) (nullable): the record
 */
PzRecord *
pz_document_find (PzDocument *self,
                  const char *id)
{
  g_return_val_if_fail (PZ_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * pz_document_add_with_id:
 * @type: one that may stand in this kind of document
 * @id: valid, and of no other record of the document
 *
 * Returns: (transfer none): a new record with that id, as a standard of an imported framework has it
 */
PzRecord *
pz_document_add_with_id (PzDocument   *self,
                         PzRecordType  type,
                         const char   *id)
{
  g_autoptr(PzRecord) record = NULL;

  g_return_val_if_fail (PZ_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (pz_schema_get_record (type)->documents & (1u << self->kind), NULL);
  g_return_val_if_fail (pz_schema_get_record (type)->list != NULL, NULL);
  g_return_val_if_fail (pz_id_is_valid (id), NULL);
  g_return_val_if_fail (pz_document_find (self, id) == NULL, NULL);

  record = pz_record_new (type, id);
  make_fresh (self, record);
  self->n_edits++;
  g_ptr_array_add (self->changes, pz_change_new (record, -1, NULL, NULL, NULL));
  pz_document_insert (self, record);
  return record;
}

/**
 * pz_document_add:
 * @type: one that may stand in this kind of document
 *
 * Returns: (transfer none): a new record with a new id; its fields share one stamp until the document is saved
 */
PzRecord *
pz_document_add (PzDocument   *self,
                 PzRecordType  type)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (PZ_IS_DOCUMENT (self), NULL);

  id = pz_environment_new_id (pz_clock_get_environment (self->clock));
  return pz_document_add_with_id (self, type, id);
}
