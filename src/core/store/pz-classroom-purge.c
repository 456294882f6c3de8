/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"
#include "pz-purge-log.h"
#include "pz-purge-traces.h"

#include <glib/gi18n-lib.h>

/* How often somebody else may write while we collect what has to go. */
#define MAX_ROUNDS 20

static gboolean
refuse_shown (PzDocumentKind   kind,
              GError         **error)
{
  g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID,
                       kind == PZ_DOCUMENT_LEARNER
                           ? _("Only learners in the trash can be removed for good. Nothing was removed.")
                           : _("Only activities in the trash can be removed for good. Nothing was removed."));
  return FALSE;
}

/* The document as it is on disk now must lie in the trash: somebody else may have brought it back. */
static gboolean
delete_file (PzClassroom     *self,
             PzCommit        *commit,
             PzDocumentKind   kind,
             const char      *id,
             GPtrArray       *purged,
             GError         **error)
{
  g_autofree char *name = pz_document_file_name (kind, id);
  g_autoptr(PzDocument) document = pz_classroom_load (self, kind, id, error);
  PzOpenDocument *open = g_hash_table_lookup (self->open, name);

  if (document == NULL || !pz_classroom_reread (self, open, error))
    return FALSE;
  /* who was told of the reading may have done anything */
  open = g_hash_table_lookup (self->open, name);
  if (!pz_record_is_deleted (pz_document_get_owner (document)) || open == NULL)
    return refuse_shown (kind, error);
  pz_purge_log_note (purged, document, NULL);
  if (open->base != NULL)
    pz_commit_delete (commit, name, &open->seen);
  return TRUE;
}

/* one whose file is gone already may have left traces */
static gboolean
delete_document (PzClassroom     *self,
                 PzCommit        *commit,
                 PzDocumentKind   kind,
                 const char      *id,
                 GPtrArray       *purged,
                 GError         **error)
{
  g_autoptr(GError) local_error = NULL;

  if (!delete_file (self, commit, kind, id, purged, &local_error)
      && !g_error_matches (local_error, PZ_ERROR, PZ_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return pz_purge_delete_copies (self->store, commit, kind, id, error);
}

static void
forget (PzClassroom       *self,
        PzDocumentKind     kind,
        const char *const *ids)
{
  g_autoptr(GPtrArray) removed = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *name = pz_document_file_name (kind, ids[i]);
      PzOpenDocument *open = g_hash_table_lookup (self->open, name);
      g_autoptr(PzDocument) document = open != NULL ? g_object_ref (open->document) : NULL;

      g_hash_table_remove (self->open, name);
      g_ptr_array_add (removed, (gpointer) ids[i]);
      if (document != NULL)
        pz_classroom_tell_removed (self, document);
    }
  /* the steps hold what was there before each edit */
  pz_undo_stack_clear (self->undo);
  pz_classroom_notify_undo (self);
  if (kind == PZ_DOCUMENT_LEARNER)
    {
      pz_classroom_apply_index (self, NULL, removed);
      pz_classroom_write_index (self, NULL);
    }
  else
    g_signal_emit_by_name (self, "activities-written");
}

/* everything there is of them, as it is now */
static PzCommit *
collect (PzClassroom        *self,
         PzDocumentKind      kind,
         const char *const  *ids,
         GError            **error)
{
  g_autoptr(PzCommit) commit = pz_commit_new (self->store);
  g_autoptr(GPtrArray) purged = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_purged_free);

  for (guint i = 0; ids[i] != NULL; i++)
    if (!delete_document (self, commit, kind, ids[i], purged, error))
      return NULL;
  if (!pz_purge_log_add (self->store, commit, purged, error)
      || !pz_purge_clean_histories (self->store, commit, ids, error))
    return NULL;
  return g_steal_pointer (&commit);
}

static gboolean
purge (PzClassroom       *self,
       PzDocumentKind     kind,
       const char *const *ids,
       GError           **error)
{
  g_autoptr(PzClassroom) alive = g_object_ref (self);
  g_autoptr(GError) local_error = NULL;
  gboolean done = FALSE;

  if (!pz_classroom_require_writable (self, error) || !pz_classroom_save (self, NULL, error))
    return FALSE;
  for (guint round = 0; !done && round < MAX_ROUNDS; round++)
    {
      g_autoptr(PzCommit) commit = NULL;

      g_clear_error (&local_error);
      commit = collect (self, kind, ids, &local_error);
      /* Before the commit: a crash after it would leave their names there. Not in it: the cache is written without the
       * lock, and a record that finds another one than it knows counts as damaged. */
      done = commit != NULL
             && (kind != PZ_DOCUMENT_LEARNER || pz_classroom_write_index_without (self, ids, &local_error))
             && pz_commit_run (commit, &local_error);
      if (!done && !g_error_matches (local_error, PZ_ERROR, PZ_ERROR_CHANGED))
        break;
    }
  pz_classroom_mind (self, local_error);
  if (done)
    {
      /* what is left of them then can be asked for again */
      done = pz_purge_delete_staged (self->store, kind, ids, &local_error);
      forget (self, kind, ids);
    }
  if (!done)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return done;
}

static gboolean
are_ids (const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    if (!pz_id_is_valid (ids[i]))
      return FALSE;
  return TRUE;
}

/**
 * pz_classroom_purge:
 * @ids: (array zero-terminated=1): learners; those not in the trash are refused
 * @error: why nothing was done; it may have been after %PZ_ERROR_UNCERTAIN, or traces of them be left in a damaged save:
 *   then it can be asked for again
 *
 * Removes the learners for good: their files, their copies in snapshots and those that were set aside, their lines in
 * the histories, their rows in the index, and every undo step, all as one commit; then what damaged saves hold of them.
 * There is no way back.
 *
 * Returns: whether they are gone
 */
gboolean
pz_classroom_purge (PzClassroom       *self,
                    const char *const *ids,
                    GError           **error)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && ids != NULL && are_ids (ids), FALSE);
  return purge (self, PZ_DOCUMENT_LEARNER, ids, error);
}

/**
 * pz_classroom_purge_activities:
 * @ids: (array zero-terminated=1): activities; those not in the trash are refused
 * @error: as pz_classroom_purge()
 *
 * Removes whole activities for good, with who took part and what was noted of them, in the same way.
 *
 * Returns: whether they are gone
 */
gboolean
pz_classroom_purge_activities (PzClassroom       *self,
                               const char *const *ids,
                               GError           **error)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && ids != NULL && are_ids (ids), FALSE);
  return purge (self, PZ_DOCUMENT_ACTIVITY, ids, error);
}
