/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sim-device.h"

#include "pz-document-private.h"
#include "pz-envelope.h"
#include "pz-outbox.h"
#include "pz-purge-log.h"

#include <glib/gstdio.h>
#include <string.h>

#define STATE "outbox/state.json"

/* Values */

void
sim_values_init (SimValues *self)
{
  self->n = 0;
  self->replaced = g_array_new (FALSE, TRUE, sizeof (gboolean));
  self->excused = g_array_new (FALSE, TRUE, sizeof (gboolean));
}

void
sim_values_clear (SimValues *self)
{
  g_array_unref (self->replaced);
  g_array_unref (self->excused);
}

char *
sim_values_new (SimValues *self)
{
  g_array_set_size (self->replaced, self->n + 1);
  g_array_set_size (self->excused, self->n + 1);
  return g_strdup_printf ("w%06u", self->n++);
}

void
sim_values_replace (SimValues  *self,
                    const char *text)
{
  guint64 number = g_ascii_strtoull (text + 1, NULL, 10);

  if (*text == 'w' && number < self->n)
    g_array_index (self->replaced, gboolean, number) = TRUE;
}

/* The texts of values in a text, each as a flag in an array. */
static GArray *
find_values (SimValues  *self,
             const char *text)
{
  GArray *found = g_array_new (FALSE, TRUE, sizeof (gboolean));

  g_array_set_size (found, self->n);
  for (const char *at = text; (at = strchr (at, 'w')) != NULL; at++)
    if (strspn (at + 1, "0123456789") >= 6)
      {
        g_autofree char *digits = g_strndup (at + 1, 6);
        guint64 number = g_ascii_strtoull (digits, NULL, 10);

        if (number < self->n)
          g_array_index (found, gboolean, number) = TRUE;
      }
  return found;
}

void
sim_values_excuse_gone (SimValues  *self,
                        const char *there)
{
  g_autoptr(GArray) found = find_values (self, there);

  for (guint i = 0; i < self->n; i++)
    g_array_index (self->excused, gboolean, i) |= !g_array_index (found, gboolean, i);
}

void
sim_values_excuse_in (SimValues  *self,
                      const char *text)
{
  g_autoptr(GArray) found = find_values (self, text);

  for (guint i = 0; i < self->n; i++)
    g_array_index (self->excused, gboolean, i) |= g_array_index (found, gboolean, i);
}

guint
sim_values_count_lost (SimValues  *self,
                       const char *state)
{
  g_autoptr(GArray) found = find_values (self, state);
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    if (!g_array_index (found, gboolean, i) && !g_array_index (self->replaced, gboolean, i)
        && !g_array_index (self->excused, gboolean, i))
      {
        g_test_message ("lost: w%06u", i);
        n++;
      }
  return n;
}

/* A device */

static void
open_class (SimDevice *self,
            PzRemote  *remote)
{
  g_autoptr(GError) error = NULL;

  self->replica = pz_replica_new (self->environment, self->folder, self->place, &error);
  g_assert_no_error (error);
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
  g_clear_pointer (&self->backup, g_hash_table_unref);
  g_object_unref (self->clock);
  g_object_unref (self->environment);
  g_free (self->folder);
  g_free (self->place);
  g_free (self);
}

static PzDocument *
load (SimDevice      *self,
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

static void
save (SimDevice  *self,
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
  save (self, document, "classroom.json", &seen);
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

/* Edits */

typedef struct
{
  SimDevice *device;
  PzRandom *random;
  SimValues *values;
  PzDocument *document;
} Editing;

/* a person who writes over a field has seen all it holds */
static void
note_replaced (Editing  *e,
               PzRecord *record,
               guint     field)
{
  const PzSlot *slot = pz_record_get_slot (record, field);

  for (guint i = 0; i < slot->n_entries; i++)
    if (slot->entries[i].value.kind == PZ_VALUE_TEXT)
      sim_values_replace (e->values, slot->entries[i].value.text);
}

static void
note_record_replaced (Editing  *e,
                      PzRecord *record)
{
  guint n_fields = pz_schema_get_record (pz_record_get_record_type (record))->n_fields;

  for (guint i = 0; i < n_fields; i++)
    note_replaced (e, record, i);
}

static void
set_text (Editing  *e,
          PzRecord *record,
          guint     field)
{
  g_autofree char *text = sim_values_new (e->values);

  note_replaced (e, record, field);
  pz_record_set_text (record, field, text);
}

static PzRecord *
choose_check_in (Editing *e)
{
  GListModel *list = pz_document_get_records (e->document, PZ_RECORD_CHECK_IN);
  guint n = g_list_model_get_n_items (list);
  g_autoptr(PzRecord) record = n > 0 ? g_list_model_get_item (list, pz_random_below (e->random, n)) : NULL;

  return record; /* the document holds it */
}

static void
edit_set (Editing *e)
{
  PzRecord *owner = pz_document_get_owner (e->document);
  g_auto(GStrv) elements = pz_record_dup_set (owner, PZ_LEARNER_INTERESTS);
  guint n = g_strv_length (elements);
  g_autofree char *text = NULL;

  if (n > 0 && pz_random_below (e->random, 3) == 0)
    {
      const char *element = elements[pz_random_below (e->random, n)];

      sim_values_replace (e->values, element);
      pz_record_set_remove (owner, PZ_LEARNER_INTERESTS, element);
      return;
    }
  text = sim_values_new (e->values);
  pz_record_set_add (owner, PZ_LEARNER_INTERESTS, text);
}

static void
edit_check_in (Editing *e)
{
  PzRecord *record = choose_check_in (e);

  if (record == NULL || pz_random_below (e->random, 3) == 0)
    record = pz_document_add (e->document, PZ_RECORD_CHECK_IN);
  set_text (e, record, PZ_CHECK_IN_TEXT);
}

/* to the trash, back, or out of it for good */
static GPtrArray *
edit_trash (Editing  *e,
            gboolean *purges_all)
{
  GPtrArray *purged = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_purged_free);
  PzRecord *record = pz_random_below (e->random, 3) > 0 ? choose_check_in (e) : NULL;

  if (record == NULL)
    record = pz_document_get_owner (e->document);
  if (!pz_record_is_deleted (record))
    pz_document_delete (e->document, record);
  else if (pz_random_below (e->random, 3) == 0)
    pz_document_restore (e->document, record);
  else if (record == pz_document_get_owner (e->document))
    {
      g_autoptr(GPtrArray) all = pz_document_get_all (e->document);

      for (guint i = 0; i < all->len; i++)
        note_record_replaced (e, g_ptr_array_index (all, i));
      pz_purge_log_note (purged, e->document, NULL);
      *purges_all = TRUE;
    }
  else
    {
      note_record_replaced (e, record);
      pz_purge_log_note (purged, e->document, pz_record_get_id (record));
      pz_document_remove (e->document, record);
    }
  return purged;
}

static void
commit_edit (Editing    *e,
             const char *name,
             PzVersion  *seen,
             GPtrArray  *purged,
             gboolean    purges_all)
{
  PzStore *store = pz_replica_get_store (e->device->replica);
  g_autoptr(PzCommit) commit = pz_commit_new (store);
  g_autoptr(GError) error = NULL;

  if (purges_all)
    pz_commit_delete (commit, name, seen);
  else
    {
      g_autoptr(GBytes) bytes = NULL;

      pz_document_set_revision (e->document, pz_document_get_revision (e->document) + 1);
      bytes = pz_document_serialize (e->document);
      pz_commit_put (commit, name, bytes, seen);
    }
  if (purged != NULL)
    pz_purge_log_add (store, commit, purged, &error);
  g_assert_no_error (error);
  pz_commit_run (commit, &error);
  g_assert_no_error (error);
}

static void
edit_learner (Editing    *e,
              const char *id)
{
  g_autoptr(GPtrArray) purged = NULL;
  gboolean purges_all = FALSE;
  g_autofree char *name = NULL;
  PzVersion seen;
  PzRecord *owner;

  e->document = load (e->device, PZ_DOCUMENT_LEARNER, id, &name, &seen);
  if (e->document == NULL)
    return;
  owner = pz_document_get_owner (e->document);
  switch (pz_random_below (e->random, 12))
    {
    case 0:
      note_replaced (e, owner, PZ_LEARNER_NOTES);
      pz_record_set_text (owner, PZ_LEARNER_NOTES, NULL);
      break;
    case 1:
    case 2:
      edit_set (e);
      break;
    case 3:
    case 4:
      edit_check_in (e);
      break;
    case 5:
      purged = edit_trash (e, &purges_all);
      break;
    case 6:
      pz_record_set_text (owner, PZ_LEARNER_PRIVATE_NOTES, pz_random_below (e->random, 2) ? "private one" : "private two");
      break;
    case 7:
      set_text (e, owner, PZ_LEARNER_NOTES);
      break;
    case 8:
    case 9:
      set_text (e, owner, PZ_LEARNER_FAMILY_NAME);
      break;
    default:
      set_text (e, owner, PZ_LEARNER_GIVEN_NAME);
      break;
    }
  commit_edit (e, name, &seen, purged, purges_all);
  g_clear_object (&e->document);
}

static void
add_learner (Editing *e)
{
  g_autofree char *id = pz_environment_new_id (e->device->environment);
  g_autofree char *name = g_strdup_printf ("learners/%s.json", id);
  g_autoptr(PzDocument) document = pz_document_new (PZ_DOCUMENT_LEARNER, id, e->device->clock);
  PzVersion seen = { 0 };

  e->document = document;
  set_text (e, pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME);
  edit_set (e);
  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_PRIVATE_NOTES, "private at once");
  save (e->device, document, name, &seen);
  e->document = NULL;
}

void
sim_device_edit (SimDevice *self,
                 PzRandom  *random,
                 SimValues *values)
{
  g_autoptr(GPtrArray) names = pz_store_list (pz_replica_get_store (self->replica), "learners", NULL);
  Editing editing = { self, random, values, NULL };

  if (names->len < 3 && (names->len == 0 || pz_random_below (random, 8) == 0))
    {
      add_learner (&editing);
      return;
    }
  {
    const char *name = g_ptr_array_index (names, pz_random_below (random, names->len));
    g_autofree char *id = g_strndup (name, strlen (name) - 5);

    edit_learner (&editing, id);
  }
}

void
sim_device_write (SimDevice  *self,
                  const char *learner,
                  guint       field,
                  const char *text)
{
  g_autofree char *name = NULL;
  PzVersion seen;
  g_autoptr(PzDocument) document = load (self, PZ_DOCUMENT_LEARNER, learner, &name, &seen);

  if (document == NULL)
    {
      document = pz_document_new (PZ_DOCUMENT_LEARNER, learner, self->clock);
      memset (&seen, 0, sizeof seen);
    }
  pz_record_set_text (pz_document_get_owner (document), field, text);
  save (self, document, name, &seen);
}

/* Backups */

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

static void
gather_files (GHashTable *files,
              GString    *out)
{
  GHashTableIter iter;
  gpointer name, bytes;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      gboolean is_sealed = g_str_has_prefix (name, "outbox/") && !g_str_has_suffix (name, ".json");
      g_autoptr(GBytes) json = is_sealed ? pz_envelope_open (bytes, NULL) : g_bytes_ref (bytes);

      if (json != NULL)
        g_string_append_len (out, g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json));
    }
}

void
sim_device_gather (SimDevice *self,
                   GString   *out)
{
  g_autoptr(GHashTable) files = read_files (self);

  gather_files (files, out);
  if (self->backup != NULL)
    gather_files (self->backup, out);
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

void
sim_device_gather_unsent (SimDevice *self,
                          GString   *out)
{
  g_autoptr(GHashTable) files = read_files (self);
  GHashTableIter iter;
  gpointer name, bytes;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      g_autoptr(PzDocument) document = NULL;
      g_autoptr(GPtrArray) all = NULL;
      g_autofree char *id = NULL;

      if (g_str_has_prefix (name, "outbox/") && !g_str_has_suffix (name, ".json"))
        {
          g_autoptr(GBytes) json = pz_envelope_open (bytes, NULL);

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
