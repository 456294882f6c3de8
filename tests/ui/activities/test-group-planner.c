/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activities-fixture.h"

#include "pz-group-planner.h"
#include "pz-group-presets.h"
#include "pz-group-rules-dialog.h"

#define PEOPLE "Ana A;Ben B;Cleo C;Dan D"

/* The planner of an activity, in a window of its own. */
typedef struct
{
  PzDocument *activity;
  GtkWidget *planner;
  GtkWidget *window;
} Planner;

static Planner
open_planner (UiFixture *fixture)
{
  Planner made = { activities_add (fixture, "Bridges", TODAY, "groups") };

  ui_save (fixture->classroom);
  made.planner = pz_group_planner_new (fixture->classroom, made.activity);
  made.window = ui_present (made.planner, 300, 700);
  return made;
}

static void
close_planner (UiFixture *fixture,
               Planner   *made)
{
  ui_save (fixture->classroom);
  gtk_window_destroy (GTK_WINDOW (made->window));
  g_object_unref (made->activity);
}

static void
assert_criteria (Planner    *made,
                 const char *expected)
{
  g_assert_cmpstr (pz_record_get_text (pz_document_get_owner (made->activity), PZ_ACTIVITY_CRITERIA), ==, expected);
}

static GtkWidget *
find (Planner *made,
      GType    type,
      guint    n)
{
  return ui_find (made->planner, type, n);
}

static guint
count_scales (Planner *made)
{
  return activities_count (made->planner, GTK_TYPE_SCALE);
}

static void
test_writes_nothing_by_itself (UiFixture     *fixture,
                               gconstpointer  data)
{
  Planner made = open_planner (fixture);

  assert_criteria (&made, NULL);
  g_assert_cmpuint (count_scales (&made), ==, 3); /* the usual */
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (find (&made, GTK_TYPE_SPIN_BUTTON, 0))), ==, 4);
  close_planner (fixture, &made);
}

static void
test_a_preset_is_other_criteria (UiFixture     *fixture,
                                 gconstpointer  data)
{
  Planner made = open_planner (fixture);
  GtkDropDown *preset = GTK_DROP_DOWN (find (&made, GTK_TYPE_DROP_DOWN, 0));

  gtk_drop_down_set_selected (preset, PZ_PRESET_SIMILAR);
  assert_criteria (&made, "size 4\nreadiness similar:4\nnew-partners 1:6\n");
  g_assert_cmpuint (count_scales (&made), ==, 2);
  gtk_drop_down_set_selected (preset, PZ_PRESET_CHANCE);
  assert_criteria (&made, "size 4\n");
  g_assert_cmpuint (count_scales (&made), ==, 0);
  ui_save (fixture->classroom);
  g_assert_cmpstr (pz_classroom_get_undo_label (fixture->classroom), ==, "Criteria of groups");
  close_planner (fixture, &made);
}

static void
test_a_scale_says_how_much (UiFixture     *fixture,
                            gconstpointer  data)
{
  Planner made = open_planner (fixture);
  GtkWidget *scale = find (&made, GTK_TYPE_SCALE, 1);

  gtk_range_set_value (GTK_RANGE (scale), 5);
  assert_criteria (&made, "size 4\nreadiness mixed:3\nspread home-languages:5\nnew-partners 3:6\n");
  g_assert_true (find (&made, GTK_TYPE_SCALE, 1) == scale); /* the row that is held stays */
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (find (&made, GTK_TYPE_DROP_DOWN, 0))), ==, PZ_PRESET_OWN);
  gtk_range_set_value (GTK_RANGE (scale), 0);
  assert_criteria (&made, "size 4\nreadiness mixed:3\nspread home-languages:0\nnew-partners 3:6\n");
  close_planner (fixture, &made);
}

static void
test_criteria_are_added (UiFixture     *fixture,
                         gconstpointer  data)
{
  Planner made = open_planner (fixture);

  gtk_widget_activate_action (made.planner, "planner.add", "(ss)", "alike", "interests:3");
  assert_criteria (&made, "size 4\nreadiness mixed:3\nspread home-languages:2\nnew-partners 3:6\nalike interests:3\n");
  g_assert_cmpuint (count_scales (&made), ==, 4);
  gtk_menu_button_popup (GTK_MENU_BUTTON (find (&made, GTK_TYPE_MENU_BUTTON, 0)));
  ui_settle ();
  g_assert_true (GTK_IS_POPOVER_MENU (gtk_menu_button_get_popover (GTK_MENU_BUTTON (find (&made, GTK_TYPE_MENU_BUTTON, 0)))));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (find (&made, GTK_TYPE_MENU_BUTTON, 0)));
  ui_settle ();
  close_planner (fixture, &made);
}

static void
test_sizes_and_rounds (UiFixture     *fixture,
                       gconstpointer  data)
{
  Planner made = open_planner (fixture);
  GtkSpinButton *number = GTK_SPIN_BUTTON (find (&made, GTK_TYPE_SPIN_BUTTON, 0));
  GtkSpinButton *rounds = GTK_SPIN_BUTTON (find (&made, GTK_TYPE_SPIN_BUTTON, 1));
  GtkDropDown *by = GTK_DROP_DOWN (find (&made, GTK_TYPE_DROP_DOWN, 1));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (&made, GTK_TYPE_DROP_DOWN, 0)), PZ_PRESET_CHANCE);
  gtk_spin_button_set_value (number, 3);
  assert_criteria (&made, "size 3\n");
  gtk_switch_set_active (GTK_SWITCH (find (&made, GTK_TYPE_SWITCH, 0)), TRUE);
  assert_criteria (&made, "size 3-4\n");
  gtk_drop_down_set_selected (by, 1);
  assert_criteria (&made, "groups 3\n");
  gtk_spin_button_set_value (rounds, 4);
  g_assert_cmpfloat (pz_record_get_number (pz_document_get_owner (made.activity), PZ_ACTIVITY_ROUNDS), ==, 4);
  close_planner (fixture, &made);
}

static void
test_labels_may_wait (UiFixture     *fixture,
                      gconstpointer  data)
{
  Planner made = open_planner (fixture);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (&made, GTK_TYPE_DROP_DOWN, 0)), PZ_PRESET_CHANCE);
  gtk_switch_set_active (GTK_SWITCH (find (&made, GTK_TYPE_SWITCH, 1)), TRUE);
  assert_criteria (&made, "size 4\nlabels late\n");
  gtk_switch_set_active (GTK_SWITCH (find (&made, GTK_TYPE_SWITCH, 1)), FALSE);
  assert_criteria (&made, "size 4\n");
  close_planner (fixture, &made);
}

static void
test_follows_the_activity (UiFixture     *fixture,
                           gconstpointer  data)
{
  Planner made = open_planner (fixture);

  pz_record_set_text (pz_document_get_owner (made.activity), PZ_ACTIVITY_CRITERIA, "groups 2\nreadiness similar:4\nnew-partners 1:6\n");
  g_assert_cmpuint (count_scales (&made), ==, 2);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (find (&made, GTK_TYPE_DROP_DOWN, 0))), ==, PZ_PRESET_SIMILAR);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (find (&made, GTK_TYPE_DROP_DOWN, 1))), ==, 1);
  close_planner (fixture, &made);
}

static void
test_opens_the_rules (UiFixture     *fixture,
                      gconstpointer  data)
{
  Planner made = open_planner (fixture);
  GListModel *windows = gtk_window_get_toplevels ();
  guint n_open = 0;

  gtk_widget_activate_action (made.planner, "planner.rules", "s", "apart");
  ui_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      n_open += PZ_IS_GROUP_RULES_DIALOG (window)
                && g_strcmp0 (gtk_window_get_title (window), "Keep Apart") == 0;
    }
  g_assert_cmpuint (n_open, ==, 1);
  close_planner (fixture, &made);
}

static void
test_says_what_the_button_does (UiFixture     *fixture,
                                gconstpointer  data)
{
  Planner made = open_planner (fixture);

  pz_group_planner_set_forming (PZ_GROUP_PLANNER (made.planner), TRUE, FALSE);
  g_assert_nonnull (strstr (gtk_button_get_label (GTK_BUTTON (gtk_widget_get_prev_sibling (
                                gtk_widget_get_last_child (made.planner)))), "Again"));
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_last_child (made.planner)));
  pz_group_planner_set_forming (PZ_GROUP_PLANNER (made.planner), FALSE, FALSE);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_last_child (made.planner)));
  close_planner (fixture, &made);
}

#define ADD(path, test) \
  g_test_add ("/ui/group-planner/" path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("writes-nothing-by-itself", test_writes_nothing_by_itself);
  ADD ("a-preset-is-other-criteria", test_a_preset_is_other_criteria);
  ADD ("a-scale-says-how-much", test_a_scale_says_how_much);
  ADD ("criteria-are-added", test_criteria_are_added);
  ADD ("sizes-and-rounds", test_sizes_and_rounds);
  ADD ("labels-may-wait", test_labels_may_wait);
  ADD ("follows-the-activity", test_follows_the_activity);
  ADD ("opens-the-rules", test_opens_the_rules);
  ADD ("says-what-the-button-does", test_says_what_the_button_does);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
