/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-before-with.h"

#include "progress-fixture.h"

#include <math.h>

#define NEAR 1e-6
#define TODAY "2026-12-02"

static GArray *
compare (ProgressSetting  *setting,
         const PzTalk     *talks,
         gsize             n_talks,
         PzGoalProgress  **progress)
{
  g_autoptr(PzSchoolDays) days = progress_fixture_days ();
  GDate today;

  setting->today = TODAY;
  setting->baseline = 20;
  setting->target = 60;
  *progress = progress_fixture_make (setting);
  progress_fixture_day (TODAY, &today);
  return pz_before_with_list (*progress, talks, n_talks, days, &today);
}

/* the worked example of the package documentation for non-overlap statistics */
static void
test_numbers_agree_with_the_published_example (void)
{
  const double values[] = { 20, 20, 26, 25, 22, 23, 28, 25, 24, 27, 30, 30, 29 };
  ProgressSetting setting = { .values = values, .n = 13, .phases = { 42 }, .strategies = { "cards" } };
  g_autoptr(PzGoalProgress) progress = NULL;
  g_autoptr(GArray) list = compare (&setting, NULL, 0, &progress);
  const PzBeforeWith *found = &g_array_index (list, PzBeforeWith, 0);

  g_assert_cmpuint (list->len, ==, 1);
  g_assert_null (found->before);
  g_assert_cmpstr (found->with, ==, "cards");
  g_assert_cmpuint (found->verdict.overlap.m, ==, 6);
  g_assert_cmpuint (found->verdict.overlap.n, ==, 7);
  g_assert_cmpfloat_with_epsilon (found->verdict.overlap.nap, 0.916667, NEAR);
  g_assert_cmpfloat_with_epsilon (found->verdict.overlap.lower, 0.597319, NEAR);
  g_assert_cmpint (found->sure, ==, PZ_SURE_LIKELY);
  g_assert_cmpint (found->verdict.effect, ==, PZ_EFFECT_BETTER);
  g_assert_cmpfloat (found->median_before, ==, 22.5);
  g_assert_cmpfloat (found->median_with, ==, 28);
}

static void
test_data_decides_how_sure_it_is (void)
{
  const double clear[] = { 20, 21, 20, 21, 22, 40, 41, 42, 40, 43 };
  static const struct { guint32 change; gsize n; PzSure sure; } rows[] = {
    { 35, 10, PZ_SURE_LIKELY }, { 35, 9, PZ_SURE_EARLY_SIGN }, { 35, 8, PZ_SURE_EARLY_SIGN }, { 35, 7, PZ_SURE_NOT_ENOUGH },
    { 14, 7, PZ_SURE_NOT_ENOUGH }, { 21, 8, PZ_SURE_EARLY_SIGN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ProgressSetting setting = { .values = clear, .n = rows[i].n, .phases = { rows[i].change }, .strategies = { "cards" } };
      g_autoptr(PzGoalProgress) progress = NULL;
      g_autoptr(GArray) list = compare (&setting, NULL, 0, &progress);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (g_array_index (list, PzBeforeWith, 0).sure, ==, rows[i].sure);
    }
}

static void
test_less_is_better_where_the_measure_says_so (void)
{
  const double falling[] = { 40, 41, 42, 40, 43, 20, 21, 20, 21, 22 };
  ProgressSetting setting = { .values = falling, .n = 10, .decrease = TRUE, .phases = { 35 }, .strategies = { "cards" } };
  g_autoptr(PzGoalProgress) progress = NULL;
  g_autoptr(GArray) list = compare (&setting, NULL, 0, &progress);
  const PzBeforeWith *found = &g_array_index (list, PzBeforeWith, 0);

  g_assert_cmpint (found->verdict.effect, ==, PZ_EFFECT_BETTER);
  g_assert_cmpfloat (found->median_before, ==, 41);
  g_assert_cmpfloat (found->median_with, ==, 21);
}

static void
test_the_same_change_twice_may_be_firm (void)
{
  double values[20];
  ProgressSetting setting = { .values = values, .n = 20, .phases = { 35, 70, 105 }, .strategies = { "app", NULL, "app" } };
  g_autoptr(PzGoalProgress) progress = NULL;
  g_autoptr(GArray) list = NULL;
  GDate today;

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = (i / 5) % 2 == 0 ? 20 + i % 3 : 40 + i % 3;
  setting.today = "2027-01-20";
  setting.baseline = 20;
  setting.target = 60;
  progress = progress_fixture_make (&setting);
  progress_fixture_day (setting.today, &today);
  list = pz_before_with_list (progress, NULL, 0, NULL, &today);
  g_assert_cmpuint (list->len, ==, 3);
  g_assert_cmpint (g_array_index (list, PzBeforeWith, 0).sure, ==, PZ_SURE_FIRM);
  g_assert_cmpint (g_array_index (list, PzBeforeWith, 1).sure, ==, PZ_SURE_LIKELY); /* back without: another question */
  g_assert_cmpint (g_array_index (list, PzBeforeWith, 2).sure, ==, PZ_SURE_FIRM);
}

static gboolean
has (const GArray *list,
     guint         i,
     PzConfounder  confounder)
{
  return (g_array_index (list, PzBeforeWith, i).confounders & (1u << confounder)) != 0;
}

static void
test_what_else_changed_is_named (void)
{
  const double values[] = { 20, 22, 21, 23, 22, 40, 41, 42, 40, 43, 41, 42 };
  ProgressSetting one = { .values = values, .n = 12, .phases = { 35 }, .strategies = { "app" } };
  ProgressSetting near = { .values = values, .n = 12, .phases = { 35, 45 }, .strategies = { "app", "cards" } };
  g_autoptr(PzGoalProgress) first = NULL;
  g_autoptr(PzGoalProgress) second = NULL;
  g_autoptr(GArray) alone = compare (&one, NULL, 0, &first);
  g_autoptr(GArray) both = compare (&near, NULL, 0, &second);

  for (guint i = 0; i < PZ_N_CONFOUNDERS; i++)
    g_assert_false (has (alone, 0, i));
  g_assert_true (has (both, 0, PZ_CONFOUNDER_OTHER_PHASE));
}

static void
test_a_rise_before_the_change_is_named (void)
{
  const double rising[] = { 20, 23, 26, 29, 32, 35, 40, 41, 42, 44, 45, 46 };
  ProgressSetting setting = { .values = rising, .n = 12, .phases = { 42 }, .strategies = { "app" } };
  g_autoptr(PzGoalProgress) progress = NULL;
  g_autoptr(GArray) list = compare (&setting, NULL, 0, &progress);

  g_assert_true (has (list, 0, PZ_CONFOUNDER_TREND));
}

static void
test_values_at_the_limit_are_named (void)
{
  const double full[] = { 60, 62, 61, 63, 62, 100, 100, 95, 96, 94, 93, 92 };
  ProgressSetting setting = { .values = full, .n = 12, .phases = { 35 }, .strategies = { "app" } };
  g_autoptr(PzGoalProgress) progress = NULL;
  g_autoptr(GArray) list = compare (&setting, NULL, 0, &progress);

  g_assert_true (has (list, 0, PZ_CONFOUNDER_LIMIT)); /* 2 of 7 */
}

static void
test_absences_since_the_change_are_named (void)
{
  const double values[] = { 20, 22, 21, 23, 22, 40, 41, 42, 40, 43, 41, 42 };
  ProgressSetting since = { .values = values, .n = 12, .phases = { 35 }, .strategies = { "app" },
                            .away = { "2026-10-12", "2026-10-30" } };
  ProgressSetting before = { .values = values, .n = 12, .phases = { 35 }, .strategies = { "app" },
                             .away = { "2026-09-07", "2026-09-25" } };
  g_autoptr(PzGoalProgress) first = NULL;
  g_autoptr(PzGoalProgress) second = NULL;
  g_autoptr(GArray) away = compare (&since, NULL, 0, &first);
  g_autoptr(GArray) there = compare (&before, NULL, 0, &second);

  g_assert_true (has (away, 0, PZ_CONFOUNDER_ABSENCES)); /* 15 of 43 school days */
  g_assert_false (has (there, 0, PZ_CONFOUNDER_ABSENCES));
}

static void
test_the_first_fortnight_is_named (void)
{
  const double values[] = { 20, 22, 21, 23, 22, 21, 22, 23, 21, 22, 40, 41 };
  ProgressSetting setting = { .values = values, .n = 12, .phases = { 70 }, .strategies = { "app" } };
  g_autoptr(PzGoalProgress) progress = NULL;
  g_autoptr(GArray) list = compare (&setting, NULL, 0, &progress);

  g_assert_true (has (list, 0, PZ_CONFOUNDER_NOVELTY));
}

/* 5 weeks before the change, 8 weeks and 3 days since */
static void
test_time_of_the_teacher_is_counted_by_the_week (void)
{
  const double values[] = { 20, 22, 21, 23, 22, 40, 41, 42 };
  const guint32 start = pz_day_from_text (PROGRESS_START);
  const PzTalk talks[] = { { start - 1, 100 }, { start, 20 }, { start + 34, 30 }, { start + 35, 59 } };
  ProgressSetting setting = { .values = values, .n = 8, .phases = { 35 }, .strategies = { "app" } };
  g_autoptr(PzGoalProgress) progress = NULL;
  g_autoptr(PzGoalProgress) other = NULL;
  g_autoptr(GArray) list = compare (&setting, talks, G_N_ELEMENTS (talks), &progress);
  g_autoptr(GArray) none = compare (&setting, NULL, 0, &other);
  const PzBeforeWith *found = &g_array_index (list, PzBeforeWith, 0);

  g_assert_true (found->has_minutes);
  g_assert_cmpfloat_with_epsilon (found->minutes_before, 10, NEAR);
  g_assert_cmpfloat_with_epsilon (found->minutes_with, 7, NEAR);
  g_assert_false (g_array_index (none, PzBeforeWith, 0).has_minutes);
}

static void
test_nothing_is_compared_where_nothing_changed (void)
{
  const double values[] = { 20, 22, 21 };
  ProgressSetting none = { .values = values, .n = 3 };
  ProgressSetting future = { .values = values, .n = 3, .phases = { 300 }, .strategies = { "app" } };
  ProgressSetting empty = { .n = 0, .phases = { 7, 14 }, .strategies = { "app", "cards" } };
  g_autoptr(PzGoalProgress) a = NULL;
  g_autoptr(PzGoalProgress) b = NULL;
  g_autoptr(PzGoalProgress) c = NULL;
  g_autoptr(GArray) nothing = compare (&none, NULL, 0, &a);
  g_autoptr(GArray) later = compare (&future, NULL, 0, &b);
  g_autoptr(GArray) bare = compare (&empty, NULL, 0, &c);

  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (later->len, ==, 0);
  g_assert_cmpuint (bare->len, ==, 1);
  g_assert_cmpint (g_array_index (bare, PzBeforeWith, 0).sure, ==, PZ_SURE_NOT_ENOUGH);
  g_assert_true (isnan (g_array_index (bare, PzBeforeWith, 0).median_with));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/core/before-with/" path, function)
  ADD ("numbers-agree-with-the-published-example", test_numbers_agree_with_the_published_example);
  ADD ("data-decides-how-sure-it-is", test_data_decides_how_sure_it_is);
  ADD ("less-is-better-where-the-measure-says-so", test_less_is_better_where_the_measure_says_so);
  ADD ("the-same-change-twice-may-be-firm", test_the_same_change_twice_may_be_firm);
  ADD ("what-else-changed-is-named", test_what_else_changed_is_named);
  ADD ("a-rise-before-the-change-is-named", test_a_rise_before_the_change_is_named);
  ADD ("values-at-the-limit-are-named", test_values_at_the_limit_are_named);
  ADD ("absences-since-the-change-are-named", test_absences_since_the_change_are_named);
  ADD ("the-first-fortnight-is-named", test_the_first_fortnight_is_named);
  ADD ("time-of-the-teacher-is-counted-by-the-week", test_time_of_the_teacher_is_counted_by_the_week);
  ADD ("nothing-is-compared-where-nothing-changed", test_nothing_is_compared_where_nothing_changed);
#undef ADD
  return g_test_run ();
}
