/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activities-fixture.h"

#include "pz-grouping-rule.h"
#include "pz-pair-rules.h"

#define PEOPLE "Ana A;Ben B;Cleo C"

static gboolean
is_kept (UiFixture       *fixture,
         PzGroupWishKind  kind)
{
  return pz_grouping_rule_find (pz_classroom_get_document (fixture->classroom), kind, activities_learner (fixture, "Ana"),
                                activities_learner (fixture, "Ben")) != NULL;
}

static gboolean
is_on (GtkWidget *rules,
       guint      nth)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (ui_find (rules, GTK_TYPE_TOGGLE_BUTTON, nth)));
}

static void
press (GtkWidget *rules,
       guint      nth)
{
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (ui_find (rules, GTK_TYPE_TOGGLE_BUTTON, nth));

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

enum { TOGETHER, APART };

static void
test_keeps_two_together_or_apart (UiFixture     *fixture,
                                  gconstpointer  data)
{
  GtkWidget *rules = pz_pair_rules_new (fixture->classroom);
  GtkWidget *window = ui_present (rules, 360, 100);
  const char *ana = activities_learner (fixture, "Ana");

  g_assert_false (gtk_widget_get_sensitive (rules)); /* nobody is chosen */
  pz_pair_rules_show (PZ_PAIR_RULES (rules), ana, activities_learner (fixture, "Ben"));
  g_assert_true (gtk_widget_get_sensitive (rules));
  press (rules, APART);
  g_assert_true (is_kept (fixture, PZ_WISH_APART));
  press (rules, TOGETHER); /* instead */
  g_assert_true (is_kept (fixture, PZ_WISH_TOGETHER));
  g_assert_false (is_kept (fixture, PZ_WISH_APART));
  g_assert_false (is_on (rules, APART));
  pz_pair_rules_show (PZ_PAIR_RULES (rules), ana, activities_learner (fixture, "Cleo")); /* another pair */
  g_assert_false (is_on (rules, TOGETHER));
  pz_pair_rules_show (PZ_PAIR_RULES (rules), activities_learner (fixture, "Ben"), ana); /* the same, turned around */
  g_assert_true (is_on (rules, TOGETHER));
  press (rules, TOGETHER);
  g_assert_false (is_kept (fixture, PZ_WISH_TOGETHER));
  ui_save (fixture->classroom);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_follows_the_class (UiFixture     *fixture,
                        gconstpointer  data)
{
  GtkWidget *rules = pz_pair_rules_new (fixture->classroom);
  GtkWidget *window = ui_present (rules, 360, 100);

  pz_pair_rules_show (PZ_PAIR_RULES (rules), activities_learner (fixture, "Ana"), activities_learner (fixture, "Ben"));
  pz_grouping_rule_set (pz_classroom_get_document (fixture->classroom), PZ_WISH_APART, activities_learner (fixture, "Ana"),
                        activities_learner (fixture, "Ben"));
  g_assert_true (is_on (rules, APART));
  ui_save (fixture->classroom);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add ("/ui/pair-rules/keeps-two-together-or-apart", UiFixture, PEOPLE, ui_fixture_set_up,
              test_keeps_two_together_or_apart, ui_fixture_tear_down);
  g_test_add ("/ui/pair-rules/follows-the-class", UiFixture, PEOPLE, ui_fixture_set_up, test_follows_the_class,
              ui_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
