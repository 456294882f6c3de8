/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-problem-private.h"

#include <math.h>

/* six learners in groups of 2, 1 to 3, and 1 to 4; a wish for numbers, and a rule of values */
static PzGroupProblem *
make_problem (void)
{
  static const PzGroupSize sizes[] = { { 2, 2 }, { 1, 3 }, { 1, 4 } };
  static const double numbers[] = { 0, 1, NAN, 3, NAN, 8 };
  static const int values[] = { 0, 1, 0, 1, -1, 1 };
  PzGroupBuilder *builder = pz_group_builder_new (6);

  pz_group_builder_set_sizes (builder, sizes, 3);
  pz_group_builder_add_numbers (builder, PZ_CRITERION_SIMILAR, 2.5, numbers);
  pz_group_builder_add_values (builder, PZ_CRITERION_NOT_ALONE, 4, values);
  pz_group_builder_set_must (builder, 1);
  return fixture_build (builder);
}

static void
test_says_what_was_asked (void)
{
  g_autoptr(PzGroupProblem) problem = make_problem ();

  g_assert_cmpuint (pz_group_problem_get_n (problem), ==, 6);
  g_assert_cmpuint (pz_group_problem_get_n_groups (problem), ==, 3);
  g_assert_cmpuint (pz_group_problem_get_sizes (problem)[0].least, ==, 2);
  g_assert_cmpuint (pz_group_problem_get_sizes (problem)[2].most, ==, 4);
  g_assert_cmpuint (pz_group_problem_get_n_criteria (problem), ==, 2);
  g_assert_cmpint (pz_group_problem_get_kind (problem, 0), ==, PZ_CRITERION_SIMILAR);
  g_assert_cmpint (pz_group_problem_get_kind (problem, 1), ==, PZ_CRITERION_NOT_ALONE);
  g_assert_cmpfloat (pz_group_problem_get_importance (problem, 0), ==, 2.5);
  g_assert_cmpfloat (pz_group_problem_get_importance (problem, 1), ==, 4);
  g_assert_false (pz_group_problem_is_must (problem, 0));
  g_assert_true (pz_group_problem_is_must (problem, 1));
  g_assert_cmpuint (pz_group_problem_get_n_missing (problem, 0), ==, 2);
  g_assert_cmpuint (pz_group_problem_get_n_missing (problem, 1), ==, 1);
}

static void
test_says_what_chance_is_worth (void)
{
  g_autoptr(PzGroupProblem) problem = make_problem ();
  const PzGroupCriterion *criterion = pz_group_problem_criterion (problem, 0);

  /* all groups being of one size in the mean, chance puts 2 of 5 parts of the scatter between three groups */
  g_assert_cmpfloat_with_epsilon (pz_group_problem_get_chance (problem, 0), 0.6, 0.02);
  g_assert_cmpfloat_with_epsilon (pz_group_problem_get_factor (problem, 0), 2.5 / criterion->deviation, 1e-9);
  g_assert_true (pz_group_problem_has_effect (problem, 0));
  /* a rule is no wish, and yet it has its effect */
  g_assert_cmpfloat (pz_group_problem_get_factor (problem, 1), ==, 0);
  g_assert_true (pz_group_problem_has_effect (problem, 1));
}

static void
test_what_cannot_change_has_no_effect (void)
{
  static const double alike[] = { 4, 4, 4, 4 };
  PzGroupBuilder *builder = fixture_builder (4, 2);
  g_autoptr(PzGroupProblem) problem = NULL;

  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 5, alike);
  problem = fixture_build (builder);
  g_assert_false (pz_group_problem_has_effect (problem, 0));
}

static void
test_a_grouping_keeps_to_the_sizes (void)
{
  static const struct { guint groups[6]; gboolean is; } rows[] = {
    { { 0, 0, 1, 1, 2, 2 }, TRUE },
    { { 0, 1, 1, 1, 0, 2 }, TRUE },  /* 2, 3 and 1 */
    { { 2, 0, 2, 1, 0, 2 }, TRUE },  /* 2, 1 and 3 */
    { { 0, 1, 1, 1, 2, 2 }, FALSE }, /* the first has 1 */
    { { 0, 0, 0, 1, 2, 2 }, FALSE }, /* the first has 3 */
    { { 0, 0, 1, 1, 1, 1 }, FALSE }, /* the last is empty */
    { { 0, 0, 1, 1, 2, 3 }, FALSE }, /* there is no such group */
  };
  g_autoptr(PzGroupProblem) problem = make_problem ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (pz_group_problem_is_grouping (problem, rows[i].groups), ==, rows[i].is);
    }
}

static void
test_lives_as_long_as_somebody_holds_it (void)
{
  PzGroupProblem *problem = make_problem (), *held = pz_group_problem_ref (problem);

  g_assert_true (held == problem);
  pz_group_problem_unref (problem);
  g_assert_cmpuint (pz_group_problem_get_n (held), ==, 6);
  pz_group_problem_unref (held);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-problem/says-what-was-asked", test_says_what_was_asked);
  g_test_add_func ("/core/group-problem/says-what-chance-is-worth", test_says_what_chance_is_worth);
  g_test_add_func ("/core/group-problem/what-cannot-change-has-no-effect", test_what_cannot_change_has_no_effect);
  g_test_add_func ("/core/group-problem/a-grouping-keeps-to-the-sizes", test_a_grouping_keeps_to_the_sizes);
  g_test_add_func ("/core/group-problem/lives-as-long-as-somebody-holds-it", test_lives_as_long_as_somebody_holds_it);
  return g_test_run ();
}
