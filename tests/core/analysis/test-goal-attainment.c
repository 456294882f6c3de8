/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-attainment.h"

#include "analysis-fixture.h"

static void
score (const double     *levels,
       gsize             n,
       PzGoalAttainment *attainment)
{
  pz_goal_attainment_score (levels, NULL, n, PZ_GOAL_ATTAINMENT_RHO, attainment);
}

static void
test_known_scores (void)
{
  const double expected[] = { 0, 0, 0 }, one[] = { 1 }, two[] = { 1, 1 }, worst[] = { -2 };
  PzGoalAttainment attainment;

  score (expected, 3, &attainment);
  assert_near (attainment.t, 50);
  score (one, 1, &attainment);
  assert_near (attainment.t, 60);
  score (two, 2, &attainment);
  assert_near_digits (attainment.t, 62.403, 3);
  score (worst, 1, &attainment);
  assert_near (attainment.t, 30);
}

static void
test_weights_count (void)
{
  const double levels[] = { 2, -1 }, weights[] = { 3, 1 };
  PzGoalAttainment attainment;

  pz_goal_attainment_score (levels, weights, 2, 0.3, &attainment);
  assert_near (attainment.t, 50 + 10 * 5 / sqrt (0.7 * 10 + 0.3 * 16));
}

static void
test_median_and_counts_stand_beside_it (void)
{
  const double levels[] = { 2, -1, NAN, 0, -1, 1, 1 };
  PzGoalAttainment attainment;

  score (levels, 7, &attainment);
  g_assert_cmpuint (attainment.n, ==, 6);
  assert_near (attainment.median, 0.5);
  g_assert_cmpuint (attainment.counts[0], ==, 0);
  g_assert_cmpuint (attainment.counts[1], ==, 2);
  g_assert_cmpuint (attainment.counts[2], ==, 1);
  g_assert_cmpuint (attainment.counts[3], ==, 2);
  g_assert_cmpuint (attainment.counts[4], ==, 1);
}

static void
test_refused_in_words (void)
{
  const double unrated[] = { NAN, NAN }, levels[] = { 1, 0 }, weights[] = { 1, 0 }, off[] = { 3 }, half[] = { 0.5 };
  PzGoalAttainment attainment;

  score (NULL, 0, &attainment);
  assert_refused (attainment.refusal, "Nothing has been rated yet");
  score (unrated, 2, &attainment);
  assert_refused (attainment.refusal, "Nothing has been rated yet");
  pz_goal_attainment_score (levels, weights, 2, 0.3, &attainment);
  assert_refused (attainment.refusal, "Every weight must be greater than 0");
  assert_near (attainment.t, 0);
  score (off, 1, &attainment);
  assert_refused (attainment.refusal, "The numbers are too great, too small or too close together");
  score (half, 1, &attainment);
  assert_refused (attainment.refusal, "The numbers are too great, too small or too close together");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/goal-attainment/known-scores", test_known_scores);
  g_test_add_func ("/core/goal-attainment/weights-count", test_weights_count);
  g_test_add_func ("/core/goal-attainment/median-and-counts-stand-beside-it", test_median_and_counts_stand_beside_it);
  g_test_add_func ("/core/goal-attainment/refused-in-words", test_refused_in_words);
  return g_test_run ();
}
