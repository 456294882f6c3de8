/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-multistatus.h"

#include "pz-href.h"
#include "pz-multistatus-private.h"
#include "pz-remote.h"
#include "pz-sync-words.h"

/* The folder itself: the one entry with the fewest parts; NULL when it is not the one that was asked for. */
static const PzDavEntry *
find_folder (GPtrArray  *entries,
             const char *folder_path)
{
  g_auto(GStrv) asked = pz_href_split (folder_path);
  const PzDavEntry *folder = NULL;
  guint n_parts, n_asked;

  for (guint i = 0; i < entries->len; i++)
    {
      const PzDavEntry *entry = g_ptr_array_index (entries, i);

      if (folder == NULL || g_strv_length (entry->path) < g_strv_length (folder->path))
        folder = entry;
    }
  if (folder == NULL || asked == NULL || !pz_dav_status_is_good (folder->status))
    return NULL;
  n_parts = g_strv_length (folder->path);
  n_asked = g_strv_length (asked);
  if (n_parts == 0 || n_asked == 0)
    return n_parts == n_asked ? folder : NULL;
  return g_str_equal (folder->path[n_parts - 1], asked[n_asked - 1]) ? folder : NULL;
}

static gboolean
is_below (const PzDavEntry *entry,
          const PzDavEntry *folder)
{
  guint i = 0;

  while (folder->path[i] != NULL && entry->path[i] != NULL && g_str_equal (folder->path[i], entry->path[i]))
    i++;
  return folder->path[i] == NULL && entry->path[i] != NULL;
}

/* Whether it lies right in the folder and is of that kind. */
static gboolean
is_wanted (const PzDavEntry  *entry,
           guint              n_folder_parts,
           PzMultistatusKind  kind)
{
  return entry->properties.collection == (kind == PZ_MULTISTATUS_FOLDERS)
         && g_strv_length (entry->path) == n_folder_parts + 1
         && pz_href_is_name (entry->path[n_folder_parts], PZ_MULTISTATUS_MAX_NAME);
}

/* NULL when the entries are not those of one folder. */
static GPtrArray *
choose_objects (GPtrArray         *entries,
                const char        *folder_path,
                PzMultistatusKind  kind)
{
  g_autoptr(GPtrArray) objects = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_remote_object_free);
  const PzDavEntry *folder = find_folder (entries, folder_path);
  guint n_parts = folder != NULL ? g_strv_length (folder->path) : 0;

  for (guint i = 0; folder != NULL && i < entries->len; i++)
    {
      const PzDavEntry *entry = g_ptr_array_index (entries, i);

      if (entry == folder)
        continue;
      if (!is_below (entry, folder))
        return NULL;
      /* gone between the moment the server counted and the moment it looked */
      if (entry->status == 404 || entry->status == 410)
        continue;
      if (!pz_dav_status_is_good (entry->status))
        return NULL;
      if (is_wanted (entry, n_parts, kind))
        g_ptr_array_add (objects, pz_remote_object_new (entry->path[n_parts], entry->properties.size));
    }
  return folder != NULL ? g_steal_pointer (&objects) : NULL;
}

/**
 * pz_multistatus_parse:
 * @xml: the body of an answer 207 to PROPFIND at depth 1, as it came
 * @folder_path: path of the folder that was asked, percent-encoded or not
 * @kind: what of it is wanted
 * @error: %PZ_SYNC_ERROR_FAILED: not such an answer, cut short, or of another folder; %PZ_SYNC_ERROR_TOO_LARGE
 *
 * Reads hostile input: no entities, no document type, no recursion, nothing fetched. Servers write paths in three
 * ways (encoded as little as may be, as much as may be, or with host and all); decoded parts are compared.
 *
 * Returns: (transfer full) (element-type PzRemoteObject) (nullable): the files, or the folders, right in the folder,
 *   in no order; deeper things and names that no file can have are left out
 */
GPtrArray *
pz_multistatus_parse (GBytes             *xml,
                      const char         *folder_path,
                      PzMultistatusKind   kind,
                      GError            **error)
{
  g_autoptr(GPtrArray) entries = NULL;
  GPtrArray *objects = NULL;

  g_return_val_if_fail (xml != NULL && folder_path != NULL, NULL);

  if (g_bytes_get_size (xml) > PZ_MULTISTATUS_MAX_SIZE)
    {
      pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_TOO_LARGE);
      return NULL;
    }
  entries = pz_multistatus_read (xml);
  if (entries != NULL)
    objects = choose_objects (entries, folder_path, kind);
  if (objects == NULL)
    pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_LIST);
  return objects;
}
