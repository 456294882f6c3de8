/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activities-fixture.h"

#include "pz-activity-page.h"
#include "pz-planned-page.h"

/* the calendar with "Reading" every Monday, and the page of the day of today */
static ActivitiesShown
open_day (UiFixture  *fixture,
          PzDocument *regular,
          const char *date)
{
  ActivitiesShown shown = activities_show (fixture);

  pz_activities_view_show_planned (shown.view, pz_document_get_id (regular), pz_day_from_text (date));
  activities_draw (&shown);
  return shown;
}

static void
act (ActivitiesShown *shown,
     UiFixture       *fixture,
     const char      *name)
{
  GtkWidget *page = ui_find (GTK_WIDGET (shown->view), PZ_TYPE_PLANNED_PAGE, 0);

  gtk_widget_activate_action (gtk_widget_get_first_child (page), name, NULL);
  ui_save (fixture->classroom);
  activities_draw (shown);
}

static void
assert_rows (ActivitiesShown *shown,
             const char      *expected)
{
  g_autofree char *rows = activities_dup_rows (G_LIST_MODEL (pz_activities_view_get_list (shown->view)));

  g_assert_cmpstr (rows, ==, expected);
}

static PzDocument *
add_reading (UiFixture *fixture)
{
  PzDocument *regular = activities_add_regular (fixture, "Reading", TODAY);

  pz_activity_end_repetition (regular, pz_day_from_text ("2026-12-07"));
  return regular;
}

static void
test_held (UiFixture     *fixture,
           gconstpointer  data)
{
  g_autoptr(PzDocument) regular = add_reading (fixture);
  ActivitiesShown shown = open_day (fixture, regular, TODAY);

  assert_rows (&shown, "Reading 2026-11-23*; Reading 2026-11-30*; Reading 2026-12-07*");
  act (&shown, fixture, "planned.hold");
  assert_rows (&shown, "Reading 2026-11-23; Reading 2026-11-30*; Reading 2026-12-07*");
  ui_find (GTK_WIDGET (shown.view), PZ_TYPE_ACTIVITY_PAGE, 0); /* its own page now */
  activities_close (&shown);
}

static void
test_changed_once (UiFixture     *fixture,
                   gconstpointer  data)
{
  g_autoptr(PzDocument) regular = add_reading (fixture);
  ActivitiesShown shown = open_day (fixture, regular, "2026-11-30");
  GtkWidget *page;

  act (&shown, fixture, "planned.change");
  page = ui_find (GTK_WIDGET (shown.view), PZ_TYPE_ACTIVITY_PAGE, 0);
  pz_record_set_text (pz_document_get_owner (pz_activity_page_get_document (PZ_ACTIVITY_PAGE (page))), PZ_ACTIVITY_DATE,
                      "2026-12-01");
  ui_save (fixture->classroom);
  activities_draw (&shown);
  assert_rows (&shown, "Reading 2026-11-23*; Reading 2026-12-01; Reading 2026-12-07*");
  activities_close (&shown);
}

static void
test_left_out_and_ended (UiFixture     *fixture,
                         gconstpointer  data)
{
  g_autoptr(PzDocument) regular = add_reading (fixture);
  ActivitiesShown shown = open_day (fixture, regular, TODAY);

  act (&shown, fixture, "planned.leave-out");
  assert_rows (&shown, "Reading 2026-11-30*; Reading 2026-12-07*");
  pz_activities_view_show_planned (shown.view, pz_document_get_id (regular), pz_day_from_text ("2026-12-07"));
  act (&shown, fixture, "planned.end");
  assert_rows (&shown, "Reading 2026-11-30*");
  activities_close (&shown);
}

static void
test_leads_to_the_week (UiFixture     *fixture,
                        gconstpointer  data)
{
  g_autoptr(PzDocument) regular = add_reading (fixture);
  ActivitiesShown shown = open_day (fixture, regular, TODAY);
  GtkWidget *page;

  act (&shown, fixture, "planned.show-regular");
  page = ui_find (GTK_WIDGET (shown.view), PZ_TYPE_ACTIVITY_PAGE, 0);
  g_assert_true (pz_activity_page_get_document (PZ_ACTIVITY_PAGE (page)) == regular);
  activities_close (&shown);
}

static void
close_days (UiFixture  *fixture,
            const char *days)
{
  pz_record_set_add (pz_document_get_owner (pz_classroom_get_document (fixture->classroom)), PZ_CLASSROOM_CLOSED_DAYS, days);
  ui_save (fixture->classroom);
  ui_settle ();
}

static const char *
get_sentence (GtkWidget *page)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *label = ui_find (page, GTK_TYPE_LABEL, i);

      if (gtk_widget_has_css_class (label, "pz-strong"))
        return gtk_label_get_label (GTK_LABEL (label));
    }
}

static void
test_says_that_there_is_no_school (UiFixture     *fixture,
                                   gconstpointer  data)
{
  g_autoptr(PzDocument) regular = add_reading (fixture);
  ActivitiesShown shown = open_day (fixture, regular, "2026-11-30");
  GtkWidget *page = ui_find (GTK_WIDGET (shown.view), PZ_TYPE_PLANNED_PAGE, 0);

  g_assert_cmpstr (get_sentence (page), ==, "The regular week plans it for this day.");
  close_days (fixture, "2026-11-30");
  g_assert_cmpstr (get_sentence (page), ==, "There is no school on this day, so the regular week leaves it out.");
  activities_close (&shown);
}

static void
test_the_week_says_what_is_left_out (UiFixture     *fixture,
                                     gconstpointer  data)
{
  g_autoptr(PzDocument) regular = add_reading (fixture);
  GtkWidget *page, *window;

  ui_save (fixture->classroom);
  page = pz_activity_page_new (fixture->classroom, regular);
  window = ui_present (page, 900, 700);
  g_assert_null (strstr (get_sentence (page), "chool"));
  close_days (fixture, "2026-11-23/2026-11-24");
  g_assert_nonnull (strstr (get_sentence (page), "it is left out then"));
  close_days (fixture, "2026-11-23/2026-12-31");
  g_assert_nonnull (strstr (get_sentence (page), "There is no school on its days"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_a_day_without_school_is_said (UiFixture     *fixture,
                                   gconstpointer  data)
{
  g_autoptr(PzDocument) fair = activities_add (fixture, "Fair", "2026-11-28", "whole-class"); /* a Saturday */
  GtkWidget *page, *window;

  ui_save (fixture->classroom);
  page = pz_activity_page_new (fixture->classroom, fair);
  window = ui_present (page, 900, 700);
  g_assert_nonnull (strstr (get_sentence (page), "There is no school on this day."));
  pz_record_set_text (pz_document_get_owner (fair), PZ_ACTIVITY_STATE, "held");
  g_assert_null (strstr (get_sentence (page), "There is no school on this day."));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_save (fixture->classroom);
}

#define ADD(path, test) \
  g_test_add ("/ui/planned-page/" path, UiFixture, "Ana Garcia", ui_fixture_set_up, test, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("says-that-there-is-no-school", test_says_that_there_is_no_school);
  ADD ("the-week-says-what-is-left-out", test_the_week_says_what_is_left_out);
  ADD ("a-day-without-school-is-said", test_a_day_without_school_is_said);
  ADD ("held", test_held);
  ADD ("changed-once", test_changed_once);
  ADD ("left-out-and-ended", test_left_out_and_ended);
  ADD ("leads-to-the-week", test_leads_to_the_week);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
