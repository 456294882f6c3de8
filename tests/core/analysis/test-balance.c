/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activity-fixture.h"
#include "pz-balance.h"

#define ADA "aaaaaaaaaaaaaaaa"
#define BEN "bbbbbbbbbbbbbbbb"
#define CLEO "cccccccccccccccc"
#define MONDAY "2026-11-16"

static const char *const learners[] = { ADA, BEN, CLEO, NULL };

/* of the two weeks from MONDAY on; Cleo is away on the second Tuesday; Ben had a talk of 8 minutes, and a note */
static PzBalance *
balance (GPtrArray *activities)
{
  g_autoptr(PzSchoolDays) days = pz_school_days_new (NULL);
  PzDaySpan span = { pz_day_from_text ("2026-11-01"), pz_day_from_text ("2026-12-31") };
  g_autoptr(GPtrArray) occurrences = pz_regular_week_expand (activities, days, &span);
  g_autoptr(GPtrArray) contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_attention_source_free);
  PzAttentionSource *cleo = pz_attention_source_new (CLEO), *ben = pz_attention_source_new (BEN);
  PzBalanceInput input = { occurrences, contacts, learners, pz_day_from_text (MONDAY), 2 };

  pz_day_spans_unref (cleo->absences);
  cleo->absences = pz_day_spans_parse ("2026-11-24", NULL);
  pz_attention_source_add (ben, "2026-11-22", 8, TRUE);
  pz_attention_source_add (ben, "2026-11-22", 30, FALSE);
  pz_attention_source_add (ben, "2026-11-30", 5, TRUE); /* behind the weeks */
  g_ptr_array_add (contacts, cleo);
  g_ptr_array_add (contacts, ben);
  return pz_balance_new (&input);
}

static PzDocument *
held (char        letter,
      const char *date,
      const char *setting,
      double      minutes)
{
  PzDocument *document = activity_make (letter, "Something", date, setting);

  activity_hold (document, minutes);
  return document;
}

/* numbers: alone, together, whole class, one to one */
static void
assert_minutes (const double *minutes,
                double        alone,
                double        together,
                double        whole_class,
                double        one_to_one)
{
  g_assert_cmpfloat_with_epsilon (minutes[PZ_BALANCE_ALONE], alone, 1e-9);
  g_assert_cmpfloat_with_epsilon (minutes[PZ_BALANCE_TOGETHER], together, 1e-9);
  g_assert_cmpfloat_with_epsilon (minutes[PZ_BALANCE_WHOLE_CLASS], whole_class, 1e-9);
  g_assert_cmpfloat_with_epsilon (minutes[PZ_BALANCE_ONE_TO_ONE], one_to_one, 1e-9);
}

static void
test_minutes_of_each_learner_and_week (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzBalance) minutes = NULL;
  PzDocument *groups = held ('g', "2026-11-17", "groups", 45), *pairs = held ('p', "2026-11-18", "pairs", 20);

  activity_group (groups, 1, "Arch", ADA " " BEN " -" CLEO);
  activity_group (pairs, 1, "One", ADA " " BEN);
  activity_take (activities, groups);
  activity_take (activities, pairs);
  activity_take (activities, held ('w', "2026-11-20", "whole-class", 30));
  activity_take (activities, held ('s', "2026-11-24", "alone", 40)); /* a Tuesday: without Cleo */
  minutes = balance (activities);

  g_assert_cmpuint (minutes->n_learners, ==, 3);
  g_assert_cmpuint (minutes->n_weeks, ==, 2);
  assert_minutes (pz_balance_peek (minutes, 0, 0)->observed, 0, 65, 30, 0);
  assert_minutes (pz_balance_peek (minutes, 0, 1)->observed, 40, 0, 0, 0);
  assert_minutes (pz_balance_peek (minutes, 1, 0)->observed, 0, 65, 30, 8);
  assert_minutes (pz_balance_peek (minutes, 2, 0)->observed, 0, 0, 30, 0);
  assert_minutes (pz_balance_peek (minutes, 2, 1)->observed, 0, 0, 0, 0);
  assert_minutes (pz_balance_peek (minutes, 0, 0)->planned, 0, 0, 0, 0);
}

static void
test_the_plan_is_not_observed (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzBalance) minutes = NULL;
  PzDocument *week = activity_make ('r', "Reading", "2026-11-17", "pairs");
  PzDocument *confirmed = held ('h', "2026-11-17", "pairs", 20);

  pz_record_set_number (pz_document_get_owner (week), PZ_ACTIVITY_MINUTES, 20);
  pz_activity_set_repeats (pz_document_get_owner (week), 1);
  pz_record_set_text (pz_document_get_owner (confirmed), PZ_ACTIVITY_REGULAR, "rrrrrrrrrrrrrrrr");
  pz_record_set_text (pz_document_get_owner (confirmed), PZ_ACTIVITY_REGULAR_DAY, "2026-11-17");
  activity_take (activities, week);
  activity_take (activities, confirmed);
  minutes = balance (activities);

  assert_minutes (pz_balance_peek (minutes, 0, 0)->observed, 0, 20, 0, 0);
  assert_minutes (pz_balance_peek (minutes, 0, 0)->planned, 0, 0, 0, 0);
  assert_minutes (pz_balance_peek (minutes, 0, 1)->observed, 0, 0, 0, 0);
  assert_minutes (pz_balance_peek (minutes, 0, 1)->planned, 0, 20, 0, 0);
  assert_minutes (pz_balance_peek (minutes, 2, 1)->planned, 0, 0, 0, 0); /* away that day */
}

/* 25 minutes for two learners, one after the other */
static void
test_one_to_one_is_shared (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzBalance) minutes = NULL;
  PzDocument *talks = held ('t', "2026-11-19", "one-to-one", 25), *nobody = held ('n', "2026-11-19", "one-to-one", 25);

  activity_group (talks, 1, NULL, ADA " " BEN " -" CLEO);
  activity_take (activities, talks);
  activity_take (activities, nobody);
  minutes = balance (activities);
  assert_minutes (pz_balance_peek (minutes, 0, 0)->observed, 0, 0, 0, 12.5);
  assert_minutes (pz_balance_peek (minutes, 1, 0)->observed, 0, 0, 0, 20.5);
  assert_minutes (pz_balance_peek (minutes, 2, 0)->observed, 0, 0, 0, 0);
}

static void
test_mean_and_what_is_not_known (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzBalance) minutes = NULL;
  PzDocument *groups = held ('g', "2026-11-17", "groups", 45), *timeless = held ('m', "2026-11-17", "alone", 10);
  PzBalanceCell mean;

  activity_group (groups, 1, "Arch", ADA " " BEN);
  pz_record_set_from_text (pz_document_get_owner (timeless), PZ_ACTIVITY_MINUTES, NULL, NULL);
  activity_take (activities, groups);
  activity_take (activities, timeless);
  activity_take (activities, held ('o', "2026-11-17", NULL, 10));
  activity_take (activities, activity_make ('q', "Planned", "2026-11-17", NULL));
  activity_take (activities, held ('b', "2026-11-09", NULL, 10)); /* before the weeks */
  minutes = balance (activities);
  g_assert_cmpuint (minutes->n_unknown, ==, 2);
  pz_balance_get_mean (minutes, 0, &mean);
  assert_minutes (mean.observed, 0, 30, 0, 8.0 / 3);
}

static void
test_monday (void)
{
  guint32 monday = pz_day_from_text (MONDAY);

  for (guint32 day = monday; day < monday + 7; day++)
    g_assert_cmpuint (pz_balance_get_monday (day), ==, monday);
  g_assert_cmpuint (pz_balance_get_monday (monday - 1), ==, monday - 7);
}

#define ADD(path, function) g_test_add_func ("/core/balance/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("minutes-of-each-learner-and-week", test_minutes_of_each_learner_and_week);
  ADD ("the-plan-is-not-observed", test_the_plan_is_not_observed);
  ADD ("one-to-one-is-shared", test_one_to_one_is_shared);
  ADD ("mean-and-what-is-not-known", test_mean_and_what_is_not_known);
  ADD ("monday", test_monday);
  return g_test_run ();
}
