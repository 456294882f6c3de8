/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One change of the class and of what is known of it. */
#include "config.h"

#include "edit-fixture.h"

#include "pz-error.h"
#include "pz-sync-error.h"
#include "pz-turn-private.h"

#include <string.h>

#define NAME PZ_LEARNER_GIVEN_NAME
#define TYPE "\"learner\""

static const PzStamp first = { EDIT_DEVICE, 1, PZ_HLC (FIXTURE_START, 1) };
static const PzStamp second = { EDIT_DEVICE, 2, PZ_HLC (FIXTURE_START, 2) };

static void
put (PzTurn        *turn,
     const char    *field,
     const PzStamp *stamp,
     const char    *value)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_turn_put (turn, EDIT_PATH, field, stamp, value, &error));
  g_assert_no_error (error);
}

static gboolean
put_learner (PzTurn    *turn,
             gpointer   user_data,
             GError   **error)
{
  put (turn, PZ_WRITE_TYPE, &first, TYPE);
  put (turn, "given-name", &first, "\"Ada\"");
  return TRUE;
}

static void
test_paths (SyncFixture   *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *document;
    const char *file; /* NULL: documents of the kind are not known here */
    PzDocumentKind kind;
  } rows[] = {
    { "classroom/" SIM_CLASSROOM, "classroom.json", PZ_DOCUMENT_CLASSROOM },
    { EDIT_DOCUMENT, EDIT_DOCUMENT ".json", PZ_DOCUMENT_LEARNER },
    { "classroom/" FIXTURE_LEARNER, NULL, 0 },
    { "rubrics/" FIXTURE_LEARNER, NULL, 0 },
  };
  g_autofree char *document = pz_path_get_document (EDIT_PATH);

  g_assert_cmpstr (document, ==, EDIT_DOCUMENT);
  g_assert_cmpstr (pz_path_get_record ("learners/a/b"), ==, "b");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *file = NULL;
      PzDocumentKind kind;
      gboolean known = pz_path_find_document (SIM_CLASSROOM, rows[i].document, &kind, &file);

      g_assert_cmpint (known, ==, rows[i].file != NULL);
      g_assert_cmpstr (file, ==, rows[i].file);
      if (known)
        g_assert_cmpint (kind, ==, rows[i].kind);
    }
}

static gboolean
drop_name (PzTurn    *turn,
           gpointer   user_data,
           GError   **error)
{
  return pz_turn_drop (turn, EDIT_PATH, "given-name", &first, error);
}

static void
test_put_and_drop (SyncFixture   *fixture,
                   gconstpointer  data)
{
  edit_fixture_change (fixture, 0, put_learner, NULL);
  sync_fixture_assert_shows (fixture, 0, NAME, "Ada");
  edit_fixture_change (fixture, 0, drop_name, NULL);
  sync_fixture_assert_shows (fixture, 0, NAME, NULL);
}

/* values without a record, of kinds and fields that are not known here: kept, and dropped again */
static gboolean
put_strange (PzTurn    *turn,
             gpointer   user_data,
             GError   **error)
{
  put (turn, "given-name", &first, "\"early\"");
  put (turn, "mood", &first, "1");
  return pz_turn_put (turn, "rubrics/a/a", "weight", &first, "[1]", error);
}

static gboolean
drop_strange (PzTurn    *turn,
              gpointer   user_data,
              GError   **error)
{
  return pz_turn_drop (turn, "rubrics/a/a", PZ_WRITE_WHOLE, &first, error)
         && pz_turn_drop (turn, EDIT_PATH, PZ_WRITE_WHOLE, &first, error);
}

static void
test_no_place (SyncFixture   *fixture,
               gconstpointer  data)
{
  g_autoptr(PzSyncState) kept = NULL, dropped = NULL;

  edit_fixture_change (fixture, 0, put_strange, NULL);
  kept = edit_fixture_read_state (fixture, 0);
  g_assert_true (pz_state_map_has (kept->known->state, EDIT_PATH, "given-name", &first));
  g_assert_true (pz_state_map_has (kept->known->state, EDIT_PATH, "mood", &first));
  g_assert_true (pz_state_map_has (kept->known->state, "rubrics/a/a", "weight", &first));
  sync_fixture_assert_shows (fixture, 0, NAME, NULL);
  edit_fixture_change (fixture, 0, drop_strange, NULL);
  dropped = edit_fixture_read_state (fixture, 0);
  g_assert_cmpuint (pz_state_map_get_size (dropped->known->state), ==, 0);
}

static gboolean
open_documents (PzTurn    *turn,
                gpointer   user_data,
                GError   **error)
{
  PzDocument *learner, *same, *none, *strange;
  PzTurnDocument *found = pz_turn_find_document (turn, EDIT_DOCUMENT, error);

  g_assert_true (pz_turn_open (turn, EDIT_DOCUMENT, &learner, error));
  g_assert_cmpstr (pz_record_get_text (pz_document_get_owner (learner), NAME), ==, "Ada");
  g_assert_true (found->document == learner && found->seen.exists && !found->changed);
  g_assert_cmpstr (found->file, ==, EDIT_DOCUMENT ".json");
  g_assert_true (pz_turn_open (turn, EDIT_DOCUMENT, &same, error));
  g_assert_true (same == learner); /* what was changed in it is there */
  g_assert_true (pz_turn_open (turn, "learners/k3v9qmx2a7hd5w4t", &none, error));
  g_assert_null (none);
  g_assert_true (pz_turn_open (turn, "rubrics/k3v9qmx2a7hd5w4t", &strange, error));
  g_assert_null (strange);
  g_assert_false (pz_turn_touch (turn, "learners/h7e1d0a4c0c6b4d8")); /* it is not open */
  g_assert_cmphex (pz_clock_get_device (pz_turn_get_clock (turn)), ==, turn->state->device);
  turn->state->device = EDIT_DEVICE;
  g_assert_cmphex (pz_clock_get_device (pz_turn_get_clock (turn)), ==, EDIT_DEVICE);
  return TRUE;
}

static void
test_open (SyncFixture   *fixture,
           gconstpointer  data)
{
  edit_fixture_change (fixture, 0, put_learner, NULL);
  edit_fixture_change (fixture, 0, open_documents, NULL);
}

static gboolean
touch (PzTurn    *turn,
       gpointer   user_data,
       GError   **error)
{
  PzDocument *learner;

  g_assert_true (pz_turn_open (turn, EDIT_DOCUMENT, &learner, error));
  *(guint64 *) user_data = pz_document_get_revision (learner);
  g_assert_true (pz_turn_touch (turn, EDIT_DOCUMENT));
  return TRUE;
}

/* each write of a document is a revision of its own, and its digest is remembered */
static void
test_writes (SyncFixture   *fixture,
             gconstpointer  data)
{
  g_autoptr(PzSyncState) state = NULL;
  guint64 before = 0, after = 0;

  edit_fixture_change (fixture, 0, put_learner, NULL);
  edit_fixture_change (fixture, 0, touch, &before);
  edit_fixture_change (fixture, 0, touch, &after);
  g_assert_cmpuint (after, ==, before + 1);
  state = edit_fixture_read_state (fixture, 0);
  g_assert_cmphex (GPOINTER_TO_UINT (g_hash_table_lookup (state->documents, EDIT_DOCUMENT)), !=, 0);
}

static gboolean
put_in_document (PzTurn    *turn,
                 gpointer   user_data,
                 GError   **error)
{
  PzTurnDocument *opened = pz_turn_find_document (turn, EDIT_DOCUMENT, error);

  /* a document begins with its owner */
  g_assert_false (pz_turn_put_in_document (turn, opened, EDIT_PATH, "given-name", &first, "\"Ada\""));
  g_assert_false (pz_turn_put_in_document (turn, opened, EDIT_DOCUMENT "/m5c0tz4e8v1sv6na", PZ_WRITE_TYPE, &first,
                                           "\"measurement\""));
  g_assert_null (opened->document);
  g_assert_true (pz_turn_put_in_document (turn, opened, EDIT_PATH, PZ_WRITE_TYPE, &first, TYPE));
  g_assert_true (pz_turn_put_in_document (turn, opened, EDIT_PATH, "given-name", &first, "\"Ada\""));
  g_assert_false (pz_turn_put_in_document (turn, opened, EDIT_PATH, "mood", &first, "1"));
  g_assert_true (opened->changed);
  return TRUE;
}

static void
test_document_begins_with_its_owner (SyncFixture   *fixture,
                                     gconstpointer  data)
{
  edit_fixture_change (fixture, 0, put_in_document, NULL);
  sync_fixture_assert_shows (fixture, 0, NAME, "Ada");
}

static guint32
get_digest (SyncFixture *fixture)
{
  SimDevice *device = sync_fixture_get (fixture, 0);
  g_autofree char *name = NULL;
  PzVersion seen;
  g_autoptr(PzDocument) document = sim_device_load (device, PZ_DOCUMENT_LEARNER, FIXTURE_LEARNER, &name, &seen);

  return pz_turn_digest (document);
}

static gboolean
put_again (PzTurn    *turn,
           gpointer   user_data,
           GError   **error)
{
  put (turn, "notes", &second, "\"more\"");
  return TRUE;
}

/* who edits does not change it; what others wrote does */
static void
test_digest (SyncFixture   *fixture,
             gconstpointer  data)
{
  guint32 before, edited, after;

  edit_fixture_change (fixture, 0, put_learner, NULL);
  before = get_digest (fixture);
  sync_fixture_write (fixture, 0, NAME, "Bea");
  edited = get_digest (fixture);
  edit_fixture_change (fixture, 0, put_again, NULL);
  after = get_digest (fixture);
  g_assert_cmphex (before, !=, 0);
  g_assert_cmphex (before, ==, edited);
  g_assert_cmphex (before, !=, after);
}

static gboolean
fail_at_damaged (PzTurn    *turn,
                 gpointer   user_data,
                 GError   **error)
{
  g_autoptr(GError) opened = NULL, put = NULL, dropped = NULL;
  PzDocument *document = (PzDocument *) 1;

  g_assert_false (pz_turn_open (turn, EDIT_DOCUMENT, &document, &opened));
  g_assert_null (document);
  g_assert_false (pz_turn_put (turn, EDIT_PATH, "notes", &first, "1", &put));
  g_assert_false (pz_turn_drop (turn, EDIT_PATH, "notes", &first, &dropped));
  g_assert_true (g_str_has_prefix (opened->message, EDIT_DOCUMENT ".json: "));
  g_assert_cmpstr (put->message, ==, opened->message);
  g_assert_cmpstr (dropped->message, ==, opened->message);
  return TRUE;
}

static void
test_damaged (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (sync_fixture_get (fixture, 0)->folder, EDIT_DOCUMENT ".json", NULL);
  g_autofree char *text = NULL;

  edit_fixture_set_file (fixture, 0, EDIT_DOCUMENT ".json", "{\"half\":");
  edit_fixture_change (fixture, 0, fail_at_damaged, NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "{\"half\":"); /* never overwritten */
}

static gboolean
put_much (PzTurn    *turn,
          gpointer   user_data,
          GError   **error)
{
  g_autofree char *text = g_strnfill (PZ_JSON_MAX_SIZE, 'x'), *value = g_strdup_printf ("\"%s\"", text);

  put (turn, "mood", &first, value);
  return TRUE;
}

/* what is known must be readable afterwards: nothing of it is written */
static void
test_too_large (SyncFixture   *fixture,
                gconstpointer  data)
{
  g_autoptr(PzSyncState) state = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (pz_replica_change (sync_fixture_get (fixture, 0)->replica, put_much, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_TOO_LARGE);
  state = edit_fixture_read_state (fixture, 0);
  g_assert_cmpuint (pz_state_map_get_size (state->known->state), ==, 0);
}

/* a turn without a state, as it begins and ends */
static void
test_begin_and_clear (SyncFixture   *fixture,
                      gconstpointer  data)
{
  PzTurn turn;

  memset (&turn, 0x55, sizeof turn);
  pz_turn_begin (&turn, sync_fixture_get (fixture, 0)->replica);
  g_assert_null (turn.state);
  g_assert_cmpuint (pz_commit_get_n_files (turn.commit), ==, 0);
  g_object_add_weak_pointer (G_OBJECT (turn.commit), (gpointer *) &turn.commit);
  pz_turn_clear (&turn);
  g_assert_null (turn.commit);
}

static gboolean
finish_nothing (PzTurn    *turn,
                gpointer   user_data,
                GError   **error)
{
  g_assert_true (pz_turn_finish (turn, error));
  g_assert_cmpuint (pz_commit_get_n_files (turn->commit), ==, 0);
  return TRUE;
}

static void
test_finish_nothing (SyncFixture   *fixture,
                     gconstpointer  data)
{
  edit_fixture_change (fixture, 0, put_learner, NULL);
  edit_fixture_change (fixture, 0, finish_nothing, NULL);
}

int
main (int    argc,
      char **argv)
{
  const SyncTest tests[] = {
    { "/sync/turn/begins-with-nothing-and-ends-so", 1, test_begin_and_clear },
    { "/sync/turn/knows-where-documents-lie", 1, test_paths },
    { "/sync/turn/values-come-and-go", 1, test_put_and_drop },
    { "/sync/turn/what-has-no-place-is-kept", 1, test_no_place },
    { "/sync/turn/each-document-is-opened-once", 1, test_open },
    { "/sync/turn/what-was-touched-is-written", 1, test_writes },
    { "/sync/turn/without-changes-nothing-is-written", 1, test_finish_nothing },
    { "/sync/turn/a-document-begins-with-its-owner", 1, test_document_begins_with_its_owner },
    { "/sync/turn/the-digest-is-of-what-others-know", 1, test_digest },
    { "/sync/turn/a-damaged-document-stays-as-it-is", 1, test_damaged },
    { "/sync/turn/what-could-not-be-read-again-is-not-written", 1, test_too_large },
  };

  return sync_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
