/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sim-device.h"

#include "pz-document-private.h"
#include "pz-purge-log.h"

#include <string.h>

/* What a person does on one computer. */

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
note_newer (const char         *path,
            const char         *field,
            const PzStateValue *value,
            gpointer            user_data)
{
  Editing *e = user_data;
  g_autofree char *learner = g_strconcat ("learners/", pz_document_get_id (e->document), "/", NULL);

  if (g_str_has_prefix (path, learner))
    sim_values_replace_in (e->values, value->value);
}

/* With a learner goes what the document has no place for, also where nobody else ever hears that the learner went. */
static void
note_newer_replaced (Editing *e)
{
  g_autofree char *file = g_build_filename (e->device->folder, PZ_SYNC_STATE_FILE, NULL);
  g_autoptr(PzSyncState) state = NULL;
  PzVersion seen;

  if (!g_file_test (file, G_FILE_TEST_EXISTS)) /* to read it would make a device */
    return;
  state = pz_replica_read_state (e->device->replica, &seen, NULL);
  pz_state_map_each (state->known->state, note_newer, e);
}

static void
set_text (Editing  *e,
          PzRecord *record,
          guint     field)
{
  g_autofree char *text = sim_values_new (e->values, pz_document_get_id (e->document));

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
  text = sim_values_new (e->values, pz_document_get_id (e->document));
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
      note_newer_replaced (e);
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

  e->document = sim_device_load (e->device, PZ_DOCUMENT_LEARNER, id, &name, &seen);
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
edit_newer (Editing    *e,
            const char *id)
{
  g_autofree char *name = NULL;
  PzVersion seen;

  e->document = sim_device_load (e->device, PZ_DOCUMENT_LEARNER, id, &name, &seen);
  if (e->document != NULL)
    {
      g_autofree char *text = sim_values_new (e->values, id);

      sim_device_write_newer (e->device, id, text);
    }
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
  sim_device_save (e->device, document, name, &seen);
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

    if (pz_random_below (random, 20) == 0)
      edit_newer (&editing, id);
    else
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
  g_autoptr(PzDocument) document = sim_device_load (self, PZ_DOCUMENT_LEARNER, learner, &name, &seen);

  if (document == NULL)
    {
      document = pz_document_new (PZ_DOCUMENT_LEARNER, learner, self->clock);
      memset (&seen, 0, sizeof seen);
    }
  pz_record_set_text (pz_document_get_owner (document), field, text);
  sim_device_save (self, document, name, &seen);
}

void
sim_device_purge (SimDevice  *self,
                  const char *learner)
{
  PzStore *store = pz_replica_get_store (self->replica);
  g_autofree char *name = NULL;
  PzVersion seen;
  g_autoptr(PzDocument) document = sim_device_load (self, PZ_DOCUMENT_LEARNER, learner, &name, &seen);
  g_autoptr(GPtrArray) purged = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_purged_free);
  g_autoptr(PzCommit) commit = pz_commit_new (store);
  g_autoptr(GError) error = NULL;

  pz_purge_log_note (purged, document, NULL);
  pz_commit_delete (commit, name, &seen);
  pz_purge_log_add (store, commit, purged, &error);
  g_assert_no_error (error);
  pz_commit_run (commit, &error);
  g_assert_no_error (error);
}

/* it waits where everything stands that the documents have no place for, until it gets its number */
static gboolean
keep_newer (PzTurn    *turn,
            gpointer   user_data,
            GError   **error)
{
  const char *const *texts = user_data;
  PzStamp stamp = pz_clock_next (pz_turn_get_clock (turn), 0);
  g_autofree char *path = g_strdup_printf ("learners/%s/%s", texts[0], texts[0]);
  g_autofree char *value = g_strdup_printf ("{\"mood\":[\"%s\", 1.50]}", texts[1]);

  stamp.number = stamp.clock & G_MAXINT32;
  stamp.device = SIM_NEWER;
  pz_state_map_add (turn->state->known->state, path, "mood", &stamp, value);
  turn->state->check_all = TRUE;
  return TRUE;
}

void
sim_device_write_newer (SimDevice  *self,
                        const char *learner,
                        const char *text)
{
  const char *const texts[] = { learner, text };
  g_autoptr(GError) error = NULL;

  pz_replica_change (self->replica, keep_newer, (gpointer) texts, &error);
  g_assert_no_error (error);
}
