/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-class-rules.h"
#include "pz-closed-days-dialog.h"
#include "pz-closed-days-group.h"
#include "pz-holidays-dialog.h"
#include "pz-school-days-row.h"
#include "ui-fixture.h"

#define CALENDAR "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//\r\n"   "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261221\r\nDTEND;VALUE=DATE:20270102\r\nSUMMARY:<b>Winter</b> & more\r\nEND:VEVENT\r\n"   "BEGIN:VEVENT\r\nUID:2\r\nDTSTART:20261203T180000\r\nDTEND:20261203T200000\r\nSUMMARY:Evening\r\nEND:VEVENT\r\n"   "END:VCALENDAR\r\n"

static PzRecord *
get_owner (UiFixture *fixture)
{
  return pz_document_get_owner (pz_classroom_get_document (fixture->classroom));
}

static void
assert_closed (UiFixture  *fixture,
               const char *wanted)
{
  g_autofree char *text = pz_record_dup_as_text (get_owner (fixture), PZ_CLASSROOM_CLOSED_DAYS);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_adds_and_removes (UiFixture     *fixture,
                       gconstpointer  data)
{
  GtkWidget *group = pz_closed_days_group_new (fixture->classroom);
  GtkWidget *window = ui_present (group, 480, 400);
  GtkWidget *dialog = pz_closed_days_dialog_new (fixture->classroom);

  g_assert_cmpuint (pz_closed_days_group_get_n (PZ_CLOSED_DAYS_GROUP (group)), ==, 0);
  pz_closed_days_dialog_set_days (PZ_CLOSED_DAYS_DIALOG (dialog), "2026-10-12", "2026-10-16");
  pz_closed_days_dialog_accept (PZ_CLOSED_DAYS_DIALOG (dialog));
  assert_closed (fixture, "2026-10-12/2026-10-16");
  g_assert_cmpuint (pz_closed_days_group_get_n (PZ_CLOSED_DAYS_GROUP (group)), ==, 1);
  g_signal_emit_by_name (ui_find (pz_closed_days_group_get_row (PZ_CLOSED_DAYS_GROUP (group), 0), GTK_TYPE_BUTTON, 0), "clicked");
  assert_closed (fixture, NULL);
  g_assert_cmpuint (pz_closed_days_group_get_n (PZ_CLOSED_DAYS_GROUP (group)), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* the last day is never before the first: the one that was not chosen follows */
static void
test_last_follows_first (UiFixture     *fixture,
                         gconstpointer  data)
{
  GtkWidget *dialog = pz_closed_days_dialog_new (fixture->classroom);

  pz_closed_days_dialog_set_days (PZ_CLOSED_DAYS_DIALOG (dialog), "2026-10-12", "2026-10-01");
  pz_closed_days_dialog_accept (PZ_CLOSED_DAYS_DIALOG (dialog));
  assert_closed (fixture, "2026-10-12");
}

static gboolean
is_list (gpointer dialog)
{
  return g_strcmp0 (pz_holidays_dialog_get_page (dialog), "list") == 0;
}

static gboolean
is_problem (gpointer dialog)
{
  return g_strcmp0 (pz_holidays_dialog_get_page (dialog), "problem") == 0;
}

static GFile *
write_calendar (UiFixture  *fixture,
                const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "holidays.ics", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static void
test_imports (UiFixture     *fixture,
              gconstpointer  data)
{
  g_autoptr(GFile) file = write_calendar (fixture, CALENDAR);
  GtkWidget *dialog = pz_holidays_dialog_new (fixture->classroom, file);
  GtkWidget *row;

  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (ui_wait (is_list, dialog));
  row = pz_holidays_dialog_get_row (PZ_HOLIDAYS_DIALOG (dialog), 0); /* the evening comes first and is not chosen */
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (ui_find (row, GTK_TYPE_CHECK_BUTTON, 0))));
  row = pz_holidays_dialog_get_row (PZ_HOLIDAYS_DIALOG (dialog), 1);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "<b>Winter</b> & more");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (ui_find (row, GTK_TYPE_CHECK_BUTTON, 0))));
  g_assert_null (pz_holidays_dialog_get_row (PZ_HOLIDAYS_DIALOG (dialog), 2));
  assert_closed (fixture, NULL); /* looked at, not taken over */
  pz_holidays_dialog_accept (PZ_HOLIDAYS_DIALOG (dialog));
  assert_closed (fixture, "2026-12-21/2027-01-01");
}

static void
test_says_why_not (UiFixture     *fixture,
                   gconstpointer  data)
{
  g_autoptr(GFile) file = write_calendar (fixture, "this is no calendar");
  GtkWidget *dialog = pz_holidays_dialog_new (fixture->classroom, file);

  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (ui_wait (is_problem, dialog));
  pz_holidays_dialog_accept (PZ_HOLIDAYS_DIALOG (dialog)); /* nothing to take over */
  assert_closed (fixture, NULL);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_school_days (UiFixture     *fixture,
                  gconstpointer  data)
{
  GtkWidget *row = pz_school_days_row_new (fixture->classroom);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *window;
  GtkToggleButton *saturday = GTK_TOGGLE_BUTTON (pz_school_days_row_get_day (PZ_SCHOOL_DAYS_ROW (row), G_DATE_SATURDAY));

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  window = ui_present (list, 480, 200);
  g_assert_false (gtk_toggle_button_get_active (saturday));
  gtk_toggle_button_set_active (saturday, TRUE);
  g_assert_true (pz_class_has_school_on (get_owner (fixture), G_DATE_SATURDAY));
  for (guint day = G_DATE_MONDAY; day <= G_DATE_SATURDAY; day++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (pz_school_days_row_get_day (PZ_SCHOOL_DAYS_ROW (row), day)), FALSE);
  g_assert_true (gtk_toggle_button_get_active (saturday)); /* the last day stays */
  g_assert_false (pz_class_has_school_on (get_owner (fixture), G_DATE_MONDAY));
  ui_save (fixture->classroom);
  g_assert_true (pz_classroom_undo (fixture->classroom, NULL));
  g_assert_false (gtk_toggle_button_get_active (saturday));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  const struct { const char *path; void (*run) (UiFixture *, gconstpointer); } tests[] = {
    { "/ui/closed-days-group/adds-and-removes", test_adds_and_removes },
    { "/ui/closed-days-group/keeps-first-and-last-in-order", test_last_follows_first },
    { "/ui/closed-days-group/imports-a-calendar-after-a-look", test_imports },
    { "/ui/closed-days-group/says-why-a-calendar-cannot-be-read", test_says_why_not },
    { "/ui/closed-days-group/toggles-days-with-school", test_school_days },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, UiFixture, NULL, ui_fixture_set_up, tests[i].run, ui_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
