/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-filter-bar.h"
#include "pz-filter-chip.h"
#include "pz-window.h"
#include "ui-fixture.h"

#define PEOPLE "Amina Yusuf;Ben Hill;Chloé Dubois;Dan Moss;Emil Zola"

/* Amina likes music and needs reading, Ben likes music, Chloé needs reading, Dan has left, of Emil nothing is known. */
static void
describe (UiFixture *fixture)
{
  PzIndex *index = pz_classroom_get_index (fixture->classroom);
  PzDocument *classroom = pz_classroom_get_document (fixture->classroom);
  PzRecord *levels[2];

  for (guint i = 0; i < 2; i++)
    {
      levels[i] = pz_document_add (classroom, PZ_RECORD_LEVEL);
      pz_record_set_text (levels[i], PZ_LEVEL_NAME, i == 0 ? "Late" : "Early");
      pz_record_set_text (levels[i], PZ_LEVEL_POSITION, i == 0 ? "m" : "c");
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    {
      char who = pz_index_peek_given_name (index, i)[0];
      g_autoptr(PzDocument) document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER,
                                                          pz_index_peek_id (index, i), NULL);
      PzRecord *learner = pz_document_get_owner (document);

      if (who == 'A' || who == 'B')
        pz_record_set_add (learner, PZ_LEARNER_INTERESTS, "Music");
      if (who == 'A' || who == 'C')
        pz_record_set_add (learner, PZ_LEARNER_NEEDS, "Reading");
      if (who == 'A' || who == 'B')
        pz_record_set_text (learner, PZ_LEARNER_LEVEL, pz_record_get_id (levels[who == 'A' ? 0 : 1]));
      pz_record_set_flag (learner, PZ_LEARNER_ARCHIVED, who == 'D');
    }
  ui_save (fixture->classroom);
}

static gboolean
are_loaded (gpointer traits)
{
  return pz_classroom_traits_is_loaded (traits) && !pz_classroom_traits_is_busy (traits);
}

static PzWindow *
make_window (UiFixture *fixture)
{
  PzWindow *window;

  describe (fixture);
  window = PZ_WINDOW (pz_window_new (NULL, fixture->environment));
  pz_window_show_class (window, fixture->classroom, NULL);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  ui_settle ();
  return window;
}

static PzLearnersPane *
get_pane (PzWindow *window)
{
  return pz_learners_view_get_pane (pz_window_get_learners_view (window));
}

static PzFilterModel *
get_filters (PzWindow *window)
{
  return pz_learners_pane_get_filters (get_pane (window));
}

static PzLearnerList *
get_list (PzWindow *window)
{
  return PZ_LEARNER_LIST (gtk_list_view_get_model (GTK_LIST_VIEW (pz_learners_pane_get_list_view (get_pane (window)))));
}

static gboolean
is_null (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static gboolean
is_read (gpointer traits)
{
  return !pz_classroom_traits_is_busy (traits);
}

/* Nothing may hold the window, but a menu that was just closed needs a moment to let go; a thread that reads holds the
 * folder. */
static void
close_window (PzWindow *window)
{
  gpointer alive = window;

  g_assert_true (ui_wait (is_read, pz_filter_model_get_traits (get_filters (window))));
  g_object_add_weak_pointer (G_OBJECT (window), &alive);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (ui_wait (is_null, &alive));
  ui_settle ();
}

static void
wait_for_traits (PzWindow *window)
{
  g_assert_true (ui_wait (are_loaded, pz_filter_model_get_traits (get_filters (window))));
  ui_settle ();
}

/* the first letters of those shown, in their order */
static char *
dup_shown (PzWindow *window)
{
  GListModel *list = G_LIST_MODEL (get_list (window));
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (list, i);

      g_string_append_c (shown, pz_learner_row_get_given_name (row)[0]);
    }
  return g_string_free (shown, FALSE);
}

static void
assert_shown (PzWindow   *window,
              const char *expected)
{
  g_autofree char *shown = dup_shown (window);

  g_assert_cmpstr (shown, ==, expected);
}

static void
choose (PzWindow      *window,
        PzFilterField  field,
        const char    *value)
{
  pz_filter_model_toggle (get_filters (window), field, NULL, value);
  wait_for_traits (window);
}

static gboolean
has_label (GtkWidget  *root,
           const char *text)
{
  if (!gtk_widget_get_child_visible (root) || !gtk_widget_get_visible (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (root)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

static void
activate (PzWindow   *window,
          const char *action,
          GVariant   *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, parameter);
  ui_settle ();
}

static gboolean
is_at_rest (gpointer window)
{
  return !pz_learners_pane_is_in_progress (get_pane (window));
}

static void
act (PzWindow   *window,
     const char *action,
     GVariant   *parameter)
{
  activate (window, action, parameter);
  g_assert_true (ui_wait (is_at_rest, window));
  ui_settle ();
}

static void
select_letters (PzWindow   *window,
                const char *letters)
{
  GtkSelectionModel *list = GTK_SELECTION_MODEL (get_list (window));
  g_autofree char *shown = dup_shown (window);

  pz_learners_pane_set_selecting (get_pane (window), TRUE);
  for (guint i = 0; shown[i] != '\0'; i++)
    if (strchr (letters, shown[i]) != NULL)
      gtk_selection_model_select_item (list, i, FALSE);
}

static void
test_who_likes_music_and_needs_reading (UiFixture     *fixture,
                                        gconstpointer  data)
{
  PzWindow *window = make_window (fixture);
  GtkWidget *entry = pz_learners_pane_get_search_entry (get_pane (window));

  assert_shown (window, "ABCE");
  choose (window, PZ_FILTER_INTEREST, "Music");
  assert_shown (window, "AB");
  choose (window, PZ_FILTER_NEED, "Reading");
  assert_shown (window, "A");
  activate (window, "clear-filters", NULL);
  assert_shown (window, "ABCE");
  gtk_editable_set_text (GTK_EDITABLE (entry), "music reading");
  ui_settle ();
  assert_shown (window, "A");
  gtk_editable_set_text (GTK_EDITABLE (entry), "hill mus");
  ui_settle ();
  assert_shown (window, "B");
  close_window (window);
}

static void
test_who_has_no_value_is_counted_and_shown (UiFixture     *fixture,
                                            gconstpointer  data)
{
  PzWindow *window = make_window (fixture);
  GtkWidget *pane = GTK_WIDGET (get_pane (window));

  choose (window, PZ_FILTER_INTEREST, "Music");
  g_assert_true (has_label (pane, "2 of 4 learners"));
  g_assert_true (has_label (pane, "2 have nothing under “Interests”"));
  pz_learner_list_set_show_unknown (get_list (window), TRUE, G_MAXUINT);
  assert_shown (window, "CE");
  choose (window, PZ_FILTER_NEED, "Reading");
  assert_shown (window, "A"); /* another question begins with who is found */
  g_assert_true (has_label (pane, "3 without a value"));
  close_window (window);
}

static void
test_chips_show_and_remove_conditions (UiFixture     *fixture,
                                       gconstpointer  data)
{
  PzWindow *window = make_window (fixture);
  GtkWidget *bar = ui_find (GTK_WIDGET (get_pane (window)), PZ_TYPE_FILTER_BAR, 0);
  GtkWidget *level = ui_find (bar, PZ_TYPE_FILTER_CHIP, 0);
  GtkWidget *need = ui_find (bar, PZ_TYPE_FILTER_CHIP, 1);
  GtkWidget *cross = ui_find (need, GTK_TYPE_BUTTON, 1);

  g_assert_true (pz_filter_chip_is_for (PZ_FILTER_CHIP (level), PZ_FILTER_LEVEL, NULL));
  g_assert_true (has_label (bar, "All 4"));
  g_assert_false (gtk_widget_get_visible (cross));
  choose (window, PZ_FILTER_NEED, "Reading");
  g_assert_true (pz_filter_chip_is_set (PZ_FILTER_CHIP (need)));
  g_assert_true (has_label (need, "Reading"));
  g_assert_true (gtk_widget_get_visible (cross));
  g_signal_emit_by_name (cross, "clicked");
  ui_settle ();
  g_assert_false (pz_filter_chip_is_set (PZ_FILTER_CHIP (need)));
  assert_shown (window, "ABCE");
  /* what is under More gets a chip while it is set */
  g_assert_false (has_label (bar, "Archived"));
  choose (window, PZ_FILTER_ARCHIVED, PZ_FILTER_YES);
  g_assert_true (has_label (bar, "Archived"));
  assert_shown (window, "D");
  pz_filter_model_remove (get_filters (window), PZ_FILTER_ARCHIVED, NULL);
  ui_settle ();
  g_assert_false (has_label (bar, "Archived"));
  close_window (window);
}

static void
test_menus_count_everybody (UiFixture     *fixture,
                            gconstpointer  data)
{
  g_autoptr(PzFilterModel) filters = NULL;
  g_autoptr(GPtrArray) interests = NULL;
  g_autoptr(GPtrArray) levels = NULL;

  describe (fixture);
  filters = pz_filter_model_new (fixture->classroom);
  pz_classroom_traits_load (pz_filter_model_get_traits (filters));
  g_assert_true (ui_wait (are_loaded, pz_filter_model_get_traits (filters)));
  interests = pz_filter_model_list_choices (filters, PZ_FILTER_INTEREST, NULL);
  levels = pz_filter_model_list_choices (filters, PZ_FILTER_LEVEL, NULL);
  g_assert_cmpuint (interests->len, ==, 1);
  g_assert_cmpuint (((PzFilterChoice *) g_ptr_array_index (interests, 0))->count, ==, 2);
  g_assert_cmpuint (levels->len, ==, 2);
  g_assert_cmpstr (((PzFilterChoice *) g_ptr_array_index (levels, 0))->label, ==, "Early");
  g_assert_cmpuint (((PzFilterChoice *) g_ptr_array_index (levels, 0))->count, ==, 1);
  g_assert_cmpuint (pz_filter_model_count (filters, PZ_FILTER_ARCHIVED, PZ_FILTER_YES), ==, 1);
  g_clear_object (&filters);
}

static void
test_escape_takes_back_one_thing (UiFixture     *fixture,
                                  gconstpointer  data)
{
  PzWindow *window = make_window (fixture);
  PzLearnersPane *pane = get_pane (window);

  gtk_editable_set_text (GTK_EDITABLE (pz_learners_pane_get_search_entry (pane)), "a");
  choose (window, PZ_FILTER_NEED, "Reading");
  activate (window, "select-learners", NULL);
  g_assert_true (pz_learners_pane_get_selecting (pane));
  g_assert_true (pz_learners_pane_escape (pane));
  g_assert_false (pz_learners_pane_get_selecting (pane));
  g_assert_false (pz_learner_filter_is_empty (pz_filter_model_peek (get_filters (window))));
  g_assert_true (pz_learners_pane_escape (pane));
  g_assert_true (pz_learner_filter_is_empty (pz_filter_model_peek (get_filters (window))));
  g_assert_true (pz_learners_pane_is_searching (pane));
  g_assert_true (pz_learners_pane_escape (pane));
  g_assert_false (pz_learners_pane_is_searching (pane));
  g_assert_false (pz_learners_pane_escape (pane));
  close_window (window);
}

static void
test_actions_for_many_are_one_step (UiFixture     *fixture,
                                    gconstpointer  data)
{
  PzWindow *window = make_window (fixture);
  PzClassroom *classroom = fixture->classroom;

  select_letters (window, "BC");
  g_assert_cmpuint (pz_learner_list_count_selected (get_list (window)), ==, 2);
  act (window, "add-to-learners", g_variant_new ("(ss)", "needs", "Time"));
  wait_for_traits (window);
  choose (window, PZ_FILTER_NEED, "Time");
  assert_shown (window, "BC");
  activate (window, "undo", NULL);
  ui_save (classroom);
  wait_for_traits (window);
  assert_shown (window, "");
  activate (window, "clear-filters", NULL);
  select_letters (window, "BC");
  act (window, "archive-learners", NULL);
  assert_shown (window, "AE");
  g_assert_false (pz_learners_pane_get_selecting (get_pane (window)));
  activate (window, "undo", NULL);
  ui_save (classroom);
  assert_shown (window, "ABCE");
  close_window (window);
}

static void
test_several_go_to_the_trash_together (UiFixture     *fixture,
                                       gconstpointer  data)
{
  PzWindow *window = make_window (fixture);

  select_letters (window, "ABC");
  act (window, "delete-learner", NULL);
  assert_shown (window, "E");
  activate (window, "undo", NULL);
  ui_save (fixture->classroom);
  assert_shown (window, "ABCE");
  close_window (window);
}

static void
test_select_all_is_those_in_sight (UiFixture     *fixture,
                                   gconstpointer  data)
{
  PzWindow *window = make_window (fixture);

  choose (window, PZ_FILTER_INTEREST, "Music");
  activate (window, "select-all-learners", NULL);
  g_assert_true (pz_learners_pane_get_selecting (get_pane (window)));
  g_assert_cmpuint (pz_learner_list_count_selected (get_list (window)), ==, 2);
  activate (window, "select-all-learners", NULL);
  g_assert_cmpuint (pz_learner_list_count_selected (get_list (window)), ==, 0);
  close_window (window);
}

static void
test_a_click_adds_and_the_cursor_does_not (UiFixture     *fixture,
                                           gconstpointer  data)
{
  g_autoptr(PzLearnerList) list = pz_learner_list_new (pz_classroom_get_index (fixture->classroom), PZ_SCOPE_SHOWN,
                                                       PZ_SORT_GIVEN);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (list);

  gtk_selection_model_select_item (model, 0, TRUE);
  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_cmpuint (pz_learner_list_count_selected (list), ==, 1);
  pz_learner_list_set_select_mode (list, PZ_SELECT_TOGGLE);
  gtk_selection_model_select_item (model, 2, TRUE);
  g_assert_cmpuint (pz_learner_list_count_selected (list), ==, 2);
  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_cmpuint (pz_learner_list_count_selected (list), ==, 1);
  pz_learner_list_set_select_mode (list, PZ_SELECT_KEEP);
  gtk_selection_model_select_item (model, 0, TRUE);
  g_assert_true (gtk_selection_model_is_selected (model, 2));
  g_assert_cmpuint (pz_learner_list_count_selected (list), ==, 1);
}

static void
test_orders (UiFixture     *fixture,
             gconstpointer  data)
{
  PzWindow *window = make_window (fixture);

  pz_learners_pane_set_sort (get_pane (window), PZ_SORT_LEVEL);
  pz_learner_list_set_limit (get_list (window), G_MAXUINT);
  assert_shown (window, "BACE"); /* Early, Late, none */
  pz_learners_pane_set_sort (get_pane (window), PZ_SORT_SEEN);
  assert_shown (window, "ABCE"); /* nobody was seen: by name */
  {
    guint position;
    g_autoptr(PzDocument) document = NULL;

    g_assert_true (pz_learner_list_find (get_list (window), pz_learner_list_peek_id (get_list (window), 0), &position));
    document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER,
                                  pz_learner_list_peek_id (get_list (window), position), NULL);
    pz_record_set_text (pz_document_add (document, PZ_RECORD_CHECK_IN), PZ_CHECK_IN_DATE, "2026-11-02");
    ui_save (fixture->classroom);
  }
  assert_shown (window, "BCEA");
  {
    g_autoptr(PzLearnerFacts) facts = pz_learner_facts_new (fixture->classroom);
    g_autoptr(PzLearnerRow) row = g_list_model_get_item (G_LIST_MODEL (get_list (window)), 3);
    g_autofree char *line = pz_learner_facts_dup_line (facts, row);
    g_autofree char *seen_first = NULL;

    g_assert_true (g_str_has_prefix (line, "Late · seen"));
    pz_learner_facts_set_seen_first (facts, TRUE);
    seen_first = pz_learner_facts_dup_line (facts, row);
    g_assert_true (g_str_has_prefix (seen_first, "seen"));
    g_assert_true (g_str_has_suffix (seen_first, "Late"));
  }
  g_assert_cmpint (pz_learner_sort_from_name ("seen"), ==, PZ_SORT_SEEN);
  g_assert_cmpint (pz_learner_sort_from_name ("nonsense"), ==, PZ_SORT_GIVEN);
  close_window (window);
}

#define ADD(path, function) \
  g_test_add ("/ui/filters/" path, UiFixture, PEOPLE, ui_fixture_set_up, function, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("who-likes-music-and-needs-reading", test_who_likes_music_and_needs_reading);
  ADD ("who-has-no-value-is-counted-and-shown", test_who_has_no_value_is_counted_and_shown);
  ADD ("chips-show-and-remove-conditions", test_chips_show_and_remove_conditions);
  ADD ("menus-count-everybody", test_menus_count_everybody);
  ADD ("escape-takes-back-one-thing", test_escape_takes_back_one_thing);
  ADD ("actions-for-many-are-one-step", test_actions_for_many_are_one_step);
  ADD ("several-go-to-the-trash-together", test_several_go_to_the_trash_together);
  ADD ("select-all-is-those-in-sight", test_select_all_is_those_in_sight);
  ADD ("a-click-adds-and-the-cursor-does-not", test_a_click_adds_and_the_cursor_does_not);
  ADD ("orders", test_orders);
}

int
main (int argc, char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
