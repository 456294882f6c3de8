/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activities-fixture.h"

#include "pz-activity-cell.h"
#include "pz-activity-page.h"
#include "pz-menu-choice.h"
#include "pz-planned-page.h"

#include <glib/gstdio.h>

static const char *
get_page (ActivitiesShown *shown)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (ui_find (GTK_WIDGET (shown->view), GTK_TYPE_STACK, 1)));
}

static GtkWidget *
get_list (ActivitiesShown *shown)
{
  return ui_find (GTK_WIDGET (shown->view), GTK_TYPE_LIST_VIEW, 0);
}

static void
assert_found (ActivitiesShown *shown,
              const char      *expected)
{
  g_autofree char *rows = NULL;

  ui_settle ();
  rows = activities_dup_rows (pz_activities_view_get_found (shown->view));
  g_assert_cmpstr (rows, ==, expected);
}

static gboolean
has_page (ActivitiesShown *shown)
{
  GtkStack *stack = GTK_STACK (ui_find (GTK_WIDGET (shown->view), GTK_TYPE_STACK, 0));

  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), "page") == 0;
}

static void
go_back (ActivitiesShown *shown)
{
  g_action_group_activate_action (G_ACTION_GROUP (shown->window), "go-back", NULL);
  ui_settle ();
}

static void
test_empty (UiFixture     *fixture,
            gconstpointer  data)
{
  ActivitiesShown shown = activities_show (fixture);
  g_autoptr(PzDocument) document = NULL;

  g_assert_cmpstr (get_page (&shown), ==, "empty");
  document = activities_add (fixture, "Bridges", TODAY, "groups");
  ui_save (fixture->classroom);
  activities_draw (&shown);
  g_assert_cmpstr (get_page (&shown), ==, "list");
  activities_close (&shown);
}

static void
test_rows_say_day_and_state (UiFixture     *fixture,
                             gconstpointer  data)
{
  g_autoptr(PzDocument) first = activities_add (fixture, "Bridges & <b>", TODAY, "groups");
  g_autoptr(PzDocument) second = activities_add (fixture, "Songs", TODAY, "whole-class");
  ActivitiesShown shown = activities_show (fixture);
  GtkWidget *cell = ui_find (get_list (&shown), PZ_TYPE_ACTIVITY_CELL, 0);
  GtkWidget *next = ui_find (get_list (&shown), PZ_TYPE_ACTIVITY_CELL, 1);

  g_assert_true (gtk_widget_get_visible (ui_find (cell, GTK_TYPE_LABEL, 0)));  /* the day, once */
  g_assert_false (gtk_widget_get_visible (ui_find (next, GTK_TYPE_LABEL, 0)));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (ui_find (cell, GTK_TYPE_LABEL, 1))), ==, "Bridges & <b>");
  /* a new first of the day takes the heading over */
  pz_record_set_text (pz_document_get_owner (second), PZ_ACTIVITY_TITLE, "Alphabet");
  ui_save (fixture->classroom);
  activities_draw (&shown);
  assert_found (&shown, "Alphabet 2026-11-23; Bridges & <b> 2026-11-23");
  for (guint i = 0; i < 2; i++)
    {
      cell = ui_find (get_list (&shown), PZ_TYPE_ACTIVITY_CELL, i);
      g_assert_true (gtk_widget_get_visible (ui_find (cell, GTK_TYPE_LABEL, 0))
                     == g_str_equal (gtk_label_get_text (GTK_LABEL (ui_find (cell, GTK_TYPE_LABEL, 1))), "Alphabet"));
    }
  activities_close (&shown);
}

static void
test_opens_and_goes_back (UiFixture     *fixture,
                          gconstpointer  data)
{
  g_autoptr(PzDocument) first = activities_add (fixture, "Bridges", TODAY, "groups");
  g_autoptr(PzDocument) regular = activities_add_regular (fixture, "Reading", "2026-11-24");
  ActivitiesShown shown = activities_show (fixture);

  g_signal_emit_by_name (get_list (&shown), "activate", 0);
  ui_settle ();
  g_assert_true (has_page (&shown));
  ui_find (GTK_WIDGET (shown.view), PZ_TYPE_ACTIVITY_PAGE, 0);
  go_back (&shown);
  g_assert_false (has_page (&shown));
  g_signal_emit_by_name (get_list (&shown), "activate", 1);
  ui_settle ();
  ui_find (GTK_WIDGET (shown.view), PZ_TYPE_PLANNED_PAGE, 0);
  go_back (&shown);
  g_action_group_activate_action (G_ACTION_GROUP (shown.window), "show-learners", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (shown.window), "show-activity",
                                  g_variant_new_string (pz_document_get_id (first)));
  ui_settle ();
  g_assert_true (has_page (&shown));
  activities_close (&shown);
}

static void
test_filters_and_takes_back (UiFixture     *fixture,
                             gconstpointer  data)
{
  g_autoptr(PzDocument) first = activities_add (fixture, "Bridges", TODAY, "groups");
  g_autoptr(PzDocument) second = activities_add (fixture, "Songs", TODAY, "whole-class");
  ActivitiesShown shown = activities_show (fixture);
  GtkWidget *setting = ui_find (GTK_WIDGET (shown.view), PZ_TYPE_MENU_CHOICE, 0);

  gtk_widget_activate_action (setting, "choice.value", "s", "groups");
  assert_found (&shown, "Bridges 2026-11-23");
  gtk_widget_activate_action (setting, "choice.value", "s", "alone");
  assert_found (&shown, "");
  g_assert_cmpstr (get_page (&shown), ==, "nothing-found");
  go_back (&shown); /* Escape takes the conditions back */
  assert_found (&shown, "Bridges 2026-11-23; Songs 2026-11-23");
  g_assert_cmpstr (get_page (&shown), ==, "list");
  activities_close (&shown);
}

/* the search is told of a moment after the last key: Escape within it is meant for what was typed all the same */
static void
test_escape_clears_what_was_typed_just_now (UiFixture     *fixture,
                                            gconstpointer  data)
{
  g_autoptr(PzDocument) only = activities_add (fixture, "Bridges", TODAY, "groups");
  ActivitiesShown shown = activities_show (fixture);
  GtkWidget *entry = ui_find (GTK_WIDGET (shown.view), GTK_TYPE_SEARCH_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), "nothing");
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  assert_found (&shown, "Bridges 2026-11-23");
  activities_close (&shown);
}

static void
test_today_is_first_in_sight (UiFixture     *fixture,
                              gconstpointer  data)
{
  ActivitiesShown shown;
  GtkAdjustment *adjustment;

  for (guint i = 0; i < 40; i++)
    {
      char date[PZ_DAY_TEXT_SIZE];
      g_autoptr(PzDocument) document = NULL;

      pz_day_to_text (pz_day_from_text (TODAY) - 20 + i, date);
      document = activities_add (fixture, i < 20 ? "Past" : i == 20 ? "Today" : "Coming", date, "groups");
    }
  shown = activities_show (fixture);
  adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (get_list (&shown), GTK_TYPE_SCROLLED_WINDOW)));
  for (guint frame = 0; frame < 8; frame++)
    {
      gtk_widget_queue_draw (get_list (&shown));
      gtk_test_widget_wait_for_draw (get_list (&shown));
      ui_settle ();
    }
  /* half of the rows are above the upper edge, and all of them are alike */
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment) / gtk_adjustment_get_upper (adjustment), 0.5, 0.05);
  activities_close (&shown);
}

static void
test_failure_says_why (UiFixture     *fixture,
                       gconstpointer  data)
{
  g_autoptr(PzDocument) document = activities_add (fixture, "Bridges", TODAY, "groups");
  g_autofree char *folder = g_build_filename (pz_classroom_get_path (fixture->classroom), "activities", NULL);
  g_autofree char *aside = g_strconcat (folder, "-aside", NULL);
  ActivitiesShown shown = activities_show (fixture);

  g_assert_cmpint (g_rename (folder, aside), ==, 0);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  pz_activity_list_retry (pz_activities_view_get_list (shown.view));
  activities_draw (&shown);
  g_assert_cmpstr (get_page (&shown), ==, "failed");
  g_assert_cmpint (g_remove (folder), ==, 0);
  g_assert_cmpint (g_rename (aside, folder), ==, 0);
  pz_activity_list_retry (pz_activities_view_get_list (shown.view));
  activities_draw (&shown);
  g_assert_cmpstr (get_page (&shown), ==, "list");
  activities_close (&shown);
}

static void
test_another_class (UiFixture     *fixture,
                    gconstpointer  data)
{
  g_autoptr(PzDocument) document = activities_add (fixture, "Bridges", TODAY, "groups");
  ActivitiesShown shown = activities_show (fixture);

  pz_activities_view_show_activity (shown.view, pz_document_get_id (document));
  pz_view_set_class (PZ_VIEW (shown.view), NULL, NULL);
  g_assert_null (pz_activities_view_get_list (shown.view));
  g_assert_null (pz_activities_view_get_found (shown.view));
  g_assert_false (has_page (&shown));
  pz_view_set_class (PZ_VIEW (shown.view), fixture->classroom, NULL);
  activities_draw (&shown);
  assert_found (&shown, "Bridges 2026-11-23");
  activities_close (&shown);
}

#define ADD(path, test) \
  g_test_add ("/ui/activities-view/" path, UiFixture, "Ana Garcia", ui_fixture_set_up, test, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("empty", test_empty);
  ADD ("rows-say-day-and-state", test_rows_say_day_and_state);
  ADD ("opens-and-goes-back", test_opens_and_goes_back);
  ADD ("filters-and-takes-back", test_filters_and_takes_back);
  ADD ("escape-clears-what-was-typed-just-now", test_escape_clears_what_was_typed_just_now);
  ADD ("today-is-first-in-sight", test_today_is_first_in_sight);
  ADD ("failure-says-why", test_failure_says_why);
  ADD ("another-class", test_another_class);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
