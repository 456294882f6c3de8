/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"

#include <string.h>

/* the lines of a history that are not about the documents */
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
      gboolean about = FALSE;

      for (guint i = 0; ids[i] != NULL && !about; i++)
        {
          g_autofree char *mark = g_strdup_printf ("\"doc\":\"learners/%s\"", ids[i]);

          about = g_strstr_len (data, (gssize) size, mark) != NULL;
        }
      if (!about)
        g_string_append_len (kept, data, (gssize) size);
      data += size;
    }
  return g_string_free_to_bytes (kept);
}

static gboolean
clean_histories (PzClassroom       *self,
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

static gboolean
delete_copy (PzClassroom  *self,
             PzCommit     *commit,
             const char   *name,
             GError      **error)
{
  PzVersion seen = { 0 };

  if (!pz_store_stat (self->store, name, &seen, error))
    return FALSE;
  if (seen.exists)
    pz_commit_delete (commit, name, &seen);
  return TRUE;
}

/* the file itself and every copy of it in a snapshot */
static gboolean
delete_everywhere (PzClassroom  *self,
                   PzCommit     *commit,
                   GPtrArray    *snapshots,
                   const char   *id,
                   GError      **error)
{
  g_autofree char *name = pz_document_file_name (PZ_DOCUMENT_LEARNER, id);

  if (!delete_copy (self, commit, name, error))
    return FALSE;
  for (guint i = 0; i < snapshots->len; i++)
    {
      g_autofree char *copy = g_build_filename ("snapshots", g_ptr_array_index (snapshots, i), name, NULL);

      if (!delete_copy (self, commit, copy, error))
        return FALSE;
    }
  return TRUE;
}

static void
forget (PzClassroom       *self,
        const char *const *ids)
{
  g_autoptr(GPtrArray) removed = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *name = pz_document_file_name (PZ_DOCUMENT_LEARNER, ids[i]);

      g_hash_table_remove (self->open, name);
      g_ptr_array_add (removed, (gpointer) ids[i]);
    }
  /* the steps hold what was there before each edit */
  pz_undo_stack_clear (self->undo);
  pz_classroom_notify_undo (self);
  pz_index_apply (self->index, NULL, removed);
  self->index_changed = TRUE;
  pz_classroom_write_index (self, NULL);
}

/**
 * pz_classroom_purge:
 * @ids: (array zero-terminated=1): learners; those not in the trash are refused
 * @error: why nothing was done
 *
 * Removes the learners for good: their files, their copies in snapshots, their lines in the histories, their rows in
 * the index, and every undo step, all as one commit. There is no way back.
 *
 * Returns: whether they are gone
 */
gboolean
pz_classroom_purge (PzClassroom       *self,
                    const char *const *ids,
                    GError           **error)
{
  g_autoptr(PzCommit) commit = NULL;
  g_autoptr(GPtrArray) snapshots = NULL;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && ids != NULL, FALSE);

  if (!pz_classroom_require_writable (self, error) || !pz_classroom_save (self, NULL, error))
    return FALSE;
  snapshots = pz_store_list_folders (self->store, "snapshots", error);
  if (snapshots == NULL)
    return FALSE;
  commit = pz_commit_new (self->store);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(PzDocument) document = pz_classroom_load (self, PZ_DOCUMENT_LEARNER, ids[i], error);

      if (document == NULL)
        return FALSE;
      if (!pz_record_is_deleted (pz_document_get_owner (document)))
        {
          g_set_error (error, PZ_ERROR, PZ_ERROR_INVALID, "%s",
                       _ ("Only learners in the trash can be removed for good. Nothing was removed."));
          return FALSE;
        }
      if (!delete_everywhere (self, commit, snapshots, ids[i], error))
        return FALSE;
    }
  if (!clean_histories (self, commit, ids, error))
    return FALSE;
  if (!pz_commit_run (commit, error))
    return FALSE;
  forget (self, ids);
  return TRUE;
}
