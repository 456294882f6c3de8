/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-before-with.h"

#include <string.h>

static PzBeforeWith
make (PzSure   sure,
      PzEffect effect)
{
  PzBeforeWith found = { .sure = sure, .verdict.effect = effect };

  found.verdict.overlap = (PzOverlap) { .m = 1, .n = 7, .nap = 0.914, .lower = 0.6, .upper = 0.98 };
  return found;
}

static const struct
{
  PzSure sure;
  PzEffect effect;
  PzDirection direction;
  const char *says;
} rows[] = {
  { PZ_SURE_NOT_ENOUGH, PZ_EFFECT_NOT_ENOUGH, PZ_DIRECTION_INCREASE, "Not enough" },
  { PZ_SURE_EARLY_SIGN, PZ_EFFECT_EARLY_SIGN, PZ_DIRECTION_INCREASE, "Too early to say" },
  { PZ_SURE_EARLY_SIGN, PZ_EFFECT_CANNOT_TELL, PZ_DIRECTION_INCREASE, "Cannot tell" },
  { PZ_SURE_LIKELY, PZ_EFFECT_BETTER, PZ_DIRECTION_INCREASE, "higher" },
  { PZ_SURE_LIKELY, PZ_EFFECT_WORSE, PZ_DIRECTION_INCREASE, "lower" },
  { PZ_SURE_LIKELY, PZ_EFFECT_BETTER, PZ_DIRECTION_DECREASE, "lower" },
  { PZ_SURE_LIKELY, PZ_EFFECT_WORSE, PZ_DIRECTION_DECREASE, "higher" },
  { PZ_SURE_FIRM, PZ_EFFECT_BETTER, PZ_DIRECTION_INCREASE, "each time it was tried" },
};

static void
test_sentences_say_what_is_known (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const PzBeforeWith found = make (rows[i].sure, rows[i].effect);
      g_autofree char *named = pz_before_with_dup_sentence (&found, rows[i].direction, "100 %s cards");
      g_autofree char *bare = pz_before_with_dup_sentence (&found, rows[i].direction, NULL);

      g_test_message ("%s", named);
      g_assert_nonnull (strstr (named, rows[i].says));
      g_assert_nonnull (strstr (named, "“100 %s cards”")); /* a name is never a format */
      g_assert_nonnull (strstr (bare, rows[i].says));
      g_assert_null (strstr (bare, "“"));
    }
}

static void
test_no_number_without_its_points (void)
{
  const PzBeforeWith found = make (PZ_SURE_LIKELY, PZ_EFFECT_BETTER), little = make (PZ_SURE_NOT_ENOUGH, PZ_EFFECT_NOT_ENOUGH);
  g_autofree char *counts = pz_before_with_dup_counts (&found);
  g_autofree char *numbers = pz_before_with_dup_numbers (&found);

  g_assert_cmpstr (counts, ==, "1 point before, 7 points since");
  g_assert_nonnull (strstr (numbers, "91 of 100"));
  g_assert_nonnull (strstr (numbers, "60 to 98"));
  g_assert_null (pz_before_with_dup_numbers (&little));
}

static void
test_what_is_missing_is_said (void)
{
  PzBeforeWith found = make (PZ_SURE_EARLY_SIGN, PZ_EFFECT_EARLY_SIGN);
  g_autofree char *missing = NULL;

  g_assert_null (pz_before_with_dup_missing (&found));
  found.verdict.refusal = pz_refusal_more_points (3, 5);
  missing = pz_before_with_dup_missing (&found);
  g_assert_cmpstr (missing, ==, "2 more points needed");
}

static void
test_time_of_the_teacher_is_always_said (void)
{
  PzBeforeWith found = make (PZ_SURE_LIKELY, PZ_EFFECT_BETTER);
  g_autofree char *none = pz_before_with_dup_minutes (&found);
  g_autofree char *some = NULL;

  found.has_minutes = TRUE;
  found.minutes_before = 9.6;
  found.minutes_with = 4;
  some = pz_before_with_dup_minutes (&found);
  g_assert_nonnull (strstr (none, "No time"));
  g_assert_nonnull (strstr (some, "alone: 10 before, 4 since"));
}

static void
test_each_outcome_has_a_next_step (void)
{
  PzBeforeWith better = make (PZ_SURE_LIKELY, PZ_EFFECT_BETTER), worse = make (PZ_SURE_LIKELY, PZ_EFFECT_WORSE);
  PzBeforeWith early = make (PZ_SURE_EARLY_SIGN, PZ_EFFECT_EARLY_SIGN), short_before = early;

  short_before.verdict.refusal = (PzRefusal) { PZ_REFUSAL_MORE_BEFORE, 2 };
  g_assert_nonnull (strstr (pz_before_with_get_next (&better), "Keep it"));
  g_assert_nonnull (strstr (pz_before_with_get_next (&worse), "Talk it over"));
  g_assert_nonnull (strstr (pz_before_with_get_next (&early), "Keep measuring"));
  g_assert_nonnull (strstr (pz_before_with_get_next (&short_before), "before something is changed"));
}

static void
test_each_word_is_another (void)
{
  for (guint i = 0; i < PZ_N_CONFOUNDERS; i++)
    for (guint k = 0; k < i; k++)
      g_assert_cmpstr (pz_confounder_get_label (i), !=, pz_confounder_get_label (k));
  for (guint i = 0; i < PZ_N_SURE; i++)
    for (guint k = 0; k < i; k++)
      g_assert_cmpstr (pz_sure_get_label (i), !=, pz_sure_get_label (k));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/core/before-with-words/" path, function)
  ADD ("sentences-say-what-is-known", test_sentences_say_what_is_known);
  ADD ("no-number-without-its-points", test_no_number_without_its_points);
  ADD ("what-is-missing-is-said", test_what_is_missing_is_said);
  ADD ("time-of-the-teacher-is-always-said", test_time_of_the_teacher_is_always_said);
  ADD ("each-outcome-has-a-next-step", test_each_outcome_has_a_next_step);
  ADD ("each-word-is-another", test_each_word_is_another);
#undef ADD
  return g_test_run ();
}
