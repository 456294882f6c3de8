/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-hints.h"

#include <math.h>
#include <string.h>

typedef struct
{
  PzClock *clock;
  PzDocument *classroom;
  PzRecord *measure; /* words a minute, 0 to 200, more is better */
  PzGoalDraft *draft;
  PzRecord *goal;    /* nothing to be said against it */
} Fixture;

static void
write_good_goal (PzRecord *goal,
                 PzRecord *measure)
{
  pz_record_set_text (goal, PZ_GOAL_BEHAVIOUR, "reads aloud");
  pz_record_set_text (goal, PZ_GOAL_CRITERION, "60 words a minute");
  pz_record_set_text (goal, PZ_GOAL_MEASURE, pz_record_get_id (measure));
  pz_record_set_number (goal, PZ_GOAL_BASELINE, 30);
  pz_record_set_number (goal, PZ_GOAL_TARGET, 60);
  pz_record_set_text (goal, PZ_GOAL_START, "2026-09-07");
  pz_record_set_text (goal, PZ_GOAL_TARGET_DATE, "2026-12-18");
  pz_record_set_number (goal, PZ_GOAL_REVIEW_EVERY, 7);
  pz_record_set_add (goal, PZ_GOAL_NEEDS, "Speed");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed ("/nowhere", G_GINT64_CONSTANT (1795428000000), 1);

  fixture->clock = pz_clock_new (environment, 1);
  fixture->classroom = pz_document_new (PZ_DOCUMENT_CLASSROOM, "d4m7kq2x9v5t0rhb", fixture->clock);
  fixture->measure = pz_document_add (fixture->classroom, PZ_RECORD_MEASURE);
  pz_record_set_text (fixture->measure, PZ_MEASURE_NAME, "Words");
  pz_record_set_text (fixture->measure, PZ_MEASURE_KIND, "count");
  pz_record_set_text (fixture->measure, PZ_MEASURE_DIRECTION, "increase");
  pz_record_set_number (fixture->measure, PZ_MEASURE_MINIMUM, 0);
  pz_record_set_number (fixture->measure, PZ_MEASURE_MAXIMUM, 200);
  fixture->draft = pz_goal_draft_new (environment);
  fixture->goal = pz_goal_draft_get_goal (fixture->draft);
  write_good_goal (fixture->goal, fixture->measure);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->draft);
  g_assert_finalize_object (fixture->classroom);
  g_assert_finalize_object (fixture->clock);
}

static void
assert_fine (Fixture *fixture)
{
  g_autoptr(GPtrArray) hints = pz_goal_draft_check (fixture->draft, fixture->classroom);

  for (guint i = 0; i < hints->len; i++)
    g_test_message ("%s", ((PzGoalHint *) hints->pdata[i])->text);
  g_assert_cmpuint (hints->len, ==, 0);
}

/* the one hint there is; has: stands in its text */
static void
assert_hint (Fixture        *fixture,
             PzGoalHintKind  kind,
             guint           field,
             const char     *has)
{
  g_autoptr(GPtrArray) hints = pz_goal_draft_check (fixture->draft, fixture->classroom);
  const PzGoalHint *hint;

  for (guint i = 0; i < hints->len; i++)
    g_test_message ("%s", ((PzGoalHint *) hints->pdata[i])->text);
  g_assert_cmpuint (hints->len, ==, 1);
  hint = hints->pdata[0];
  g_assert_cmpint (hint->kind, ==, kind);
  g_assert_cmpuint (hint->field, ==, field);
  g_assert_nonnull (strstr (hint->text, has));
}

static void
test_a_good_goal_gets_none (Fixture       *fixture,
                            gconstpointer  data)
{
  assert_fine (fixture);
}

static void
test_an_empty_goal_gets_none (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed ("/nowhere", G_GINT64_CONSTANT (1795428000000), 1);
  g_autoptr(PzGoalDraft) empty = pz_goal_draft_new (environment);
  g_autoptr(GPtrArray) hints = pz_goal_draft_check (empty, fixture->classroom);

  g_assert_cmpuint (hints->len, ==, 0);
}

static void
test_vague_verbs (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct { const char *behaviour; const char *verb; } rows[] = {
    { "understands fractions", "understands" },
    { "UNDERSTANDS fractions", "understands" },
    { "will better understand fractions", "understand" },
    { "is aware of commas", "is aware" },
    { "about fractions all that one can know", "know" },
    { "explains what a learner of that age knows of fractions", NULL },
    { "reads aloud", NULL },
    { "unlearns nothing", NULL },
    { "is away from the noise", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].behaviour);
      pz_record_set_text (fixture->goal, PZ_GOAL_BEHAVIOUR, rows[i].behaviour);
      if (rows[i].verb != NULL)
        assert_hint (fixture, PZ_GOAL_HINT_VAGUE_VERB, PZ_GOAL_BEHAVIOUR, rows[i].verb);
      else
        assert_fine (fixture);
    }
}

static void
test_a_number_is_asked_for (Fixture       *fixture,
                            gconstpointer  data)
{
  pz_record_set_number (fixture->goal, PZ_GOAL_TARGET, (double) NAN);
  pz_record_set_text (fixture->goal, PZ_GOAL_CRITERION, "fluently");
  assert_hint (fixture, PZ_GOAL_HINT_NO_NUMBER, PZ_GOAL_CRITERION, "number");
  pz_record_set_text (fixture->goal, PZ_GOAL_CRITERION, NULL);
  assert_hint (fixture, PZ_GOAL_HINT_NO_NUMBER, PZ_GOAL_CRITERION, "number");
  pz_record_set_number (fixture->goal, PZ_GOAL_TARGET, 60); /* the target is one */
  assert_fine (fixture);
}

static void
test_a_number_in_words_belongs_into_the_target (Fixture       *fixture,
                                                gconstpointer  data)
{
  pz_record_set_number (fixture->goal, PZ_GOAL_TARGET, (double) NAN);
  assert_hint (fixture, PZ_GOAL_HINT_NO_TARGET, PZ_GOAL_TARGET, "chart");
  pz_record_set_text (fixture->goal, PZ_GOAL_CRITERION, "٦٠ كلمة"); /* digits of any script */
  assert_hint (fixture, PZ_GOAL_HINT_NO_TARGET, PZ_GOAL_TARGET, "chart");
}

/* kinds of all hints, in their order */
static char *
dup_kinds (Fixture *fixture)
{
  g_autoptr(GPtrArray) hints = pz_goal_draft_check (fixture->draft, fixture->classroom);
  GString *kinds = g_string_new (NULL);

  for (guint i = 0; i < hints->len; i++)
    g_string_append_printf (kinds, "%d ", ((PzGoalHint *) hints->pdata[i])->kind);
  return g_string_free (kinds, FALSE);
}

static void
test_without_a_measure (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *kinds = NULL;
  g_autofree char *wanted = g_strdup_printf ("%d %d ", PZ_GOAL_HINT_NO_UNIT, PZ_GOAL_HINT_NO_MEASURE);

  pz_record_set_text (fixture->goal, PZ_GOAL_MEASURE, NULL);
  assert_hint (fixture, PZ_GOAL_HINT_NO_MEASURE, PZ_GOAL_MEASURE, "counted");
  pz_record_set_number (fixture->goal, PZ_GOAL_BASELINE, (double) NAN);
  pz_record_set_number (fixture->goal, PZ_GOAL_TARGET, (double) NAN);
  pz_record_set_text (fixture->goal, PZ_GOAL_CRITERION, "60");
  kinds = dup_kinds (fixture);
  g_assert_cmpstr (kinds, ==, wanted);
  pz_record_set_text (fixture->goal, PZ_GOAL_CRITERION, "60 %");
  assert_hint (fixture, PZ_GOAL_HINT_NO_MEASURE, PZ_GOAL_MEASURE, "counted");
}

static void
test_values_the_measure_does_not_have (Fixture       *fixture,
                                       gconstpointer  data)
{
  pz_record_set_number (fixture->goal, PZ_GOAL_BASELINE, -1);
  assert_hint (fixture, PZ_GOAL_HINT_BASELINE_OUTSIDE, PZ_GOAL_BASELINE, "from 0 to 200");
  pz_record_set_number (fixture->goal, PZ_GOAL_BASELINE, 30.5);
  assert_hint (fixture, PZ_GOAL_HINT_BASELINE_OUTSIDE, PZ_GOAL_BASELINE, "whole");
  pz_record_set_number (fixture->goal, PZ_GOAL_BASELINE, 0);
  pz_record_set_number (fixture->goal, PZ_GOAL_TARGET, 200);
  assert_fine (fixture);
  pz_record_set_number (fixture->goal, PZ_GOAL_TARGET, 201);
  assert_hint (fixture, PZ_GOAL_HINT_TARGET_OUTSIDE, PZ_GOAL_TARGET, "from 0 to 200");
}

static void
test_the_target_is_better_than_the_baseline (Fixture       *fixture,
                                             gconstpointer  data)
{
  pz_record_set_number (fixture->goal, PZ_GOAL_TARGET, 30);
  assert_hint (fixture, PZ_GOAL_HINT_TARGET_NOT_BETTER, PZ_GOAL_TARGET, "above");
  pz_record_set_number (fixture->goal, PZ_GOAL_TARGET, 10);
  assert_hint (fixture, PZ_GOAL_HINT_TARGET_NOT_BETTER, PZ_GOAL_TARGET, "above");
  pz_record_set_text (fixture->measure, PZ_MEASURE_DIRECTION, "decrease");
  assert_fine (fixture);
  pz_record_set_number (fixture->goal, PZ_GOAL_TARGET, 31);
  assert_hint (fixture, PZ_GOAL_HINT_TARGET_NOT_BETTER, PZ_GOAL_TARGET, "below");
}

static void
test_the_date_is_after_the_start (Fixture       *fixture,
                                  gconstpointer  data)
{
  pz_record_set_text (fixture->goal, PZ_GOAL_TARGET_DATE, NULL);
  assert_hint (fixture, PZ_GOAL_HINT_NO_DATE, PZ_GOAL_TARGET_DATE, "when");
  pz_record_set_text (fixture->goal, PZ_GOAL_TARGET_DATE, "2026-09-07");
  assert_hint (fixture, PZ_GOAL_HINT_DATE_TOO_EARLY, PZ_GOAL_TARGET_DATE, "after");
  pz_record_set_text (fixture->goal, PZ_GOAL_TARGET_DATE, "2026-09-12");
  assert_hint (fixture, PZ_GOAL_HINT_TOO_FEW_PROBES, PZ_GOAL_TARGET_DATE, "8");
}

static void
test_eight_measurements_until_then (Fixture       *fixture,
                                    gconstpointer  data)
{
  pz_record_set_text (fixture->goal, PZ_GOAL_TARGET_DATE, "2026-11-02"); /* 56 days, 8 weeks */
  assert_fine (fixture);
  pz_record_set_text (fixture->goal, PZ_GOAL_TARGET_DATE, "2026-11-01");
  assert_hint (fixture, PZ_GOAL_HINT_TOO_FEW_PROBES, PZ_GOAL_REVIEW_EVERY, "makes 7 measurements");
  pz_record_set_number (fixture->goal, PZ_GOAL_REVIEW_EVERY, 6);
  assert_fine (fixture);
  pz_record_set_number (fixture->goal, PZ_GOAL_REVIEW_EVERY, (double) NAN); /* every 14 days */
  assert_hint (fixture, PZ_GOAL_HINT_TOO_FEW_PROBES, PZ_GOAL_REVIEW_EVERY, "Every 6 days");
}

static void
test_a_reason (Fixture       *fixture,
               gconstpointer  data)
{
  static const guint links[] = { PZ_GOAL_NEEDS, PZ_GOAL_STRENGTHS, PZ_GOAL_INTERESTS };

  pz_record_set_remove (fixture->goal, PZ_GOAL_NEEDS, "Speed");
  assert_hint (fixture, PZ_GOAL_HINT_NO_LINK, PZ_GOAL_NEEDS, "why");
  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      pz_record_set_add (fixture->goal, links[i], "Horses");
      assert_fine (fixture);
      pz_record_set_remove (fixture->goal, links[i], "Horses");
    }
  pz_record_set_text (fixture->goal, PZ_GOAL_STANDARD, "s5h1zt8q3c6mn0vd");
  assert_fine (fixture);
}

static void
test_all_five_levels (Fixture       *fixture,
                      gconstpointer  data)
{
  pz_record_set_text (fixture->measure, PZ_MEASURE_KIND, "goal-attainment");
  pz_record_set_number (fixture->measure, PZ_MEASURE_MINIMUM, (double) NAN);
  pz_record_set_number (fixture->measure, PZ_MEASURE_MAXIMUM, (double) NAN);
  pz_record_set_number (fixture->goal, PZ_GOAL_BASELINE, -1);
  pz_record_set_number (fixture->goal, PZ_GOAL_TARGET, 0);
  assert_hint (fixture, PZ_GOAL_HINT_LEVELS_MISSING, PZ_GOAL_HINT_AT_LEVELS, "5 are missing");
  for (int level = -2; level <= 2; level++)
    {
      assert_hint (fixture, PZ_GOAL_HINT_LEVELS_MISSING, PZ_GOAL_HINT_AT_LEVELS, "missing");
      pz_record_set_text (pz_goal_draft_get_level (fixture->draft, level), PZ_GAS_LEVEL_TEXT, "Words");
    }
  assert_fine (fixture);
}

static void
measure (PzDocument *learner,
         PzRecord   *goal,
         const char *day,
         double      value)
{
  PzRecord *measurement = pz_document_add (learner, PZ_RECORD_MEASUREMENT);

  pz_record_set_text (measurement, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
  pz_record_set_text (measurement, PZ_MEASUREMENT_DATE, day);
  pz_record_set_number (measurement, PZ_MEASUREMENT_VALUE, value);
}

static void
test_a_baseline_that_was_measured (Fixture       *fixture,
                                   gconstpointer  data)
{
  PzDocument *learner = pz_document_new (PZ_DOCUMENT_LEARNER, "f6t1xw8b3n9kq5zc", fixture->clock);
  PzRecord *goal = pz_document_add (learner, PZ_RECORD_GOAL);
  double baseline = -1;

  pz_record_set_text (fixture->measure, PZ_MEASURE_DIRECTION, "decrease"); /* values stay as they were written */
  pz_record_set_text (goal, PZ_GOAL_MEASURE, pz_record_get_id (fixture->measure));
  pz_record_set_number (goal, PZ_GOAL_BASELINE, 99);
  g_assert_false (pz_goal_measure_baseline (learner, fixture->classroom, goal, &baseline));
  g_assert_cmpfloat (baseline, ==, -1);
  measure (learner, goal, "2026-09-14", 40);
  measure (learner, goal, "2026-09-07", 31);
  g_assert_true (pz_goal_measure_baseline (learner, fixture->classroom, goal, &baseline));
  g_assert_cmpfloat (baseline, ==, 35.5);
  measure (learner, goal, "2026-09-21", 33);
  measure (learner, goal, "2026-09-28", 90);
  g_assert_true (pz_goal_measure_baseline (learner, fixture->classroom, goal, &baseline));
  g_assert_cmpfloat (baseline, ==, 33);
  g_assert_finalize_object (learner);
}

#define ADD(path, function) g_test_add ("/core/goal-hints/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-good-goal-gets-none", test_a_good_goal_gets_none);
  ADD ("an-empty-goal-gets-none", test_an_empty_goal_gets_none);
  ADD ("vague-verbs", test_vague_verbs);
  ADD ("a-number-is-asked-for", test_a_number_is_asked_for);
  ADD ("a-number-in-words-belongs-into-the-target", test_a_number_in_words_belongs_into_the_target);
  ADD ("without-a-measure", test_without_a_measure);
  ADD ("values-the-measure-does-not-have", test_values_the_measure_does_not_have);
  ADD ("the-target-is-better-than-the-baseline", test_the_target_is_better_than_the_baseline);
  ADD ("the-date-is-after-the-start", test_the_date_is_after_the_start);
  ADD ("eight-measurements-until-then", test_eight_measurements_until_then);
  ADD ("a-reason", test_a_reason);
  ADD ("all-five-levels", test_all_five_levels);
  ADD ("a-baseline-that-was-measured", test_a_baseline_that_was_measured);
  return g_test_run ();
}
