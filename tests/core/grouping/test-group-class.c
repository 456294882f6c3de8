/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "class-fixture.h"
#include "pz-day-spans.h"
#include "pz-group-class-private.h"

#include <math.h>

/* a goal of the learner that is counted with "measure", and what was measured: value of out-of on the day, in order */
static void
measure (PzGroupClass *learners,
         guint         learner,
         const char   *date,
         double        value,
         double        out_of)
{
  PzDocument *document = g_ptr_array_index (learners->learners, learner);
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);
  PzRecord *measurement = pz_document_add (document, PZ_RECORD_MEASUREMENT);

  pz_record_set_text (goal, PZ_GOAL_MEASURE, "measure");
  pz_record_set_text (measurement, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
  pz_record_set_text (measurement, PZ_MEASUREMENT_DATE, date);
  pz_record_set_number (measurement, PZ_MEASUREMENT_VALUE, value);
  if (out_of > 0)
    pz_record_set_number (measurement, PZ_MEASUREMENT_OUT_OF, out_of);
}

static void
test_learners_are_numbered_by_id (void)
{
  g_autoptr(PzGroupClass) learners = fixture_class ();
  static const char *const ids[] = { "ana", "ben", "caro", "dan", NULL }, *const names[] = { "Ana", "Ben", "Caro", "Dan", NULL };

  g_assert_cmpuint (pz_group_class_get_n (learners), ==, N_CLASS);
  g_assert_cmpstrv (pz_group_class_get_ids (learners), ids);
  g_assert_cmpstrv (pz_group_class_get_names (learners), names);
  g_assert_cmpstr (pz_record_get_text (pz_group_class_get_record (learners, CARO), PZ_LEARNER_GIVEN_NAME), ==, "Caro");
}

static void
test_a_class_may_be_empty (void)
{
  g_autoptr(PzGroupClass) full = fixture_class ();
  g_autoptr(GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr(PzGroupClass) empty = pz_group_class_new (nobody, full->classroom);
  guint number = 7;

  g_assert_cmpuint (pz_group_class_get_n (empty), ==, 0);
  g_assert_null (pz_group_class_get_ids (empty)[0]);
  g_assert_false (pz_group_class_find (empty, "ana", &number));
  g_assert_cmpuint (pz_group_class_count_older (empty, "measure", G_MAXUINT32), ==, 0);
}

static void
test_finds_only_those_who_are_there (void)
{
  g_autoptr(PzGroupClass) learners = fixture_class ();
  guint number = 7;

  g_assert_false (pz_group_class_find (learners, "zoe", &number));
  g_assert_false (pz_group_class_find (learners, "an", &number));
  g_assert_cmpuint (number, ==, 7);
  g_assert_true (pz_group_class_find (learners, "dan", &number));
  g_assert_cmpuint (number, ==, DAN);
}

static void
test_may_call_learners_by_other_names (void)
{
  g_autoptr(PzGroupClass) learners = fixture_class ();
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  static const char *const renamed[] = { "Ana", "Learner 2", "Caro", "Learner 4", NULL };

  g_hash_table_insert (names, (gpointer) "ben", (gpointer) "Learner 2");
  g_hash_table_insert (names, (gpointer) "dan", (gpointer) "Learner 4");
  g_hash_table_insert (names, (gpointer) "zoe", (gpointer) "Learner 5");
  pz_group_class_rename (learners, names);
  g_assert_cmpstrv (pz_group_class_get_names (learners), renamed);
}

static void
test_levels_count_from_the_first (void)
{
  g_autoptr(PzGroupClass) learners = fixture_class ();
  g_autofree double *levels = pz_group_class_dup_levels (learners);

  g_assert_cmpfloat (levels[ANA], ==, 2);
  g_assert_cmpfloat (levels[BEN], ==, 1);
  g_assert_cmpfloat (levels[CARO], ==, 2);
  g_assert_true (isnan (levels[DAN]));
}

static void
test_the_latest_value_counts (void)
{
  g_autoptr(PzGroupClass) learners = fixture_class ();
  g_autofree double *measured = NULL;
  g_autofree double *other = NULL;

  measure (learners, ANA, "2026-11-02", 12, 0);
  measure (learners, ANA, "2026-11-16", 8, 0);
  measure (learners, ANA, "2026-11-09", 30, 0);
  measure (learners, BEN, "2026-11-02", 15, 20);
  measure (learners, CARO, "2026-11-02", 0, 0);
  measured = pz_group_class_dup_measured (learners, "measure");
  g_assert_cmpfloat (measured[ANA], ==, 8);
  g_assert_cmpfloat (measured[BEN], ==, 0.75);
  g_assert_cmpfloat (measured[CARO], ==, 0);
  g_assert_true (isnan (measured[DAN]));
  other = pz_group_class_dup_measured (learners, "another");
  g_assert_true (isnan (other[ANA]));
}

static void
test_counts_whose_latest_value_is_old (void)
{
  g_autoptr(PzGroupClass) learners = fixture_class ();
  guint32 day = pz_day_from_text ("2026-11-09");

  measure (learners, ANA, "2026-11-02", 12, 0);
  measure (learners, ANA, "2026-11-16", 8, 0);
  measure (learners, BEN, "2026-11-08", 15, 20);
  measure (learners, CARO, "2026-11-09", 3, 0);
  /* Ben's is of the day before, Caro's of the day itself, Dan has none */
  g_assert_cmpuint (pz_group_class_count_older (learners, "measure", day), ==, 1);
  g_assert_cmpuint (pz_group_class_count_older (learners, "measure", day + 1), ==, 2);
  g_assert_cmpuint (pz_group_class_count_older (learners, "measure", day + 8), ==, 3);
  g_assert_cmpuint (pz_group_class_count_older (learners, "another", day + 8), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-class/learners-are-numbered-by-id", test_learners_are_numbered_by_id);
  g_test_add_func ("/core/group-class/a-class-may-be-empty", test_a_class_may_be_empty);
  g_test_add_func ("/core/group-class/finds-only-those-who-are-there", test_finds_only_those_who_are_there);
  g_test_add_func ("/core/group-class/may-call-learners-by-other-names", test_may_call_learners_by_other_names);
  g_test_add_func ("/core/group-class/levels-count-from-the-first", test_levels_count_from_the_first);
  g_test_add_func ("/core/group-class/the-latest-value-counts", test_the_latest_value_counts);
  g_test_add_func ("/core/group-class/counts-whose-latest-value-is-old", test_counts_whose_latest_value_is_old);
  return g_test_run ();
}
