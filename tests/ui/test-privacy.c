/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-privacy-idle.h"
#include "pz-privacy.h"
#include "pz-settings.h"
#include "pz-tip.h"
#include "pz-window.h"
#include "ui-fixture.h"

#include <string.h>

static void
close_window (PzWindow *window)
{
  pz_privacy_set_hidden (FALSE);
  g_object_ref (window);
  gtk_window_close (GTK_WINDOW (window));
  ui_settle ();
  g_assert_finalize_object (window);
}

/* Whether a widget below root that is seen, or what a screen reader or a tooltip says of it, has the text. */
static gboolean
shows_text (GtkWidget  *root,
            const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *tooltip = pz_tip_get (child) != NULL ? pz_tip_get (child) : gtk_widget_get_tooltip_text (child);

      if (!gtk_widget_get_mapped (child))
        continue;
      if (GTK_IS_LABEL (child) && strstr (gtk_label_get_label (GTK_LABEL (child)), text) != NULL)
        return TRUE;
      if (GTK_IS_EDITABLE (child) && strstr (gtk_editable_get_text (GTK_EDITABLE (child)), text) != NULL)
        return TRUE;
      if ((tooltip != NULL && strstr (tooltip, text) != NULL) || shows_text (child, text))
        return TRUE;
    }
  return FALSE;
}

static char *
show_first (UiFixture *fixture,
            PzWindow  *window)
{
  char *id = g_strdup (pz_index_peek_id (pz_classroom_get_index (fixture->classroom), 0));

  pz_learners_view_show (pz_window_get_learners_view (window), id);
  ui_settle ();
  return id;
}

static void
test_numbers_stand_for_names_and_stay (void)
{
  g_autofree char *first = NULL, *second = NULL, *again = NULL, *shown = NULL;

  pz_privacy_set_hidden (TRUE);
  first = pz_privacy_dup_name ("privacy-a", "Amina Yusuf");
  second = pz_privacy_dup_name ("privacy-b", "Chloé Dubois");
  pz_privacy_set_hidden (FALSE);
  shown = pz_privacy_dup_name ("privacy-a", "Amina Yusuf");
  pz_privacy_set_hidden (TRUE);
  again = pz_privacy_dup_name ("privacy-a", "Another name now");
  pz_privacy_set_hidden (FALSE);
  g_assert_cmpstr (first, !=, second);
  g_assert_cmpstr (first, ==, again);
  g_assert_true (g_str_has_prefix (first, "Learner "));
  g_assert_cmpstr (shown, ==, "Amina Yusuf");
}

static void
test_texts_are_dots (void)
{
  g_autofree char *hidden = NULL, *shown = NULL;

  pz_privacy_set_hidden (TRUE);
  hidden = pz_privacy_dup_text ("Cried today");
  g_assert_null (pz_privacy_dup_text (NULL));
  pz_privacy_set_hidden (FALSE);
  shown = pz_privacy_dup_text ("Cried today");
  g_assert_cmpstr (hidden, ==, "•••");
  g_assert_cmpstr (shown, ==, "Cried today");
}

static void
test_page_and_list_hide_names (UiFixture     *fixture,
                               gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);
  g_autofree char *id = show_first (fixture, window);
  g_autoptr(PzDocument) document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
  PzRecord *contact = pz_document_add (document, PZ_RECORD_CONTACT);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), "hide-names");
  g_autoptr(GVariant) state = NULL;

  pz_record_set_text (contact, PZ_CONTACT_NAME, "Samira");
  ui_save (fixture->classroom);
  ui_settle ();
  g_assert_true (shows_text (GTK_WIDGET (window), "Amina"));
  g_assert_false (shows_text (GTK_WIDGET (window), "hidden."));
  g_action_group_activate_action (G_ACTION_GROUP (window), "hide-names", NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  ui_settle ();
  state = g_action_get_state (action);
  g_assert_true (g_variant_get_boolean (state));
  g_assert_false (shows_text (GTK_WIDGET (window), "Amina"));
  g_assert_false (shows_text (GTK_WIDGET (window), "Yusuf"));
  g_assert_false (shows_text (GTK_WIDGET (window), "Samira"));
  g_assert_true (shows_text (GTK_WIDGET (window), "Learner "));
  g_assert_true (shows_text (GTK_WIDGET (window), "hidden."));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Personalize");
  g_action_group_activate_action (G_ACTION_GROUP (window), "show-names", NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_true (shows_text (GTK_WIDGET (window), "Amina"));
  close_window (window);
}

/* the search knows the names that nobody sees */
static void
test_search_still_finds (UiFixture     *fixture,
                         gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);
  PzLearnersPane *pane = pz_learners_view_get_pane (pz_window_get_learners_view (window));
  GListModel *list = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (pz_learners_pane_get_list_view (pane))));
  guint position;
  g_autofree char *id = g_strdup (pz_index_peek_id (pz_classroom_get_index (fixture->classroom), 1));

  pz_privacy_set_hidden (TRUE);
  gtk_editable_set_text (GTK_EDITABLE (ui_find (GTK_WIDGET (pane), GTK_TYPE_SEARCH_ENTRY, 0)), "chlo");
  while (g_list_model_get_n_items (list) != 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (pz_learner_list_find (PZ_LEARNER_LIST (list), id, &position));
  close_window (window);
}

static void
test_toasts_and_new_learners (UiFixture     *fixture,
                              gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);
  guint n = pz_index_count_shown (pz_classroom_get_index (fixture->classroom));
  g_autofree char *id = show_first (fixture, window);

  pz_privacy_set_hidden (TRUE);
  g_action_group_activate_action (G_ACTION_GROUP (window), "new-learner", NULL);
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (fixture->classroom)), ==, n);
  g_action_group_activate_action (G_ACTION_GROUP (window), "delete-learner", NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  ui_settle ();
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (fixture->classroom)), ==, n - 1);
  g_assert_false (shows_text (GTK_WIDGET (window), "Amina"));
  close_window (window);
}

static void
test_idle_minutes_hide_names (UiFixture     *fixture,
                              gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);
  gint64 now = g_get_monotonic_time ();

  pz_settings_set_int (PZ_SETTINGS_HIDE_NAMES_AFTER, 0);
  g_assert_false (pz_privacy_idle_look (GTK_WIDGET (window), now + 300 * G_TIME_SPAN_MINUTE));
  pz_settings_set_int (PZ_SETTINGS_HIDE_NAMES_AFTER, 5);
  g_assert_false (pz_privacy_idle_look (GTK_WIDGET (window), now + 4 * G_TIME_SPAN_MINUTE));
  g_assert_false (pz_privacy_is_hidden ());
  g_assert_true (pz_privacy_idle_look (GTK_WIDGET (window), now + 6 * G_TIME_SPAN_MINUTE));
  g_assert_true (pz_privacy_is_hidden ());
  pz_settings_set_int (PZ_SETTINGS_HIDE_NAMES_AFTER, 0);
  close_window (window);
}

static guint
count_listeners (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_LEGACY (controller))
        n++;
    }
  return n;
}

/* who types in a dialog for ten minutes is not idle */
static void
test_dialogs_are_watched_too (UiFixture     *fixture,
                              gconstpointer  names)
{
  GtkWidget *before = gtk_window_new (), *after;
  guint usual = count_listeners (before);
  PzWindow *window = ui_open_window (fixture);

  after = gtk_window_new ();
  g_assert_cmpuint (count_listeners (before), ==, usual + 1);
  g_assert_cmpuint (count_listeners (after), ==, usual + 1);
  close_window (window);
  gtk_window_destroy (GTK_WINDOW (before));
  gtk_window_destroy (GTK_WINDOW (after));
}

#define ADD(path, function) \
  g_test_add ("/ui/privacy/" path, UiFixture, "Amina Yusuf;Chloé Dubois", ui_fixture_set_up, function, ui_fixture_tear_down)

static void
add_tests (void)
{
  g_test_add_func ("/ui/privacy/numbers-stand-for-names-and-stay", test_numbers_stand_for_names_and_stay);
  g_test_add_func ("/ui/privacy/texts-are-dots", test_texts_are_dots);
  ADD ("page-and-list-hide-names", test_page_and_list_hide_names);
  ADD ("search-still-finds", test_search_still_finds);
  ADD ("toasts-and-new-learners", test_toasts_and_new_learners);
  ADD ("idle-minutes-hide-names", test_idle_minutes_hide_names);
  ADD ("dialogs-are-watched-too", test_dialogs_are_watched_too);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
