/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit-fixture.h"

#include "pz-envelope.h"

#include <glib/gstdio.h>
#include <string.h>

PzSegment *
edit_fixture_begin (guint64 device)
{
  PzHash begin = pz_chain_begin (SIM_CLASSROOM, device);

  return pz_segment_new (SIM_CLASSROOM, device, 1, &begin);
}

PzSegment *
edit_fixture_after (PzSegment *before)
{
  PzHash chain = pz_segment_get_chain (before, before->to);

  return pz_segment_new (SIM_CLASSROOM, before->device, before->to + 1, &chain);
}

void
edit_fixture_add (PzSegment        *segment,
                  const char       *field,
                  const char       *value,
                  const PzReplaced *replaces)
{
  guint64 number = segment->to + 1;
  PzSyncEdit *edit = pz_sync_edit_new (number, EDIT_PATH, field, PZ_HLC (FIXTURE_START + (gint64) number, 0), value);

  if (replaces != NULL)
    pz_sync_edit_add_replaced (edit, replaces->device, replaces->number, replaces->mark);
  pz_sync_edit_seal (edit);
  pz_segment_add (segment, edit);
}

void
edit_fixture_add_learner (PzSegment  *segment,
                          const char *given_name)
{
  g_autofree char *value = g_strdup_printf ("{\"type\":\"learner\",\"given-name\":\"%s\"}", given_name);

  edit_fixture_add (segment, PZ_WRITE_WHOLE, value, NULL);
}

PzPlacing
edit_fixture_apply (SyncFixture *fixture,
                    guint        device,
                    PzSegment   *segment)
{
  g_autofree char *name = g_strdup_printf ("seg-%" G_GUINT64_FORMAT "-%" G_GUINT64_FORMAT, segment->from, segment->to);
  PzPlacing placing = PZ_PLACED_LATER;
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_replica_apply_segment (sync_fixture_get (fixture, device)->replica, name, segment, &placing, &error));
  g_assert_no_error (error);
  return placing;
}

PzSyncState *
edit_fixture_read_state (SyncFixture *fixture,
                         guint        device)
{
  PzVersion seen;
  g_autoptr(GError) error = NULL;
  PzSyncState *state = pz_replica_read_state (sync_fixture_get (fixture, device)->replica, &seen, &error);

  g_assert_no_error (error);
  return state;
}

char *
edit_fixture_put_json (SyncFixture  *fixture,
                       PzObjectName *name,
                       GBytes       *json)
{
  g_autoptr(GBytes) bytes = pz_envelope_close (json);
  char *text;

  name->length = g_bytes_get_size (bytes);
  name->hash = pz_hash_of (g_bytes_get_data (bytes, NULL), name->length);
  text = pz_object_name_format (name);
  g_hash_table_replace (sim_remote_get_files (fixture->remote), g_strdup (text), g_bytes_ref (bytes));
  return text;
}

char *
edit_fixture_put (SyncFixture *fixture,
                  PzSegment   *segment)
{
  PzHash chain = pz_segment_get_chain (segment, segment->to);
  PzObjectName name = { .kind = PZ_OBJECT_SEGMENT, .device = segment->device, .from = segment->from, .to = segment->to };
  g_autoptr(GBytes) json = pz_segment_write (segment);

  name.head = pz_hash_get_head (&chain);
  return edit_fixture_put_json (fixture, &name, json);
}

char *
edit_fixture_put_snapshot (SyncFixture       *fixture,
                           guint64            device,
                           guint64            number,
                           const PzKnowledge *snapshot)
{
  PzObjectName name = { .kind = PZ_OBJECT_SNAPSHOT, .device = device, .to = number };
  g_autoptr(GBytes) json = pz_snapshot_write (snapshot);

  return edit_fixture_put_json (fixture, &name, json);
}

void
edit_fixture_tear (SyncFixture *fixture,
                   const char  *name)
{
  GHashTable *files = sim_remote_get_files (fixture->remote);
  GBytes *bytes = g_hash_table_lookup (files, name);

  g_hash_table_replace (files, g_strdup (name), g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) / 2));
}

PzSyncer *
edit_fixture_look (SyncFixture *fixture,
                   guint        device)
{
  PzSyncer *syncer = sync_fixture_get (fixture, device)->syncer;
  g_autoptr(GError) error = NULL;

  pz_sync_status_free (syncer->status);
  syncer->status = pz_sync_status_new ();
  syncer->gone = syncer->incomplete = FALSE;
  g_assert_true (pz_syncer_reload (syncer, &error) && pz_syncer_list (syncer, &error));
  g_assert_no_error (error);
  return syncer;
}

PzListed *
edit_fixture_find_listed (PzSyncer   *syncer,
                          const char *name)
{
  return pz_listing_find (syncer->listing, name);
}

void
edit_fixture_change (SyncFixture *fixture,
                     guint        device,
                     PzTurnFunc   func,
                     gpointer     user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_replica_change (sync_fixture_get (fixture, device)->replica, func, user_data, &error));
  g_assert_no_error (error);
}

void
edit_fixture_set_file (SyncFixture *fixture,
                       guint        device,
                       const char  *name,
                       const char  *text)
{
  g_autofree char *path = g_build_filename (sync_fixture_get (fixture, device)->folder, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  g_unlink (path);
  if (text != NULL)
    g_assert_true (g_file_set_contents_full (path, text, (gssize) strlen (text), G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}
