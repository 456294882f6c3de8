/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-history-log.h"
#include "pz-history-window.h"
#include "pz-history-words.h"
#include "pz-privacy.h"
#include "pz-classroom-plan.h"
#include "pz-trash-window.h"
#include "ui-fixture.h"

#include <string.h>

static char *
first_learner (UiFixture *fixture)
{
  return g_strdup (pz_index_peek_id (pz_classroom_get_index (fixture->classroom), 0));
}

static void
rename_to (UiFixture  *fixture,
           const char *id,
           const char *name)
{
  g_autoptr(PzDocument) document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, id, NULL);

  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME, name);
  ui_save (fixture->classroom);
}

static char *
given_name (UiFixture  *fixture,
            const char *id)
{
  g_autoptr(PzDocument) document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, id, NULL);

  return g_strdup (pz_record_get_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME));
}

typedef struct
{
  PzHistoryWindow *window;
  guint n;
} Wanted;

static gboolean
shows_wanted (gpointer data)
{
  Wanted *wanted = data;

  return g_strcmp0 (pz_history_window_get_page (wanted->window), "loading") != 0
         && pz_history_window_get_n_shown (wanted->window) >= wanted->n;
}

static PzHistoryWindow *
open_history (UiFixture  *fixture,
              const char *learner,
              guint       n)
{
  Wanted wanted = { PZ_HISTORY_WINDOW (pz_history_window_new (fixture->classroom, learner)), n };

  gtk_window_present (GTK_WINDOW (wanted.window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (wanted.window));
  g_assert_true (ui_wait (shows_wanted, &wanted));
  return wanted.window;
}

static void
close_history (PzHistoryWindow *window)
{
  g_object_ref (window);
  gtk_window_close (GTK_WINDOW (window));
  ui_settle ();
  g_assert_finalize_object (window);
}

static GtkWidget *
row_at (PzHistoryWindow *window,
        guint            n)
{
  return ui_find (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, n);
}

static GtkWidget *
restore_button (GtkWidget *row)
{
  return ui_find (row, GTK_TYPE_BUTTON, 0);
}

static void
test_earlier_value_comes_back (UiFixture     *fixture,
                               gconstpointer  names)
{
  g_autofree char *id = first_learner (fixture);
  g_autofree char *back = NULL;
  g_autofree char *undone = NULL;
  PzHistoryWindow *window;
  Wanted wanted;

  rename_to (fixture, id, "Amína <b>");
  window = open_history (fixture, id, 2);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row_at (window, 0))), ==, "Given name");
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row_at (window, 0))),
                                   "From “\u2068Amina\u2069” to “\u2068Amína <b>\u2069”\n"));
  gtk_test_accessible_assert_property (restore_button (row_at (window, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Restore This Value: “\u2068Amina\u2069”");
  gtk_widget_activate (restore_button (row_at (window, 0)));
  wanted = (Wanted) { window, 3 };
  g_assert_true (ui_wait (shows_wanted, &wanted));
  back = given_name (fixture, id);
  g_assert_cmpstr (back, ==, "Amina");
  gtk_widget_activate_action (GTK_WIDGET (window), "history.undo", NULL);
  undone = given_name (fixture, id);
  g_assert_cmpstr (undone, ==, "Amína <b>");
  wanted.n = 4;
  g_assert_true (ui_wait (shows_wanted, &wanted));
  close_history (window);
}

static void
test_class_names_the_learner (UiFixture     *fixture,
                              gconstpointer  names)
{
  g_autofree char *id = first_learner (fixture);
  PzHistoryWindow *window;

  rename_to (fixture, id, "Nour");
  window = open_history (fixture, NULL, 3);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row_at (window, 0))), ==,
                   "\u2068Nour Yusuf\u2069 · Given name");
  close_history (window);
}

static void
test_one_field_alone (UiFixture     *fixture,
                      gconstpointer  names)
{
  g_autofree char *id = first_learner (fixture);
  PzHistoryWindow *window;
  Wanted wanted;

  rename_to (fixture, id, "Nour");
  window = open_history (fixture, id, 2);
  pz_history_window_set_field (window, "family-name");
  wanted = (Wanted) { window, 0 };
  while (g_strcmp0 (pz_history_window_get_page (window), "empty") != 0)
    g_main_context_iteration (NULL, TRUE);
  pz_history_window_set_field (window, "given-name");
  wanted.n = 1;
  g_assert_true (ui_wait (shows_wanted, &wanted));
  g_assert_cmpuint (pz_history_window_get_n_shown (window), ==, 1);
  close_history (window);
}

static void
test_long_histories_come_page_by_page (UiFixture     *fixture,
                                       gconstpointer  names)
{
  g_autofree char *id = first_learner (fixture);
  GtkAdjustment *adjustment;
  PzHistoryWindow *window;
  GtkWidget *scroller;
  Wanted wanted;

  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *name = g_strdup_printf ("Name %u", i);

      rename_to (fixture, id, name);
    }
  window = open_history (fixture, id, 50);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  ui_settle ();
  g_assert_cmpuint (pz_history_window_get_n_shown (window), <, 120);
  /* the one around the rows: the choice of a field and the empty page have some, too */
  scroller = gtk_widget_get_ancestor (row_at (window, 0), GTK_TYPE_SCROLLED_WINDOW);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  wanted = (Wanted) { window, 100 };
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, gtk_adjustment_get_page_size (adjustment));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  g_assert_true (ui_wait (shows_wanted, &wanted));
  wanted.n = 121;
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  g_assert_true (ui_wait (shows_wanted, &wanted));
  close_history (window);
}

static void
test_hidden_names_stay_hidden (UiFixture     *fixture,
                               gconstpointer  names)
{
  g_autofree char *id = first_learner (fixture);
  g_autofree char *title = NULL;
  g_autofree char *change = NULL;
  g_autofree char *button = NULL;
  g_autoptr(PzHistoryLog) log = NULL;
  g_autoptr(GPtrArray) page = NULL;

  rename_to (fixture, id, "Nour");
  log = pz_history_log_new (fixture->classroom, NULL);
  page = pz_history_log_next (log, 1, NULL, NULL);
  pz_privacy_set_hidden (TRUE);
  title = pz_history_words_title (g_ptr_array_index (page, 0), TRUE);
  change = pz_history_words_change (g_ptr_array_index (page, 0));
  button = pz_history_words_button (g_ptr_array_index (page, 0));
  pz_privacy_set_hidden (FALSE);
  g_assert_null (strstr (title, "Nour"));
  g_assert_cmpstr (change, ==, "From “\u2068•••\u2069” to “\u2068•••\u2069”");
  g_assert_null (strstr (button, "Amina"));
}

typedef struct
{
  PzTrashWindow *window;
  guint n;
} Trash;

static gboolean
trash_has (gpointer data)
{
  Trash *trash = data;

  return pz_trash_window_get_n_shown (trash->window) == trash->n;
}

/* a contact that was deleted lies beside the learners that were */
static void
test_trash_holds_entries (UiFixture     *fixture,
                          gconstpointer  names)
{
  g_autofree char *id = first_learner (fixture);
  g_autoptr(PzDocument) document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
  PzRecord *contact = pz_document_add (document, PZ_RECORD_CONTACT);
  GtkWidget *row;
  Trash trash;

  pz_record_set_text (contact, PZ_CONTACT_NAME, "Samira & Co");
  ui_save (fixture->classroom);
  pz_document_delete (document, contact);
  ui_save (fixture->classroom);
  trash = (Trash) { PZ_TRASH_WINDOW (pz_trash_window_new (fixture->classroom)), 1 };
  gtk_window_present (GTK_WINDOW (trash.window));
  g_assert_true (ui_wait (trash_has, &trash));
  row = ui_find (GTK_WIDGET (trash.window), ADW_TYPE_ACTION_ROW, 0);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Contact “Samira & Co”");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Amina Yusuf");
  gtk_widget_activate (ui_find (row, GTK_TYPE_BUTTON, 0));
  trash.n = 0;
  g_assert_true (ui_wait (trash_has, &trash));
  g_assert_false (pz_record_is_deleted (contact));
  g_object_ref (trash.window);
  gtk_window_close (GTK_WINDOW (trash.window));
  ui_settle ();
  g_assert_finalize_object (trash.window);
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

/* an activity with all that was noted in it goes for good, once the question was answered */
static void
test_trash_lets_activities_go (UiFixture     *fixture,
                               gconstpointer  names)
{
  g_autoptr(PzDocument) activity = pz_classroom_plan_activity (fixture->classroom, "Bridges", 0);
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *button = NULL;
  Trash trash;

  pz_document_delete (activity, pz_document_get_owner (activity));
  ui_save (fixture->classroom);
  trash = (Trash) { PZ_TRASH_WINDOW (pz_trash_window_new (fixture->classroom)), 1 };
  gtk_window_present (GTK_WINDOW (trash.window));
  g_assert_true (ui_wait (trash_has, &trash));
  g_signal_emit_by_name (ui_find (ui_find (GTK_WIDGET (trash.window), ADW_TYPE_ACTION_ROW, 0), GTK_TYPE_BUTTON, 1), "clicked");
  ui_settle ();
  g_assert_cmpuint (pz_trash_window_get_n_shown (trash.window), ==, 1); /* it asks first */
  for (guint i = 0; i < g_list_model_get_n_items (windows) && button == NULL; i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      button = find_button (window, "_Delete for Good");
    }
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  trash.n = 0;
  g_assert_true (ui_wait (trash_has, &trash));
  g_assert_null (pz_classroom_load (fixture->classroom, PZ_DOCUMENT_ACTIVITY, pz_document_get_id (activity), NULL));
  gtk_window_destroy (GTK_WINDOW (trash.window));
}

#define ADD(path, function) \
  g_test_add ("/ui/history/" path, UiFixture, "Amina Yusuf;Chloé Dubois", ui_fixture_set_up, function, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("earlier-value-comes-back", test_earlier_value_comes_back);
  ADD ("class-names-the-learner", test_class_names_the_learner);
  ADD ("one-field-alone", test_one_field_alone);
  ADD ("long-histories-come-page-by-page", test_long_histories_come_page_by_page);
  ADD ("hidden-names-stay-hidden", test_hidden_names_stay_hidden);
  ADD ("trash-holds-entries", test_trash_holds_entries);
  ADD ("trash-lets-activities-go", test_trash_lets_activities_go);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
