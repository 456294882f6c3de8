/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-finding.h"

#include "progress-fixture.h"

#include <math.h>
#include <string.h>

static const double rising[] = { 20, 23, 22, 26, 27, 31, 30, 34, 36, 39 };
static const double flat[] = { 20, 21, 20, 22, 21, 20, 21, 22, 21, 20 };
static const double early_low[] = { 20, 20, 21, 20, 20, 21, 20 };
static const double early_high[] = { 20, 30, 40, 45, 50, 48, 52 };
static const double wild[] = { 20, 60, 10, 70, 20, 50, 5, 65, 30, 40 };
static const double held[] = { 20, 61, 62, 63 };

/* each: the values, the target, the day it is, what is said */
static const struct
{
  const double *values;
  gsize n;
  double target;
  const char *today;
  guint occasions;
  const char *says;
} rows[] = {
  { NULL, 0, 60, "2026-09-07", 1, "Nothing was measured yet" },
  { rising, 2, 60, "2026-09-08", 1, "not enough points" },
  { rising, 4, 60, "2026-11-02", 1, "a while ago" },
  { rising, 4, 60, "2026-09-22", 1, "Keep going until " },
  { early_low, 7, 60, "2026-10-13", 1, "try a change of support" },
  { early_high, 7, 60, "2026-10-13", 1, "could be raised" },
  { rising, 10, 48, "2026-11-03", 1, "At this pace the target is reached" },
  { rising, 10, 30, "2026-11-03", 6, "Faster than the goal asks" },
  { flat, 10, 60, "2026-11-03", 1, "Slower than the goal asks" },
  { wild, 10, 95, "2026-11-03", 1, "Cannot tell" },
  { rising, 10, NAN, "2026-11-03", 1, "no number and day" },
  { held, 4, 60, "2026-09-22", 3, "held as often as was agreed" },
  { flat, 10, 60, "2026-12-08", 1, ", has passed" },
};

static void
test_each_state_has_its_sentence (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const ProgressSetting setting = { .values = rows[i].values, .n = rows[i].n, .baseline = 20, .target = rows[i].target,
                                        .today = rows[i].today, .occasions = rows[i].occasions };
      g_autoptr(PzGoalProgress) progress = progress_fixture_make (&setting);
      g_autofree char *sentence = NULL;
      GDate today;

      progress_fixture_day (rows[i].today, &today);
      sentence = pz_goal_finding_dup_sentence (progress, &today);
      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, sentence);
      g_assert_nonnull (strstr (sentence, rows[i].says));
    }
}

static void
test_last_four_points_are_only_a_note_beside_the_trend (void)
{
  /* slow over all, and the last four points jumped */
  const double jumped[] = { 20, 12, 14, 10, 12, 9, 10, 60, 61, 62, 63 };
  const ProgressSetting setting = { .values = jumped, .n = G_N_ELEMENTS (jumped), .baseline = 20, .target = 60, .today = "2026-11-10",
                                    .occasions = 8 };
  const ProgressSetting early = { .values = early_low, .n = 7, .baseline = 20, .target = 60, .today = "2026-10-13" };
  g_autoptr(PzGoalProgress) progress = progress_fixture_make (&setting);
  g_autoptr(PzGoalProgress) before = progress_fixture_make (&early);
  g_autofree char *note = pz_goal_finding_dup_note (progress);

  g_assert_cmpint (progress->decision.four_point, ==, PZ_PROPOSAL_RAISE_GOAL);
  g_assert_cmpint (progress->decision.trend, !=, PZ_PROPOSAL_RAISE_GOAL);
  g_assert_cmpstr (note, ==, "The last four points, though, are all better than the aimline.");
  g_assert_null (pz_goal_finding_dup_note (before));
}

static void
test_a_goal_that_is_met_is_not_overdue (void)
{
  const ProgressSetting open = { .values = flat, .n = 4, .baseline = 20, .target = 60, .today = "2026-12-08" };
  const ProgressSetting met = { .values = held, .n = 4, .baseline = 20, .target = 60, .today = "2026-12-08" };
  g_autoptr(PzGoalProgress) one = progress_fixture_make (&open);
  g_autoptr(PzGoalProgress) other = progress_fixture_make (&met);
  GDate today, due;

  progress_fixture_day ("2026-12-08", &today);
  progress_fixture_day (PROGRESS_DUE, &due);
  g_assert_true (pz_goal_finding_is_overdue (one, &today));
  g_assert_false (pz_goal_finding_is_overdue (one, &due));
  g_assert_false (pz_goal_finding_is_overdue (other, &today));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/goal-finding/each-state-has-its-sentence", test_each_state_has_its_sentence);
  g_test_add_func ("/core/goal-finding/last-four-points-are-only-a-note-beside-the-trend",
                   test_last_four_points_are_only_a_note_beside_the_trend);
  g_test_add_func ("/core/goal-finding/a-goal-that-is-met-is-not-overdue", test_a_goal_that_is_met_is_not_overdue);
  return g_test_run ();
}
