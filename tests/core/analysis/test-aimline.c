/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-aimline.h"

#include "analysis-fixture.h"

static void
test_straight_from_baseline_to_goal (void)
{
  PzAimline aimline;

  assert_allowed (pz_aimline_init (&aimline, 0, 20, 98, 40));
  assert_near (aimline.pace, 20.0 / 98);
  assert_near (pz_aimline_get_value (&aimline, 0), 20);
  assert_near (pz_aimline_get_value (&aimline, 49), 30);
  assert_near (pz_aimline_get_value (&aimline, 98), 40);
  assert_near (pz_aimline_get_value (&aimline, 196), 60);
}

static void
test_flat_when_the_goal_is_the_baseline (void)
{
  PzAimline aimline;

  assert_allowed (pz_aimline_init (&aimline, 0, 20, 98, 20));
  assert_near (aimline.pace, 0);
  assert_near (pz_aimline_get_value (&aimline, 40), 20);
}

static void
test_refused_in_words (void)
{
  PzAimline aimline;

  assert_refused (pz_aimline_init (&aimline, 0, 20, NAN, 40), "The goal needs a number to reach and a day to reach it by");
  assert_refused (pz_aimline_init (&aimline, 0, 20, 98, NAN), "The goal needs a number to reach and a day to reach it by");
  assert_refused (pz_aimline_init (&aimline, 98, 20, 98, 40),
                  "The goal is due on the day of the first point, or before it");
  assert_refused (pz_aimline_init (&aimline, 0, 20, 5e-324, 40),
                  "The numbers are too great, too small or too close together");
  assert_near (aimline.pace, 0);
}

static void
test_turned (void)
{
  PzAimline aimline;

  assert_allowed (pz_aimline_init (&aimline, 0, -12, 10, -2));
  pz_aimline_turn (&aimline);
  assert_near (aimline.baseline, 12);
  assert_near (aimline.target, 2);
  assert_near (aimline.pace, -1);
  assert_near (pz_aimline_get_value (&aimline, 5), 7);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/aimline/straight-from-baseline-to-goal", test_straight_from_baseline_to_goal);
  g_test_add_func ("/core/aimline/flat-when-the-goal-is-the-baseline", test_flat_when_the_goal_is_the_baseline);
  g_test_add_func ("/core/aimline/refused-in-words", test_refused_in_words);
  g_test_add_func ("/core/aimline/turned", test_turned);
  return g_test_run ();
}
