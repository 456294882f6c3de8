/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The three steps, with the server in this process, without and with their window. */
#include "config.h"

#include "../../sync/fault-server.h"
#include "../ui-fixture.h"

#include "pz-sync-assistant.h"
#include "pz-sync-set-up.h"

#include <string.h>

#define PASSWORD "correct horse"
#define PASSPHRASE "B7Q2M-X5K9D-0HW4V-T3C8R-N6PJG"

typedef struct
{
  UiFixture ui;
  FaultServer *server;
  PzSecrets *secrets;
  PzSyncSetup *setup;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  names)
{
  ui_fixture_set_up (&fixture->ui, names);
  fixture->server = fault_server_new ();
  fault_server_set_account (fixture->server, "basic", PASSWORD);
  fixture->secrets = pz_secrets_new ();
  fixture->setup = pz_sync_setup_new (fixture->ui.environment, pz_classroom_get_path (fixture->ui.classroom), fixture->secrets);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  names)
{
  ui_assert_finalized_soon (fixture->setup);
  g_object_unref (fixture->secrets);
  fault_server_free (fixture->server);
  ui_fixture_tear_down (&fixture->ui, names);
}

/* "http://127.0.0.1:PORT/…/" above the folder of the class, and that folder's name */
static char *
dup_address (Fixture  *fixture,
             char    **folder)
{
  char *whole = g_strdup (fault_server_get_address (fixture->server));
  g_autofree char *name = NULL;

  whole[strlen (whole) - 1] = '\0';
  name = g_path_get_basename (whole);
  whole[strlen (whole) - strlen (name)] = '\0';
  if (folder != NULL)
    *folder = g_uri_unescape_string (name, NULL);
  return whole;
}

static gboolean
is_idle (gpointer setup)
{
  return !pz_sync_setup_is_busy (setup);
}

static void
go_on (Fixture *fixture)
{
  pz_sync_setup_go_on (fixture->setup);
  g_assert_true (ui_wait (is_idle, fixture->setup));
  ui_settle ();
}

static void
fill (Fixture          *fixture,
      PzSyncSetupField  field,
      const char       *text)
{
  pz_sync_setup_set_text (fixture->setup, field, text);
}

static void
assert_step (Fixture          *fixture,
             PzSyncSetupStep   step,
             PzSyncSetupField  field)
{
  g_assert_cmpstr (field == PZ_SYNC_FIELD_NONE ? pz_sync_setup_get_problem (fixture->setup) : NULL, ==, NULL);
  g_assert_cmpint (pz_sync_setup_get_field (fixture->setup), ==, field);
  g_assert_cmpint (pz_sync_setup_get_step (fixture->setup), ==, step);
}

/* The server holds one folder and nothing above it: that folder is what the account is tried with. */
static void
to_account (Fixture *fixture)
{
  fill (fixture, PZ_SYNC_FIELD_SERVER, fault_server_get_address (fixture->server));
  go_on (fixture);
  assert_step (fixture, PZ_SYNC_SETUP_ACCOUNT, PZ_SYNC_FIELD_NONE);
}

static void
to_folder (Fixture *fixture)
{
  to_account (fixture);
  fill (fixture, PZ_SYNC_FIELD_USER, "ada");
  fill (fixture, PZ_SYNC_FIELD_PASSWORD, PASSWORD);
  go_on (fixture);
  assert_step (fixture, PZ_SYNC_SETUP_FOLDER, PZ_SYNC_FIELD_NONE);
}

/* From here on what lies above it is meant, so that it can be named. */
static void
name_folder (Fixture *fixture)
{
  g_autofree char *folder = NULL;
  g_autofree char *address = dup_address (fixture, &folder);

  fill (fixture, PZ_SYNC_FIELD_ADDRESS, address);
  fill (fixture, PZ_SYNC_FIELD_FOLDER, folder);
}

static void
test_three_steps (Fixture       *fixture,
                  gconstpointer  names)
{
  g_autoptr(GBytes) marker = NULL;

  g_assert_false (pz_sync_setup_can_go_on (fixture->setup));
  to_folder (fixture);
  g_assert_nonnull (pz_sync_setup_get_folders (fixture->setup));
  name_folder (fixture);
  g_assert_true (pz_sync_setup_get_encrypted (fixture->setup)); /* unless somebody decides otherwise */
  pz_sync_setup_set_encrypted (fixture->setup, FALSE);
  go_on (fixture);
  assert_step (fixture, PZ_SYNC_SETUP_DONE, PZ_SYNC_FIELD_NONE);
  g_assert_cmpstr (pz_sync_setup_get_result (fixture->setup), ==, pz_classroom_get_path (fixture->ui.classroom));
  marker = fault_server_dup_file (fixture->server, "personalize-classroom-1");
  g_assert_nonnull (marker);
}

static void
test_problems_stand_beside_their_field (Fixture       *fixture,
                                        gconstpointer  names)
{
  fill (fixture, PZ_SYNC_FIELD_SERVER, "no server at all");
  go_on (fixture);
  assert_step (fixture, PZ_SYNC_SETUP_SERVER, PZ_SYNC_FIELD_SERVER);
  fill (fixture, PZ_SYNC_FIELD_SERVER, "http://127.0.0.1:9/");
  assert_step (fixture, PZ_SYNC_SETUP_SERVER, PZ_SYNC_FIELD_NONE); /* what was wrong is being mended */
  go_on (fixture);
  assert_step (fixture, PZ_SYNC_SETUP_SERVER, PZ_SYNC_FIELD_SERVER);
  to_account (fixture);
  fill (fixture, PZ_SYNC_FIELD_USER, "ada");
  fill (fixture, PZ_SYNC_FIELD_PASSWORD, "wrong");
  go_on (fixture);
  assert_step (fixture, PZ_SYNC_SETUP_ACCOUNT, PZ_SYNC_FIELD_PASSWORD);
  fill (fixture, PZ_SYNC_FIELD_PASSWORD, PASSWORD);
  fill (fixture, PZ_SYNC_FIELD_ADDRESS, "http://school.example/");
  go_on (fixture);
  assert_step (fixture, PZ_SYNC_SETUP_ACCOUNT, PZ_SYNC_FIELD_ADDRESS);
}

/* One that asks nobody who they are: else that comes before everything it does wrong. */
static void
open_server (Fixture *fixture)
{
  fault_server_free (fixture->server);
  fixture->server = fault_server_new ();
}

static void
test_a_portal_is_told_at_the_first_step (Fixture       *fixture,
                                         gconstpointer  names)
{
  open_server (fixture);
  fault_server_set (fixture->server, FAULT_PAGE, G_MAXUINT);
  fill (fixture, PZ_SYNC_FIELD_SERVER, fault_server_get_address (fixture->server));
  go_on (fixture);
  assert_step (fixture, PZ_SYNC_SETUP_SERVER, PZ_SYNC_FIELD_SERVER);
  g_assert_nonnull (strstr (pz_sync_setup_get_problem (fixture->setup), "sign in"));
}

static void
test_the_address_is_completed_and_can_be_corrected (Fixture       *fixture,
                                                    gconstpointer  names)
{
  fill (fixture, PZ_SYNC_FIELD_SERVER, "cloud.school.example");
  fill (fixture, PZ_SYNC_FIELD_USER, "ada");
  g_assert_cmpstr (pz_sync_setup_get_text (fixture->setup, PZ_SYNC_FIELD_ADDRESS), ==,
                   "https://cloud.school.example/remote.php/dav/files/ada/");
  fill (fixture, PZ_SYNC_FIELD_ADDRESS, "https://cloud.school.example/dav/");
  fill (fixture, PZ_SYNC_FIELD_USER, "grace");
  g_assert_cmpstr (pz_sync_setup_get_text (fixture->setup, PZ_SYNC_FIELD_ADDRESS), ==, "https://cloud.school.example/dav/");
}

static void
test_can_be_stopped (Fixture       *fixture,
                     gconstpointer  names)
{
  open_server (fixture);
  fault_server_set (fixture->server, FAULT_SILENT, G_MAXUINT);
  fill (fixture, PZ_SYNC_FIELD_SERVER, fault_server_get_address (fixture->server));
  pz_sync_setup_go_on (fixture->setup);
  g_assert_true (pz_sync_setup_is_busy (fixture->setup));
  pz_sync_setup_cancel (fixture->setup);
  g_assert_false (pz_sync_setup_is_busy (fixture->setup));
  assert_step (fixture, PZ_SYNC_SETUP_SERVER, PZ_SYNC_FIELD_NONE);
  fault_server_set (fixture->server, FAULT_NONE, 0);
  go_on (fixture);
  assert_step (fixture, PZ_SYNC_SETUP_ACCOUNT, PZ_SYNC_FIELD_NONE);
  pz_sync_setup_go_back (fixture->setup);
  assert_step (fixture, PZ_SYNC_SETUP_SERVER, PZ_SYNC_FIELD_NONE);
}

static void
test_passphrase_in_fives (Fixture       *fixture,
                          gconstpointer  names)
{
  g_autofree char *first = g_strdup (pz_sync_setup_get_text (fixture->setup, PZ_SYNC_FIELD_PASSPHRASE));

  g_assert_cmpuint (strlen (first), ==, 29);
  g_assert_true (first[5] == '-' && first[11] == '-' && first[17] == '-' && first[23] == '-');
  pz_sync_setup_new_passphrase (fixture->setup);
  g_assert_cmpstr (pz_sync_setup_get_text (fixture->setup, PZ_SYNC_FIELD_PASSPHRASE), !=, first);
}

static void
test_joining_an_empty_folder_is_refused (Fixture       *fixture,
                                         gconstpointer  names)
{
  ui_assert_finalized_soon (fixture->setup);
  fixture->setup = pz_sync_setup_new (fixture->ui.environment, NULL, fixture->secrets);
  g_assert_true (pz_sync_setup_is_joining (fixture->setup));
  to_folder (fixture);
  name_folder (fixture);
  go_on (fixture);
  assert_step (fixture, PZ_SYNC_SETUP_FOLDER, PZ_SYNC_FIELD_FOLDER);
}

static void
take_path_cb (GtkWidget  *assistant,
              const char *path,
              char      **taken)
{
  *taken = g_strdup (path);
}

static gboolean
is_taken (gpointer taken)
{
  return *(char **) taken != NULL;
}

/* The window shows each step, the problem below its field, and ends by telling where the class is. */
static void
test_window (Fixture       *fixture,
             gconstpointer  names)
{
  GtkWidget *assistant = pz_sync_assistant_new (NULL, fixture->setup);
  g_autofree char *path = NULL;
  GtkWidget *field = ui_find (assistant, ADW_TYPE_ENTRY_ROW, 0);

  g_signal_connect (assistant, "done", G_CALLBACK (take_path_cb), &path);
  gtk_window_present (GTK_WINDOW (assistant));
  ui_settle ();
  gtk_editable_set_text (GTK_EDITABLE (field), "no server at all");
  gtk_widget_activate_action (assistant, "setup.go-on", NULL);
  ui_settle ();
  g_assert_true (gtk_widget_has_css_class (field, "error"));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (
                     GTK_LIST_BOX_ROW (gtk_widget_get_next_sibling (field))))), ==, pz_sync_setup_get_problem (fixture->setup));
  gtk_editable_set_text (GTK_EDITABLE (field), fault_server_get_address (fixture->server));
  g_assert_false (gtk_widget_has_css_class (field, "error"));
  g_assert_null (gtk_widget_get_next_sibling (field));
  gtk_widget_activate_action (assistant, "setup.go-on", NULL);
  g_assert_true (ui_wait (is_idle, fixture->setup));
  fill (fixture, PZ_SYNC_FIELD_USER, "ada");
  fill (fixture, PZ_SYNC_FIELD_PASSWORD, PASSWORD);
  gtk_widget_activate_action (assistant, "setup.go-on", NULL);
  g_assert_true (ui_wait (is_idle, fixture->setup));
  name_folder (fixture);
  gtk_widget_activate_action (assistant, "setup.go-on", NULL);
  g_assert_true (ui_wait (is_taken, &path));
  ui_settle ();
  g_assert_cmpstr (path, ==, pz_classroom_get_path (fixture->ui.classroom));
}

/* The folder is gone: all but the password is filled in, and the class has the passphrase it had. */
static void
test_again (Fixture       *fixture,
            gconstpointer  names)
{
  g_autofree char *folder = NULL;
  g_autofree char *address = dup_address (fixture, &folder);
  PzSyncPlace place = { (char *) fault_server_get_address (fixture->server), (char *) "ada", (char *) "Desk", TRUE, FALSE };
  PzSyncAccount account = { address, "ada", PASSWORD };
  g_autoptr(GBytes) marker = NULL;
  g_autoptr(GError) error = NULL;

  pz_sync_set_up (fixture->ui.environment, pz_classroom_get_path (fixture->ui.classroom), &account, folder, PASSPHRASE, "Desk",
                  fixture->secrets, NULL, &error);
  g_assert_no_error (error);
  pz_sync_setup_set_place (fixture->setup, &place, PASSPHRASE);
  g_assert_cmpstr (pz_sync_setup_get_text (fixture->setup, PZ_SYNC_FIELD_SERVER), ==, address);
  g_assert_cmpstr (pz_sync_setup_get_text (fixture->setup, PZ_SYNC_FIELD_USER), ==, "ada");
  g_assert_cmpstr (pz_sync_setup_get_text (fixture->setup, PZ_SYNC_FIELD_FOLDER), ==, folder);
  g_assert_cmpstr (pz_sync_setup_get_text (fixture->setup, PZ_SYNC_FIELD_DEVICE), ==, "Desk");
  g_assert_cmpstr (pz_sync_setup_get_text (fixture->setup, PZ_SYNC_FIELD_PASSPHRASE), ==, PASSPHRASE);
  g_assert_true (pz_sync_setup_get_encrypted (fixture->setup));
  go_on (fixture);
  fill (fixture, PZ_SYNC_FIELD_PASSWORD, PASSWORD);
  fill (fixture, PZ_SYNC_FIELD_ADDRESS, fault_server_get_address (fixture->server)); /* nothing lies above it to be listed */
  go_on (fixture);
  assert_step (fixture, PZ_SYNC_SETUP_FOLDER, PZ_SYNC_FIELD_NONE);
  fault_server_drop_folder (fixture->server);
  fill (fixture, PZ_SYNC_FIELD_ADDRESS, address);
  go_on (fixture);
  assert_step (fixture, PZ_SYNC_SETUP_DONE, PZ_SYNC_FIELD_NONE);
  marker = fault_server_dup_file (fixture->server, "personalize-classroom-1");
  g_assert_nonnull (marker);
}

#define ADD(path, func) g_test_add ("/ui/sync-setup/" path, Fixture, "Amina Yusuf", set_up, func, tear_down)

static void
add_tests (void)
{
  ADD ("puts-a-class-on-a-server-in-three-steps", test_three_steps);
  ADD ("tells-problems-beside-their-field", test_problems_stand_beside_their_field);
  ADD ("tells-of-a-network-that-wants-a-sign-in", test_a_portal_is_told_at_the_first_step);
  ADD ("completes-the-address", test_the_address_is_completed_and_can_be_corrected);
  ADD ("can-be-stopped", test_can_be_stopped);
  ADD ("makes-passphrases-in-fives", test_passphrase_in_fives);
  ADD ("joins-no-empty-folder", test_joining_an_empty_folder_is_refused);
  ADD ("fills-in-what-is-known-when-a-folder-is-gone", test_again);
  ADD ("shows-it-all-in-a-window", test_window);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
