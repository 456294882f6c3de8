/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-reading.h"

#include <math.h>

static PzQuickGoal *
make (const char *kind,
      const char *unit,
      double      minimum,
      double      maximum)
{
  PzQuickGoal *goal = pz_quick_goal_new ("goal", "Reads aloud", "Words");

  goal->kind = g_strdup (kind);
  goal->unit = g_strdup (unit);
  goal->minimum = minimum;
  goal->maximum = maximum;
  return goal;
}

static void
test_values_in_words (void)
{
  static const struct { const char *kind, *unit; double value, out_of; const char *text; } rows[] = {
    { "rate", "words a minute", 79, NAN, "79 words a minute" }, { "rate", NULL, 79, NAN, "79" }, { NULL, NULL, 2, NAN, "2" },
    { "percent", NULL, 85, NAN, "85 %" }, { "percent", NULL, 13, 16, "13 of 16" },
    { "yes-no", "yes or no", 1, NAN, "yes" }, { "yes-no", "yes or no", 0, NAN, "no" }, { "yes-no", "yes or no", 3, 5, "3 of 5" },
    { "yes-no", "yes or no", 2, NAN, "2" },
    /* steps by name: what stands as a unit is none of the number */
    { "level", "of 4", 3, NAN, "3" }, { "goal-attainment", "-2 to +2", -1, NAN, "\xe2\x81\xa6-1\xe2\x81\xa9" },
    { "count", "times", NAN, NAN, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PzQuickGoal) goal = make (rows[i].kind, rows[i].unit, NAN, NAN);
      g_autofree char *text = pz_quick_goal_dup_value (goal, rows[i].value, rows[i].out_of);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_ranges_in_words (void)
{
  static const struct { const char *kind, *unit; double minimum, maximum; const char *text; } rows[] = {
    { "rate", "words a minute", 0, 250, "0 to 250 words a minute" }, { "count", "times", 1, NAN, "1 or more times" },
    { "count", NULL, NAN, 20, "20 or less" }, { "percent", NULL, 0, 100, "0 to 100 %" }, { "yes-no", NULL, 0, 1, "yes or no" },
    { "count", "times", NAN, NAN, "times" }, { "count", NULL, NAN, NAN, "" }, { "level", "of 4", NAN, NAN, "" },
    { "level", "of 4", 1, 4, "1 to 4" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PzQuickGoal) goal = make (rows[i].kind, rows[i].unit, rows[i].minimum, rows[i].maximum);
      g_autofree char *text = pz_quick_goal_dup_range (goal);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/quick-goal/values-in-words", test_values_in_words);
  g_test_add_func ("/core/quick-goal/ranges-in-words", test_ranges_in_words);
  return g_test_run ();
}
