/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sync-fixture.h"

#include "pz-object-name.h"
#include "pz-outbox.h"
#include "pz-sync-error.h"
#include "pz-sync-fault.h"
#include "pz-syncer-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* With the second build of the library, `--fault NAME` breaks one rule: the case made for it must then fail. */
#ifdef PZ_SYNC_FAULTS
PzSyncFault pz_sync_fault;
#endif

#define NAME PZ_LEARNER_GIVEN_NAME

static void
test_one_write (SyncFixture   *fixture,
                gconstpointer  data)
{
  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync (fixture, 0);
  g_assert_cmpuint (pz_syncer_get_status (sync_fixture_get (fixture, 0)->syncer)->n_waiting, >, 0);
  sync_fixture_sync (fixture, 0);
  g_assert_cmpuint (pz_syncer_get_status (sync_fixture_get (fixture, 0)->syncer)->n_waiting, ==, 0);
  sync_fixture_sync (fixture, 1);
  sync_fixture_assert_shows (fixture, 1, NAME, "Ada");
  sync_fixture_assert_equal (fixture);
}

static void
test_both_write (SyncFixture   *fixture,
                 gconstpointer  data)
{
  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync_all (fixture, 2);
  sync_fixture_write (fixture, 0, NAME, "Bea");
  sync_fixture_write (fixture, 1, NAME, "Cea");
  sync_fixture_sync_all (fixture, 3);
  g_assert_cmpuint (sync_fixture_count_values (fixture, 0, NAME), ==, 2);
  sync_fixture_assert_shows (fixture, 0, NAME, "Cea");
  sync_fixture_write (fixture, 0, NAME, "Dea");
  sync_fixture_sync_all (fixture, 3);
  g_assert_cmpuint (sync_fixture_count_values (fixture, 1, NAME), ==, 1);
  sync_fixture_assert_shows (fixture, 1, NAME, "Dea");
  sync_fixture_assert_equal (fixture);
}

static void
test_private (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr(GString) all = g_string_new (NULL);

  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_write (fixture, 0, PZ_LEARNER_PRIVATE_NOTES, "a secret of hers");
  sync_fixture_sync_all (fixture, 3);
  sim_remote_gather (fixture->remote, all);
  g_assert_nonnull (strstr (all->str, "Ada"));
  g_assert_null (strstr (all->str, "secret"));
  sync_fixture_assert_shows (fixture, 0, PZ_LEARNER_PRIVATE_NOTES, "a secret of hers");
  sync_fixture_assert_shows (fixture, 1, PZ_LEARNER_PRIVATE_NOTES, NULL);
  g_assert_cmpuint (pz_syncer_get_status (sync_fixture_get (fixture, 0)->syncer)->n_waiting, ==, 0);
}

/* T1: an upload is stored whole, its answer lost, a reader lists it; it is tried again and cut. The reader must still
 * find the whole object. */
static void
test_retry_has_another_name (SyncFixture   *fixture,
                             gconstpointer  data)
{
  g_autoptr(GPtrArray) first = NULL;
  g_autoptr(GBytes) whole = NULL;
  g_autoptr(GError) error = NULL;
  PzObjectName name;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  sim_remote_plan_puts (fixture->remote, "ac");
  g_assert_false (sim_device_sync (sync_fixture_get (fixture, 0), &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OFFLINE);
  first = sync_fixture_find (fixture, "seg-");
  g_assert_cmpuint (first->len, ==, 1);
  whole = g_bytes_ref (g_hash_table_lookup (sim_remote_get_files (fixture->remote), g_ptr_array_index (first, 0)));
  /* an old listing hides it, so that it is sent again */
  g_assert_true (pz_object_name_parse (g_ptr_array_index (first, 0), &name));
  g_clear_error (&error);
  g_assert_false (pz_syncer_put (sync_fixture_get (fixture, 0)->syncer, &name, whole, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OFFLINE);
  g_assert_true (g_bytes_equal (
    whole, g_hash_table_lookup (sim_remote_get_files (fixture->remote), g_ptr_array_index (first, 0))));
  sync_fixture_sync (fixture, 1);
  sync_fixture_assert_shows (fixture, 1, NAME, "Ada");
}

/* how many of the snapshots would be deleted for the sake of another one */
static guint
count_covered_snapshots (PzSyncer *syncer)
{
  guint n = 0;

  for (guint i = 0; i < syncer->listing->objects->len; i++)
    {
      g_autoptr(GPtrArray) names = pz_syncer_find_covered (syncer, g_ptr_array_index (syncer->listing->objects, i));

      for (guint k = 0; k < names->len; k++)
        n += g_str_has_prefix (g_ptr_array_index (names, k), "snap-");
    }
  return n;
}

/* T2: two devices each publish a snapshot of the same state, both verify the other's, both delete at the same time:
 * exactly one must remain. */
static void
test_equal_snapshots (SyncFixture   *fixture,
                      gconstpointer  data)
{
  g_autoptr(GPtrArray) left = NULL;

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *text = g_strdup_printf ("name %u", i);

      sync_fixture_write (fixture, 0, NAME, text);
      sync_fixture_sync (fixture, 0);
      sync_fixture_sync (fixture, 0);
    }
  sync_fixture_sync_all (fixture, 2);
  left = sync_fixture_find (fixture, "snap-");
  g_assert_cmpuint (left->len, ==, 0);
  g_clear_pointer (&left, g_ptr_array_unref);
  sync_fixture_publish_all (fixture);
  for (guint i = 0; i < fixture->devices->len; i++)
    {
      PzSyncer *syncer = sync_fixture_get (fixture, i)->syncer;

      g_assert_true (pz_syncer_reload (syncer, NULL) && pz_syncer_list (syncer, NULL) && pz_syncer_pull (syncer, NULL));
    }
  for (guint i = 0; i < fixture->devices->len; i++)
    {
      /* both go by what they listed before the other deleted anything */
      PzSyncer *syncer = sync_fixture_get (fixture, i)->syncer;
      g_autoptr(GError) error = NULL;

      g_assert_cmpuint (count_covered_snapshots (syncer), ==, 1);
      pz_syncer_tidy (syncer, &error);
      g_assert_no_error (error);
    }
  left = sync_fixture_find (fixture, "snap-");
  g_assert_cmpuint (left->len, ==, 1);
}

/* A laptop and the server come back from old states, and nobody notices: two histories use one id. */
static void
test_broken_chain (SyncFixture   *fixture,
                   gconstpointer  data)
{
  SimDevice *laptop = sync_fixture_get (fixture, 0);
  g_autoptr(PzSyncState) state = NULL;
  guint64 old_id;
  PzVersion seen;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync_all (fixture, 3);
  sim_device_back_up (laptop);
  sim_remote_back_up (fixture->remote);
  state = pz_replica_read_state (laptop->replica, &seen, NULL);
  old_id = state->device;

  sync_fixture_write (fixture, 0, NAME, "Bea of the first history");
  sync_fixture_write (fixture, 0, PZ_LEARNER_FAMILY_NAME, "One");
  sync_fixture_sync (fixture, 0);
  sync_fixture_sync (fixture, 1); /* has applied it */

  sim_device_restore (laptop, PZ_REMOTE (fixture->remote), NULL);
  g_assert_true (sim_remote_restore (fixture->remote));
  sync_fixture_write (fixture, 0, PZ_LEARNER_NOTES, "of the second history");
  sync_fixture_sync (fixture, 0);
  sync_fixture_sync (fixture, 2); /* has applied this one */
  sync_fixture_sync_all (fixture, 6);

  sync_fixture_assert_equal (fixture);
  sync_fixture_assert_shows (fixture, 2, NAME, "Bea of the first history");
  sync_fixture_assert_shows (fixture, 0, PZ_LEARNER_FAMILY_NAME, "One");
  sync_fixture_assert_shows (fixture, 1, PZ_LEARNER_NOTES, "of the second history");
  g_clear_pointer (&state, pz_sync_state_free);
  state = pz_replica_read_state (laptop->replica, &seen, NULL);
  g_assert_cmpuint (state->device, !=, old_id);
  g_assert_true (pz_vector_find (state->known->vector, old_id)->closed);
  g_assert_cmpuint (pz_syncer_get_status (sync_fixture_get (fixture, 1)->syncer)->aside->len, >, 0);
}

/* Of several writes the first upload is cut, though the server says that it is stored, and the laptop is never seen
 * again. What lies whole on the server must be of use to the others. */
static void
test_all_in_one_segment (SyncFixture   *fixture,
                         gconstpointer  data)
{
  g_autoptr(GString) there = g_string_new (NULL);
  g_autofree char *shown = NULL;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync_all (fixture, 3);
  sync_fixture_write (fixture, 0, NAME, "Bea");
  sync_fixture_write (fixture, 0, PZ_LEARNER_NOTES, "of Bea");
  sim_remote_plan_puts (fixture->remote, "t");
  sync_fixture_sync (fixture, 0);
  sim_remote_gather (fixture->remote, there);
  sync_fixture_sync (fixture, 1);
  shown = sync_fixture_read (fixture, 1, PZ_LEARNER_NOTES);
  g_assert_true ((strstr (there->str, "of Bea") != NULL) == (g_strcmp0 (shown, "of Bea") == 0));
}

/* A laptop comes back from a backup, and an old server shows nothing of what it had written since. */
static void
test_restored_laptop (SyncFixture   *fixture,
                      gconstpointer  data)
{
  SimDevice *laptop = sync_fixture_get (fixture, 0);
  g_autoptr(PzSyncState) before = NULL;
  g_autoptr(PzSyncState) after = NULL;
  PzVersion seen;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync_all (fixture, 3);
  before = pz_replica_read_state (laptop->replica, &seen, NULL);
  sim_device_back_up (laptop);
  sync_fixture_write (fixture, 0, NAME, "Bea");
  sim_device_restore (laptop, PZ_REMOTE (fixture->remote), "elsewhere");
  sync_fixture_write (fixture, 0, NAME, "Cea");
  sync_fixture_sync (fixture, 0);
  after = pz_replica_read_state (laptop->replica, &seen, NULL);
  g_assert_cmpuint (after->device, !=, before->device);
  g_assert_cmpuint (pz_vector_get_number (after->known->vector, before->device), ==,
                    pz_sync_state_get_number (before));
  sync_fixture_sync_all (fixture, 3);
  sync_fixture_assert_shows (fixture, 1, NAME, "Cea");
  sync_fixture_assert_equal (fixture);
}

/* What was sent without an answer was seen and replaced by somebody; then the laptop takes another id. */
static void
test_replaced_before_new_id (SyncFixture   *fixture,
                             gconstpointer  data)
{
  SimDevice *laptop = sync_fixture_get (fixture, 0);
  g_autoptr(GPtrArray) hidden = NULL;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  sim_remote_plan_puts (fixture->remote, "a");
  g_assert_false (sim_device_sync (laptop, NULL));
  sync_fixture_sync (fixture, 1);
  sync_fixture_write (fixture, 1, NAME, "Bea");
  hidden = sync_fixture_find (fixture, "seg-");
  sync_fixture_sync (fixture, 1);
  g_hash_table_remove (sim_remote_get_files (fixture->remote), g_ptr_array_index (hidden, 0)); /* an old listing */
  sim_remote_end_after (fixture->remote, 2, NULL);
  g_assert_false (sim_device_sync (laptop, NULL)); /* takes in what the other wrote, and does not get to sending */
  sim_remote_end_after (fixture->remote, -1, NULL);
  sync_fixture_assert_shows (fixture, 0, NAME, "Bea");
  sim_device_back_up (laptop);
  sim_device_restore (laptop, PZ_REMOTE (fixture->remote), "elsewhere");
  sync_fixture_sync_all (fixture, 5);
  for (guint i = 0; i < 2; i++)
    {
      sync_fixture_assert_shows (fixture, i, NAME, "Bea");
      g_assert_cmpuint (sync_fixture_count_values (fixture, i, NAME), ==, 1);
    }
  sync_fixture_assert_equal (fixture);
}

/* One document comes back as it was, by hand or from a snapshot: what it lacks was taken away by nobody. */
static void
test_restored_document (SyncFixture   *fixture,
                        gconstpointer  data)
{
  SimDevice *device = sync_fixture_get (fixture, 0);
  const char *file = "learners/" FIXTURE_LEARNER ".json";
  g_autofree char *path = g_build_filename (device->folder, file, NULL);
  const GBytes *old;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync_all (fixture, 3);
  sim_device_back_up (device);
  sync_fixture_write (fixture, 1, NAME, "Bea");
  sync_fixture_write (fixture, 1, PZ_LEARNER_FAMILY_NAME, "of the other");
  sync_fixture_sync_all (fixture, 3);
  old = g_hash_table_lookup (device->backup, file);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data ((GBytes *) old, NULL),
                                      (gssize) g_bytes_get_size ((GBytes *) old), NULL));
  sync_fixture_write (fixture, 0, PZ_LEARNER_NOTES, "written since");
  sync_fixture_sync (fixture, 0);
  sync_fixture_publish_all (fixture);
  sync_fixture_sync_all (fixture, 5);
  for (guint i = 0; i < 2; i++)
    {
      sync_fixture_assert_shows (fixture, i, NAME, "Bea");
      sync_fixture_assert_shows (fixture, i, PZ_LEARNER_FAMILY_NAME, "of the other");
      sync_fixture_assert_shows (fixture, i, PZ_LEARNER_NOTES, "written since");
    }
  sync_fixture_assert_equal (fixture);
}

/* the same when the file is gone */
static void
test_missing_document (SyncFixture   *fixture,
                       gconstpointer  data)
{
  g_autofree char *path = g_build_filename (sync_fixture_get (fixture, 0)->folder, "learners", FIXTURE_LEARNER ".json",
                                            NULL);

  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync_all (fixture, 3);
  g_assert_cmpint (g_unlink (path), ==, 0);
  sync_fixture_publish_all (fixture);
  sync_fixture_sync_all (fixture, 4);
  sync_fixture_assert_shows (fixture, 0, NAME, "Ada");
  sync_fixture_assert_shows (fixture, 1, NAME, "Ada");
}

/* a folder that was copied while both copies go on under one id */
static void
test_cloned_folder (SyncFixture   *fixture,
                    gconstpointer  data)
{
  SimDevice *laptop = sync_fixture_get (fixture, 0), *clone = sync_fixture_get (fixture, 1);

  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync (fixture, 0);
  sync_fixture_sync (fixture, 0);
  sim_device_back_up (laptop);
  g_clear_pointer (&clone->backup, g_hash_table_unref);
  clone->backup = g_hash_table_ref (laptop->backup);
  sim_device_restore (clone, PZ_REMOTE (fixture->remote), "p0");
  sync_fixture_write (fixture, 0, NAME, "Bea");
  sync_fixture_write (fixture, 1, PZ_LEARNER_FAMILY_NAME, "Clone");
  sync_fixture_sync_all (fixture, 6);
  sync_fixture_assert_equal (fixture);
  sync_fixture_assert_shows (fixture, 1, NAME, "Bea");
  sync_fixture_assert_shows (fixture, 0, PZ_LEARNER_FAMILY_NAME, "Clone");
}

/* the server comes back without what it had confirmed */
static void
test_server_restored (SyncFixture   *fixture,
                      gconstpointer  data)
{
  guint newcomer;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync_all (fixture, 3);
  sim_remote_back_up (fixture->remote);
  sync_fixture_write (fixture, 0, NAME, "Bea");
  sync_fixture_sync_all (fixture, 3);
  g_assert_true (sim_remote_restore (fixture->remote));
  sync_fixture_sync (fixture, 0);
  sync_fixture_sync (fixture, 0);
  g_assert_true (pz_syncer_get_status (sync_fixture_get (fixture, 0)->syncer)->healed);
  newcomer = sync_fixture_add (fixture);
  sync_fixture_sync (fixture, newcomer);
  sync_fixture_assert_shows (fixture, newcomer, NAME, "Bea");
}

static guint64
count_waiting (SyncFixture *fixture,
               guint        device)
{
  return pz_syncer_get_status (sync_fixture_get (fixture, device)->syncer)->n_waiting;
}

/* The server comes back without what it had confirmed, and lists only what was sent after that: nobody can take it in.
 * Until it is healed, the laptop must not let go of it: what it says is stored has to outlive the laptop. */
static void
test_behind_gap (SyncFixture   *fixture,
                 gconstpointer  data)
{
  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync_all (fixture, 3);
  sim_remote_back_up (fixture->remote);
  sync_fixture_write (fixture, 0, NAME, "Bea");
  sync_fixture_sync (fixture, 0);
  sync_fixture_sync (fixture, 0);
  g_assert_cmpuint (count_waiting (fixture, 0), ==, 0);
  g_assert_true (sim_remote_restore (fixture->remote));
  sync_fixture_write (fixture, 0, PZ_LEARNER_NOTES, "of Bea");
  sync_fixture_sync (fixture, 0);
  sim_remote_end_after (fixture->remote, 1, NULL); /* the listing shows it, and it comes to no more */
  g_assert_false (sim_device_sync (sync_fixture_get (fixture, 0), NULL));
  g_assert_cmpuint (count_waiting (fixture, 0), ==, 1);
  sim_remote_end_after (fixture->remote, -1, NULL);
  sync_fixture_sync (fixture, 1);
  sync_fixture_assert_shows (fixture, 1, PZ_LEARNER_NOTES, NULL);
  for (guint i = 0; i < 5 && count_waiting (fixture, 0) > 0; i++)
    sync_fixture_sync (fixture, 0);
  g_assert_cmpuint (count_waiting (fixture, 0), ==, 0);
  sync_fixture_sync (fixture, 1);
  sync_fixture_assert_shows (fixture, 1, PZ_LEARNER_NOTES, "of Bea");
  sync_fixture_assert_equal (fixture);
}

static void
test_absence_deletes_nothing (SyncFixture   *fixture,
                              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync_all (fixture, 3);
  g_hash_table_remove_all (sim_remote_get_files (fixture->remote));
  g_assert_false (sim_device_sync (sync_fixture_get (fixture, 0), &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OTHER_CLASS);
  sync_fixture_assert_shows (fixture, 0, NAME, "Ada");
}

static void
test_other_class (SyncFixture   *fixture,
                  gconstpointer  data)
{
  const char *text = "{\"classroom\":\"aaaaaaaaaaaaaaaa\",\"major\":1}";
  g_autoptr(GError) error = NULL;

  g_hash_table_replace (sim_remote_get_files (fixture->remote), g_strdup ("personalize-classroom-1"),
                        g_bytes_new (text, strlen (text)));
  sync_fixture_write (fixture, 0, NAME, "Ada");
  g_assert_false (sim_device_sync (sync_fixture_get (fixture, 0), &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OTHER_CLASS);
  g_assert_cmpuint (sim_remote_get_n_files (fixture->remote), ==, 1);
}

static void
test_purge (SyncFixture   *fixture,
            gconstpointer  data)
{
  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync_all (fixture, 3);
  sim_device_purge (sync_fixture_get (fixture, 0), FIXTURE_LEARNER);
  sync_fixture_sync_all (fixture, 3);
  sync_fixture_assert_shows (fixture, 1, NAME, NULL);
  sync_fixture_assert_equal (fixture);
}

int
main (int    argc,
      char **argv)
{
  const SyncTest tests[] = {
    { "/sync/protocol/a-write-arrives-and-is-confirmed-by-the-next-listing", 2, test_one_write },
    { "/sync/protocol/two-writes-that-did-not-see-each-other-both-stay", 2, test_both_write },
    { "/sync/protocol/what-never-leaves-the-device-never-does", 2, test_private },
    { "/sync/protocol/a-retry-never-overwrites-what-may-be-whole", 2, test_retry_has_another_name },
    { "/sync/protocol/of-equal-snapshots-exactly-one-remains", 2, test_equal_snapshots },
    { "/sync/protocol/two-histories-of-one-id-are-told-apart-and-nothing-is-lost", 3, test_broken_chain },
    { "/sync/protocol/writes-travel-in-one-object", 2, test_all_in_one_segment },
    { "/sync/protocol/a-restored-laptop-writes-under-an-id-of-its-own", 2, test_restored_laptop },
    { "/sync/protocol/what-was-replaced-does-not-come-back-under-a-new-id", 2, test_replaced_before_new_id },
    { "/sync/protocol/a-restored-document-takes-nothing-away", 2, test_restored_document },
    { "/sync/protocol/a-missing-document-takes-nothing-away", 2, test_missing_document },
    { "/sync/protocol/a-cloned-folder-gets-an-id-of-its-own", 3, test_cloned_folder },
    { "/sync/protocol/what-a-restored-server-lost-is-sent-again", 2, test_server_restored },
    { "/sync/protocol/what-lies-behind-a-gap-waits-until-somebody-can-read-it", 2, test_behind_gap },
    { "/sync/protocol/an-empty-folder-deletes-nothing", 1, test_absence_deletes_nothing },
    { "/sync/protocol/the-folder-of-another-class-is-left-alone", 1, test_other_class },
    { "/sync/protocol/what-was-removed-for-good-goes-everywhere", 2, test_purge },
  };

#ifdef PZ_SYNC_FAULTS
  if (argc > 1) /* behind the arguments of every test program; anything but a number is no fault */
    pz_sync_fault = (PzSyncFault) g_ascii_strtoull (argv[argc - 1], NULL, 10);
#endif
  return sync_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
