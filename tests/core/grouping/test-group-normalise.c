/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-problem-private.h"

#include <math.h>

/* six learners in groups of two */
static const guint by_two[] = { 0, 0, 1, 1, 2, 2 };

/* one importance means one thing: it is the standard deviation of groupings by chance that counts */
static void
test_importance_means_the_same_for_all (void)
{
  PzRandom random;
  PzGroupBuilder *builder = fixture_builder (24, 6);
  g_autoptr(PzGroupProblem) problem = NULL;
  double numbers[24], sum[3] = { 0 }, squares[3] = { 0 };
  int values[24];
  guint groups[24];
  static double pairs[24 * 24];

  pz_random_init (&random, 5);
  for (guint i = 0; i < 24; i++)
    {
      numbers[i] = pz_random_below (&random, 1000);
      values[i] = (int) pz_random_below (&random, 3);
      for (guint j = 0; j < i; j++)
        pairs[i * 24 + j] = pairs[j * 24 + i] = pz_random_below (&random, 1000000);
    }
  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 3, numbers);
  pz_group_builder_add_values (builder, PZ_CRITERION_SPREAD, 3, values);
  pz_group_builder_add_pairs (builder, 3, pairs);
  problem = fixture_build (builder);
  for (guint i = 0; i < 24; i++)
    groups[i] = i % 6;
  for (guint k = 0; k < 4000; k++)
    {
      double measured[3];

      for (guint i = 24; i > 1; i--)
        {
          guint j = pz_random_below (&random, i), kept = groups[i - 1];

          groups[i - 1] = groups[j];
          groups[j] = kept;
        }
      pz_group_problem_measure (problem, groups, measured);
      for (guint c = 0; c < 3; c++)
        {
          double term = pz_group_problem_get_factor (problem, c)
                        * (measured[c] - pz_group_problem_get_chance (problem, c));

          sum[c] += term;
          squares[c] += term * term;
        }
    }
  for (guint c = 0; c < 3; c++)
    {
      g_assert_cmpfloat_with_epsilon (sum[c] / 4000, 0, 0.3);
      g_assert_cmpfloat_with_epsilon (sqrt (squares[c] / 4000), 3, 0.3);
    }
}

static void
test_what_cannot_matter_is_left_out (void)
{
  static const double alike[] = { 4, 4, 4, 4, 4, 4 };
  static const int same[] = { 2, 2, 2, 2, 2, 2 };
  PzGroupBuilder *builder = fixture_builder (6, 3);
  g_autoptr(PzGroupProblem) problem = NULL;

  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 5, alike);
  pz_group_builder_add_values (builder, PZ_CRITERION_COVER, 5, same);
  problem = fixture_build (builder);
  for (guint c = 0; c < 2; c++)
    {
      g_assert_false (pz_group_problem_has_effect (problem, c));
      g_assert_cmpfloat (pz_group_problem_get_factor (problem, c), ==, 0);
      g_assert_cmpfloat (pz_group_problem_get_importance (problem, c), ==, 5);
    }
  g_assert_cmpint (pz_group_problem_get_total (problem, by_two), ==, 0);
}

static void
test_sizes_by_chance_add_up (void)
{
  static const PzGroupSize loose[] = { { 1, 6 }, { 2, 3 }, { 2, 2 }, { 1, 4 } };
  PzGroupBuilder *builder = fixture_builder (9, 4);
  g_autoptr(PzGroupProblem) problem = NULL;
  gboolean seen[7] = { FALSE };
  PzRandom random;

  pz_random_init (&random, 1);
  pz_group_builder_set_sizes (builder, loose, 4);
  problem = fixture_build (builder);
  for (guint k = 0; k < 500; k++)
    {
      guint sizes[4], sum = 0;

      pz_group_draw_sizes (problem, &random, sizes);
      for (guint h = 0; h < 4; h++)
        {
          g_assert_cmpuint (sizes[h], >=, loose[h].least);
          g_assert_cmpuint (sizes[h], <=, loose[h].most);
          sum += sizes[h];
        }
      g_assert_cmpuint (sum, ==, 9);
      seen[sizes[0]] = TRUE;
    }
  /* the others have 5 to 8: the first has 1 to 4 */
  for (guint size = 1; size <= 4; size++)
    g_assert_true (seen[size]);
}

static void
test_sizes_that_are_fixed_stay (void)
{
  g_autoptr(PzGroupProblem) problem = fixture_build (fixture_builder (8, 3));
  guint sizes[3];
  PzRandom random;

  pz_random_init (&random, 1);
  pz_group_draw_sizes (problem, &random, sizes);
  g_assert_cmpuint (sizes[0], ==, 3);
  g_assert_cmpuint (sizes[1], ==, 3);
  g_assert_cmpuint (sizes[2], ==, 2);
}

/* by counting: two of four in pairs share a group in one of three groupings */
static void
test_chance_is_what_counting_says (void)
{
  PzGroupBuilder *builder = fixture_builder (4, 2);
  g_autoptr(PzGroupProblem) problem = NULL;
  double pairs[16] = { 0 };

  pairs[1] = pairs[4] = 1;
  pz_group_builder_add_pairs (builder, 2, pairs);
  problem = fixture_build (builder);
  /* 2000 draws: a third, and four standard deviations of 0.0105; the deviation is the root of 1/3 x 2/3 */
  g_assert_cmpfloat_with_epsilon (pz_group_problem_get_chance (problem, 0), 1.0 / 3, 0.043);
  g_assert_cmpfloat_with_epsilon (pz_group_problem_criterion (problem, 0)->deviation, sqrt (2) / 3, 0.02);
  g_assert_cmpfloat_with_epsilon (pz_group_problem_get_factor (problem, 0), 2 / (sqrt (2) / 3), 0.2);
}

static void
test_draws_rise_and_are_the_same_each_time (void)
{
  static const double numbers[] = { 3, 1, 4, 1, 5, 9 };
  PzGroupBuilder *builder = fixture_builder (6, 3), *again = fixture_builder (6, 3);
  g_autoptr(PzGroupProblem) problem = NULL;
  g_autoptr(PzGroupProblem) same = NULL;
  double sum = 0;

  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 3, numbers);
  pz_group_builder_add_numbers (again, PZ_CRITERION_MIXED, 3, numbers);
  problem = fixture_build (builder);
  same = fixture_build (again);
  g_assert_cmpuint (problem->n_draws, ==, PZ_GROUP_DRAWS);
  for (guint k = 0; k < problem->n_draws; k++)
    {
      g_assert_true (k == 0 || problem->draws[k - 1] <= problem->draws[k]);
      sum += problem->draws[k];
    }
  /* scores are about chance */
  g_assert_cmpfloat_with_epsilon (sum / problem->n_draws, 0, 1e-9);
  g_assert_cmpmem (problem->draws, sizeof (double) * problem->n_draws, same->draws, sizeof (double) * same->n_draws);
}

static void
test_many_learners_mean_fewer_draws (void)
{
  PzGroupBuilder *builder = fixture_builder (1200, 2);
  g_autofree double *pairs = g_new0 (double, 1200 * 1200);
  g_autoptr(PzGroupProblem) problem = NULL;

  pz_group_builder_add_pairs (builder, 1, pairs);
  problem = fixture_build (builder);
  g_assert_cmpuint (problem->n_draws, <, PZ_GROUP_DRAWS);
  g_assert_cmpuint (problem->n_draws, >=, 100);
}

static void
test_nothing_is_drawn_for_sizes_that_do_not_add_up (void)
{
  static const PzGroupSize small[] = { { 2, 3 }, { 2, 3 } };
  static const double numbers[] = { 3, 1, 4, 1, 5, 9, 2, 6 };
  PzGroupBuilder *builder = fixture_builder (8, 2);
  g_autoptr(PzGroupProblem) problem = NULL;

  pz_group_builder_set_sizes (builder, small, 2);
  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 3, numbers);
  problem = fixture_build (builder);
  g_assert_cmpuint (problem->n_draws, ==, 0);
  g_assert_cmpfloat (pz_group_problem_get_factor (problem, 0), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-normalise/importance-means-the-same-for-all", test_importance_means_the_same_for_all);
  g_test_add_func ("/core/group-normalise/what-cannot-matter-is-left-out", test_what_cannot_matter_is_left_out);
  g_test_add_func ("/core/group-normalise/sizes-by-chance-add-up", test_sizes_by_chance_add_up);
  g_test_add_func ("/core/group-normalise/sizes-that-are-fixed-stay", test_sizes_that_are_fixed_stay);
  g_test_add_func ("/core/group-normalise/chance-is-what-counting-says", test_chance_is_what_counting_says);
  g_test_add_func ("/core/group-normalise/draws-rise-and-are-the-same-each-time",
                   test_draws_rise_and_are_the_same_each_time);
  g_test_add_func ("/core/group-normalise/many-learners-mean-fewer-draws", test_many_learners_mean_fewer_draws);
  g_test_add_func ("/core/group-normalise/nothing-is-drawn-for-sizes-that-do-not-add-up",
                   test_nothing_is_drawn_for_sizes_that_do_not_add_up);
  return g_test_run ();
}
