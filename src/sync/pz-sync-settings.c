/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-settings.h"

#include "pz-commit.h"
#include "pz-error.h"
#include "pz-hash.h"
#include "pz-json-writer.h"
#include "pz-server-address.h"
#include "pz-sync-reader.h"
#include "pz-sync-words.h"

#include <string.h>

#define FORMAT "personalize-server"
#define VERSION 1

/**
 * pz_sync_settings_new:
 * @folder: address of the folder of the class
 *
 * Returns: (transfer full): settings of a class that is not encrypted and needs no account
 */
PzSyncSettings *
pz_sync_settings_new (const char *folder)
{
  PzSyncSettings *self = g_new0 (PzSyncSettings, 1);

  g_return_val_if_fail (folder != NULL, NULL);

  self->folder = g_strdup (folder);
  self->keys = g_array_new (FALSE, TRUE, sizeof (PzSyncKeyName));
  self->extra = g_string_new (NULL);
  return self;
}

/**
 * pz_sync_settings_free:
 * @self: (transfer full) (nullable): settings
 */
void
pz_sync_settings_free (PzSyncSettings *self)
{
  if (self == NULL)
    return;
  g_free (self->folder);
  g_free (self->user);
  g_free (self->device_name);
  g_array_unref (self->keys);
  g_string_free (self->extra, TRUE);
  g_free (self);
}

/**
 * pz_sync_settings_add_key:
 * @epoch: which key of the class
 * @id: of the key
 *
 * Remembers that the secrets have a key; once.
 */
void
pz_sync_settings_add_key (PzSyncSettings *self,
                          guint64         epoch,
                          const char     *id)
{
  PzSyncKeyName name = { .epoch = epoch };

  g_return_if_fail (self != NULL && id != NULL && strlen (id) == PZ_SYNC_KEY_ID_LENGTH);

  for (guint i = 0; i < self->keys->len; i++)
    if (strcmp (g_array_index (self->keys, PzSyncKeyName, i).id, id) == 0)
      return;
  g_strlcpy (name.id, id, sizeof name.id);
  g_array_append_val (self->keys, name);
}

static void
write_text (const char *name,
            const char *text,
            GString    *out)
{
  if (text == NULL)
    return;
  g_string_append_printf (out, ",\n\"%s\":", name);
  pz_json_append_string (out, text, -1);
}

/**
 * pz_sync_settings_format:
 *
 * Returns: (transfer full): the file; the same settings make the same bytes
 */
GBytes *
pz_sync_settings_format (const PzSyncSettings *self)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  g_string_append_printf (out, "{\"format\":\"%s\",\"version\":%d", FORMAT, VERSION);
  write_text ("folder", self->folder, out);
  write_text ("user", self->user, out);
  write_text ("device-name", self->device_name, out);
  g_string_append_printf (out, ",\n\"encrypted\":%s", self->encrypted ? "true" : "false");
  if (self->paused)
    g_string_append (out, ",\n\"paused\":true");
  g_string_append (out, ",\n\"keys\":[");
  for (guint i = 0; i < self->keys->len; i++)
    {
      const PzSyncKeyName *key = &g_array_index (self->keys, PzSyncKeyName, i);

      g_string_append_printf (out, "%s[%" G_GUINT64_FORMAT ",\"%s\"]", i > 0 ? "," : "", key->epoch, key->id);
    }
  g_string_append_c (out, ']');
  g_string_append (out, self->extra->str);
  g_string_append (out, "}\n");
  return g_string_free_to_bytes (out);
}

static gboolean
read_key (PzJsonReader *reader,
          gpointer      user_data)
{
  PzSyncSettings *self = user_data;
  guint64 epoch = pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER), number = 0;
  g_autofree char *id = pz_sync_read_text (reader);

  if (epoch == 0 || strlen (id) != PZ_SYNC_KEY_ID_LENGTH || !pz_hex_parse (id, PZ_SYNC_KEY_ID_LENGTH, &number)
      || self->keys->len >= PZ_SYNC_SETTINGS_MAX_KEYS || !pz_sync_read_token (reader, PZ_JSON_ARRAY_END))
    return FALSE;
  pz_sync_settings_add_key (self, epoch, id);
  return TRUE;
}

static void
read_text (PzJsonReader  *reader,
           char         **text)
{
  g_free (*text);
  *text = pz_sync_read_text (reader);
}

/* Returns the version of the file. */
static guint64
read_members (PzSyncSettings *self,
              PzJsonReader   *reader)
{
  guint64 version = 0;

  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    {
      g_autofree char *name = g_strdup (pz_json_reader_get_text (reader, NULL));

      if (strcmp (name, "version") == 0)
        version = pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);
      else if (strcmp (name, "format") == 0)
        {
          if (!pz_sync_read_token (reader, PZ_JSON_STRING) || !pz_json_reader_text_is (reader, FORMAT))
            pz_sync_reader_refuse (reader);
        }
      else if (strcmp (name, "folder") == 0)
        read_text (reader, &self->folder);
      else if (strcmp (name, "user") == 0)
        read_text (reader, &self->user);
      else if (strcmp (name, "device-name") == 0)
        read_text (reader, &self->device_name);
      else if (strcmp (name, "encrypted") == 0)
        self->encrypted = pz_sync_read_flag (reader);
      else if (strcmp (name, "paused") == 0)
        self->paused = pz_sync_read_flag (reader);
      else if (strcmp (name, "keys") == 0)
        pz_sync_read_list (reader, PZ_JSON_ARRAY, read_key, self);
      else
        pz_sync_read_unknown (reader, name, self->extra);
    }
  return version;
}

/* an address that anybody may have put there must not be asked */
static gboolean
has_good_folder (const PzSyncSettings *self)
{
  g_autoptr(GUri) uri = pz_server_address_parse (self->folder, NULL);

  return uri != NULL && g_str_has_suffix (self->folder, "/");
}

/**
 * pz_sync_settings_parse:
 * @bytes: the file
 * @error: %PZ_SYNC_ERROR_DAMAGED, with the place
 *
 * Returns: (transfer full) (nullable): what it says
 */
PzSyncSettings *
pz_sync_settings_parse (GBytes  *bytes,
                        GError **error)
{
  g_autoptr(PzSyncSettings) self = pz_sync_settings_new ("");
  g_autoptr(PzJsonReader) reader = NULL;
  gconstpointer data;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  reader = pz_json_reader_new (data, length, PZ_JSON_MAX_SIZE);
  if (pz_sync_read_token (reader, PZ_JSON_OBJECT) && (read_members (self, reader) != VERSION || !has_good_folder (self)))
    pz_sync_reader_refuse (reader);
  return pz_sync_reader_finish (reader, error) ? g_steal_pointer (&self) : NULL;
}

static PzSyncSettings *
read_file (PzStore    *store,
           PzVersion  *seen,
           GError    **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GBytes) bytes = pz_store_read (store, PZ_SYNC_SETTINGS_FILE, seen, &local_error);

  if (bytes != NULL)
    return pz_sync_settings_parse (bytes, error);
  if (g_error_matches (local_error, PZ_ERROR, PZ_ERROR_NOT_FOUND))
    pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_NOT_SET_UP);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * pz_sync_settings_read:
 * @store: a class
 * @error: %PZ_SYNC_ERROR_NOT_SET_UP when the class is on no server; %PZ_SYNC_ERROR_DAMAGED; %PZ_ERROR of the disk
 *
 * Returns: (transfer full) (nullable): where the class is
 */
PzSyncSettings *
pz_sync_settings_read (PzStore  *store,
                       GError  **error)
{
  PzVersion seen = { 0 };

  g_return_val_if_fail (PZ_IS_STORE (store), NULL);

  return read_file (store, &seen, error);
}

/**
 * pz_sync_settings_write:
 * @store: a class
 * @error: as pz_commit_run()
 *
 * Takes the place of what was there, whatever it was.
 *
 * Returns: whether it is on disk
 */
gboolean
pz_sync_settings_write (const PzSyncSettings  *self,
                        PzStore               *store,
                        GError               **error)
{
  g_autoptr(PzCommit) commit = NULL;
  g_autoptr(GBytes) bytes = NULL;
  PzVersion seen = { 0 };

  g_return_val_if_fail (self != NULL && PZ_IS_STORE (store), FALSE);

  commit = pz_commit_new (store);
  bytes = pz_sync_settings_format (self);
  pz_store_stat (store, PZ_SYNC_SETTINGS_FILE, &seen, NULL);
  pz_commit_put (commit, PZ_SYNC_SETTINGS_FILE, bytes, seen.exists ? &seen : NULL);
  return pz_commit_run (commit, error);
}

/**
 * pz_sync_settings_remove:
 * @store: a class
 * @error: as pz_commit_run()
 *
 * Returns: whether the class is on no server any more
 */
gboolean
pz_sync_settings_remove (PzStore  *store,
                         GError  **error)
{
  g_autoptr(PzCommit) commit = NULL;

  g_return_val_if_fail (PZ_IS_STORE (store), FALSE);

  commit = pz_commit_new (store);
  pz_commit_delete (commit, PZ_SYNC_SETTINGS_FILE, NULL);
  return pz_commit_run (commit, error);
}
