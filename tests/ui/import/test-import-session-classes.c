/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-fixture.h"

#include "pz-import-choice.h"
#include "pz-index.h"

#include "../../core/exchange/roster-maker.h"

static PzImportChoice *
get_choice (ImportFixture *f,
            guint          position)
{
  GListModel *choices = pz_import_session_get_choices (f->session);
  g_autoptr(PzImportChoice) choice = g_list_model_get_item (choices, position);

  g_assert_nonnull (choice);
  return choice; /* the session holds it */
}

static void
open_school (ImportFixture *f)
{
  g_autoptr(GFile) file = import_fixture_write_zip (f);

  import_open (f, file);
  g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_CLASSES);
}

static void
test_classes_are_listed (ImportFixture *f,
                         gconstpointer  data)
{
  PzImportChoice *first;

  open_school (f);
  g_assert_cmpuint (g_list_model_get_n_items (pz_import_session_get_choices (f->session)), ==, ROSTER_MAKER_CLASSES);
  first = get_choice (f, 0);
  g_assert_cmpuint (pz_import_choice_get_n_learners (first), ==, ROSTER_MAKER_CLASS_SIZE);
  g_assert_nonnull (pz_import_choice_get_title (first));
  g_assert_nonnull (pz_import_choice_get_details (first));
  g_assert_nonnull (pz_import_choice_get_sourced_id (first));
  g_assert_false (pz_import_choice_get_chosen (first));
  g_assert_false (pz_import_choice_get_mine (first));
  g_assert_false (pz_import_session_can_go_on (f->session));
  pz_import_choice_set_chosen (first, TRUE);
  g_assert_true (pz_import_session_can_go_on (f->session));
}

static void
test_choosing_is_told_once (ImportFixture *f,
                            gconstpointer  data)
{
  guint n_changes = 0;
  guint n_learners = 0;

  open_school (f);
  g_signal_connect_swapped (f->session, "changed", G_CALLBACK (g_atomic_int_inc), &n_changes);
  g_object_set (get_choice (f, 1), "chosen", TRUE, NULL);
  pz_import_choice_set_chosen (get_choice (f, 1), TRUE);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (pz_import_session_count_chosen (f->session, &n_learners), ==, 1);
  g_assert_cmpuint (n_learners, ==, ROSTER_MAKER_CLASS_SIZE);
}

static void
test_search_knows_title_and_teacher (ImportFixture *f,
                                     gconstpointer  data)
{
  g_autofree char *title = NULL;
  g_autofree char *teacher = NULL;
  PzImportChoice *first;

  open_school (f);
  pz_import_session_set_teacher (f->session, 3);
  first = get_choice (f, 0);
  g_assert_true (pz_import_choice_get_mine (first));
  title = pz_search_fold (pz_import_choice_get_title (first));
  g_assert_true (pz_import_choice_matches (first, title));
  {
    g_autofree char *name = pz_import_session_dup_teacher_name (f->session, 3);

    teacher = pz_search_fold (name);
  }
  g_assert_true (pz_import_choice_matches (first, teacher));
  g_assert_true (pz_import_choice_matches (first, ""));
  g_assert_false (pz_import_choice_matches (first, "there is no such class"));
}

static void
test_mine_come_first_and_are_chosen (ImportFixture *f,
                                     gconstpointer  data)
{
  guint n;

  open_school (f);
  g_assert_cmpuint (pz_import_session_get_n_teachers (f->session), >, 1);
  g_assert_cmpint (pz_import_session_get_teacher (f->session), ==, -1);
  pz_import_choice_set_chosen (get_choice (f, 39), TRUE);
  pz_import_session_set_teacher (f->session, 0);
  g_assert_cmpint (pz_import_session_get_teacher (f->session), ==, 0);
  g_assert_true (pz_import_choice_get_mine (get_choice (f, 0)));
  g_assert_true (pz_import_choice_get_chosen (get_choice (f, 0)));
  n = pz_import_session_count_chosen (f->session, NULL);
  g_assert_cmpuint (n, >, 1);
  /* what was chosen by hand stays, what came with the teacher goes */
  pz_import_session_set_teacher (f->session, -1);
  g_assert_cmpuint (pz_import_session_count_chosen (f->session, NULL), ==, 1);
}

static void
test_chosen_classes_become_classes (ImportFixture *f,
                                    gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  g_autoptr(PzClassroom) second = NULL;

  open_school (f);
  title = g_strdup (pz_import_choice_get_title (get_choice (f, 4)));
  pz_import_choice_set_chosen (get_choice (f, 2), TRUE);
  pz_import_choice_set_chosen (get_choice (f, 4), TRUE);
  import_go_on (f);
  g_assert_cmpuint (pz_import_session_get_n_plans (f->session), ==, 2);
  g_assert_cmpuint (pz_import_session_count_imports (f->session), ==, 2 * ROSTER_MAKER_CLASS_SIZE);
  g_assert_cmpuint (pz_import_session_count_archives (f->session), ==, 0);
  import_go_on (f);
  text = pz_import_session_dup_result_text (f->session);
  g_assert_cmpstr (text, ==, "2 classes imported");
  second = import_find_class (f, title);
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (second)), ==, ROSTER_MAKER_CLASS_SIZE);
}

static void
test_the_class_in_the_window_is_used (ImportFixture *f,
                                      gconstpointer  data)
{
  g_autoptr(PzClassroom) open = NULL;
  g_autoptr(GFile) roster = import_fixture_get_roster ();

  import_open (f, roster);
  pz_import_session_set_day_order (f->session, PZ_DAY_ORDER_DAY_FIRST);
  pz_import_choice_set_chosen (get_choice (f, 0), TRUE);
  import_go_on (f);
  import_go_on (f);
  open = g_object_ref (pz_import_session_get_result (f->session));
  import_fixture_restart (f, open);
  import_open (f, roster);
  pz_import_session_set_day_order (f->session, PZ_DAY_ORDER_DAY_FIRST);
  pz_import_choice_set_chosen (get_choice (f, 0), TRUE);
  import_go_on (f);
  g_assert_true (pz_import_plan_get_classroom (pz_import_session_get_plan (f->session, 0)) == open);
  g_assert_true (pz_import_session_changes_nothing (f->session));
}

static void
test_a_class_on_disk_is_found_again (ImportFixture *f,
                                     gconstpointer  data)
{
  open_school (f);
  pz_import_choice_set_chosen (get_choice (f, 7), TRUE);
  import_go_on (f);
  import_go_on (f);
  import_fixture_restart (f, NULL);
  open_school (f);
  pz_import_choice_set_chosen (get_choice (f, 7), TRUE);
  import_go_on (f);
  g_assert_nonnull (pz_import_plan_get_classroom (pz_import_session_get_plan (f->session, 0)));
  g_assert_true (pz_import_session_changes_nothing (f->session));
}

static void
test_demographics_are_read_on_request (ImportFixture *f,
                                       gconstpointer  data)
{
  g_autoptr(GFile) roster = import_fixture_get_roster ();
  const char *const *columns;
  const PzImportItem *item;

  import_open (f, roster);
  columns = pz_import_session_get_demographics (f->session);
  g_assert_true (g_strv_contains (columns, "birthdate"));
  g_assert_cmpint (pz_import_demographic_to_field ("birthdate"), ==, PZ_LEARNER_BIRTH_DATE);
  g_assert_cmpint (pz_import_demographic_to_field ("sex"), ==, -1);
  g_assert_false (pz_import_session_reads_demographic (f->session, "birthdate"));
  pz_import_session_read_demographic (f->session, "birthdate", TRUE);
  g_assert_true (pz_import_session_reads_demographic (f->session, "birthdate"));
  pz_import_session_read_demographic (f->session, "sex", TRUE);
  pz_import_session_set_day_order (f->session, PZ_DAY_ORDER_DAY_FIRST);
  pz_import_choice_set_chosen (get_choice (f, 0), TRUE);
  import_go_on (f);
  item = pz_import_plan_get_item (pz_import_session_get_plan (f->session, 0), 0);
  g_assert_cmpstr (item->person->birth_date, ==, "2015-05-04");
  g_assert_cmpstr (g_hash_table_lookup (item->person->demographics, "sex"), ==, "female");
  pz_import_session_go_back (f->session);
  pz_import_session_read_demographic (f->session, "birthdate", FALSE);
  g_assert_true (pz_import_choice_get_chosen (get_choice (f, 0)));
  import_go_on (f);
  item = pz_import_plan_get_item (pz_import_session_get_plan (f->session, 0), 0);
  g_assert_null (item->person->birth_date);
}

#define ADD(path, function) \
  g_test_add ("/ui/import-classes/" path, ImportFixture, NULL, import_fixture_set_up, function, import_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("classes-are-listed", test_classes_are_listed);
  ADD ("choosing-is-told-once", test_choosing_is_told_once);
  ADD ("search-knows-title-and-teacher", test_search_knows_title_and_teacher);
  ADD ("mine-come-first-and-are-chosen", test_mine_come_first_and_are_chosen);
  ADD ("chosen-classes-become-classes", test_chosen_classes_become_classes);
  ADD ("the-class-in-the-window-is-used", test_the_class_in_the_window_is_used);
  ADD ("a-class-on-disk-is-found-again", test_a_class_on_disk_is_found_again);
  ADD ("demographics-are-read-on-request", test_demographics_are_read_on_request);
  return g_test_run ();
}
