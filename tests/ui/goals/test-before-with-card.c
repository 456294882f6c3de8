/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goal-fixture.h"
#include "pz-before-with-card.h"
#include "pz-interval-lane.h"

#define PEOPLE "Amina Yusuf"

static void
test_says_what_went_together (UiFixture     *ui,
                              gconstpointer  names)
{
  GoalFixture goal;
  g_autoptr(PzGoalFacts) facts = NULL;
  GtkWidget *card, *window;

  goal_fixture_load (&goal, ui);
  facts = pz_goal_facts_new (ui->classroom, goal.learner, goal.id);
  card = pz_before_with_card_new (facts);
  window = ui_present (card, 500, 900);
  g_assert_true (goal_fixture_says (card, "“Partner, repeated reading” went together with higher values than before."));
  g_assert_true (goal_fixture_says (card, "How sure: likely · 6 points before, 5 points since"));
  g_assert_true (goal_fixture_says (card, "Minutes a week for the learner alone: 0 before, 7 since."));
  g_assert_true (goal_fixture_says (card, "Too early to say whether the values with “Read-aloud app” differ"));
  g_assert_true (goal_fixture_says (card, "Keep it for now"));
  g_assert_nonnull (ui_find (card, PZ_TYPE_INTERVAL_LANE, 1)); /* one for each of the two changes */
  g_assert_false (goal_fixture_says (card, "Something else changed"));
  goal_fixture_phase (&goal, ui, "2026-11-10", "Cards", NULL);
  ui_settle ();
  g_assert_true (goal_fixture_says (card, "Something else changed"));
  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_object (&facts);
  goal_fixture_unload (&goal, ui);
}

static void
test_is_hidden_where_nothing_changed (UiFixture     *ui,
                                      gconstpointer  names)
{
  GoalFixture goal;
  g_autoptr(PzGoalFacts) facts = NULL;
  GtkWidget *card, *window;

  goal_fixture_load (&goal, ui);
  facts = pz_goal_facts_new (ui->classroom, goal.learner, goal.id);
  while (pz_goal_facts_get_phases (facts)->len > 1)
    {
      pz_document_delete (goal.learner, pz_goal_facts_get_phases (facts)->pdata[1]);
      pz_goal_facts_update (facts);
    }
  card = pz_before_with_card_new (facts);
  window = ui_present (card, 500, 500);
  g_assert_false (gtk_widget_get_visible (card)); /* the goal began with it */
  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_object (&facts);
  goal_fixture_unload (&goal, ui);
}

static void
test_the_dot_turns_with_the_text (UiFixture     *ui,
                                  gconstpointer  names)
{
  GtkWidget *lane = pz_interval_lane_new (0.9, 0.6, 0.98), *window = ui_present (lane, 300, 40);
  double width = gtk_widget_get_width (lane), x = pz_interval_lane_get_x (PZ_INTERVAL_LANE (lane), 0.9);

  g_assert_cmpfloat (x, >, width / 2);
  gtk_widget_set_direction (lane, GTK_TEXT_DIR_RTL);
  g_assert_cmpfloat_with_epsilon (pz_interval_lane_get_x (PZ_INTERVAL_LANE (lane), 0.9), width - x, 1e-9);
  g_assert_cmpfloat_with_epsilon (pz_interval_lane_get_x (PZ_INTERVAL_LANE (lane), 0.5), width / 2, 1e-9);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
#define ADD(path, function) \
  g_test_add ("/ui/before-with-card/" path, UiFixture, PEOPLE, ui_fixture_set_up, function, ui_fixture_tear_down)
  ADD ("says-what-went-together", test_says_what_went_together);
  ADD ("is-hidden-where-nothing-changed", test_is_hidden_where_nothing_changed);
  ADD ("the-dot-turns-with-the-text", test_the_dot_turns_with_the_text);
#undef ADD
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
