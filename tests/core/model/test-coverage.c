/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-coverage.h"

#include <math.h>

#define ROOT PZ_STANDARD_ROOT

/* 0(1 2(3)) 4(3) and 5 nowhere */
static PzStandardOrder *
make_order (void)
{
  static const PzStandardKey keys[6] = { { NULL, NULL, 0 } };
  static const PzStandardEdge edges[] = { { 0, ROOT, 1 }, { 1, 0, 1 }, { 2, 0, 2 }, { 3, 2, 1 }, { 4, ROOT, 2 }, { 3, 4, 1 } };

  return pz_standard_order_new (keys, 6, edges, G_N_ELEMENTS (edges));
}

/* "goals/learners below-learners/below-standards" of each item */
static void
assert_facts (const PzCoverage *coverage,
              const char       *expected)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < 6; i++)
    {
      const PzCoverageFact *fact = pz_coverage_get (coverage, i);

      g_string_append_printf (text, "%s%u/%u %u/%u", i > 0 ? ", " : "", fact->n_goals, fact->n_learners,
                              fact->n_learners_below, fact->n_standards_below);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_of_a_class (void)
{
  g_autoptr(PzStandardOrder) order = make_order ();
  /* learner 70 twice at 3, the other goals once; the last three lie out of bounds */
  static const PzCoverageGoal goals[] = { { 70, 3, 0 }, { 1, 1, 1 },  { 70, 3, 2 }, { 1, 3, 0 },   { 70, 0, 0 },
                                          { 2, 5, 7 },  { 80, 1, 0 }, { 1, 6, 0 },  { 1, 1, PZ_COVERAGE_MAX_STATUSES } };
  g_autoptr(PzCoverage) coverage = pz_coverage_new (order, goals, G_N_ELEMENTS (goals), 80);
  g_autoptr(GArray) items = pz_coverage_list (coverage, 70);
  g_autoptr(GArray) none = pz_coverage_list (coverage, 5);

  /* what has several parents counts once below each, and each learner once */
  assert_facts (coverage, "1/1 2/3, 1/1 1/1, 0/0 2/1, 3/2 2/1, 0/0 2/1, 1/1 1/1");
  g_assert_cmpuint (pz_coverage_get (coverage, 3)->n_by_status[0], ==, 2);
  g_assert_cmpuint (pz_coverage_get (coverage, 3)->n_by_status[1], ==, 0);
  g_assert_cmpuint (pz_coverage_get (coverage, 3)->n_by_status[2], ==, 1);
  g_assert_cmpuint (pz_coverage_get_n_covered (coverage), ==, 4);
  g_assert_cmpuint (items->len, ==, 2);
  g_assert_cmpuint (g_array_index (items, guint, 0), ==, 0);
  g_assert_cmpuint (g_array_index (items, guint, 1), ==, 3);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_of_one_learner (void)
{
  g_autoptr(PzStandardOrder) order = make_order ();
  static const PzCoverageGoal goals[] = { { 0, 3, 0 } };
  g_autoptr(PzCoverage) coverage = pz_coverage_new (order, goals, 1, 1);

  assert_facts (coverage, "0/0 1/1, 0/0 0/0, 0/0 1/1, 1/1 1/1, 0/0 1/1, 0/0 0/0");
}

static void
test_without_goals (void)
{
  g_autoptr(PzStandardOrder) order = make_order ();
  g_autoptr(PzStandardOrder) empty = pz_standard_order_new (NULL, 0, NULL, 0);
  g_autoptr(PzCoverage) coverage = pz_coverage_new (order, NULL, 0, 0);
  g_autoptr(PzCoverage) nothing = pz_coverage_new (empty, NULL, 0, 0);

  assert_facts (coverage, "0/0 0/0, 0/0 0/0, 0/0 0/0, 0/0 0/0, 0/0 0/0, 0/0 0/0");
  g_assert_cmpuint (pz_coverage_get_n_covered (coverage), ==, 0);
  g_assert_cmpuint (pz_coverage_get_n_covered (nothing), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/coverage/of-a-class", test_of_a_class);
  g_test_add_func ("/core/coverage/of-one-learner", test_of_one_learner);
  g_test_add_func ("/core/coverage/without-goals", test_without_goals);
  return g_test_run ();
}
