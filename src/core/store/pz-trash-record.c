/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-trash-list.h"

#include "pz-classroom-private.h"
#include "pz-purge-log.h"
#include "pz-purge-traces.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How often somebody else may write while the histories are cleaned. */
#define MAX_ROUNDS 20

/* the record, in the trash, of a document that is held by the caller; whole: it may be what the document is about */
static PzRecord *
find_deleted (PzDocument  *document,
              const char  *id,
              gboolean     whole,
              GError     **error)
{
  PzRecord *record = pz_document_find (document, id);

  if (record != NULL && pz_record_is_deleted (record) && (whole || record != pz_document_get_owner (document)))
    return record;
  g_set_error_literal (error, PZ_ERROR, PZ_ERROR_NOT_FOUND, _("It is not in the trash any more."));
  return NULL;
}

/**
 * pz_classroom_restore_record:
 * @kind: of the document
 * @document: its id
 * @record: id of a record of it in the trash; the owner only of an activity: learners have a way of their own
 * @error: why not
 *
 * Brings the record back, saved as one step that can be undone.
 *
 * Returns: whether it is back and saved
 */
gboolean
pz_classroom_restore_record (PzClassroom     *self,
                             PzDocumentKind   kind,
                             const char      *document,
                             const char      *record,
                             GError         **error)
{
  g_autoptr(PzDocument) loaded = NULL;
  PzRecord *found;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && document != NULL && record != NULL, FALSE);

  if (!pz_classroom_require_writable (self, error))
    return FALSE;
  loaded = pz_classroom_load (self, kind, document, error);
  found = loaded != NULL ? find_deleted (loaded, record, kind == PZ_DOCUMENT_ACTIVITY, error) : NULL;
  if (found == NULL)
    return FALSE;
  pz_classroom_seal_waiting (self);
  pz_document_restore (loaded, found);
  return pz_classroom_save (self, C_("undo", "Return from the trash"), error);
}

static gboolean
belongs_to (PzRecord   *record,
            const char *id)
{
  int field = pz_schema_find_field (pz_record_get_record_type (record), "goal");

  /* a check-in about a goal is more than a part of the goal */
  return field >= 0 && pz_record_get_record_type (record) != PZ_RECORD_CHECK_IN
         && g_strcmp0 (pz_record_get_text (record, (guint) field), id) == 0;
}

/* Transfer full: the record and, of a goal, all that belongs to it. */
static GPtrArray *
list_records (PzDocument *document,
              PzRecord   *record)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) all = pz_document_get_all (document);

  g_ptr_array_add (records, g_object_ref (record));
  for (guint i = 0; i < all->len; i++)
    if (all->pdata[i] != record && belongs_to (all->pdata[i], pz_record_get_id (record)))
      g_ptr_array_add (records, g_object_ref (all->pdata[i]));
  return records;
}

/* The document holds none of them afterwards, and waits to be written. */
static void
remove_records (PzClassroom *self,
                PzDocument  *document,
                GPtrArray   *records)
{
  g_autofree char *name = pz_document_file_name (pz_document_get_kind (document), pz_document_get_id (document));
  PzOpenDocument *open = g_hash_table_lookup (self->open, name);

  for (guint i = 0; i < records->len; i++)
    pz_document_remove (document, records->pdata[i]);
  pz_undo_stack_clear (self->undo); /* the steps hold what was there before each edit */
  pz_classroom_notify_undo (self);
  if (open != NULL)
    open->unsaved = TRUE;
}

static gboolean
clean_histories (PzClassroom  *self,
                 GPtrArray    *records,
                 GError      **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autoptr(GError) local_error = NULL;

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (ids, (gpointer) pz_record_get_id (records->pdata[i]));
  g_ptr_array_add (ids, NULL);
  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      g_autoptr(PzCommit) commit = pz_commit_new (self->store);

      g_clear_error (&local_error);
      if (pz_purge_clean_histories (self->store, commit, (const char *const *) ids->pdata, &local_error)
          && pz_commit_run (commit, &local_error))
        return TRUE;
      if (!g_error_matches (local_error, PZ_ERROR, PZ_ERROR_CHANGED))
        break;
    }
  pz_classroom_mind (self, local_error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Before the save that takes the records away: who finds one still there leaves the note alone. */
static gboolean
note_purged (PzClassroom  *self,
             PzDocument   *document,
             GPtrArray    *records,
             GError      **error)
{
  g_autoptr(GPtrArray) purged = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_purged_free);
  g_autoptr(GError) local_error = NULL;

  for (guint i = 0; i < records->len; i++)
    pz_purge_log_note (purged, document, pz_record_get_id (records->pdata[i]));
  for (guint round = 0; purged->len > 0 && round < MAX_ROUNDS; round++)
    {
      g_autoptr(PzCommit) commit = pz_commit_new (self->store);

      g_clear_error (&local_error);
      if (pz_purge_log_add (self->store, commit, purged, &local_error) && pz_commit_run (commit, &local_error))
        return TRUE;
      if (!g_error_matches (local_error, PZ_ERROR, PZ_ERROR_CHANGED))
        break;
    }
  if (local_error == NULL)
    return TRUE;
  pz_classroom_mind (self, local_error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * pz_classroom_purge_record:
 * @kind: of the document
 * @document: its id
 * @record: id of a record of it in the trash, not the owner
 * @error: why not; the record is then still in the trash, or goes with the next save
 *
 * Removes the record for good, with what belongs to it: from its document, from the histories and from undo. Snapshots
 * are copies of whole files and keep it until they are thinned out.
 *
 * Returns: whether it is gone
 */
gboolean
pz_classroom_purge_record (PzClassroom     *self,
                           PzDocumentKind   kind,
                           const char      *document,
                           const char      *record,
                           GError         **error)
{
  g_autoptr(PzDocument) loaded = NULL;
  g_autoptr(GPtrArray) records = NULL;
  PzRecord *found;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && document != NULL && record != NULL, FALSE);

  if (!pz_classroom_require_writable (self, error) || !pz_classroom_save (self, NULL, error))
    return FALSE;
  loaded = pz_classroom_load (self, kind, document, error);
  found = loaded != NULL ? find_deleted (loaded, record, FALSE, error) : NULL;
  if (found == NULL)
    return FALSE;
  records = list_records (loaded, found);
  /* the histories first: as long as the record lies in the trash, who could not clean them can try again */
  if (!note_purged (self, loaded, records, error) || !clean_histories (self, records, error))
    return FALSE;
  remove_records (self, loaded, records);
  return pz_classroom_save (self, NULL, error);
}
