/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-purge-traces.h"

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
