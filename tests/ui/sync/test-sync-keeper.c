/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keeper of an open class beside a server in this process that errs on demand. */
#include "config.h"

#include "../../sync/fault-server.h"
#include "../ui-fixture.h"

#include "pz-sync-keeper.h"
#include "pz-sync-set-up.h"

#define PASSWORD "correct horse"

typedef struct
{
  UiFixture ui;
  FaultServer *server;
  PzSecrets *secrets;
  PzSyncKeeper *keeper;
} Fixture;

/* the address above the folder of the class, whose name is in the last part */
static void
get_account (Fixture        *fixture,
             PzSyncAccount  *account,
             char          **address,
             char          **folder)
{
  g_autofree char *whole = g_strdup (fault_server_get_address (fixture->server));
  g_autofree char *name = NULL;

  whole[strlen (whole) - 1] = '\0';
  name = g_path_get_basename (whole);
  *folder = g_uri_unescape_string (name, NULL);
  whole[strlen (whole) - strlen (name)] = '\0';
  *address = g_steal_pointer (&whole);
  *account = (PzSyncAccount) { *address, "ada", PASSWORD };
}

static void
put_on_server (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *address = NULL;
  g_autofree char *folder = NULL;
  PzSyncAccount account;

  get_account (fixture, &account, &address, &folder);
  pz_sync_set_up (fixture->ui.environment, pz_classroom_get_path (fixture->ui.classroom), &account, folder, NULL, "Laptop",
                  fixture->secrets, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  names)
{
  ui_fixture_set_up (&fixture->ui, names);
  fixture->server = fault_server_new ();
  fixture->secrets = pz_secrets_new ();
  fixture->keeper = pz_sync_keeper_new (fixture->ui.classroom, fixture->secrets);
}

static gboolean
is_idle (gpointer keeper)
{
  return !pz_sync_keeper_is_busy (keeper);
}

static void
wait_idle (Fixture *fixture)
{
  g_assert_true (ui_wait (is_idle, fixture->keeper));
  ui_settle ();
  g_assert_true (ui_wait (is_idle, fixture->keeper));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  names)
{
  pz_sync_keeper_stop (fixture->keeper);
  wait_idle (fixture);
  ui_assert_finalized_soon (fixture->keeper);
  g_object_unref (fixture->secrets);
  fault_server_free (fixture->server);
  ui_fixture_tear_down (&fixture->ui, names);
}

static void
start (Fixture *fixture)
{
  put_on_server (fixture);
  pz_sync_keeper_start (fixture->keeper);
  wait_idle (fixture);
}

static void
run (Fixture *fixture)
{
  pz_sync_keeper_run (fixture->keeper);
  wait_idle (fixture);
}

static void
assert_title (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *title = pz_sync_facts_dup_title (pz_sync_keeper_get_facts (fixture->keeper));

  g_assert_cmpstr (title, ==, expected);
}

static gint64
get_due (Fixture *fixture)
{
  return pz_sync_keeper_get_due (fixture->keeper) - pz_environment_get_now (fixture->ui.environment);
}

static gboolean
is_saved (gpointer classroom)
{
  return pz_classroom_get_save_state (classroom) == PZ_SAVE_SAVED;
}

static void
edit (Fixture    *fixture,
      guint       field,
      const char *text)
{
  pz_record_set_text (pz_document_get_owner (pz_classroom_get_document (fixture->ui.classroom)), field, text);
  pz_classroom_queue_save (fixture->ui.classroom, "Edit");
  g_assert_true (ui_wait (is_saved, fixture->ui.classroom));
  ui_settle ();
}

static void
test_a_class_on_no_server (Fixture       *fixture,
                           gconstpointer  names)
{
  pz_sync_keeper_start (fixture->keeper);
  wait_idle (fixture);
  assert_title (fixture, "This class is on this computer only");
  g_assert_null (pz_sync_keeper_get_place (fixture->keeper));
  edit (fixture, PZ_CLASSROOM_SUBJECT, "Maths");
  pz_environment_advance (fixture->ui.environment, PZ_SYNC_EVERY_MS);
  pz_sync_keeper_check (fixture->keeper);
  g_assert_false (pz_sync_keeper_is_busy (fixture->keeper));
  g_assert_cmpuint (fault_server_count (fixture->server, NULL), ==, 0);
}

static void
test_starts_by_itself (Fixture       *fixture,
                       gconstpointer  names)
{
  start (fixture);
  assert_title (fixture, "All changes stored on the server");
  g_assert_cmpstr (pz_sync_keeper_get_place (fixture->keeper)->user, ==, "ada");
  g_assert_false (pz_sync_keeper_get_place (fixture->keeper)->encrypted);
}

static void
test_an_edit_is_sent_half_a_minute_later (Fixture       *fixture,
                                          gconstpointer  names)
{
  start (fixture);
  fault_server_reset_count (fixture->server);
  edit (fixture, PZ_CLASSROOM_SUBJECT, "Maths");
  assert_title (fixture, "1 change waits here.");
  pz_environment_advance (fixture->ui.environment, PZ_SYNC_AFTER_EDIT_MS - 1);
  pz_sync_keeper_check (fixture->keeper);
  g_assert_false (pz_sync_keeper_is_busy (fixture->keeper));
  pz_environment_advance (fixture->ui.environment, 1);
  pz_sync_keeper_check (fixture->keeper);
  wait_idle (fixture);
  g_assert_cmpuint (fault_server_count (fixture->server, "PUT"), ==, 1);
  assert_title (fixture, "1 change waits here."); /* no listing has shown it yet */
  g_assert_cmpint (get_due (fixture), ==, PZ_SYNC_CONFIRM_MS);
  pz_environment_advance (fixture->ui.environment, PZ_SYNC_CONFIRM_MS);
  pz_sync_keeper_check (fixture->keeper);
  wait_idle (fixture);
  assert_title (fixture, "All changes stored on the server");
  g_assert_cmpint (get_due (fixture), ==, PZ_SYNC_EVERY_MS);
}

static void
test_offline (Fixture       *fixture,
              gconstpointer  names)
{
  start (fixture);
  fault_server_set (fixture->server, FAULT_STATUS_500, G_MAXUINT);
  edit (fixture, PZ_CLASSROOM_SUBJECT, "Maths");
  run (fixture);
  assert_title (fixture, "Offline. 1 change waits here.");
  g_assert_cmpint (get_due (fixture), <=, PZ_SYNC_AFTER_EDIT_MS);
  edit (fixture, PZ_CLASSROOM_SUBJECT, "Physics"); /* the same field once more: still one change */
  edit (fixture, PZ_CLASSROOM_SCHOOL, "North");
  assert_title (fixture, "Offline. 2 changes wait here.");
  fault_server_set (fixture->server, FAULT_NONE, 0);
  run (fixture);
  run (fixture);
  assert_title (fixture, "All changes stored on the server");
}

static void
test_retry_after (Fixture       *fixture,
                  gconstpointer  names)
{
  start (fixture);
  fault_server_set (fixture->server, FAULT_STATUS_429, 1);
  run (fixture);
  g_assert_cmpint (get_due (fixture), ==, 120 * 1000);
}

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GError **error = user_data;
  g_autoptr(PzSyncAnswer) answer = pz_sync_keeper_do_finish (PZ_SYNC_KEEPER (source), result, error);

  g_assert_cmpint (answer == NULL, ==, *error != NULL);
}

static void
test_sign_in_again (Fixture       *fixture,
                    gconstpointer  names)
{
  PzSyncHelp help;
  GError *error = NULL;

  start (fixture);
  fault_server_set_account (fixture->server, "basic", "another password");
  edit (fixture, PZ_CLASSROOM_SUBJECT, "Maths");
  run (fixture);
  assert_title (fixture, "Sign in again. 1 change waits here.");
  g_assert_cmpint (pz_sync_keeper_get_due (fixture->keeper), ==, G_MAXINT64); /* an account must not be locked by retries */
  g_assert_true (pz_sync_facts_find_help (pz_sync_keeper_get_facts (fixture->keeper), &help));
  g_assert_cmpstr (help.action, ==, "win.sync-sign-in");
  g_free (help.text);

  pz_sync_keeper_do_async (fixture->keeper, PZ_SYNC_JOB_SIGN_IN, "still wrong", NULL, answer_cb, &error);
  wait_idle (fixture);
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_SIGN_IN);
  g_clear_error (&error);
  pz_sync_keeper_do_async (fixture->keeper, PZ_SYNC_JOB_SIGN_IN, "another password", NULL, answer_cb, &error);
  wait_idle (fixture);
  g_assert_no_error (error);
  run (fixture);
  assert_title (fixture, "All changes stored on the server");
}

/* what is wrong with the server -> what is said, and the command that helps */
static const struct
{
  Fault fault;
  const char *title;
  const char *action;
} troubles[] = {
  { FAULT_STATUS_403, "Read only: you may not change this class. 1 change waits here.", "win.sync-settings" },
  { FAULT_STATUS_507, "The server is full. 1 change waits here.", "win.sync-now" },
  { FAULT_PAGE, "This network asks you to sign in first. 1 change waits here.", "win.sync-now" },
};

static void
test_troubles (Fixture       *fixture,
               gconstpointer  names)
{
  start (fixture);
  edit (fixture, PZ_CLASSROOM_SUBJECT, "Maths");
  for (gsize i = 0; i < G_N_ELEMENTS (troubles); i++)
    {
      PzSyncHelp help;

      fault_server_set (fixture->server, troubles[i].fault, G_MAXUINT);
      run (fixture);
      assert_title (fixture, troubles[i].title);
      g_assert_true (pz_sync_facts_find_help (pz_sync_keeper_get_facts (fixture->keeper), &help));
      g_assert_cmpstr (help.action, ==, troubles[i].action);
      g_free (help.text);
    }
}

static void
test_folder_gone (Fixture       *fixture,
                  gconstpointer  names)
{
  PzSyncHelp help;

  start (fixture);
  fault_server_drop_folder (fixture->server);
  run (fixture);
  g_assert_true (pz_sync_facts_find_help (pz_sync_keeper_get_facts (fixture->keeper), &help));
  g_assert_cmpstr (help.action, ==, "win.sync-set-up");
  g_assert_nonnull (strstr (help.text, "Nothing was deleted here."));
  g_free (help.text);
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (fixture->ui.classroom)), ==, 1);
}

/* A second computer: joins, changes the subject, synchronises. */
static void
write_elsewhere (Fixture    *fixture,
                 const char *subject)
{
  g_autofree char *data = g_build_filename (fixture->ui.folder, "elsewhere", NULL);
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed (data, pz_environment_get_now (fixture->ui.environment) + 1, 99);
  g_autoptr(PzSecrets) secrets = pz_secrets_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *address = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr(PzClassroom) classroom = NULL;
  g_autoptr(PzSyncWork) work = NULL;
  g_autoptr(PzSyncAnswer) answer = NULL;
  PzSyncAccount account;

  get_account (fixture, &account, &address, &folder);
  path = pz_sync_join (environment, &account, folder, NULL, "Tablet", secrets, NULL, &error);
  g_assert_no_error (error);
  classroom = pz_classroom_open (environment, path, &error);
  g_assert_no_error (error);
  pz_record_set_text (pz_document_get_owner (pz_classroom_get_document (classroom)), PZ_CLASSROOM_SUBJECT, subject);
  ui_save (classroom);
  work = pz_sync_work_new (environment, path, secrets);
  answer = pz_sync_work_do (work, PZ_SYNC_JOB_RUN, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (answer->facts.has_failed);
  pz_classroom_close (classroom, NULL);
}

static void
test_what_others_write_arrives_in_the_open_class (Fixture       *fixture,
                                                  gconstpointer  names)
{
  PzRecord *record = pz_document_get_owner (pz_classroom_get_document (fixture->ui.classroom));

  start (fixture);
  write_elsewhere (fixture, "Art");
  pz_environment_advance (fixture->ui.environment, PZ_SYNC_FOCUS_MS);
  pz_sync_keeper_focus (fixture->keeper);
  g_assert_true (pz_sync_keeper_is_busy (fixture->keeper));
  wait_idle (fixture);
  for (guint i = 0; i < 1000 && g_strcmp0 (pz_record_get_text (record, PZ_CLASSROOM_SUBJECT), "Art") != 0; i++)
    {
      g_usleep (5000);
      ui_settle ();
    }
  g_assert_cmpstr (pz_record_get_text (record, PZ_CLASSROOM_SUBJECT), ==, "Art");
}

static void
test_one_at_a_time (Fixture       *fixture,
                    gconstpointer  names)
{
  start (fixture);
  fault_server_reset_count (fixture->server);
  for (guint i = 0; i < 5; i++)
    pz_sync_keeper_run (fixture->keeper);
  wait_idle (fixture);
  wait_idle (fixture);
  g_assert_cmpuint (fault_server_count (fixture->server, NULL), ==, 2); /* the one that ran, and one for all who asked */
}

static void
test_stop_cancels (Fixture       *fixture,
                   gconstpointer  names)
{
  GError *error = NULL;

  start (fixture);
  fault_server_set (fixture->server, FAULT_SILENT, G_MAXUINT);
  pz_sync_keeper_do_async (fixture->keeper, PZ_SYNC_JOB_RUN, NULL, NULL, answer_cb, &error);
  pz_sync_keeper_stop (fixture->keeper);
  wait_idle (fixture);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
}

static void
test_leave (Fixture       *fixture,
            gconstpointer  names)
{
  GError *error = NULL;

  start (fixture);
  pz_sync_keeper_do_async (fixture->keeper, PZ_SYNC_JOB_LEAVE, NULL, NULL, answer_cb, &error);
  wait_idle (fixture);
  g_assert_no_error (error);
  assert_title (fixture, "This class is on this computer only");
  fault_server_reset_count (fixture->server);
  run (fixture);
  g_assert_cmpuint (fault_server_count (fixture->server, NULL), ==, 0);
}

#define ADD(path, func) g_test_add ("/ui/sync-keeper/" path, Fixture, "Amina Yusuf", set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("says-so-when-the-class-is-on-no-server", test_a_class_on_no_server);
  ADD ("starts-by-itself", test_starts_by_itself);
  ADD ("sends-an-edit-half-a-minute-later", test_an_edit_is_sent_half_a_minute_later);
  ADD ("counts-what-waits-while-offline", test_offline);
  ADD ("comes-back-when-the-server-says", test_retry_after);
  ADD ("asks-to-sign-in-again", test_sign_in_again);
  ADD ("says-what-is-wrong-and-what-helps", test_troubles);
  ADD ("deletes-nothing-when-the-folder-is-gone", test_folder_gone);
  ADD ("brings-what-others-write-into-the-open-class", test_what_others_write_arrives_in_the_open_class);
  ADD ("does-one-thing-at-a-time", test_one_at_a_time);
  ADD ("stops-at-once", test_stop_cancels);
  ADD ("leaves-the-server", test_leave);
  return g_test_run ();
}
