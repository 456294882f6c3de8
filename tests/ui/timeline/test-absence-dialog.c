/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../ui-fixture.h"
#include "pz-absence-dialog.h"
#include "pz-absence.h"
#include "pz-date.h"
#include "pz-day-row.h"

#define PEOPLE "Amina Yusuf"

static PzDocument *
load_first (UiFixture *fixture)
{
  const char *id = pz_index_peek_id (pz_classroom_get_index (fixture->classroom), 0);

  return pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
}

static GDate
day_of (const char *text)
{
  GDate day;

  g_assert_true (pz_date_parse (text, &day));
  return day;
}

static void
choose (GtkWidget  *dialog,
        guint       row,
        const char *text)
{
  GtkWidget *day_row = ui_find (dialog, PZ_TYPE_DAY_ROW, row);
  GDate day = day_of (text);

  pz_day_row_set_day (PZ_DAY_ROW (day_row), &day);
  g_signal_emit_by_name (day_row, "changed");
}

static void
assert_span (PzRecord   *absence,
             const char *from,
             const char *to)
{
  g_assert_cmpstr (pz_record_get_text (absence, PZ_ABSENCE_FROM), ==, from);
  g_assert_cmpstr (pz_record_get_text (absence, PZ_ABSENCE_TO), ==, to);
}

static void
test_marks_a_span (UiFixture     *fixture,
                   gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load_first (fixture);
  GtkWidget *dialog = g_object_ref (pz_absence_dialog_new (fixture->classroom, learner, NULL));
  g_autoptr(PzRecord) absence = NULL;

  /* Enter marks the absence of today, and does not cancel */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == gtk_window_get_default_widget (GTK_WINDOW (dialog)));
  g_assert_nonnull (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
  choose (dialog, 0, "2026-11-09");
  choose (dialog, 1, "2026-11-11");
  pz_absence_dialog_save (PZ_ABSENCE_DIALOG (dialog));
  absence = g_list_model_get_item (pz_document_get_records (learner, PZ_RECORD_ABSENCE), 0);
  assert_span (absence, "2026-11-09", "2026-11-11");
  ui_settle ();
  g_assert_finalize_object (dialog);
  ui_save (fixture->classroom);
}

static void
test_the_ends_keep_their_order (UiFixture     *fixture,
                                gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load_first (fixture);
  GtkWidget *dialog = g_object_ref (pz_absence_dialog_new (fixture->classroom, learner, NULL));
  g_autoptr(PzRecord) absence = NULL;

  choose (dialog, 1, "2026-11-11");
  choose (dialog, 0, "2026-11-20"); /* behind the last day: it moves along */
  choose (dialog, 1, "2026-11-18");
  pz_absence_dialog_save (PZ_ABSENCE_DIALOG (dialog));
  absence = g_list_model_get_item (pz_document_get_records (learner, PZ_RECORD_ABSENCE), 0);
  assert_span (absence, "2026-11-18", NULL);
  ui_settle ();
  g_assert_finalize_object (dialog);
  ui_save (fixture->classroom);
}

static void
test_changes_one (UiFixture     *fixture,
                              gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load_first (fixture);
  GDate from = day_of ("2026-11-02"), to = day_of ("2026-11-04");
  g_autoptr(PzRecord) absence = NULL;
  GtkWidget *dialog;

  pz_absence_mark (learner, &from, &to);
  absence = g_list_model_get_item (pz_document_get_records (learner, PZ_RECORD_ABSENCE), 0);
  dialog = g_object_ref (pz_absence_dialog_new (fixture->classroom, learner, absence));
  choose (dialog, 1, "2026-11-03");
  pz_absence_dialog_save (PZ_ABSENCE_DIALOG (dialog));
  assert_span (absence, "2026-11-02", "2026-11-03");
  ui_settle ();
  g_assert_finalize_object (dialog);
  ui_save (fixture->classroom);
}

static void
add_tests (void)
{
#define ADD(path, function) \
  g_test_add ("/ui/absence-dialog/" path, UiFixture, PEOPLE, ui_fixture_set_up, function, ui_fixture_tear_down)
  ADD ("marks-a-span", test_marks_a_span);
  ADD ("the-ends-keep-their-order", test_the_ends_keep_their_order);
  ADD ("changes-one", test_changes_one);
#undef ADD
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
