/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the settings and what it opens, for an encrypted class beside the server in this process. */
#include "config.h"

#include "../../sync/fault-server.h"
#include "../ui-fixture.h"

#include "pz-object-name.h"
#include "pz-sync-files-row.h"
#include "pz-sync-page.h"
#include "pz-sync-secret-dialog.h"
#include "pz-sync-set-up.h"
#include "pz-sync-share-dialog.h"

#include <string.h>

#define PASSPHRASE "B7Q2M-X5K9D-0HW4V-T3C8R-N6PJG"

typedef struct
{
  UiFixture ui;
  FaultServer *server;
  PzSecrets *secrets;
  PzSyncKeeper *keeper;
} Fixture;

static gboolean
is_idle (gpointer keeper)
{
  return !pz_sync_keeper_is_busy (keeper);
}

static void
wait_idle (Fixture *fixture)
{
  ui_settle ();
  g_assert_true (ui_wait (is_idle, fixture->keeper));
  ui_settle ();
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

/* the folder above that of the class, and its name */
static PzSyncAccount
get_account (Fixture  *fixture,
             char    **address,
             char    **folder)
{
  g_autofree char *escaped = NULL;

  *address = g_strdup (fault_server_get_address (fixture->server));
  (*address)[strlen (*address) - 1] = '\0';
  escaped = g_path_get_basename (*address);
  *folder = g_uri_unescape_string (escaped, NULL);
  (*address)[strlen (*address) - strlen (escaped)] = '\0';
  return (PzSyncAccount) { *address, "ada", "secret" };
}

/* passphrase: NULL: the class is not encrypted */
static void
start_with (Fixture    *fixture,
            const char *passphrase)
{
  g_autofree char *address = NULL;
  g_autofree char *folder = NULL;
  g_autoptr(GError) error = NULL;
  PzSyncAccount account = get_account (fixture, &address, &folder);

  pz_sync_set_up (fixture->ui.environment, pz_classroom_get_path (fixture->ui.classroom), &account, folder, passphrase,
                  "Laptop", fixture->secrets, NULL, &error);
  g_assert_no_error (error);
  pz_sync_keeper_start (fixture->keeper);
  wait_idle (fixture);
}

/* The row of this title below root, if it can be seen. */
static GtkWidget *
find_row (GtkWidget  *root,
          const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (ADW_IS_ACTION_ROW (child) && gtk_widget_get_mapped (child)
          && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)), title) == 0)
        return child;
      found = find_row (child, title);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
assert_subtitle (GtkWidget  *root,
                 const char *title,
                 const char *expected)
{
  GtkWidget *row = find_row (root, title);

  g_assert_nonnull (row);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, expected);
}

static void
test_page_of_a_class_on_no_server (Fixture       *fixture,
                                   gconstpointer  names)
{
  GtkWidget *window = ui_present (pz_sync_page_new (fixture->keeper), 500, 900);

  g_assert_nonnull (find_row (window, "This class is on this computer only"));
  g_assert_null (find_row (window, "User name"));
  g_assert_null (find_row (window, "Passphrase"));
  g_assert_null (find_row (window, "Values that differ")); /* nothing here can show them */
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_page (Fixture       *fixture,
           gconstpointer  names)
{
  GtkWidget *window;

  start_with (fixture, PASSPHRASE);
  window = ui_present (pz_sync_page_new (fixture->keeper), 500, 1400);
  wait_idle (fixture);
  g_assert_nonnull (find_row (window, "All changes stored on the server"));
  assert_subtitle (window, "User name", "ada");
  g_assert_nonnull (find_row (window, "Encrypted before it leaves this computer"));
  assert_subtitle (window, "Laptop", "This computer");
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_button_below (GtkWidget *root)
{
  GtkWidget *found = GTK_IS_BUTTON (root) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button_below (child);
  return found;
}

/* (nullable): in the row of this title */
static GtkWidget *
find_button (GtkWidget  *root,
             const char *title)
{
  return find_button_below (find_row (root, title));
}

#if !ADW_CHECK_VERSION (1, 5, 0) /* questions are windows, which can be found, see pz-compat.c */
/* Another device joins the class, and this one hears of it. */
static void
join (Fixture    *fixture,
      const char *passphrase,
      const char *name)
{
  g_autofree char *data_dir = g_build_filename (fixture->ui.folder, name, NULL);
  g_autofree char *address = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr(PzSecrets) secrets = pz_secrets_new ();
  g_autoptr(PzEnvironment) other = NULL;
  g_autoptr(GError) error = NULL;
  PzSyncAccount account = get_account (fixture, &address, &folder);

  other = pz_environment_new_fixed (data_dir, pz_environment_get_now (fixture->ui.environment), 77);
  path = pz_sync_join (other, &account, folder, passphrase, name, secrets, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (path);
  pz_sync_keeper_run (fixture->keeper);
  wait_idle (fixture);
}

/* the question over the window, whose heading it is */
static GtkWidget *
find_question (const char *heading)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (ADW_IS_MESSAGE_DIALOG (at->data)
        && g_strcmp0 (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (at->data)), heading) == 0)
      return at->data;
  return NULL;
}

static gboolean
is_asked (gpointer heading)
{
  return find_question (heading) != NULL;
}

/* body: a part of what has to be said */
static void
answer (Fixture    *fixture,
        const char *heading,
        const char *body,
        const char *response)
{
  GtkWidget *dialog;

  g_assert_true (ui_wait (is_asked, (gpointer) heading));
  dialog = find_question (heading);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), body));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  wait_idle (fixture);
}

static void
test_a_lost_device (Fixture       *fixture,
                    gconstpointer  names)
{
  GtkWidget *window;

  start_with (fixture, NULL);
  join (fixture, NULL, "Tablet <&>");
  window = ui_present (pz_sync_page_new (fixture->keeper), 500, 1400);
  wait_idle (fixture);
  g_assert_null (find_button (window, "Laptop"));
  g_signal_emit_by_name (find_button (window, "Tablet <&>"), "clicked");
  answer (fixture, "Is “Tablet <&>” lost?", "What it has not sent yet is on that device alone", "no");
  g_assert_nonnull (find_button (window, "Tablet <&>"));
  g_signal_emit_by_name (find_button (window, "Tablet <&>"), "clicked");
  answer (fixture, "Is “Tablet <&>” lost?", "change the password of the account", "yes");
  assert_subtitle (window, "Tablet <&>", "Lost: nothing waits for it");
  g_assert_null (find_button (window, "Tablet <&>"));
  g_assert_null (find_question ("Shut out “Tablet <&>”?")); /* there is no key */
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_a_lost_device_is_shut_out (Fixture       *fixture,
                                gconstpointer  names)
{
  GtkWidget *window;

  start_with (fixture, PASSPHRASE);
  join (fixture, PASSPHRASE, "Tablet");
  window = ui_present (pz_sync_page_new (fixture->keeper), 500, 1400);
  wait_idle (fixture);
  g_signal_emit_by_name (find_button (window, "Tablet"), "clicked");
  answer (fixture, "Is “Tablet” lost?", "has the key of the class", "yes");
  answer (fixture, "Shut out “Tablet”?", "a new key", "no");
  assert_subtitle (window, "Tablet", "Lost: nothing waits for it");
  g_signal_emit_by_name (find_button (window, "Tablet"), "clicked"); /* it can be done later, too */
  answer (fixture, "Shut out “Tablet”?", "a new key", "yes");
  answer (fixture, "The device is shut out", "its new passphrase: ", "close");
  g_assert_cmpint (pz_sync_facts_get_mood (pz_sync_keeper_get_facts (fixture->keeper)), ==, PZ_SYNC_FINE);
  gtk_window_destroy (GTK_WINDOW (window));
}

#endif /* questions can be found */

/* To synchronise again does not help: the class can be uploaded again, from here, and then all is well. */
static void
test_folder_is_gone (Fixture       *fixture,
                     gconstpointer  names)
{
  g_autofree char *address = NULL;
  g_autofree char *folder = NULL;
  g_autoptr(GError) error = NULL;
  PzSyncAccount account = get_account (fixture, &address, &folder);
  GtkWidget *window, *button;

  start_with (fixture, NULL);
  fault_server_drop_folder (fixture->server);
  window = ui_present (pz_sync_page_new (fixture->keeper), 500, 1400);
  pz_sync_keeper_run (fixture->keeper);
  wait_idle (fixture);
  button = find_button (window, "The class folder was not found on the server. Nothing was deleted here.");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "_Upload Again…");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "win.sync-set-up");

  pz_sync_move (fixture->ui.environment, pz_classroom_get_path (fixture->ui.classroom), &account, folder, PASSPHRASE, "Desk",
                fixture->secrets, NULL, &error); /* as the assistant does it */
  g_assert_no_error (error);
  pz_sync_keeper_start (fixture->keeper);
  wait_idle (fixture);
  g_assert_nonnull (find_row (window, "All changes stored on the server"));
  g_assert_true (pz_sync_keeper_get_place (fixture->keeper)->encrypted); /* it knows the new place */
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (find_button (window, "All changes stored on the server"))), ==,
                   "_Synchronise Now");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* the name of a file that somebody without the key could have put there */
static char *
put_forged_file (Fixture *fixture)
{
  const char *text = "nothing that can be opened";
  PzObjectName name = { PZ_OBJECT_SEGMENT, 0x3fa94c1d22e0b781, 1, 3, 7, strlen (text), pz_hash_of (text, strlen (text)), 9 };
  char *formatted = pz_object_name_format (&name);

  fault_server_set_file (fixture->server, formatted, text);
  return formatted;
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_files_that_are_not_used (Fixture       *fixture,
                              gconstpointer  names)
{
  const char *title = "Files on the server that are not used";
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  GtkWidget *window;

  start_with (fixture, PASSPHRASE);
  window = ui_present (pz_sync_page_new (fixture->keeper), 500, 1400);
  wait_idle (fixture);
  g_assert_null (find_row (window, title));
  name = put_forged_file (fixture);
  path = g_build_filename (fixture->ui.folder, name, NULL);
  pz_sync_keeper_run (fixture->keeper);
  wait_idle (fixture);
  assert_subtitle (window, title, "Changes 1 to 3 of “3fa94c1d22e0b781”");
  g_assert_nonnull (find_button (window, title));
  pz_sync_files_row_save (PZ_SYNC_FILES_ROW (find_row (window, title)), fixture->ui.folder);
  g_assert_true (ui_wait (is_there, path));
  wait_idle (fixture);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "nothing that can be opened");
#if !ADW_CHECK_VERSION (1, 5, 0)
  answer (fixture, "Files saved", "1 file was saved", "close");
#endif
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
passphrase_is_shown (gpointer window)
{
  return g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (window, "Passphrase"))), PASSPHRASE) == 0;
}

static void
test_passphrase_is_hidden_until_asked_for (Fixture       *fixture,
                                           gconstpointer  names)
{
  GtkWidget *window, *button;

  start_with (fixture, PASSPHRASE);
  window = ui_present (pz_sync_page_new (fixture->keeper), 500, 1400);
  wait_idle (fixture);
  g_assert_false (passphrase_is_shown (window));
  button = ui_find (find_row (window, "Passphrase"), GTK_TYPE_BUTTON, 0);
  while (!g_str_equal (gtk_button_get_label (GTK_BUTTON (button)), "Sh_ow"))
    button = gtk_widget_get_next_sibling (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (ui_wait (passphrase_is_shown, window));
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (passphrase_is_shown (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_what_to_send_has_no_secret (Fixture       *fixture,
                                 gconstpointer  names)
{
  g_autofree char *message = NULL;
  GtkWidget *dialog;

  start_with (fixture, PASSPHRASE);
  dialog = pz_sync_share_dialog_new (NULL, fixture->keeper);
  message = pz_sync_share_dialog_dup_message (PZ_SYNC_SHARE_DIALOG (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
  wait_idle (fixture);
  g_assert_true (ui_wait (passphrase_is_shown, dialog));
  g_assert_null (strstr (message, PASSPHRASE));
  g_assert_null (strstr (message, "secret"));
  g_assert_nonnull (strstr (message, "127.0.0.1"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
is_gone (gpointer dialog)
{
  return *(GtkWidget **) dialog == NULL;
}

/* It stays, with the reason, until the secret fits. */
static void
test_secret_dialog (Fixture       *fixture,
                    gconstpointer  names)
{
  GtkWidget *dialog, *row;

  start_with (fixture, PASSPHRASE);
  fault_server_set_account (fixture->server, "basic", "another");
  dialog = pz_sync_secret_dialog_new (NULL, fixture->keeper, PZ_SYNC_JOB_SIGN_IN);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  row = ui_find (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, 0);
  gtk_editable_set_text (GTK_EDITABLE (row), "wrong");
  g_signal_emit_by_name (row, "entry-activated");
  wait_idle (fixture);
  g_assert_nonnull (dialog);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_editable_set_text (GTK_EDITABLE (row), "another");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_signal_emit_by_name (row, "entry-activated");
  wait_idle (fixture);
  g_assert_true (ui_wait (is_gone, &dialog));
  g_assert_cmpint (pz_sync_facts_get_mood (pz_sync_keeper_get_facts (fixture->keeper)), ==, PZ_SYNC_FINE);
}

static guint
count_requests (GtkWidget *root) /* for a passphrase, that can be read */
{
  guint n = GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (root)), "Enter the");

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_requests (child);
  return n;
}

static void
test_a_locked_class_asks_once (Fixture       *fixture,
                               gconstpointer  names)
{
  const char *id = pz_classroom_get_id (fixture->ui.classroom);
  GtkWidget *window;

  start_with (fixture, PASSPHRASE);
  pz_sync_keeper_stop (fixture->keeper);
  wait_idle (fixture);
  g_object_unref (fixture->keeper);
  g_assert_true (pz_secrets_forget (fixture->secrets, id, NULL, NULL)); /* as after a restart without a keyring */
  g_assert_true (pz_secrets_store (fixture->secrets, id, PZ_SECRET_PASSWORD, "ada", "secret", NULL, NULL));
  fixture->keeper = pz_sync_keeper_new (fixture->ui.classroom, fixture->secrets);
  pz_sync_keeper_start (fixture->keeper);
  wait_idle (fixture);
  window = ui_present (pz_sync_page_new (fixture->keeper), 500, 1400);
  g_assert_cmpuint (count_requests (window), ==, 1);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (find_button (window, "Enter the passphrase of this class."))),
                   ==, "win.sync-passphrase");
  g_assert_null (find_row (window, "Passphrase")); /* there is none to show */
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(path, func) g_test_add ("/ui/sync-page/" path, Fixture, "Amina Yusuf", set_up, func, tear_down)

static void
add_tests (void)
{
  ADD ("offers-to-set-up", test_page_of_a_class_on_no_server);
  ADD ("tells-where-the-class-is", test_page);
  ADD ("asks-for-the-passphrase-once", test_a_locked_class_asks_once);
#if !ADW_CHECK_VERSION (1, 5, 0)
  ADD ("notes-that-a-device-is-lost", test_a_lost_device);
  ADD ("shuts-a-lost-device-out", test_a_lost_device_is_shut_out);
#endif
  ADD ("offers-to-upload-again-when-the-folder-is-gone", test_folder_is_gone);
  ADD ("saves-files-that-are-not-used", test_files_that_are_not_used);
  ADD ("hides-the-passphrase-until-it-is-asked-for", test_passphrase_is_hidden_until_asked_for);
  ADD ("sends-no-secret", test_what_to_send_has_no_secret);
  ADD ("asks-until-the-secret-fits", test_secret_dialog);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
