/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-purge-traces.h"

#include "pz-error.h"
#include "pz-file.h"
#include "pz-folders.h"
#include "pz-store-private.h"

#include <string.h>

/* a line that a power cut filled with zeros is looked at to its end */
static gboolean
names_any (const char        *line,
           gsize              length,
           const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    if (memmem (line, length, ids[i], strlen (ids[i])) != NULL)
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
 * pz_purge_clean_histories:
 * @store: of the class
 * @commit: what it goes into
 * @ids: (array zero-terminated=1): of documents or records
 *
 * Puts the histories into @commit without the lines that name one of them.
 *
 * Returns: %FALSE with @error set when a history could not be read
 */
gboolean
pz_purge_clean_histories (PzStore           *store,
                          PzCommit          *commit,
                          const char *const *ids,
                          GError           **error)
{
  g_autoptr(GPtrArray) names = pz_store_list (store, "history", error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *name = g_build_filename ("history", g_ptr_array_index (names, i), NULL);
      PzVersion seen = { 0 };
      g_autoptr(GBytes) before = pz_store_read (store, name, &seen, error);
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
delete_copies (PzStore     *store,
               PzCommit    *commit,
               const char  *folder,
               const char  *id,
               GError     **error)
{
  g_autofree char *prefix = g_strconcat (id, ".json", NULL);
  g_autoptr(GPtrArray) names = pz_store_list (store, folder, error);

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
delete_from_snapshots (PzStore         *store,
                       PzCommit        *commit,
                       PzDocumentKind   kind,
                       const char      *id,
                       GError         **error)
{
  const char *documents = pz_schema_get_document (kind)->folder;
  g_autoptr(GPtrArray) snapshots = pz_store_list_folders (store, "snapshots", error);

  if (snapshots == NULL)
    return FALSE;
  for (guint i = 0; i < snapshots->len; i++)
    {
      g_autofree char *folder = g_build_filename ("snapshots", g_ptr_array_index (snapshots, i), documents, NULL);
      g_autofree char *name = g_strdup_printf ("%s/%s.json", folder, id);
      PzVersion seen = { 0 };

      if (!pz_store_stat (store, name, &seen, error) || !delete_copies (store, commit, folder, id, error))
        return FALSE;
      if (seen.exists)
        pz_commit_delete (commit, name, NULL);
    }
  return TRUE;
}

/**
 * pz_purge_delete_copies:
 * @store: of the class
 * @commit: what it goes into
 * @kind: of the document
 * @id: of the document
 * @error: why a folder could not be read
 *
 * Puts into @commit that every copy of the document goes: those that were set aside as damaged, and those in snapshots.
 *
 * Returns: %FALSE with @error set
 */
gboolean
pz_purge_delete_copies (PzStore         *store,
                        PzCommit        *commit,
                        PzDocumentKind   kind,
                        const char      *id,
                        GError         **error)
{
  return delete_copies (store, commit, pz_schema_get_document (kind)->folder, id, error)
         && delete_from_snapshots (store, commit, kind, id, error);
}

/* ".<id>.json.<number>.tmp" */
static gboolean
is_staged_of_any (const char        *base,
                  const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *prefix = g_strdup_printf (".%s.json.", ids[i]);

      if (g_str_has_prefix (base, prefix) && pz_file_is_temporary (base))
        return TRUE;
    }
  return FALSE;
}

/* between begin and end */
static gboolean
remove_staged (PzStore            *store,
               const char         *documents,
               const char *const  *ids,
               GError            **error)
{
  g_auto(PzFolders) folders = { 0 };
  g_autoptr(GPtrArray) names = NULL;
  g_autoptr(GError) local_error = NULL;
  gboolean good = TRUE;
  int folder;

  pz_folders_init (&folders, pz_store_get_root (store));
  folder = pz_folders_open (&folders, documents, FALSE, &local_error);
  if (g_error_matches (local_error, PZ_ERROR, PZ_ERROR_NOT_FOUND))
    return TRUE;
  if (folder >= 0)
    names = pz_file_list (folder, documents, 0, &local_error);
  for (guint i = 0; good && names != NULL && i < names->len; i++)
    if (is_staged_of_any (names->pdata[i], ids))
      {
        good = pz_file_remove (folder, names->pdata[i], documents, &local_error);
        pz_folders_mark (&folders, folder);
      }
  if (names != NULL && good && pz_folders_flush (&folders, &local_error))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * pz_purge_delete_staged:
 * @store: of the class
 * @kind: of the documents
 * @ids: (array zero-terminated=1): of documents that are gone
 * @error: why not all of it could be removed
 *
 * Removes what a damaged save holds of the documents, at once: no commit may name such files. The sweep keeps them,
 * because they may be the only copy of what somebody wrote.
 *
 * Returns: %FALSE with @error set
 */
gboolean
pz_purge_delete_staged (PzStore            *store,
                        PzDocumentKind      kind,
                        const char *const  *ids,
                        GError            **error)
{
  g_autoptr(GPtrArray) damaged = pz_store_get_damaged_records (store);
  gboolean good;
  int lock;

  if (damaged->len == 0)
    return TRUE;
  if (!pz_store_begin (store, &lock, error))
    return FALSE;
  good = remove_staged (store, pz_schema_get_document (kind)->folder, ids, error);
  pz_store_end (store, lock, good);
  return good;
}
