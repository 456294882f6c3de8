/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-explain.h"
#include "pz-group-problem-private.h"

#include <string.h>

/* readiness and values that pull apart, and pairs */
static PzGroupProblem *
make_class (gboolean with_rule)
{
  PzGroupBuilder *builder = fixture_builder (12, 3);
  double numbers[12], pairs[144] = { 0 };
  int values[12];
  PzRandom random;

  pz_random_init (&random, 9);
  for (guint i = 0; i < 12; i++)
    {
      values[i] = (int) (i % 3);
      numbers[i] = (double) values[i] * 10 + pz_random_below (&random, 3);
      for (guint j = 0; j < i; j++)
        pairs[i * 12 + j] = pairs[j * 12 + i] = pz_random_below (&random, 5);
    }
  pz_group_builder_add_numbers (builder, PZ_CRITERION_SIMILAR, 3, numbers);
  pz_group_builder_add_values (builder, PZ_CRITERION_SPREAD, 2, values);
  pz_group_builder_add_pairs (builder, 1, pairs);
  if (with_rule)
    pz_group_builder_apart (builder, 0, 3);
  return fixture_build (builder);
}

static PzGroupResult *
solve (const PzGroupProblem *problem)
{
  PzGroupWork work = { 1, 100000 };

  return pz_group_solver_run (problem, &work, NULL);
}

static void
test_scales_go_from_chance_to_the_best_alone (void)
{
  g_autoptr(PzGroupProblem) problem = make_class (TRUE);
  g_autoptr(PzGroupResult) result = solve (problem);
  g_autofree PzGroupScale *scales = pz_group_explain_scales (problem, 100000, NULL);
  double values[3];

  pz_group_problem_measure (problem, result->groups, values);
  for (guint c = 0; c < 3; c++)
    {
      double satisfaction = pz_group_explain_satisfaction (&scales[c], values[c]);

      g_assert_cmpfloat (scales[c].chance, ==, pz_group_problem_get_chance (problem, c));
      g_assert_cmpfloat (scales[c].best, <, scales[c].chance);
      g_assert_cmpfloat (values[c], >=, scales[c].best - 1e-4);
      g_assert_cmpfloat (satisfaction, >=, 0);
      g_assert_cmpfloat (satisfaction, <=, 100);
      g_assert_cmpfloat (pz_group_explain_satisfaction (&scales[c], scales[c].best), ==, 100);
      g_assert_cmpfloat (pz_group_explain_satisfaction (&scales[c], scales[c].chance), ==, 0);
      g_assert_cmpfloat (pz_group_explain_satisfaction (&scales[c], scales[c].chance + 1), ==, 0);
    }
  /* four of each of three values: a group of four has one value twice, (2 - 4/3)^2 + 2 (1 - 4/3)^2 */
  g_assert_cmpfloat_with_epsilon (scales[1].best, 3 * 2.0 / 3, 1e-9);
}

static void
test_without_effect_everything_is_fine (void)
{
  PzGroupScale scale = { 5, 5 };

  g_assert_cmpfloat (pz_group_explain_satisfaction (&scale, 5), ==, 100);
  g_assert_cmpfloat (pz_group_explain_satisfaction (&scale, 6), ==, 0);
}

static void
test_percentile_never_claims_what_was_not_drawn (void)
{
  g_autoptr(PzGroupProblem) problem = make_class (FALSE);
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;

  g_assert_cmpfloat (pz_group_explain_percentile (problem, -1e9), ==, 100 * 1999.0 / 2000);
  g_assert_cmpfloat (pz_group_explain_percentile (problem, 1e9), ==, 0);
  g_assert_cmpfloat_with_epsilon (pz_group_explain_percentile (problem, problem->draws[1000]), 50, 5);
  text = pz_group_explain_dup_percentile_text (problem, -1e9);
  expected = g_strdup_printf ("Better than %.1f %% of groups by chance.", 99.9); /* in the numbers of the locale */
  g_assert_cmpstr (text, ==, expected);
}

static double
score_of (const PzGroupProblem *problem,
          const guint          *groups)
{
  double values[3];

  pz_group_problem_measure (problem, groups, values);
  return pz_group_problem_get_score (problem, values);
}

static void
test_changes_add_up_to_the_change_of_the_score (void)
{
  static const guint before[] = { 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2 }, after[] = { 0, 0, 0, 1, 0, 1, 1, 2, 1, 2, 2, 2 };
  g_autoptr(PzGroupProblem) problem = make_class (FALSE);
  double changes[3];

  pz_group_explain_move (problem, before, after, changes);
  g_assert_cmpfloat_with_epsilon (changes[0] + changes[1] + changes[2], score_of (problem, after) - score_of (problem, before),
                                  1e-9);
}

static void
test_swaps_are_what_they_say_and_the_best_come_first (void)
{
  static const guint groups[] = { 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2 };
  g_autoptr(PzGroupProblem) problem = make_class (TRUE);
  g_autoptr(GArray) all = pz_group_explain_best_swaps (problem, groups, 100, NULL);
  g_autoptr(GArray) of_ana = pz_group_explain_swaps_of (problem, groups, 0, 3);

  /* 66 pairs, 18 of them in one group */
  g_assert_cmpuint (all->len, ==, 48);
  g_assert_cmpuint (of_ana->len, ==, 3);
  for (guint k = 0; k < all->len; k++)
    {
      const PzGroupSwap *swap = &g_array_index (all, PzGroupSwap, k);
      guint after[12];

      memcpy (after, groups, sizeof after);
      after[swap->a] = groups[swap->b];
      after[swap->b] = groups[swap->a];
      g_assert_cmpfloat_with_epsilon (swap->score, score_of (problem, after) - score_of (problem, groups), 1e-9);
      g_assert_cmpint (swap->breaks, ==,
                       pz_group_problem_count_broken (problem, after) - pz_group_problem_count_broken (problem, groups));
      if (k > 0)
        g_assert_cmpint (swap->breaks, >=, (swap - 1)->breaks);
      if (k > 0 && swap->breaks == (swap - 1)->breaks)
        g_assert_cmpfloat (swap->score, >=, (swap - 1)->score - 1e-9);
    }
  /* 0 and 3 must be apart and are not: the first mends that */
  g_assert_cmpint (g_array_index (all, PzGroupSwap, 0).breaks, ==, -1);
  for (guint k = 0; k < 3; k++)
    g_assert_cmpuint (g_array_index (of_ana, PzGroupSwap, k).a, ==, 0);
}

static void
test_no_swaps_are_told_when_cancelled (void)
{
  static const guint groups[] = { 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2 };
  g_autoptr(PzGroupProblem) problem = make_class (TRUE);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GArray) swaps = NULL;

  g_cancellable_cancel (cancellable);
  swaps = pz_group_explain_best_swaps (problem, groups, 100, cancellable);
  g_assert_cmpuint (swaps->len, ==, 0);
}

static void
test_of_the_best_groups_no_swap_is_better (void)
{
  g_autoptr(PzGroupProblem) problem = make_class (TRUE);
  g_autoptr(PzGroupResult) result = solve (problem);
  g_autoptr(GArray) swaps = pz_group_explain_best_swaps (problem, result->groups, 1, NULL);

  g_assert_cmpint (g_array_index (swaps, PzGroupSwap, 0).breaks, ==, 0);
  g_assert_cmpfloat (g_array_index (swaps, PzGroupSwap, 0).score, >=, -1e-3);
}

static void
test_a_rule_has_a_price (void)
{
  g_autoptr(PzGroupProblem) problem = make_class (TRUE);
  g_autoptr(PzGroupProblem) without = make_class (FALSE);
  g_autoptr(PzGroupResult) result = solve (problem);
  g_autoptr(PzGroupResult) freely = solve (without);
  double changes[3];
  double price = pz_group_explain_price (problem, without, result->groups, freely->groups, changes);

  pz_group_proof_run (problem, result, NULL);
  pz_group_proof_run (without, freely, NULL);
  g_assert_cmpfloat (price, >=, 0);
  g_assert_cmpfloat_with_epsilon (price, score_of (problem, result->groups) - score_of (problem, freely->groups), 1e-9);
  g_assert_cmpfloat_with_epsilon (price, changes[0] + changes[1] + changes[2], 1e-9);
  g_assert_cmpfloat (pz_group_explain_price (problem, without, freely->groups, freely->groups, NULL), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-explain/scales-go-from-chance-to-the-best-alone", test_scales_go_from_chance_to_the_best_alone);
  g_test_add_func ("/core/group-explain/without-effect-everything-is-fine", test_without_effect_everything_is_fine);
  g_test_add_func ("/core/group-explain/percentile-never-claims-what-was-not-drawn",
                   test_percentile_never_claims_what_was_not_drawn);
  g_test_add_func ("/core/group-explain/changes-add-up-to-the-change-of-the-score",
                   test_changes_add_up_to_the_change_of_the_score);
  g_test_add_func ("/core/group-explain/swaps-are-what-they-say-and-the-best-come-first",
                   test_swaps_are_what_they_say_and_the_best_come_first);
  g_test_add_func ("/core/group-explain/no-swaps-are-told-when-cancelled", test_no_swaps_are_told_when_cancelled);
  g_test_add_func ("/core/group-explain/of-the-best-groups-no-swap-is-better", test_of_the_best_groups_no_swap_is_better);
  g_test_add_func ("/core/group-explain/a-rule-has-a-price", test_a_rule_has_a_price);
  return g_test_run ();
}
