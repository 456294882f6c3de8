/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-absence.h"
#include "pz-error.h"
#include "planning-fixture.h"

static void
set_day (PzGroupLoad *load)
{
  g_date_clear (&load->day, 1);
  g_date_set_dmy (&load->day, 24, 11, 2026);
}

static void
test_leaves_out_those_away_and_those_without (PlanningFixture *f,
                                              gconstpointer    data)
{
  g_auto(PzGroupLoad) load = { 0 };
  g_autoptr(PzClassroomCopy) copy = NULL;
  g_autoptr(PzDocument) away = load_learner (f->base.classroom, f->ids[1]);
  PzRecord *absence = pz_document_add (away, PZ_RECORD_ABSENCE);
  guint number;

  pz_record_set_text (absence, PZ_ABSENCE_FROM, "2026-11-24");
  planning_save (f);
  copy = planning_copy (f);
  set_day (&load);
  load.without = g_new0 (char *, 2);
  load.without[0] = g_strdup (f->ids[0]);
  g_assert_true (pz_group_load_run (&load, copy, NULL));
  g_assert_cmpuint (pz_group_class_get_n (load.learners), ==, N_LEARNERS - 2);
  g_assert_cmpuint (load.n_absent, ==, 1);
  g_assert_false (pz_group_class_find (load.learners, f->ids[0], &number));
  g_assert_false (pz_group_class_find (load.learners, f->ids[1], &number));
}

static void
test_an_activity_is_no_history_of_its_own (PlanningFixture *f,
                                           gconstpointer    data)
{
  g_auto(PzGroupLoad) all = { .half_life = 6 }, others = { .half_life = 6 };
  g_autoptr(PzClassroomCopy) copy = NULL;
  guint a, b;

  planning_place (f, 1, "Arch", "AB");
  pz_record_set_text (owner_of (f->activity), PZ_ACTIVITY_STATE, "held");
  planning_save (f);
  copy = planning_copy (f);
  set_day (&all);
  set_day (&others);
  others.activity = g_strdup (pz_document_get_id (f->activity));
  g_assert_true (pz_group_load_run (&all, copy, NULL));
  g_assert_true (pz_group_load_run (&others, copy, NULL));
  g_assert_true (pz_group_class_find (all.learners, f->ids[0], &a));
  g_assert_true (pz_group_class_find (all.learners, f->ids[1], &b));
  g_assert_cmpuint (pz_group_history_get_times (all.history, a, b), ==, 1);
  g_assert_cmpuint (pz_group_history_get_times (others.history, a, b), ==, 0);
}

static void
test_nobody_cannot_be_grouped (PlanningFixture *f,
                               gconstpointer    data)
{
  g_auto(PzGroupLoad) load = { 0 };
  g_autoptr(PzClassroomCopy) copy = planning_copy (f);
  g_autoptr(GError) error = NULL;

  g_ptr_array_set_size (copy->learners, 0);
  set_day (&load);
  g_assert_false (pz_group_load_run (&load, copy, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  planning_test_add ("/core/group-load/leaves-out-those-away-and-those-without", test_leaves_out_those_away_and_those_without);
  planning_test_add ("/core/group-load/an-activity-is-no-history-of-its-own", test_an_activity_is_no_history_of_its_own);
  planning_test_add ("/core/group-load/nobody-cannot-be-grouped", test_nobody_cannot_be_grouped);
  return g_test_run ();
}
