/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-filter-bar.h"
#include "pz-window.h"
#include "ui-fixture.h"

#define PEOPLE "Amina Yusuf;Ben Hill;Emil Zola"

static PzLearnersPane *
get_pane (PzWindow *window)
{
  return pz_learners_view_get_pane (pz_window_get_learners_view (window));
}

static PzLearnerList *
get_list (PzWindow *window)
{
  return PZ_LEARNER_LIST (gtk_list_view_get_model (GTK_LIST_VIEW (pz_learners_pane_get_list_view (get_pane (window)))));
}

static gboolean
knows_goals (gpointer traits)
{
  return pz_classroom_traits_get_goals (traits) != NULL;
}

static gboolean
is_read (gpointer traits)
{
  return !pz_classroom_traits_is_busy (traits);
}

static gboolean
is_nobody_found (gpointer list)
{
  return pz_learner_list_count_found (list) == 0;
}

static GtkWidget *
find_toggle (GtkWidget  *bar,
             const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (bar); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_TOGGLE_BUTTON (child) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (child)), label) == 0)
      return child;
  return NULL;
}

static gboolean
counts_one (gpointer bar)
{
  return find_toggle (bar, "Needs attention 1") != NULL;
}

/* a goal without measurements waits for data; of the others, without a goal and a rhythm, nothing is known */
static void
test_who_needs_attention (UiFixture     *fixture,
                          gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);
  PzClassroomTraits *traits = pz_filter_model_get_traits (pz_learners_pane_get_filters (get_pane (window)));
  GtkWidget *bar = ui_find (GTK_WIDGET (get_pane (window)), PZ_TYPE_FILTER_BAR, 0);
  g_autoptr(PzDocument) ben = NULL;
  PzRecord *goal;

  g_assert_true (ui_wait (knows_goals, traits)); /* by itself, after the first frame */
  g_assert_false (gtk_widget_get_visible (find_toggle (bar, "Needs attention 0")));
  ben = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, pz_learner_list_peek_id (get_list (window), 1), NULL);
  goal = pz_document_add (ben, PZ_RECORD_GOAL);
  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads");
  ui_save (fixture->classroom);
  g_assert_true (ui_wait (counts_one, bar));
  g_assert_true (gtk_widget_get_visible (find_toggle (bar, "Needs attention 1")));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_toggle (bar, "Needs attention 1")), TRUE);
  g_assert_cmpuint (pz_learner_list_count_found (get_list (window)), ==, 1);
  g_assert_cmpstr (pz_learner_list_peek_id (get_list (window), 0), ==, pz_document_get_id (ben));
  g_assert_cmpuint (pz_learner_list_count_unknown (get_list (window), NULL), ==, 2);
  pz_record_set_text (goal, PZ_GOAL_STATE, "paused");
  ui_save (fixture->classroom);
  g_assert_true (ui_wait (is_nobody_found, get_list (window)));
  g_assert_true (ui_wait (is_read, traits)); /* a thread that reads holds the folder */
  gtk_window_close (GTK_WINDOW (window));
  ui_settle ();
}

static void
add_tests (void)
{
  g_test_add ("/ui/attention-filter/who-needs-attention", UiFixture, PEOPLE, ui_fixture_set_up, test_who_needs_attention,
              ui_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
