/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conference-fixture.h"

#include <locale.h>
#include <math.h>

typedef ConferenceFixture Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  conference_fixture_set_up (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  conference_fixture_tear_down (fixture);
}

static PzConference *
make (Fixture *fixture)
{
  return pz_conference_new (fixture->learner, fixture->classroom, &fixture->look);
}

/* what is read, without the signs that keep directions apart */
static void
assert_reads (const char *text,
              const char *expected)
{
  g_autoptr(GString) plain = g_string_new (text);

  g_string_replace (plain, "\u2068", "", 0);
  g_string_replace (plain, "\u2069", "", 0);
  g_assert_cmpstr (plain->str, ==, expected);
}

static void
test_goals_are_sentences_about_the_learner (Fixture       *fixture,
                                            gconstpointer  unused)
{
  PzRecord *empty;
  g_autoptr(PzConference) conference = NULL;

  conference_fixture_add_goal (fixture, "reads aloud");
  empty = pz_document_add (fixture->learner, PZ_RECORD_GOAL);
  pz_record_set_text (empty, PZ_GOAL_START, "2026-10-01");
  conference = make (fixture);
  g_assert_cmpstr (conference->name, ==, "Noor Haddad");
  assert_reads (conference->line, "Class 5b · 23 November 2026");
  g_assert_cmpuint (conference->goals->len, ==, 2);
  assert_reads (((PzConferenceGoal *) conference->goals->pdata[0])->sentence,
                "Given a new text, Noor reads aloud, 84 words a minute, by 18 December 2026.");
  assert_reads (((PzConferenceGoal *) conference->goals->pdata[1])->sentence, "Goal without a title");
}

static void
test_only_what_is_worked_on_is_shown (Fixture       *fixture,
                                      gconstpointer  unused)
{
  const char *const states[] = { "draft", "paused", "closed" };
  PzRecord *shared, *of_others;
  g_autoptr(GPtrArray) goals = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    pz_record_set_text (conference_fixture_add_goal (fixture, "waits"), PZ_GOAL_STATE, states[i]);
  pz_document_delete (fixture->learner, conference_fixture_add_goal (fixture, "is gone"));
  shared = pz_document_add (fixture->classroom, PZ_RECORD_GOAL);
  pz_record_set_add (shared, PZ_GOAL_LEARNERS, pz_document_get_id (fixture->learner));
  of_others = pz_document_add (fixture->classroom, PZ_RECORD_GOAL);
  pz_record_set_add (of_others, PZ_GOAL_LEARNERS, "e4m7kq2x9v5t0rhb");
  goals = pz_conference_list_goals (fixture->learner, fixture->classroom);
  g_assert_cmpuint (goals->len, ==, 1);
  g_assert_true (goals->pdata[0] == shared);
}

static void
test_the_chart_has_no_verdict (Fixture       *fixture,
                               gconstpointer  unused)
{
  g_autoptr(PzConference) conference = conference_fixture_make (fixture, 1, "reads aloud", NULL);
  PzConferenceGoal *goal = conference->goals->pdata[0];
  PzRecord *phase = pz_document_add (fixture->learner, PZ_RECORD_PHASE);
  g_autoptr(PzConference) again = NULL;

  g_assert_cmpuint (goal->chart->values->len, ==, 10);
  g_assert_cmpint (goal->chart->trend, ==, PZ_CHART_TREND_NONE);
  g_assert_null (goal->chart->texts[PZ_CHART_TEXT_FORECAST]);
  g_assert_true (goal->chart->has_aimline);
  g_assert_cmpstr (goal->chart->texts[PZ_CHART_TEXT_TARGET], ==, "Target 84");
  pz_record_set_text (phase, PZ_PHASE_GOAL, goal->id);
  pz_record_set_text (phase, PZ_PHASE_START, "2026-10-01");
  again = make (fixture);
  g_assert_cmpuint (((PzConferenceGoal *) again->goals->pdata[0])->chart->phases->len, ==, 0);
}

static void
test_says_what_was_measured_last (Fixture       *fixture,
                                  gconstpointer  unused)
{
  PzRecord *goal = conference_fixture_add_goal (fixture, "reads aloud");
  PzRecord *last = conference_fixture_measure (fixture, goal, "2026-11-19", 76);
  g_autoptr(PzConferenceGoal) plain = NULL;
  g_autoptr(PzConferenceGoal) helped = NULL;
  g_autoptr(PzConferenceGoal) old = NULL;

  conference_fixture_measure (fixture, goal, "2026-10-01", 60);
  pz_record_set_text (last, PZ_MEASUREMENT_NOTE, "Was upset about the argument at home");
  plain = pz_conference_goal_new (fixture->learner, fixture->classroom, goal, &fixture->look);
  assert_reads (plain->latest, "Noted last, on 19 November: 76 words a minute.");
  pz_record_set_text (last, PZ_MEASUREMENT_INDEPENDENCE, "with-help");
  helped = pz_conference_goal_new (fixture->learner, fixture->classroom, goal, &fixture->look);
  assert_reads (helped->latest, "Noted last, on 19 November: 76 words a minute, with help.");
  g_date_add_years (&fixture->look.today, 1);
  old = pz_conference_goal_new (fixture->learner, fixture->classroom, goal, &fixture->look);
  assert_reads (old->latest, "Noted last, on 19 November 2026: 76 words a minute, with help.");
}

static void
test_a_goal_without_points_says_so (Fixture       *fixture,
                                    gconstpointer  unused)
{
  PzRecord *goal = conference_fixture_add_goal (fixture, "reads aloud");
  g_autoptr(PzConferenceGoal) planned = NULL;
  g_autoptr(PzConferenceGoal) bare = NULL;

  planned = pz_conference_goal_new (fixture->learner, fixture->classroom, goal, &fixture->look);
  g_assert_cmpstr (planned->latest, ==, "Nothing has been measured yet.");
  g_assert_nonnull (planned->chart); /* the way that is planned can be looked at */
  pz_record_set_number (goal, PZ_GOAL_BASELINE, NAN);
  bare = pz_conference_goal_new (fixture->learner, fixture->classroom, goal, &fixture->look);
  g_assert_null (bare->chart);
}

static char *
hide (const char *text)
{
  return g_strdup ("•••");
}

static void
test_own_words_are_newest_first (Fixture       *fixture,
                                 gconstpointer  unused)
{
  PzRecord *goal = conference_fixture_add_goal (fixture, "reads aloud");
  PzRecord *other = conference_fixture_add_goal (fixture, "writes");
  g_autoptr(PzConferenceGoal) shown = NULL;
  g_autoptr(PzConferenceGoal) hidden = NULL;

  conference_fixture_say (fixture, goal, "2026-11-02", "self", "morning");
  conference_fixture_say (fixture, goal, "2026-11-02", "self", "afternoon");
  conference_fixture_say (fixture, goal, "2025-11-19", "self", "last year");
  conference_fixture_say (fixture, goal, "2026-11-19", "note", "The teacher's own note");
  conference_fixture_say (fixture, goal, "2026-11-19", "family", "The mother called");
  conference_fixture_say (fixture, other, "2026-11-19", "self", "of another goal");
  pz_document_delete (fixture->learner, conference_fixture_say (fixture, goal, "2026-11-20", "self", "taken back"));
  shown = pz_conference_goal_new (fixture->learner, fixture->classroom, goal, &fixture->look);
  g_assert_cmpuint (shown->words->len, ==, 3);
  g_assert_cmpstr (((PzConferenceWords *) shown->words->pdata[0])->text, ==, "afternoon");
  g_assert_cmpstr (((PzConferenceWords *) shown->words->pdata[0])->day, ==, "2 November");
  g_assert_cmpstr (((PzConferenceWords *) shown->words->pdata[1])->text, ==, "morning");
  g_assert_cmpstr (((PzConferenceWords *) shown->words->pdata[2])->day, ==, "19 November 2025");
  fixture->look.dup_text = hide;
  hidden = pz_conference_goal_new (fixture->learner, fixture->classroom, goal, &fixture->look);
  g_assert_cmpstr (((PzConferenceWords *) hidden->words->pdata[0])->text, ==, "•••");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_TIME, "C"); /* the texts below name months */
#define ADD(path, function) g_test_add ("/report/conference/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("goals-are-sentences-about-the-learner", test_goals_are_sentences_about_the_learner);
  ADD ("only-what-is-worked-on-is-shown", test_only_what_is_worked_on_is_shown);
  ADD ("the-chart-has-no-verdict", test_the_chart_has_no_verdict);
  ADD ("says-what-was-measured-last", test_says_what_was_measured_last);
  ADD ("a-goal-without-points-says-so", test_a_goal_without_points_says_so);
  ADD ("own-words-are-newest-first", test_own_words_are_newest_first);
#undef ADD
  return g_test_run ();
}
