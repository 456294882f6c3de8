/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-absence.h"
#include "pz-chip-box.h"
#include "pz-class-dialog.h"
#include "pz-contact-dialog.h"
#include "pz-learner.h"
#include "pz-trash-window.h"
#include "pz-window.h"
#include "ui-fixture.h"

#define PEOPLE "Amina Yusuf;Chloé Dubois;Tom & Ann"

static gboolean
is_saved (gpointer data)
{
  return pz_classroom_get_save_state (data) == PZ_SAVE_SAVED;
}

static void
wait_until_saved (UiFixture *fixture)
{
  g_assert_true (ui_wait (is_saved, fixture->classroom));
}

static guint
count_shown (UiFixture *fixture)
{
  return pz_index_count_shown (pz_classroom_get_index (fixture->classroom));
}

static void
activate (PzWindow   *window,
          const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
  ui_settle ();
}

static PzLearnerPage *
get_page (PzWindow *window)
{
  return pz_learners_view_get_page (pz_window_get_learners_view (window));
}

static GListModel *
get_list (PzWindow *window)
{
  PzLearnersPane *pane = pz_learners_view_get_pane (pz_window_get_learners_view (window));

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (pz_learners_pane_get_list_view (pane))));
}

static GtkWidget *
get_given_name (PzWindow *window)
{
  pz_learner_page_focus_name (get_page (window)); /* opens the names */
  return ui_find (GTK_WIDGET (get_page (window)), ADW_TYPE_ENTRY_ROW, 0);
}

static char *
show_first (PzWindow *window)
{
  char *id = g_strdup (pz_learner_list_peek_id (PZ_LEARNER_LIST (get_list (window)), 0));

  pz_learners_view_show (pz_window_get_learners_view (window), id);
  ui_settle ();
  return id;
}

static void
assert_name_on_disk (UiFixture  *fixture,
                     const char *id,
                     const char *expected)
{
  g_autoptr(PzClassroom) other = pz_classroom_open (fixture->environment, pz_classroom_get_path (fixture->classroom), NULL);
  g_autoptr(PzDocument) document = pz_classroom_load (other, PZ_DOCUMENT_LEARNER, id, NULL);
  g_autofree char *name = pz_learner_dup_display_name (pz_document_get_owner (document));

  g_assert_cmpstr (name, ==, expected);
  pz_classroom_close (other, NULL);
}

static void
test_edited_name_is_on_disk (UiFixture     *fixture,
                             gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);
  g_autofree char *id = show_first (window);
  GtkWidget *given_name = get_given_name (window);

  g_assert_cmpstr (pz_learner_page_get_id (get_page (window)), ==, id);
  gtk_editable_set_text (GTK_EDITABLE (given_name), "  Amína <b> & %s");
  pz_learner_page_commit (get_page (window));
  wait_until_saved (fixture);
  assert_name_on_disk (fixture, id, "Amína <b> & %s Yusuf");

  activate (window, "undo");
  wait_until_saved (fixture);
  assert_name_on_disk (fixture, id, "Amina Yusuf");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (given_name)), ==, "Amina");
  activate (window, "redo");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (given_name)), ==, "Amína <b> & %s");
  ui_close_window (window);
}

static void
test_typing_is_saved_on_closing (UiFixture     *fixture,
                                 gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);
  g_autofree char *id = show_first (window);

  gtk_editable_set_text (GTK_EDITABLE (get_given_name (window)), "Amelie");
  ui_close_window (window);
  assert_name_on_disk (fixture, id, "Amelie Yusuf");
}

static void
test_too_long_is_not_taken (UiFixture     *fixture,
                            gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);
  g_autofree char *id = show_first (window);
  g_autofree char *long_name = g_strnfill (1000, 'x');

  gtk_editable_set_text (GTK_EDITABLE (get_given_name (window)), long_name);
  pz_learner_page_commit (get_page (window));
  g_assert_true (gtk_widget_has_css_class (get_given_name (window), "error"));
  g_assert_cmpint (pz_classroom_get_save_state (fixture->classroom), ==, PZ_SAVE_SAVED);
  ui_close_window (window);
}

static void
test_deleted_learner_comes_back (UiFixture     *fixture,
                                 gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);
  g_autofree char *id = show_first (window);
  PzTrashWindow *trash;

  activate (window, "delete-learner");
  g_assert_cmpuint (count_shown (fixture), ==, 2);
  g_assert_cmpstr (pz_learner_page_get_id (get_page (window)), !=, id);
  activate (window, "undo");
  wait_until_saved (fixture);
  g_assert_cmpuint (count_shown (fixture), ==, 3);

  pz_learners_view_show (pz_window_get_learners_view (window), id);
  activate (window, "delete-learner");
  trash = g_object_ref (PZ_TRASH_WINDOW (pz_trash_window_new (fixture->classroom)));
  g_assert_cmpuint (pz_trash_window_get_n_shown (trash), ==, 1);
  g_assert_true (pz_trash_window_restore (trash, id));
  g_assert_cmpuint (pz_trash_window_get_n_shown (trash), ==, 0);
  g_assert_cmpuint (count_shown (fixture), ==, 3);
  gtk_window_destroy (GTK_WINDOW (trash));
  g_assert_finalize_object (trash);
  ui_close_window (window);
}

static void
test_new_learner_is_written_at_once (UiFixture     *fixture,
                                     gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);
  g_autofree char *id = NULL;

  activate (window, "new-learner");
  g_assert_cmpuint (count_shown (fixture), ==, 4);
  id = g_strdup (pz_learner_page_get_id (get_page (window)));
  gtk_editable_set_text (GTK_EDITABLE (get_given_name (window)), "Noor");
  pz_learner_page_commit (get_page (window));
  wait_until_saved (fixture);
  assert_name_on_disk (fixture, id, "Noor");
  ui_close_window (window);
}

static void
test_chip_goes_to_the_record (UiFixture     *fixture,
                              gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);
  g_autofree char *id = show_first (window);
  g_autoptr(PzDocument) document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
  PzRecord *learner = pz_document_get_owner (document);
  GtkWidget *strengths = ui_find (GTK_WIDGET (get_page (window)), PZ_TYPE_CHIP_BOX, 0);

  g_signal_emit_by_name (strengths, "added", "Remembers stories");
  g_assert_true (pz_record_set_has (learner, PZ_LEARNER_STRENGTHS, "Remembers stories"));
  g_signal_emit_by_name (strengths, "replaced", "Remembers stories", "Tells stories");
  g_assert_false (pz_record_set_has (learner, PZ_LEARNER_STRENGTHS, "Remembers stories"));
  wait_until_saved (fixture);
  g_signal_emit_by_name (strengths, "removed", "Tells stories");
  g_assert_true (pz_record_is_empty (learner, PZ_LEARNER_STRENGTHS));
  activate (window, "undo");
  g_assert_true (pz_record_set_has (learner, PZ_LEARNER_STRENGTHS, "Tells stories"));
  wait_until_saved (fixture);
  ui_close_window (window);
}

static void
test_contact (UiFixture     *fixture,
              gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);
  g_autofree char *id = show_first (window);
  g_autoptr(PzDocument) document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
  GListModel *contacts = pz_document_get_records (document, PZ_RECORD_CONTACT);
  GtkWidget *dialog = pz_contact_dialog_new (fixture->classroom, document, NULL);
  g_autoptr(PzRecord) contact = NULL;

  gtk_editable_set_text (GTK_EDITABLE (ui_find (dialog, ADW_TYPE_ENTRY_ROW, 0)), "Halima");
  pz_contact_dialog_save (PZ_CONTACT_DIALOG (dialog));
  g_assert_cmpuint (g_list_model_get_n_items (contacts), ==, 1);
  contact = g_list_model_get_item (contacts, 0);
  g_assert_cmpstr (pz_record_get_text (contact, PZ_CONTACT_NAME), ==, "Halima");
  wait_until_saved (fixture);
  ui_close_window (window);
}

static void
test_absent_today_and_back (UiFixture     *fixture,
                            gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);
  g_autofree char *id = show_first (window);
  PzDocument *learner = pz_learner_page_get_document (get_page (window));
  GDate today;

  pz_environment_get_today (fixture->environment, &today);
  activate (window, "absent-today");
  g_assert_true (pz_absence_covers (learner, &today));
  wait_until_saved (fixture);
  activate (window, "undo");
  g_assert_false (pz_absence_covers (learner, &today));
  activate (window, "absent-today");
  activate (window, "absent-today");
  g_assert_false (pz_absence_covers (learner, &today));
  wait_until_saved (fixture);
  ui_close_window (window);
}

static void
test_a_learner_is_shown_by_id (UiFixture     *fixture,
                               gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);
  g_autofree char *first = show_first (window);
  const char *last = pz_learner_list_peek_id (PZ_LEARNER_LIST (get_list (window)), 2);

  g_action_group_activate_action (G_ACTION_GROUP (window), "show-learner", g_variant_new_string (last));
  ui_settle ();
  g_assert_cmpstr (pz_learner_page_get_id (get_page (window)), ==, last);
  ui_close_window (window);
}

/* The dialog over the window, if there is one. */
static GtkWindow *
find_dialog (PzWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) dialog = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (dialog) == GTK_WINDOW (window))
        return dialog; /* GTK holds it */
    }
  return NULL;
}

static void
test_dialogs_of_a_learner (UiFixture     *fixture,
                           gconstpointer  names)
{
  static const char *const dialogs[] = { "check-in", "absence", "new-contact" };
  PzWindow *window = ui_open_window (fixture);
  g_autofree char *id = NULL;

  pz_learner_list_select_id (PZ_LEARNER_LIST (get_list (window)), NULL);
  activate (window, "check-in"); /* nobody is chosen: it says so */
  g_assert_null (find_dialog (window));
  id = show_first (window);
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      activate (window, dialogs[i]);
      g_assert_nonnull (find_dialog (window));
      gtk_window_close (find_dialog (window));
      ui_settle ();
    }
  ui_close_window (window);
}

static void
test_search_and_back (UiFixture     *fixture,
                      gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);
  PzLearnersPane *pane = pz_learners_view_get_pane (pz_window_get_learners_view (window));

  activate (window, "search");
  gtk_editable_set_text (GTK_EDITABLE (pz_learners_pane_get_search_entry (pane)), "chloe");
  g_assert_cmpuint (g_list_model_get_n_items (get_list (window)), ==, 1);
  activate (window, "go-back");
  g_assert_false (pz_learners_pane_is_searching (pane));
  g_assert_cmpuint (g_list_model_get_n_items (get_list (window)), ==, 3);
  ui_close_window (window);
}

static void
test_panes_by_key (UiFixture     *fixture,
                   gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);
  PzLearnersPane *pane = pz_learners_view_get_pane (pz_window_get_learners_view (window));
  GtkWidget *list_view = pz_learners_pane_get_list_view (pane);
  g_autofree char *id = show_first (window);
  GtkWidget *focus;

  pz_learners_pane_focus_list (pane);
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (gtk_widget_is_ancestor (focus, list_view));
  activate (window, "next-pane");
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_false (gtk_widget_is_ancestor (focus, GTK_WIDGET (pane)));
  activate (window, "previous-pane");
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (gtk_widget_is_ancestor (focus, list_view));
  activate (window, "previous-pane");
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_false (gtk_widget_is_ancestor (focus, GTK_WIDGET (pz_window_get_learners_view (window))));
  ui_close_window (window);
}

static void
class_made_cb (PzClassDialog *dialog,
               PzClassroom   *classroom,
               PzClassroom  **made)
{
  *made = g_object_ref (classroom);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static void
test_class_from_pasted_names (UiFixture     *fixture,
                              gconstpointer  names)
{
  GtkWidget *dialog = pz_class_dialog_new (fixture->environment);
  g_autoptr(PzClassroom) made = NULL;

  g_signal_connect (dialog, "made", G_CALLBACK (class_made_cb), &made);
  pz_class_dialog_accept (PZ_CLASS_DIALOG (dialog)); /* without a name nothing happens */
  pz_class_dialog_set_texts (PZ_CLASS_DIALOG (dialog), "6a", "Amina Yusuf\nDubois, Chloé\n\n");
  pz_class_dialog_accept (PZ_CLASS_DIALOG (dialog));
  g_assert_true (ui_wait (is_set, &made));
  g_assert_cmpstr (pz_classroom_get_name (made), ==, "6a");
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (made)), ==, 2);
  g_assert_true (pz_classroom_close (made, NULL));
  ui_settle ();
}

static void
test_rename_class (UiFixture     *fixture,
                   gconstpointer  names)
{
  GtkWidget *dialog = pz_class_dialog_new_rename (fixture->classroom);

  pz_class_dialog_set_texts (PZ_CLASS_DIALOG (dialog), "5c", "");
  pz_class_dialog_accept (PZ_CLASS_DIALOG (dialog));
  wait_until_saved (fixture);
  g_assert_cmpstr (pz_classroom_get_name (fixture->classroom), ==, "5c");
}

static gboolean
is_on_start_page (gpointer data)
{
  return g_strcmp0 (pz_window_get_page (data), "start") == 0;
}

static void
test_deleted_class (UiFixture     *fixture,
                    gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);
  const char *path = pz_classroom_get_path (fixture->classroom);

  activate (window, "delete-class");
  g_assert_true (ui_wait (is_on_start_page, window));
  g_assert_null (pz_window_get_classroom (window));
  g_action_group_activate_action (G_ACTION_GROUP (window), "restore-class", g_variant_new_string (path));
  g_assert_cmpstr (pz_window_get_page (window), ==, "class");
  g_assert_cmpstr (pz_classroom_get_path (pz_window_get_classroom (window)), ==, path);
  g_assert_true (pz_window_get_environment (window) == fixture->environment);
  ui_close_window (window);
}

static gboolean
has_class (gpointer data)
{
  return pz_window_get_classroom (data) != NULL;
}

static void
test_opens_again (UiFixture     *fixture,
                  gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);

  pz_window_open (window, pz_classroom_get_path (fixture->classroom));
  g_assert_true (ui_wait (has_class, window));
  pz_window_show_undo (window, "Tom & Ann <b>");
  pz_window_show_message (window, "Tom & Ann <b>");
  ui_settle ();
  ui_close_window (window);
}

static void
add_test (const char *path,
          void      (*test) (UiFixture *, gconstpointer))
{
  g_test_add (path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down);
}

static void
add_tests (void)
{
  add_test ("/ui/window/edited-name-is-on-disk", test_edited_name_is_on_disk);
  add_test ("/ui/window/typing-is-saved-on-closing", test_typing_is_saved_on_closing);
  add_test ("/ui/window/too-long-is-not-taken", test_too_long_is_not_taken);
  add_test ("/ui/window/deleted-learner-comes-back", test_deleted_learner_comes_back);
  add_test ("/ui/window/new-learner-is-written-at-once", test_new_learner_is_written_at_once);
  add_test ("/ui/window/chip-goes-to-the-record", test_chip_goes_to_the_record);
  add_test ("/ui/window/contact", test_contact);
  add_test ("/ui/window/absent-today-and-back", test_absent_today_and_back);
  add_test ("/ui/window/a-learner-is-shown-by-id", test_a_learner_is_shown_by_id);
  add_test ("/ui/window/dialogs-of-a-learner", test_dialogs_of_a_learner);
  add_test ("/ui/window/search-and-back", test_search_and_back);
  add_test ("/ui/window/panes-by-key", test_panes_by_key);
  add_test ("/ui/window/class-from-pasted-names", test_class_from_pasted_names);
  add_test ("/ui/window/rename-class", test_rename_class);
  add_test ("/ui/window/deleted-class", test_deleted_class);
  add_test ("/ui/window/opens-again", test_opens_again);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
