/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../ui-fixture.h"
#include "pz-calendar.h"
#include "pz-day-row.h"
#include "pz-settings.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

static GtkWidget *
open_row (GtkWidget **row)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *window;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 19, G_DATE_NOVEMBER, 2026);
  *row = pz_day_row_new ("First day", &today);
  gtk_list_box_append (GTK_LIST_BOX (list), *row);
  window = ui_present (list, 400, 500);
  gtk_menu_button_popup (GTK_MENU_BUTTON (ui_find (*row, GTK_TYPE_MENU_BUTTON, 0)));
  ui_settle ();
  return window;
}

static PzCalendar *
get_calendar (GtkWidget *row)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (ui_find (row, GTK_TYPE_MENU_BUTTON, 0));

  return PZ_CALENDAR (gtk_popover_get_child (gtk_menu_button_get_popover (button)));
}

static const char *
get_text (GtkWidget *row,
          guint      place)
{
  return gtk_button_get_label (GTK_BUTTON (pz_calendar_get_button (get_calendar (row), place)));
}

/* 1 November 2026 is a Sunday */
static void
test_weeks_begin_as_the_teacher_has_them (void)
{
  GtkWidget *row, *window;

  pz_settings_set_int (PZ_SETTINGS_FIRST_WEEKDAY, G_DATE_SUNDAY);
  window = open_row (&row);
  g_assert_cmpstr (get_text (row, 0), ==, "1");
  gtk_window_destroy (GTK_WINDOW (window));
  pz_settings_set_int (PZ_SETTINGS_FIRST_WEEKDAY, G_DATE_MONDAY);
  window = open_row (&row);
  g_assert_cmpstr (get_text (row, 0), ==, "26");
  gtk_window_destroy (GTK_WINDOW (window));
  g_settings_reset (pz_settings_get (), PZ_SETTINGS_FIRST_WEEKDAY);
}

static void
test_a_day_is_chosen (void)
{
  GtkWidget *row, *window;
  guint n_changed = 0;
  GDate day;

  pz_settings_set_int (PZ_SETTINGS_FIRST_WEEKDAY, G_DATE_SUNDAY);
  window = open_row (&row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (count_cb), &n_changed);
  g_signal_emit_by_name (pz_calendar_get_button (get_calendar (row), 2), "clicked");
  pz_day_row_get_day (PZ_DAY_ROW (row), &day);
  g_assert_cmpint (g_date_get_day (&day), ==, 3);
  g_assert_cmpuint (n_changed, ==, 1);
  g_signal_emit_by_name (pz_calendar_get_button (get_calendar (row), 2), "clicked");
  g_assert_cmpuint (n_changed, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
  g_settings_reset (pz_settings_get (), PZ_SETTINGS_FIRST_WEEKDAY);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/day-row/weeks-begin-as-the-teacher-has-them", test_weeks_begin_as_the_teacher_has_them);
  g_test_add_func ("/ui/day-row/a-day-is-chosen", test_a_day_is_chosen);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
