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

/* Whether a field of the record points to one of the ids. */
static gboolean
belongs_to_any (PzRecord  *record,
                GPtrArray *ids)
{
  int field = pz_schema_find_field (pz_record_get_record_type (record), "goal");
  const char *goal = field >= 0 ? pz_record_get_text (record, (guint) field) : NULL;

  /* a check-in about a goal is more than a part of the goal */
  return goal != NULL && pz_record_get_record_type (record) != PZ_RECORD_CHECK_IN
         && g_ptr_array_find_with_equal_func (ids, goal, g_str_equal, NULL);
}

/* The record and, of a goal, all that belongs to it. Transfer full: their ids. */
static GPtrArray *
remove_records (PzDocument *document,
                PzRecord   *record,
                GPtrArray  *purged)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) all = pz_document_get_all (document);

  g_ptr_array_add (ids, g_strdup (pz_record_get_id (record)));
  pz_purge_log_note (purged, document, pz_record_get_id (record));
  pz_document_remove (document, record);
  for (guint i = 0; i < all->len; i++)
    {
      PzRecord *other = g_ptr_array_index (all, i);

      if (other == record || !belongs_to_any (other, ids))
        continue;
      g_ptr_array_add (ids, g_strdup (pz_record_get_id (other)));
      pz_purge_log_note (purged, document, pz_record_get_id (other));
      pz_document_remove (document, other);
    }
  g_ptr_array_add (ids, NULL);
  return ids;
}

static gboolean
clean_histories (PzClassroom       *self,
                 const char *const *ids,
                 GError           **error)
{
  g_autoptr(GError) local_error = NULL;

  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      g_autoptr(PzCommit) commit = pz_commit_new (self->store);

      g_clear_error (&local_error);
      if (pz_purge_clean_histories (self->store, commit, ids, &local_error) && pz_commit_run (commit, &local_error))
        return TRUE;
      if (!g_error_matches (local_error, PZ_ERROR, PZ_ERROR_CHANGED))
        break;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Before the save that takes the records away: who finds one still there leaves the note alone. */
static gboolean
note_purged (PzClassroom  *self,
             GPtrArray    *purged,
             GError      **error)
{
  g_autoptr(GError) local_error = NULL;

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
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * pz_classroom_purge_record:
 * @kind: of the document
 * @document: its id
 * @record: id of a record of it in the trash, not the owner
 * @error: why not, or what is left to do
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
  g_autoptr(GPtrArray) purged = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_purged_free);
  g_autoptr(GPtrArray) ids = NULL;
  g_autofree char *name = NULL;
  PzOpenDocument *open;
  PzRecord *found;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && document != NULL && record != NULL, FALSE);

  if (!pz_classroom_require_writable (self, error) || !pz_classroom_save (self, NULL, error))
    return FALSE;
  loaded = pz_classroom_load (self, kind, document, error);
  found = loaded != NULL ? find_deleted (loaded, record, FALSE, error) : NULL;
  if (found == NULL)
    return FALSE;
  name = pz_document_file_name (kind, document);
  g_object_ref (found);
  ids = remove_records (loaded, found, purged);
  g_object_unref (found);
  pz_undo_stack_clear (self->undo); /* the steps hold what was there before each edit */
  pz_classroom_notify_undo (self);
  open = g_hash_table_lookup (self->open, name);
  if (open != NULL)
    open->unsaved = TRUE;
  return note_purged (self, purged, error) && pz_classroom_save (self, NULL, error)
         && clean_histories (self, (const char *const *) ids->pdata, error);
}
