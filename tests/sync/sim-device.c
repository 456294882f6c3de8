/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sim-device.h"

#include "pz-document-private.h"
#include "pz-envelope.h"
#include "pz-outbox.h"
#include "pz-sealed-envelope.h"

#include <glib/gstdio.h>
#include <string.h>

static void
open_class (SimDevice *self,
            PzRemote  *remote)
{
  g_autoptr(GError) error = NULL;

  self->replica = pz_replica_new (self->environment, self->folder, self->place, &error);
  g_assert_no_error (error);
  pz_replica_set_keyring (self->replica, self->keyring);
  self->syncer = pz_syncer_new (self->replica, remote);
}

SimDevice *
sim_device_new (const char *data_dir,
                guint       number,
                gint64      now,
                guint64     seed,
                PzRemote   *remote)
{
  SimDevice *self = g_new0 (SimDevice, 1);
  g_autoptr(PzStore) store = NULL;
  g_autoptr(GError) error = NULL;

  self->environment = pz_environment_new_fixed (data_dir, now, seed * 1000 + number);
  self->folder = g_strdup_printf ("%s/%u/%s", data_dir, number, SIM_CLASSROOM);
  self->place = g_strdup_printf ("p%u", number);
  self->clock = pz_clock_new (self->environment, 1 + number);
  store = pz_store_open (self->environment, self->folder, PZ_STORE_CREATE, &error);
  g_assert_no_error (error);
  open_class (self, remote);
  return self;
}

void
sim_device_free (SimDevice *self)
{
  pz_syncer_free (self->syncer);
  pz_replica_free (self->replica);
  pz_keyring_free (self->keyring);
  g_clear_pointer (&self->backup, g_hash_table_unref);
  g_object_unref (self->clock);
  g_object_unref (self->environment);
  g_free (self->folder);
  g_free (self->place);
  g_free (self);
}

PzDocument *
sim_device_load (SimDevice      *self,
                 PzDocumentKind  kind,
                 const char     *id,
                 char          **name,
                 PzVersion      *seen)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  PzDocument *document;

  *name = kind == PZ_DOCUMENT_CLASSROOM ? g_strdup ("classroom.json") : g_strdup_printf ("learners/%s.json", id);
  bytes = pz_store_read (pz_replica_get_store (self->replica), *name, seen, NULL);
  if (bytes == NULL)
    return NULL;
  document = pz_document_parse (kind, id, bytes, self->clock, &error);
  g_assert_no_error (error);
  return document;
}

void
sim_device_save (SimDevice  *self,
                 PzDocument *document,
                 const char *name,
                 PzVersion  *seen)
{
  g_autoptr(PzCommit) commit = pz_commit_new (pz_replica_get_store (self->replica));
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;

  pz_document_set_revision (document, pz_document_get_revision (document) + 1);
  bytes = pz_document_serialize (document);
  pz_commit_put (commit, name, bytes, seen);
  pz_commit_run (commit, &error);
  g_assert_no_error (error);
}

void
sim_device_make_class (SimDevice *self)
{
  g_autoptr(PzDocument) document = pz_document_new (PZ_DOCUMENT_CLASSROOM, SIM_CLASSROOM, self->clock);
  PzVersion seen = { 0 };

  pz_record_set_text (pz_document_get_owner (document), PZ_CLASSROOM_NAME, "Class");
  sim_device_save (self, document, "classroom.json", &seen);
}

gboolean
sim_device_sync (SimDevice  *self,
                 GError    **error)
{
  gboolean good;

  self->busy = TRUE;
  good = pz_syncer_run (self->syncer, NULL, error);
  self->busy = FALSE;
  return good;
}

static void
read_folder (const char *folder,
             const char *prefix,
             GHashTable *files)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *base;

  while (dir != NULL && (base = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, base, NULL);
      g_autofree char *name = *prefix != '\0' ? g_build_filename (prefix, base, NULL) : g_strdup (base);
      char *text;
      gsize length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        read_folder (path, name, files);
      else if (g_file_get_contents (path, &text, &length, NULL))
        g_hash_table_insert (files, g_strdup (name), g_bytes_new_take (text, length));
    }
}

static GHashTable *
read_files (SimDevice *self)
{
  GHashTable *files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);

  read_folder (self->folder, "", files);
  return files;
}

void
sim_device_back_up (SimDevice *self)
{
  g_clear_pointer (&self->backup, g_hash_table_unref);
  self->backup = read_files (self);
}

static void
remove_files (SimDevice *self)
{
  g_autoptr(GHashTable) files = read_files (self);
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
}

void
sim_device_restore (SimDevice  *self,
                    PzRemote   *remote,
                    const char *place)
{
  GHashTableIter iter;
  gpointer name, bytes;

  pz_syncer_free (self->syncer);
  pz_replica_free (self->replica);
  remove_files (self);
  g_hash_table_iter_init (&iter, self->backup);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_autofree char *parent = g_path_get_dirname (path);

      g_mkdir_with_parents (parent, 0700);
      g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
      g_chmod (path, 0600);
    }
  if (place != NULL)
    {
      g_free (self->place);
      self->place = g_strdup (place);
    }
  open_class (self, remote);
}

void
sim_device_learn_keys (SimDevice       *self,
                       const PzKeyring *keys)
{
  if (self->keyring == NULL)
    {
      self->keyring = pz_keyring_new ();
      pz_replica_set_keyring (self->replica, self->keyring);
    }
  pz_keyring_take (self->keyring, keys);
}

/* (transfer full) (nullable): what is in a file of the outbox; files: those it lies among */
static GBytes *
open_part (SimDevice  *self,
           GHashTable *files,
           const char *file,
           GBytes     *bytes)
{
  GBytes *json = g_hash_table_lookup (files, PZ_SYNC_STATE_FILE);
  g_autoptr(PzSyncState) state = NULL;

  if (self->all_keys == NULL)
    return pz_envelope_open (bytes, NULL);
  state = json != NULL ? pz_sync_state_parse (SIM_CLASSROOM, json, NULL) : NULL;
  for (guint i = 0; state != NULL && i < state->outbox->len; i++)
    {
      const PzOutboxPart *part = &g_array_index (state->outbox, PzOutboxPart, i);
      PzObjectName name = pz_outbox_part_name (state->device, part);
      g_autofree char *own = pz_outbox_part_file (part);

      if (strcmp (own, file) == 0)
        return pz_sealed_envelope_open (bytes, self->all_keys, SIM_CLASSROOM, &name, NULL);
    }
  return NULL;
}

static void
gather_files (SimDevice  *self,
              GHashTable *files,
              GString    *out)
{
  GHashTableIter iter;
  gpointer name, bytes;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      gboolean is_closed = g_str_has_prefix (name, "outbox/") && !g_str_has_suffix (name, ".json");
      g_autoptr(GBytes) json = is_closed ? open_part (self, files, name, bytes) : g_bytes_ref (bytes);

      if (json != NULL)
        g_string_append_len (out, g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json));
    }
}

void
sim_device_gather (SimDevice *self,
                   gboolean   with_backup,
                   GString   *out)
{
  g_autoptr(GHashTable) files = read_files (self);

  gather_files (self, files, out);
  if (with_backup && self->backup != NULL)
    gather_files (self, self->backup, out);
}

static void
gather_pending (PzRecord *record,
                GString  *out)
{
  guint n_fields = pz_schema_get_record (pz_record_get_record_type (record))->n_fields;

  for (guint i = 0; i < n_fields; i++)
    {
      const PzSlot *slot = pz_record_get_slot (record, i);

      for (guint k = 0; k < slot->n_entries; k++)
        if (pz_stamp_is_pending (&slot->entries[k].stamp) && slot->entries[k].value.kind == PZ_VALUE_TEXT)
          g_string_append_printf (out, " %s", slot->entries[k].value.text);
    }
}

static void
gather_newer (const char         *path,
              const char         *field,
              const PzStateValue *value,
              gpointer            user_data)
{
  if (value->stamp.device == SIM_NEWER)
    g_string_append_printf (user_data, " %s", value->value);
}

void
sim_device_gather_unsent (SimDevice *self,
                          GString   *out)
{
  g_autoptr(GHashTable) files = read_files (self);
  PzVersion seen;
  g_autoptr(PzSyncState) state = pz_replica_read_state (self->replica, &seen, NULL);
  GHashTableIter iter;
  gpointer name, bytes;

  pz_state_map_each (state->known->state, gather_newer, out);
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      g_autoptr(PzDocument) document = NULL;
      g_autoptr(GPtrArray) all = NULL;
      g_autofree char *id = NULL;

      if (g_str_has_prefix (name, "outbox/") && !g_str_has_suffix (name, ".json"))
        {
          g_autoptr(GBytes) json = open_part (self, files, name, bytes);

          if (json == NULL)
            continue;
          g_string_append_len (out, g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json));
        }
      if (!g_str_has_prefix (name, "learners/"))
        continue;
      id = g_strndup ((char *) name + 9, PZ_ID_LENGTH);
      document = pz_document_parse (PZ_DOCUMENT_LEARNER, id, bytes, self->clock, NULL);
      all = pz_document_get_all (document);
      for (guint i = 0; i < all->len; i++)
        gather_pending (g_ptr_array_index (all, i), out);
    }
}

char *
sim_device_dup_state (SimDevice *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzKnowledge) knowledge = pz_replica_snapshot (self->replica, &error);
  g_autoptr(GString) out = g_string_new (NULL);

  g_assert_no_error (error);
  pz_state_map_write (knowledge->state, out);
  return g_strdup (out->str);
}
