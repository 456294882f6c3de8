/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-calendar.h"
#include "pz-settings.h"
#include "ui-fixture.h"

static void
assert_day (GtkWidget  *calendar,
            const char *wanted)
{
  g_autofree char *day = pz_calendar_dup_day (PZ_CALENDAR (calendar));

  g_assert_cmpstr (day, ==, wanted);
}

static const char *
get_text (GtkWidget *calendar,
          guint      place)
{
  return gtk_button_get_label (GTK_BUTTON (pz_calendar_get_button (PZ_CALENDAR (calendar), place)));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_week (void)
{
  GtkWidget *calendar;

  if (pz_settings_get () == NULL)
    {
      g_test_skip ("the settings are not compiled");
      return;
    }
  pz_settings_set_int (PZ_SETTINGS_FIRST_WEEKDAY, G_DATE_MONDAY);
  calendar = g_object_ref_sink (pz_calendar_new ());
  pz_calendar_set_day (PZ_CALENDAR (calendar), "2026-11-23"); /* November 2026 begins on a Sunday */
  g_assert_cmpstr (get_text (calendar, 0), ==, "26");
  g_assert_cmpstr (get_text (calendar, 6), ==, "1");
  g_object_unref (calendar);
  pz_settings_set_int (PZ_SETTINGS_FIRST_WEEKDAY, G_DATE_SUNDAY);
  calendar = g_object_ref_sink (pz_calendar_new ());
  pz_calendar_set_day (PZ_CALENDAR (calendar), "2026-11-23");
  g_assert_cmpstr (get_text (calendar, 0), ==, "1");
  g_object_unref (calendar);
  g_settings_reset (pz_settings_get (), PZ_SETTINGS_FIRST_WEEKDAY);
}

static void
test_chooses (void)
{
  GtkWidget *calendar = pz_calendar_new ();
  GtkWidget *window = ui_present (calendar, 320, 320);
  guint n = 0, place = 0;

  g_signal_connect_swapped (calendar, "chosen", G_CALLBACK (count_cb), &n);
  pz_calendar_set_day (PZ_CALENDAR (calendar), "2024-02-29");
  g_assert_cmpuint (n, ==, 0);
  while (g_strcmp0 (get_text (calendar, place), "1") != 0)
    place++;
  g_signal_emit_by_name (pz_calendar_get_button (PZ_CALENDAR (calendar), place + 4), "clicked");
  assert_day (calendar, "2024-02-05");
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (gtk_widget_has_css_class (pz_calendar_get_button (PZ_CALENDAR (calendar), place + 4), "pz-chosen"));
  pz_calendar_turn (PZ_CALENDAR (calendar), 1); /* the day stays chosen, out of sight */
  assert_day (calendar, "2024-02-05");
  for (place = 0; g_strcmp0 (get_text (calendar, place), "1") != 0; place++)
    ;
  g_signal_emit_by_name (pz_calendar_get_button (PZ_CALENDAR (calendar), place), "clicked");
  assert_day (calendar, "2024-03-01");
  pz_calendar_turn (PZ_CALENDAR (calendar), -14);
  for (place = 0; g_strcmp0 (get_text (calendar, place), "1") != 0; place++)
    ;
  g_signal_emit_by_name (pz_calendar_get_button (PZ_CALENDAR (calendar), place + 30), "clicked");
  assert_day (calendar, "2023-01-31");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/calendar/begins-the-week-as-the-person-does", test_week);
  g_test_add_func ("/ui/calendar/chooses-a-day-and-turns-the-month", test_chooses);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
