/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-fixture.h"

#include "pz-import-choice.h"
#include "pz-index.h"

#include <glib/gstdio.h>

static PzClassroom *
import_the_table (ImportFixture *f)
{
  g_autoptr(GFile) file = import_fixture_write (f, "klasse_5b.csv", import_table);

  import_open (f, file);
  import_go_on (f);
  import_go_on (f);
  g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_DONE);
  return g_object_ref (pz_import_session_get_result (f->session));
}

static guint
count_shown (PzClassroom *classroom)
{
  return pz_index_count_shown (pz_classroom_get_index (classroom));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_starts_with_the_source (ImportFixture *f,
                             gconstpointer  data)
{
  g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_SOURCE);
  g_assert_false (pz_import_session_is_busy (f->session));
  g_assert_false (pz_import_session_can_go_on (f->session));
  g_assert_false (pz_import_session_can_go_back (f->session));
  g_assert_null (pz_import_session_get_open (f->session));
  g_assert_false (pz_import_session_get_into_open (f->session));
  g_assert_null (pz_import_session_get_file_name (f->session));
  g_assert_null (pz_import_session_get_work (f->session));
  g_assert_null (pz_import_session_get_problem (f->session));
}

static void
test_a_table_becomes_a_class (ImportFixture *f,
                              gconstpointer  data)
{
  g_autoptr(GFile) file = import_fixture_write (f, "klasse_5b.csv", import_table);
  g_autoptr(PzClassroom) found = NULL;
  g_autofree char *text = NULL;
  guint n_steps = 0;

  g_signal_connect_swapped (f->session, "notify::step", G_CALLBACK (count_cb), &n_steps);
  import_open (f, file);
  g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_TABLE);
  g_assert_cmpstr (pz_import_session_get_file_name (f->session), ==, "klasse_5b.csv");
  g_assert_cmpstr (pz_import_session_get_class_name (f->session), ==, "klasse 5b");
  g_assert_cmpuint (pz_table_import_get_n_rows (pz_import_session_get_table (f->session)), ==, 28);
  g_assert_true (pz_import_session_has_name_column (f->session));
  g_assert_false (pz_import_session_asks_day_order (f->session));
  pz_import_session_set_class_name (f->session, " Klasse 5b ");
  import_go_on (f);
  g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_PREVIEW);
  g_assert_cmpuint (pz_import_session_get_n_plans (f->session), ==, 1);
  g_assert_cmpuint (pz_import_session_count_imports (f->session), ==, 28);
  g_assert_cmpuint (pz_roster_messages_count_code (pz_import_session_get_messages (f->session),
                                                   PZ_ROSTER_CODE_NO_FAMILY_NAME), ==, 1);
  g_assert_null (import_find_class (f, "Klasse 5b"));
  import_go_on (f);
  g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_DONE);
  g_assert_cmpuint (n_steps, ==, 3);
  text = pz_import_session_dup_result_text (f->session);
  g_assert_cmpstr (text, ==, "28 learners imported into “Klasse 5b”");
  found = import_find_class (f, "Klasse 5b");
  g_assert_cmpuint (count_shown (found), ==, 28);
}

static void
test_the_same_table_changes_nothing (ImportFixture *f,
                                     gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = import_the_table (f);
  g_autoptr(GFile) file = import_fixture_write (f, "klasse_5b.csv", import_table);

  import_fixture_restart (f, classroom);
  g_assert_true (pz_import_session_get_into_open (f->session));
  import_open (f, file);
  import_go_on (f);
  g_assert_true (pz_import_session_changes_nothing (f->session));
  g_assert_cmpuint (pz_import_session_count_imports (f->session), ==, 0);
  import_go_on (f);
  g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_DONE);
  g_assert_null (pz_import_session_get_result (f->session));
}

static void
test_the_open_class_takes_it_back (ImportFixture *f,
                                   gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = import_the_table (f);

  import_fixture_restart (f, classroom);
  g_assert_true (pz_import_session_get_open (f->session) == classroom);
  pz_import_session_start_names (f->session);
  pz_import_session_set_names (f->session, "Carla Reyes\nDmitri Orlov");
  import_go_on (f);
  import_go_on (f);
  g_assert_true (pz_import_session_get_result (f->session) == classroom);
  g_assert_cmpuint (count_shown (classroom), ==, 30);
  g_assert_true (pz_classroom_undo (classroom, NULL));
  g_assert_true (pz_classroom_save (classroom, NULL, NULL));
  g_assert_cmpuint (count_shown (classroom), ==, 28);
}

static void
test_names_need_a_place (ImportFixture *f,
                         gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = NULL;

  pz_import_session_start_names (f->session);
  g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_NAMES);
  g_assert_false (pz_import_session_can_go_on (f->session));
  pz_import_session_set_names (f->session, "Amina Yusuf\nDubois, Chloé\n");
  g_assert_cmpuint (pz_import_session_get_n_names (f->session), ==, 2);
  g_assert_false (pz_import_session_can_go_on (f->session));
  pz_import_session_set_class_name (f->session, "6c");
  import_go_on (f);
  import_go_on (f);
  classroom = import_find_class (f, "6c");
  g_assert_cmpuint (count_shown (classroom), ==, 2);
}

static void
test_no_name_column_no_import (ImportFixture *f,
                               gconstpointer  data)
{
  g_autoptr(GFile) file = import_fixture_write (f, "a.csv", import_table);

  import_open (f, file);
  pz_import_session_set_field (f->session, 0, PZ_TABLE_LEAVE_OUT);
  g_assert_true (pz_import_session_can_go_on (f->session));
  pz_import_session_set_field (f->session, 1, PZ_TABLE_NOTES);
  g_assert_false (pz_import_session_has_name_column (f->session));
  g_assert_false (pz_import_session_can_go_on (f->session));
  pz_import_session_set_field (f->session, 0, PZ_TABLE_FULL_NAME);
  g_assert_true (pz_import_session_can_go_on (f->session));
}

static void
test_a_first_row_may_be_somebody (ImportFixture *f,
                                  gconstpointer  data)
{
  g_autoptr(GFile) file = import_fixture_write (f, "a.csv", import_table);
  guint n_changes = 0;

  import_open (f, file);
  g_signal_connect_swapped (f->session, "changed", G_CALLBACK (count_cb), &n_changes);
  pz_import_session_set_has_header (f->session, FALSE);
  pz_import_session_set_has_header (f->session, FALSE);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (pz_table_import_get_n_rows (pz_import_session_get_table (f->session)), ==, 29);
}

static void
test_dates_in_two_ways_are_asked_about (ImportFixture *f,
                                        gconstpointer  data)
{
  g_autoptr(GFile) file = import_fixture_write (f, "a.csv", "Name,Birth date\nAmy Hill,1/05/2016\n");
  const PzImportItem *item;
  const PzImportDifference *difference;

  import_open (f, file);
  /* birth dates are read when somebody says so */
  g_assert_false (pz_import_session_asks_day_order (f->session));
  pz_import_session_set_field (f->session, 1, PZ_TABLE_BIRTH_DATE);
  g_assert_true (pz_import_session_asks_day_order (f->session));
  g_assert_false (pz_import_session_can_go_on (f->session));
  pz_import_session_set_day_order (f->session, PZ_DAY_ORDER_MONTH_FIRST);
  g_assert_cmpint (pz_import_session_get_day_order (f->session), ==, PZ_DAY_ORDER_MONTH_FIRST);
  /* an answer can be changed */
  g_assert_true (pz_import_session_asks_day_order (f->session));
  import_go_on (f);
  item = pz_import_plan_get_item (pz_import_session_get_plan (f->session, 0), 0);
  difference = g_ptr_array_index (item->differences, item->differences->len - 1);
  g_assert_cmpstr (difference->after, ==, "2016-01-05");
}

static void
test_back_keeps_the_answers (ImportFixture *f,
                             gconstpointer  data)
{
  g_autoptr(GFile) file = import_fixture_write (f, "a.csv", import_table);

  import_open (f, file);
  pz_import_session_set_field (f->session, 3, PZ_TABLE_NOTES);
  pz_import_session_set_class_name (f->session, "7a");
  import_go_on (f);
  pz_import_session_go_back (f->session);
  g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_TABLE);
  g_assert_cmpuint (pz_import_session_get_n_plans (f->session), ==, 0);
  g_assert_cmpint (pz_table_import_get_field (pz_import_session_get_table (f->session), 3), ==, PZ_TABLE_NOTES);
  g_assert_cmpstr (pz_import_session_get_class_name (f->session), ==, "7a");
  pz_import_session_go_back (f->session);
  g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_SOURCE);
  g_assert_false (pz_import_session_can_go_back (f->session));
}

static void
test_what_is_not_wanted_is_left (ImportFixture *f,
                                 gconstpointer  data)
{
  g_autoptr(GFile) file = import_fixture_write (f, "5b.csv", import_table);
  g_autoptr(PzClassroom) classroom = NULL;

  import_open (f, file);
  import_go_on (f);
  pz_import_session_set_item_chosen (f->session, pz_import_plan_get_item (pz_import_session_get_plan (f->session, 0), 3),
                                     FALSE);
  g_assert_cmpuint (pz_import_session_count_imports (f->session), ==, 27);
  import_go_on (f);
  classroom = import_find_class (f, "5b");
  g_assert_cmpuint (count_shown (classroom), ==, 27);
}

static void
test_a_bad_file_says_what_to_do (ImportFixture *f,
                                 gconstpointer  data)
{
  g_autoptr(GFile) absent = g_file_new_build_filename (f->folder, "absent.csv", NULL);
  g_autoptr(GFile) empty = import_fixture_write (f, "empty.csv", "");

  import_open (f, absent);
  g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_SOURCE);
  g_assert_nonnull (pz_import_session_get_problem (f->session));
  g_assert_true (g_str_has_prefix (pz_import_session_get_advice (f->session), "Nothing was changed."));
  import_open (f, empty);
  g_assert_nonnull (pz_import_session_get_problem (f->session));
  pz_import_session_start_names (f->session);
  g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_NAMES);
}

static void
test_reading_can_be_stopped (ImportFixture *f,
                             gconstpointer  data)
{
  g_autoptr(GFile) file = import_fixture_write_zip (f);

  pz_import_session_open_file (f->session, file);
  g_assert_true (pz_import_session_is_busy (f->session));
  g_assert_nonnull (pz_import_session_get_work (f->session));
  pz_import_session_cancel (f->session);
  import_wait (f->session);
  g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_SOURCE);
  g_assert_null (pz_import_session_get_problem (f->session));
}

static void
test_comparing_can_be_stopped (ImportFixture *f,
                               gconstpointer  data)
{
  g_autoptr(GFile) file = import_fixture_write (f, "5b.csv", import_table);

  import_open (f, file);
  pz_import_session_go_on (f->session);
  g_assert_true (pz_import_session_is_busy (f->session));
  g_assert_false (pz_import_session_is_writing (f->session));
  pz_import_session_cancel (f->session);
  import_wait (f->session);
  g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_TABLE);
  g_assert_null (pz_import_session_get_problem (f->session));
  g_assert_true (pz_import_session_can_go_on (f->session));
}

static void
test_a_failed_write_changes_nothing (ImportFixture *f,
                                     gconstpointer  data)
{
  g_autoptr(GFile) file = import_fixture_write (f, "5b.csv", import_table);
  g_autofree char *classrooms = g_build_filename (f->folder, "classrooms", NULL);
  g_autoptr(PzClassroom) classroom = NULL;

  import_open (f, file);
  import_go_on (f);
  g_assert_true (g_file_set_contents (classrooms, "in the way", -1, NULL));
  import_go_on (f);
  g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_PREVIEW);
  g_assert_nonnull (pz_import_session_get_problem (f->session));
  g_assert_true (g_str_has_prefix (pz_import_session_get_advice (f->session), "Nothing was changed."));
  g_assert_null (pz_import_session_get_result (f->session));
  /* and can be tried again */
  g_assert_cmpint (g_unlink (classrooms), ==, 0);
  import_go_on (f);
  classroom = import_find_class (f, "5b");
  g_assert_cmpuint (count_shown (classroom), ==, 28);
}

#define ADD(path, function) \
  g_test_add ("/ui/import-session/" path, ImportFixture, NULL, import_fixture_set_up, function, import_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("starts-with-the-source", test_starts_with_the_source);
  ADD ("a-table-becomes-a-class", test_a_table_becomes_a_class);
  ADD ("the-same-table-changes-nothing", test_the_same_table_changes_nothing);
  ADD ("the-open-class-takes-it-back", test_the_open_class_takes_it_back);
  ADD ("names-need-a-place", test_names_need_a_place);
  ADD ("no-name-column-no-import", test_no_name_column_no_import);
  ADD ("a-first-row-may-be-somebody", test_a_first_row_may_be_somebody);
  ADD ("dates-in-two-ways-are-asked-about", test_dates_in_two_ways_are_asked_about);
  ADD ("back-keeps-the-answers", test_back_keeps_the_answers);
  ADD ("what-is-not-wanted-is-left", test_what_is_not_wanted_is_left);
  ADD ("a-bad-file-says-what-to-do", test_a_bad_file_says_what_to_do);
  ADD ("reading-can-be-stopped", test_reading_can_be_stopped);
  ADD ("comparing-can-be-stopped", test_comparing_can_be_stopped);
  ADD ("a-failed-write-changes-nothing", test_a_failed_write_changes_nothing);
  return g_test_run ();
}
