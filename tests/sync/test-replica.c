/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The class on this disk, as synchronisation reads and changes it. */
#include "config.h"

#include "edit-fixture.h"

#include "pz-error.h"
#include "pz-sync-error.h"

#include <glib/gstdio.h>
#include <string.h>

#define NAME PZ_LEARNER_GIVEN_NAME
#define FILE_NAME EDIT_DOCUMENT ".json"

static void
test_says_what_it_is_of (SyncFixture   *fixture,
                         gconstpointer  data)
{
  SimDevice *device = sync_fixture_get (fixture, 0);
  PzReplica *replica = device->replica;

  g_assert_cmpstr (pz_replica_get_classroom (replica), ==, SIM_CLASSROOM);
  g_assert_cmpstr (pz_replica_get_place (replica), ==, "p0");
  g_assert_true (pz_replica_get_environment (replica) == device->environment);
  g_assert_cmpstr (pz_store_get_path (pz_replica_get_store (replica)), ==, device->folder);
  g_assert_null (pz_replica_get_device_name (replica));
  pz_replica_set_device_name (replica, "Laptop");
  pz_replica_set_device_name (replica, pz_replica_get_device_name (replica));
  g_assert_cmpstr (pz_replica_get_device_name (replica), ==, "Laptop");
}

static void
test_no_class (SyncFixture   *fixture,
               gconstpointer  data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_replica_new (sync_fixture_get (fixture, 0)->environment, nowhere, NULL, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));
}

static void
test_lets_go (SyncFixture   *fixture,
              gconstpointer  data)
{
  PzEnvironment *environment = pz_environment_new_fixed (fixture->folder, FIXTURE_START, 1);
  PzReplica *replica = pz_replica_new (environment, sync_fixture_get (fixture, 0)->folder, NULL, NULL);

  g_object_add_weak_pointer (G_OBJECT (environment), (gpointer *) &environment);
  g_object_unref (environment);
  g_assert_nonnull (environment);
  pz_replica_free (replica);
  g_assert_null (environment);
}

static void
test_objects (SyncFixture   *fixture,
              gconstpointer  data)
{
  SimDevice *device = sync_fixture_get (fixture, 0);
  PzObjectName about = { PZ_OBJECT_SEGMENT, EDIT_DEVICE, 1, 2, 3, 0, { { 0 } }, 0 }, other = about;
  g_autoptr(GBytes) json = g_bytes_new_static ("{\"name\":\"Ada\"}", 14);
  g_autoptr(GBytes) plain = pz_replica_close (device->replica, json, &about);
  g_autoptr(GBytes) opened = pz_replica_open (device->replica, plain, &about, NULL);
  g_autoptr(GBytes) sealed = NULL, unsealed = NULL;
  g_autoptr(PzSyncKey) key = pz_sync_key_new_random (), next = pz_sync_key_new_random ();
  g_autoptr(PzKeyring) keys = pz_keyring_new ();
  g_autoptr(GError) error = NULL;

  g_assert_true (g_bytes_equal (opened, json));
  g_assert_true (pz_replica_is_closed_now (device->replica, plain));

  pz_keyring_add (keys, 1, key);
  sim_device_learn_keys (device, keys);
  g_assert_null (pz_replica_open (device->replica, plain, &about, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (pz_replica_is_closed_now (device->replica, plain));
  sealed = pz_replica_close (device->replica, json, &about);
  g_assert_null (g_strstr_len (g_bytes_get_data (sealed, NULL), (gssize) g_bytes_get_size (sealed), "Ada"));
  g_assert_true (pz_replica_is_closed_now (device->replica, sealed));
  unsealed = pz_replica_open (device->replica, sealed, &about, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (unsealed, json));
  other.from++;
  g_assert_null (pz_replica_open (device->replica, sealed, &other, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED);

  pz_keyring_add (keys, 2, next);
  sim_device_learn_keys (device, keys);
  g_assert_false (pz_replica_is_closed_now (device->replica, sealed));
  pz_replica_set_keyring (device->replica, NULL);
  g_assert_true (pz_replica_is_closed_now (device->replica, sealed));
}

static gboolean
remember (PzTurn    *turn,
          gpointer   user_data,
          GError   **error)
{
  turn->state->n_missing++;
  return TRUE;
}

/* a class that was never synchronised has no id of its own yet; once it is written down it stays */
static void
test_state (SyncFixture   *fixture,
            gconstpointer  data)
{
  PzReplica *replica = sync_fixture_get (fixture, 0)->replica;
  g_autoptr(PzSyncState) state = NULL, again = NULL;
  g_autoptr(GError) error = NULL;
  PzVersion seen = { 0 };

  edit_fixture_set_file (fixture, 0, PZ_SYNC_STATE_FILE, NULL);
  state = pz_replica_read_state (replica, &seen, &error);
  g_assert_no_error (error);
  g_assert_cmphex (state->device, !=, 0);
  g_assert_false (seen.exists);
  edit_fixture_change (fixture, 0, remember, NULL);
  g_clear_pointer (&state, pz_sync_state_free);
  state = pz_replica_read_state (replica, &seen, NULL);
  again = edit_fixture_read_state (fixture, 0);
  g_assert_true (seen.exists);
  g_assert_cmphex (state->device, ==, again->device);
  g_assert_cmpuint (state->n_missing, ==, 1);

  edit_fixture_set_file (fixture, 0, PZ_SYNC_STATE_FILE, "{\"format\":");
  g_assert_null (pz_replica_read_state (replica, &seen, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED);
}

typedef struct
{
  SyncFixture *fixture;
  guint n_calls;
  guint n_rivals; /* how often somebody else is faster */
  gboolean fails;
} Changing;

static gboolean
change (PzTurn    *turn,
        gpointer   user_data,
        GError   **error)
{
  Changing *changing = user_data;

  turn->state->n_published = 7;
  if (changing->n_calls++ < changing->n_rivals)
    edit_fixture_change (changing->fixture, 0, remember, NULL);
  if (changing->fails)
    g_set_error_literal (error, PZ_ERROR, PZ_ERROR_NO_SPACE, "no");
  return !changing->fails;
}

static gboolean
change_nothing (PzTurn    *turn,
                gpointer   user_data,
                GError   **error)
{
  return TRUE;
}

static void
test_change (SyncFixture   *fixture,
             gconstpointer  data)
{
  Changing changing = { fixture, 0, 3, FALSE };
  g_autoptr(PzSyncState) state = NULL;
  PzVersion before = { 0 }, after = { 0 };

  edit_fixture_change (fixture, 0, change, &changing);
  g_assert_cmpuint (changing.n_calls, ==, 4);
  state = edit_fixture_read_state (fixture, 0);
  g_assert_cmpuint (state->n_published, ==, 7);
  g_assert_cmpuint (state->n_missing, ==, 3); /* and nothing of the others is lost */

  g_assert_true (pz_store_stat (pz_replica_get_store (sync_fixture_get (fixture, 0)->replica), PZ_SYNC_STATE_FILE, &before,
                                NULL));
  edit_fixture_change (fixture, 0, change_nothing, NULL);
  g_assert_true (pz_store_stat (pz_replica_get_store (sync_fixture_get (fixture, 0)->replica), PZ_SYNC_STATE_FILE, &after,
                                NULL));
  g_assert_cmpuint (before.inode, ==, after.inode);
}

static void
test_no_change (SyncFixture   *fixture,
                gconstpointer  data)
{
  PzReplica *replica = sync_fixture_get (fixture, 0)->replica;
  Changing fails = { fixture, 0, 0, TRUE }, never = { fixture, 0, G_MAXUINT, FALSE };
  g_autoptr(PzSyncState) state = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (pz_replica_change (replica, change, &fails, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NO_SPACE);
  g_assert_cmpuint (fails.n_calls, ==, 1);
  g_clear_error (&error);
  g_assert_false (pz_replica_change (replica, change, &never, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_CHANGED);
  state = edit_fixture_read_state (fixture, 0);
  g_assert_cmpuint (state->n_published, ==, 0);
}

static void
test_list (SyncFixture   *fixture,
           gconstpointer  data)
{
  PzReplica *replica = sync_fixture_get (fixture, 0)->replica;
  g_autoptr(GPtrArray) documents = NULL;
  g_autoptr(GError) error = NULL;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  edit_fixture_set_file (fixture, 0, "learners/Notes.json", "{}");
  edit_fixture_set_file (fixture, 0, "learners/k3v9qmx2a7hd5w4t.json.damaged-20261127", "{}");
  edit_fixture_set_file (fixture, 0, "learners/k3v9qmx2a7hd5w4t.txt", "{}");
  edit_fixture_set_file (fixture, 0, "activities/k3v9qmx2a7hd5w4t.json", "{}");
  documents = pz_replica_list (replica, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (documents->len, ==, 3);
  g_assert_cmpstr (documents->pdata[0], ==, "classroom/" SIM_CLASSROOM);
  g_assert_cmpstr (documents->pdata[1], ==, EDIT_DOCUMENT);
  g_assert_cmpstr (documents->pdata[2], ==, "activities/k3v9qmx2a7hd5w4t");
}

static gboolean
may_wait (SyncFixture *fixture,
          const char  *document)
{
  g_autoptr(GError) error = NULL;
  gboolean waits = TRUE;

  g_assert_true (pz_replica_may_wait (sync_fixture_get (fixture, 0)->replica, document, &waits, &error));
  g_assert_no_error (error);
  return waits;
}

static void
test_waits (SyncFixture   *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  gboolean waits;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  g_assert_true (may_wait (fixture, EDIT_DOCUMENT));
  sync_fixture_sync (fixture, 0);
  g_assert_false (may_wait (fixture, EDIT_DOCUMENT));
  g_assert_false (may_wait (fixture, EDIT_DOCUMENT));
  sync_fixture_write (fixture, 0, NAME, "Bea");
  g_assert_true (may_wait (fixture, EDIT_DOCUMENT));
  g_assert_false (may_wait (fixture, "learners/k3v9qmx2a7hd5w4t"));
  g_assert_false (may_wait (fixture, "rubrics/k3v9qmx2a7hd5w4t"));

  edit_fixture_set_file (fixture, 0, "learners/k3v9qmx2a7hd5w4t.json/inside", "");
  g_assert_false (pz_replica_may_wait (sync_fixture_get (fixture, 0)->replica, "learners/k3v9qmx2a7hd5w4t", &waits, &error));
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  const SyncTest tests[] = {
    { "/sync/replica/says-what-it-is-of", 1, test_says_what_it_is_of },
    { "/sync/replica/of-no-class-is-none", 1, test_no_class },
    { "/sync/replica/lets-go-of-all-it-held", 1, test_lets_go },
    { "/sync/replica/objects-are-sealed-once-there-are-keys", 1, test_objects },
    { "/sync/replica/knows-its-device-from-the-first-change-on", 1, test_state },
    { "/sync/replica/a-change-goes-on-until-nobody-is-faster", 1, test_change },
    { "/sync/replica/what-fails-changes-nothing", 1, test_no_change },
    { "/sync/replica/lists-documents-alone", 1, test_list },
    { "/sync/replica/knows-where-something-may-wait", 1, test_waits },
  };

  return sync_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
