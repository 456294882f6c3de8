/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-phase-verdict.h"

#include "analysis-fixture.h"

/* five, and five that are all greater */
static const double low[] = { 1, 2, 3, 4, 5, 2 }, high[] = { 6, 7, 8, 9, 10, 7 };

static void
test_the_interval_decides_from_five_points (void)
{
  PzPhaseVerdict verdict;

  pz_phase_verdict_make (low, 5, high, 5, &verdict);
  g_assert_cmpint (verdict.effect, ==, PZ_EFFECT_BETTER);
  g_assert_cmpint (verdict.size, ==, PZ_EFFECT_SIZE_LARGE);
  assert_near (verdict.overlap.lower, 0.6427028239310433);
  assert_allowed (verdict.refusal);
  pz_phase_verdict_make (high, 5, low, 5, &verdict);
  g_assert_cmpint (verdict.effect, ==, PZ_EFFECT_WORSE);
  g_assert_cmpint (verdict.size, ==, PZ_EFFECT_SIZE_LARGE);
  pz_phase_verdict_make (low, 6, low, 6, &verdict);
  g_assert_cmpint (verdict.effect, ==, PZ_EFFECT_CANNOT_TELL);
  g_assert_cmpint (verdict.size, ==, PZ_EFFECT_SIZE_NONE);
}

static void
test_three_points_are_an_early_sign_at_most (void)
{
  PzPhaseVerdict verdict;

  pz_phase_verdict_make (low, 3, high, 3, &verdict);
  /* the interval alone would say more */
  assert_near (verdict.overlap.lower, 0.5010187607015302);
  g_assert_cmpint (verdict.effect, ==, PZ_EFFECT_EARLY_SIGN);
  g_assert_cmpint (verdict.size, ==, PZ_EFFECT_SIZE_NONE);
  assert_refused (verdict.refusal, "2 points too few were measured before the change");
  pz_phase_verdict_make (low, 5, high, 4, &verdict);
  g_assert_cmpint (verdict.effect, ==, PZ_EFFECT_EARLY_SIGN);
  assert_refused (verdict.refusal, "1 more point needed");
}

static void
test_less_than_three_is_not_enough (void)
{
  PzPhaseVerdict verdict;

  pz_phase_verdict_make (low, 6, high, 2, &verdict);
  g_assert_cmpint (verdict.effect, ==, PZ_EFFECT_NOT_ENOUGH);
  assert_refused (verdict.refusal, "3 more points needed");
  pz_phase_verdict_make (low, 6, NULL, 0, &verdict);
  g_assert_cmpint (verdict.effect, ==, PZ_EFFECT_NOT_ENOUGH);
  assert_refused (verdict.refusal, "5 more points needed");
  pz_phase_verdict_make (NULL, 0, high, 6, &verdict);
  assert_refused (verdict.refusal, "5 points too few were measured before the change");
}

static void
test_undecided_counts_what_is_missing (void)
{
  const double a[] = { 1, 2, 3, 4, 5, 6 }, b[] = { 4.5, 4.5, 5.5, 5.5, 6.5 }, near[] = { 1, 2, 3, 4, 6 };
  PzPhaseVerdict verdict;

  pz_phase_verdict_make (a, 6, b, 5, &verdict);
  assert_near (verdict.overlap.nap, 0.8);
  g_assert_cmpint (verdict.effect, ==, PZ_EFFECT_CANNOT_TELL);
  assert_refused (verdict.refusal, "6 more points needed");
  pz_phase_verdict_make (a, 6, near, 5, &verdict);
  assert_refused (verdict.refusal, "Not within half a year at this scatter: measure twice a day or use a steadier task");
}

static void
test_sizes (void)
{
  double a[40], b[40];
  PzPhaseVerdict verdict;

  /* so many points that a small difference is sure */
  for (gsize i = 0; i < 40; i++)
    {
      a[i] = (double) i;
      b[i] = (double) i + 12;
    }
  pz_phase_verdict_make (a, 40, b, 40, &verdict);
  g_assert_cmpint (verdict.effect, ==, PZ_EFFECT_BETTER);
  g_assert_cmpint (verdict.size, ==, PZ_EFFECT_SIZE_MEDIUM);
  pz_phase_verdict_make (b, 40, a, 40, &verdict);
  g_assert_cmpint (verdict.effect, ==, PZ_EFFECT_WORSE);
  g_assert_cmpint (verdict.size, ==, PZ_EFFECT_SIZE_MEDIUM);
  for (gsize i = 0; i < 40; i++)
    b[i] = (double) i + 6.5;
  pz_phase_verdict_make (a, 40, b, 40, &verdict);
  g_assert_cmpint (verdict.effect, ==, PZ_EFFECT_BETTER);
  g_assert_cmpint (verdict.size, ==, PZ_EFFECT_SIZE_SMALL);
}

static void
test_words_say_where_the_values_lie (void)
{
  g_assert_cmpstr (pz_effect_get_name (PZ_EFFECT_EARLY_SIGN), ==, "early-sign");
  g_assert_cmpstr (pz_effect_get_label (PZ_EFFECT_BETTER, PZ_DIRECTION_INCREASE), ==, "higher than before");
  g_assert_cmpstr (pz_effect_get_label (PZ_EFFECT_BETTER, PZ_DIRECTION_DECREASE), ==, "lower than before");
  g_assert_cmpstr (pz_effect_get_label (PZ_EFFECT_WORSE, PZ_DIRECTION_DECREASE), ==, "higher than before");
  g_assert_cmpstr (pz_effect_get_label (PZ_EFFECT_NOT_ENOUGH, PZ_DIRECTION_INCREASE), ==, "not enough yet");
  g_assert_cmpstr (pz_effect_size_get_label (PZ_EFFECT_SIZE_MEDIUM), ==, "medium");
  g_assert_null (pz_effect_size_get_label (PZ_EFFECT_SIZE_NONE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/phase-verdict/the-interval-decides-from-five-points", test_the_interval_decides_from_five_points);
  g_test_add_func ("/core/phase-verdict/three-points-are-an-early-sign-at-most", test_three_points_are_an_early_sign_at_most);
  g_test_add_func ("/core/phase-verdict/less-than-three-is-not-enough", test_less_than_three_is_not_enough);
  g_test_add_func ("/core/phase-verdict/undecided-counts-what-is-missing", test_undecided_counts_what_is_missing);
  g_test_add_func ("/core/phase-verdict/sizes", test_sizes);
  g_test_add_func ("/core/phase-verdict/words-say-where-the-values-lie", test_words_say_where_the_values_lie);
  return g_test_run ();
}
