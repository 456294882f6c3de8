/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"
#include "pz-purge-log.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How often somebody else may write while we collect what has to go. */
#define MAX_ROUNDS 20

static gboolean
names_any (const char        *line,
           gsize              length,
           const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    if (g_strstr_len (line, (gssize) length, ids[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* the lines of a history that do not name the documents, as what was changed or as what was pointed to */
static GBytes *
without_documents (GBytes            *history,
                   const char *const *ids)
{
  gsize length;
  const char *data = g_bytes_get_data (history, &length);
  const char *end = data + length;
  GString *kept = g_string_sized_new (length);

  while (data < end)
    {
      const char *newline = memchr (data, '\n', (gsize) (end - data));
      gsize size = newline != NULL ? (gsize) (newline - data) + 1 : (gsize) (end - data);

      if (!names_any (data, size, ids))
        g_string_append_len (kept, data, (gssize) size);
      data += size;
    }
  return g_string_free_to_bytes (kept);
}

/**
 * pz_classroom_clean_histories:
 * @commit: what it goes into
 * @ids: (array zero-terminated=1): of documents or records
 *
 * Puts the histories into @commit without the lines that name one of them.
 *
 * Returns: %FALSE with @error set when a history could not be read
 */
gboolean
pz_classroom_clean_histories (PzClassroom       *self,
                              PzCommit          *commit,
                              const char *const *ids,
                              GError           **error)
{
  g_autoptr(GPtrArray) names = pz_store_list (self->store, "history", error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *name = g_build_filename ("history", g_ptr_array_index (names, i), NULL);
      PzVersion seen = { 0 };
      g_autoptr(GBytes) before = pz_store_read (self->store, name, &seen, error);
      g_autoptr(GBytes) after = NULL;

      if (before == NULL)
        return FALSE;
      after = without_documents (before, ids);
      if (!g_bytes_equal (before, after))
        pz_commit_put (commit, name, after, &seen);
    }
  return TRUE;
}

/* the file of the document, and those that were set aside as damaged: "<id>.json", "<id>.json.damaged-…" */
static gboolean
delete_copies (PzClassroom  *self,
               PzCommit     *commit,
               const char   *folder,
               const char   *id,
               GError      **error)
{
  g_autofree char *prefix = g_strconcat (id, ".json", NULL);
  g_autoptr(GPtrArray) names = pz_store_list (self->store, folder, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      const char *base = g_ptr_array_index (names, i);
      g_autofree char *name = g_build_filename (folder, base, NULL);

      if (g_str_has_prefix (base, prefix) && strcmp (base, prefix) != 0)
        pz_commit_delete (commit, name, NULL);
    }
  return TRUE;
}

/* every copy of it in a snapshot */
static gboolean
delete_from_snapshots (PzClassroom     *self,
                       PzCommit        *commit,
                       PzDocumentKind   kind,
                       const char      *id,
                       GError         **error)
{
  const char *documents = pz_schema_get_document (kind)->folder;
  g_autoptr(GPtrArray) snapshots = pz_store_list_folders (self->store, "snapshots", error);

  if (snapshots == NULL)
    return FALSE;
  for (guint i = 0; i < snapshots->len; i++)
    {
      g_autofree char *folder = g_build_filename ("snapshots", g_ptr_array_index (snapshots, i), documents, NULL);
      g_autofree char *name = g_strdup_printf ("%s/%s.json", folder, id);
      PzVersion seen = { 0 };

      if (!pz_store_stat (self->store, name, &seen, error) || !delete_copies (self, commit, folder, id, error))
        return FALSE;
      if (seen.exists)
        pz_commit_delete (commit, name, NULL);
    }
  return TRUE;
}

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
  return delete_copies (self, commit, pz_schema_get_document (kind)->folder, id, error)
         && delete_from_snapshots (self, commit, kind, id, error);
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
      || !pz_classroom_clean_histories (self, commit, ids, error))
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
    forget (self, kind, ids);
  else
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
 * @error: why nothing was done; after %PZ_ERROR_UNCERTAIN it may have been, and can be asked for again
 *
 * Removes the learners for good: their files, their copies in snapshots and those that were set aside, their lines in
 * the histories, their rows in the index, and every undo step, all as one commit. There is no way back.
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
