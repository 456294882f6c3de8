/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-case-plan-private.h"

#include "pz-document-private.h"
#include "pz-index-private.h"
#include "pz-standard-node.h"

#include <string.h>

static void
item_free (gpointer data)
{
  PzCaseItem *item = data;

  g_free (item->id);
  g_free (item);
}

static PzCaseItem *
add_item (PzCasePlan   *self,
          PzRecordType  type,
          const char   *id,
          PzImportKind  kind)
{
  PzCaseItem *item = g_new0 (PzCaseItem, 1);

  item->kind = kind;
  item->type = type;
  item->id = g_strdup (id);
  g_ptr_array_add (self->items, item);
  return item;
}

static gboolean
is_away (PzRecord *record)
{
  return pz_record_is_deleted (record)
         || (pz_record_get_record_type (record) == PZ_RECORD_STANDARD && !pz_record_is_empty (record, PZ_STANDARD_RETIRED));
}

/* that others came between two items is no change of them */
static guint32
without_order (const PzCaseRecord *source,
               guint32             fields)
{
  return source->type == PZ_RECORD_STANDARD ? fields & ~(1u << PZ_STANDARD_FILE_ORDER) : fields;
}

static void
compare_record (PzCasePlan         *self,
                const PzCaseRecord *source)
{
  const char *id = pz_case_plan_to_id (self, source->id);
  PzRecord *record = self->document != NULL ? pz_document_find (self->document, id) : NULL;
  PzCaseItem *item = add_item (self, source->type, id, PZ_IMPORT_NEW);

  item->source = source;
  if (record == NULL)
    return;
  item->fields = pz_case_compare (self, source, record);
  item->kind = is_away (record) ? PZ_IMPORT_BACK
               : without_order (source, item->fields) != 0 ? PZ_IMPORT_CHANGED : PZ_IMPORT_SAME;
}

/* An item that is gone keeps its place in the tree: its associations stay, though the file has them no longer. */
static gboolean
keeps_association (PzCasePlan *self,
                   PzRecord   *association,
                   GHashTable *listed)
{
  const char *origin = pz_record_get_text (association, PZ_ASSOCIATION_ORIGIN);
  PzRecord *item = origin != NULL ? pz_document_find (self->document, origin) : NULL;

  return item != NULL && pz_record_get_record_type (item) == PZ_RECORD_STANDARD && !g_hash_table_contains (listed, origin);
}

static void
find_gone (PzCasePlan   *self,
           PzRecordType  type,
           GHashTable   *listed)
{
  GListModel *records = pz_document_get_records (self->document, type);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (records, i);

      if (g_hash_table_contains (listed, pz_record_get_id (record)) || is_away (record)
          || (type == PZ_RECORD_ASSOCIATION && keeps_association (self, record, listed)))
        continue;
      add_item (self, type, pz_record_get_id (record), PZ_IMPORT_GONE);
    }
}

static void
compare_all (PzCasePlan *self)
{
  g_autoptr(GHashTable) listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->package->items->len; i++)
    compare_record (self, g_ptr_array_index (self->package->items, i));
  for (guint i = 0; i < self->package->associations->len; i++)
    compare_record (self, g_ptr_array_index (self->package->associations, i));
  if (self->document == NULL)
    return;
  for (guint i = 0; i < self->items->len; i++)
    g_hash_table_add (listed, g_strdup (((PzCaseItem *) g_ptr_array_index (self->items, i))->id));
  find_gone (self, PZ_RECORD_STANDARD, listed);
  find_gone (self, PZ_RECORD_ASSOCIATION, listed);
  self->fields = pz_case_compare (self, self->package->framework, pz_document_get_owner (self->document));
  self->was_deleted = pz_record_is_deleted (pz_document_get_owner (self->document));
}

/* what an id of the file must not be, apart from the records of other frameworks */
static void
list_known (PzCasePlan *self)
{
  g_autoptr(GPtrArray) records = pz_document_get_all (pz_classroom_get_document (self->classroom));
  PzIndex *index = pz_classroom_get_index (self->classroom);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (self->known, g_strdup (pz_record_get_id (g_ptr_array_index (records, i))));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    g_hash_table_add (self->known, g_strdup (pz_index_peek_id (index, i)));
}

/*
 * pz_case_plan_begin:
 *
 * Returns: (transfer full): a plan that knows the class, but has not compared anything; %NULL when @error is set
 */
PzCasePlan *
pz_case_plan_begin (PzClassroom    *classroom,
                    PzCasePackage  *package,
                    GError        **error)
{
  GPtrArray *frameworks = pz_classroom_list (classroom, PZ_DOCUMENT_FRAMEWORK, error);
  PzCasePlan *self;

  if (frameworks == NULL)
    return NULL;
  self = g_new0 (PzCasePlan, 1);
  self->classroom = g_object_ref (classroom);
  self->package = package;
  self->frameworks = frameworks;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  list_known (self);
  return self;
}

/*
 * pz_case_plan_build:
 * @self: one that has just begun; with its document apart, from any thread
 *
 * Returns: %FALSE when @error is set
 */
gboolean
pz_case_plan_build (PzCasePlan    *self,
                    GCancellable  *cancellable,
                    GError       **error)
{
  if (!pz_case_plan_rename (self, cancellable, error))
    return FALSE;
  compare_all (self);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * pz_case_plan_new:
 * @classroom: where the framework goes
 * @package: (transfer none): must outlive the plan; identifiers that others in the class have are added to its messages
 * @error: a folder, or the framework as it is in the class, could not be read
 *
 * Compares the package with the framework of the same identifier in the class, record by record. What is gone from the
 * file is never dropped: standards are marked as retired and keep their place and the goals that point to them;
 * associations go to the trash.
 *
 * Returns: (transfer full): what would happen; %NULL when @error is set
 */
PzCasePlan *
pz_case_plan_new (PzClassroom    *classroom,
                  PzCasePackage  *package,
                  GError        **error)
{
  g_autoptr(PzCasePlan) self = NULL;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && package != NULL, NULL);

  self = pz_case_plan_begin (classroom, package, error);
  if (self == NULL || !pz_case_plan_build (self, NULL, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * pz_case_plan_free:
 */
void
pz_case_plan_free (PzCasePlan *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->document, pz_document_let_go);
  g_clear_pointer (&self->apart, pz_document_apart_free);
  g_ptr_array_unref (self->frameworks);
  g_hash_table_unref (self->known);
  g_object_unref (self->classroom);
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->renamed);
  g_free (self->id);
  g_free (self);
}

/**
 * pz_case_plan_get_id:
 *
 * Returns: (transfer none): the id the framework has or will have in the class
 */
const char *
pz_case_plan_get_id (PzCasePlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * pz_case_plan_get_kind:
 *
 * Returns: what happens to the framework as a whole: new, back from the trash, changed or the same
 */
PzImportKind
pz_case_plan_get_kind (PzCasePlan *self)
{
  g_return_val_if_fail (self != NULL, PZ_IMPORT_SAME);

  if (self->document == NULL)
    return PZ_IMPORT_NEW;
  if (self->was_deleted)
    return PZ_IMPORT_BACK;
  return pz_case_plan_is_empty (self) ? PZ_IMPORT_SAME : PZ_IMPORT_CHANGED;
}

/**
 * pz_case_plan_get_n_items:
 *
 * Returns: how many standards and associations there are, those included that stay as they are
 */
guint
pz_case_plan_get_n_items (PzCasePlan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

/**
 * pz_case_plan_get_item:
 * @position: below the number of items
 *
 * Returns: (transfer none): one of them; standards first, then associations, then what is gone
 */
const PzCaseItem *
pz_case_plan_get_item (PzCasePlan *self,
                       guint       position)
{
  g_return_val_if_fail (self != NULL && position < self->items->len, NULL);

  return g_ptr_array_index (self->items, position);
}

/**
 * pz_case_plan_count:
 * @type: standard or association
 * @kind: what happens to it
 *
 * Returns: how many
 */
guint
pz_case_plan_count (PzCasePlan   *self,
                    PzRecordType  type,
                    PzImportKind  kind)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->items->len; i++)
    {
      const PzCaseItem *item = g_ptr_array_index (self->items, i);

      n += item->type == type && item->kind == kind;
    }
  return n;
}

/**
 * pz_case_plan_dup_label:
 * @position: of a standard
 *
 * Returns: (transfer full): the standard in one line: code and statement as the file has them, or of one that is gone as
 *   the class has them
 */
char *
pz_case_plan_dup_label (PzCasePlan *self,
                        guint       position)
{
  const PzCaseItem *item;
  const char *code, *text;

  g_return_val_if_fail (self != NULL && position < self->items->len, NULL);

  item = g_ptr_array_index (self->items, position);
  g_return_val_if_fail (item->type == PZ_RECORD_STANDARD, NULL);

  if (item->source == NULL)
    return pz_standard_dup_label (pz_document_find (self->document, item->id));
  code = item->source->values[PZ_STANDARD_CODE];
  text = item->source->values[PZ_STANDARD_STATEMENT];
  if (text == NULL)
    text = item->source->values[PZ_STANDARD_ABBREVIATED];
  return g_strdelimit (g_strjoin (code != NULL && text != NULL ? "  " : "", code != NULL ? code : "", text != NULL ? text : "", NULL),
                       "\n\t", ' ');
}

/**
 * pz_case_plan_is_empty:
 *
 * Returns: whether nothing would change at all
 */
gboolean
pz_case_plan_is_empty (PzCasePlan *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  if (self->document == NULL || self->was_deleted || self->fields != 0)
    return FALSE;
  for (guint i = 0; i < self->items->len; i++)
    {
      const PzCaseItem *item = g_ptr_array_index (self->items, i);

      if (item->kind != PZ_IMPORT_SAME || item->fields != 0)
        return FALSE;
    }
  return TRUE;
}
