/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-facts.h"
#include "ui-fixture.h"

#define DAY_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

/* today is Monday, 23 November 2026 */
static PzDocument *
add_learner (UiFixture  *fixture,
             const char *seen)
{
  PzDocument *learner = pz_classroom_add (fixture->classroom, PZ_DOCUMENT_LEARNER);

  pz_record_set_text (pz_document_get_owner (learner), PZ_LEARNER_GIVEN_NAME, "Noor");
  if (seen != NULL)
    pz_record_set_text (pz_document_add (learner, PZ_RECORD_CHECK_IN), PZ_CHECK_IN_DATE, seen);
  ui_save (fixture->classroom);
  return learner;
}

static void
add_absence (UiFixture  *fixture,
             PzDocument *learner,
             const char *from,
             const char *to)
{
  PzRecord *absence = pz_document_add (learner, PZ_RECORD_ABSENCE);

  pz_record_set_text (absence, PZ_ABSENCE_FROM, from);
  pz_record_set_text (absence, PZ_ABSENCE_TO, to);
  ui_save (fixture->classroom);
}

static PzLearnerRow *
row_of (UiFixture  *fixture,
        PzDocument *learner)
{
  PzIndex *index = pz_classroom_get_index (fixture->classroom);
  guint position;

  g_assert_true (pz_index_find (index, pz_document_get_id (learner), &position));
  return g_list_model_get_item (G_LIST_MODEL (index), position);
}

static void
assert_line (PzLearnerFacts *facts,
             UiFixture      *fixture,
             PzDocument     *learner,
             const char     *expected)
{
  g_autoptr(PzLearnerRow) row = row_of (fixture, learner);
  g_autofree char *line = pz_learner_facts_dup_line (facts, row);

  g_assert_cmpstr (line, ==, expected);
}

static void
set_rhythm (UiFixture *fixture,
            double     days)
{
  pz_record_set_number (pz_document_get_owner (pz_classroom_get_document (fixture->classroom)),
                        PZ_CLASSROOM_CHECK_IN_EVERY, days);
  ui_save (fixture->classroom);
}

static void
test_words_for_days (UiFixture     *fixture,
                     gconstpointer  names)
{
  const struct { const char *seen; const char *line; } cases[] = {
    { "2026-11-23", "seen today" },
    { "2026-12-24", "seen today" },
    { "2026-11-22", "seen yesterday" },
    { "2026-11-20", "seen 1 school day ago" },
    { "2026-11-18", "seen 3 school days ago" },
    { "2025-11-24", "seen 260 school days ago" },
  };
  g_autoptr(PzLearnerFacts) facts = pz_learner_facts_new (fixture->classroom);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(PzDocument) learner = add_learner (fixture, cases[i].seen);

      assert_line (facts, fixture, learner, cases[i].line);
    }
}

static void
test_days_without_school_do_not_count (UiFixture     *fixture,
                                       gconstpointer  names)
{
  PzRecord *classroom = pz_document_get_owner (pz_classroom_get_document (fixture->classroom));
  g_autoptr(PzDocument) learner = add_learner (fixture, "2026-11-16");
  g_autoptr(PzLearnerFacts) facts = pz_learner_facts_new (fixture->classroom);

  assert_line (facts, fixture, learner, "seen 5 school days ago");
  pz_record_set_add (classroom, PZ_CLASSROOM_CLOSED_DAYS, "2026-11-18/2026-11-19");
  pz_learner_facts_update (facts);
  assert_line (facts, fixture, learner, "seen 3 school days ago");
  add_absence (fixture, learner, "2026-11-20", NULL);
  assert_line (facts, fixture, learner, "seen 2 school days ago");
  pz_record_set_add (classroom, PZ_CLASSROOM_CLOSED_DAYS, "2026-11-16/2026-12-24");
  pz_learner_facts_update (facts);
  assert_line (facts, fixture, learner, "seen on the last school day");
  ui_save (fixture->classroom);
}

static void
test_absent_today (UiFixture     *fixture,
                   gconstpointer  names)
{
  g_autoptr(PzDocument) learner = add_learner (fixture, "2026-11-02");
  g_autoptr(PzLearnerFacts) facts = NULL;
  g_autoptr(PzLearnerRow) row = NULL;
  const char *meaning = NULL;

  set_rhythm (fixture, 3);
  add_absence (fixture, learner, "2026-11-20", "2026-11-24");
  facts = pz_learner_facts_new (fixture->classroom);
  row = row_of (fixture, learner);
  assert_line (facts, fixture, learner, "absent today");
  g_assert_true (pz_learner_facts_is_absent (facts, row));
  g_assert_true (pz_learner_facts_is_overdue (facts, row));
  /* who is away cannot be seen today */
  g_assert_null (pz_learner_facts_get_symbol (facts, row, &meaning));
}

static void
test_overdue_by_the_rhythm_of_the_class (UiFixture     *fixture,
                                         gconstpointer  names)
{
  g_autoptr(PzDocument) learner = add_learner (fixture, "2026-11-16"); /* five school days ago */
  g_autoptr(PzLearnerFacts) facts = pz_learner_facts_new (fixture->classroom);
  g_autoptr(PzLearnerRow) row = row_of (fixture, learner);
  const char *meaning = NULL;

  g_assert_false (pz_learner_facts_is_overdue (facts, row));
  set_rhythm (fixture, 5);
  pz_learner_facts_update (facts);
  g_assert_false (pz_learner_facts_is_overdue (facts, row));
  set_rhythm (fixture, 4);
  pz_learner_facts_update (facts);
  g_assert_true (pz_learner_facts_is_overdue (facts, row));
  g_assert_nonnull (pz_learner_facts_get_symbol (facts, row, &meaning));
  g_assert_cmpstr (meaning, ==, "not seen for a while");
}

/* one symbol, for what matters most */
static void
test_goals_that_wait (UiFixture     *fixture,
                      gconstpointer  names)
{
  g_autoptr(PzDocument) learner = add_learner (fixture, "2026-11-16"); /* five school days ago */
  g_autoptr(PzLearnerFacts) facts = pz_learner_facts_new (fixture->classroom);
  g_autoptr(PzClassroomTraits) traits = pz_classroom_traits_new (fixture->classroom);
  g_autoptr(PzLearnerRow) row = row_of (fixture, learner);
  g_autoptr(PzGoalNeeds) data = pz_goal_needs_new (), both = pz_goal_needs_new ();
  const char *meaning = NULL;

  pz_learner_facts_set_traits (facts, traits);
  g_assert_null (pz_learner_facts_get_symbol (facts, row, &meaning)); /* nobody judged the goals yet */
  pz_goal_needs_add (data, pz_document_get_id (learner), PZ_GOAL_NEED_DATA);
  pz_goal_needs_add (both, pz_document_get_id (learner), PZ_GOAL_NEED_DATA | PZ_GOAL_NEED_DECISION);
  pz_classroom_traits_set_goals (traits, data);
  g_assert_cmpstr (pz_learner_facts_get_symbol (facts, row, &meaning), ==, "document-edit-symbolic");
  g_assert_cmpstr (meaning, ==, "a goal needs data");
  assert_line (facts, fixture, learner, "seen 5 school days ago");
  pz_learner_facts_set_reason_first (facts, TRUE);
  assert_line (facts, fixture, learner, "a goal needs data");
  set_rhythm (fixture, 4);
  pz_learner_facts_update (facts);
  g_assert_nonnull (pz_learner_facts_get_symbol (facts, row, &meaning));
  g_assert_cmpstr (meaning, ==, "not seen for a while");
  assert_line (facts, fixture, learner, "seen 5 school days ago"); /* says so in its own words */
  pz_classroom_traits_set_goals (traits, both);
  g_assert_cmpstr (pz_learner_facts_get_symbol (facts, row, &meaning), ==, "emblem-important-symbolic");
  g_assert_cmpstr (meaning, ==, "a goal is not on the way");
  assert_line (facts, fixture, learner, "a goal is not on the way");
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_never_seen_where_check_ins_are_used (UiFixture     *fixture,
                                          gconstpointer  names)
{
  g_autoptr(PzDocument) learner = add_learner (fixture, NULL);
  g_autoptr(PzDocument) other = NULL;
  g_autoptr(PzLearnerFacts) facts = pz_learner_facts_new (fixture->classroom);
  g_autoptr(PzLearnerRow) row = row_of (fixture, learner);
  guint n_changed = 0;

  g_signal_connect_swapped (facts, "changed", G_CALLBACK (count_cb), &n_changed);
  assert_line (facts, fixture, learner, "");
  other = add_learner (fixture, "2026-11-20");
  g_assert_cmpuint (n_changed, ==, 1);
  assert_line (facts, fixture, learner, "never seen");
  g_assert_false (pz_learner_facts_is_overdue (facts, row));
  set_rhythm (fixture, 5);
  pz_learner_facts_update (facts);
  g_assert_true (pz_learner_facts_is_overdue (facts, row));
}

static void
test_rhythm_alone_asks_for_check_ins (UiFixture     *fixture,
                                      gconstpointer  names)
{
  g_autoptr(PzDocument) learner = add_learner (fixture, NULL);
  g_autoptr(PzLearnerFacts) facts = NULL;
  g_autoptr(PzLearnerRow) row = row_of (fixture, learner);

  set_rhythm (fixture, 5);
  facts = pz_learner_facts_new (fixture->classroom);
  assert_line (facts, fixture, learner, "never seen");
  /* nobody was: there is nothing to stand out from */
  g_assert_false (pz_learner_facts_is_overdue (facts, row));
}

static void
test_new_day (UiFixture     *fixture,
              gconstpointer  names)
{
  g_autoptr(PzDocument) learner = add_learner (fixture, "2026-11-23");
  g_autoptr(PzLearnerFacts) facts = pz_learner_facts_new (fixture->classroom);
  guint n_changed = 0;

  g_signal_connect_swapped (facts, "changed", G_CALLBACK (count_cb), &n_changed);
  pz_learner_facts_look_at_clock (facts);
  g_assert_cmpuint (n_changed, ==, 0);
  pz_environment_advance (fixture->environment, DAY_MS);
  pz_learner_facts_look_at_clock (facts);
  g_assert_cmpuint (n_changed, ==, 1);
  assert_line (facts, fixture, learner, "seen yesterday");
  pz_environment_advance (fixture->environment, 2 * DAY_MS);
  pz_learner_facts_look_at_clock (facts);
  g_assert_cmpuint (n_changed, ==, 2);
  assert_line (facts, fixture, learner, "seen 3 school days ago");
}

#define ADD(path, function) \
  g_test_add ("/ui/learner-facts/" path, UiFixture, NULL, ui_fixture_set_up, function, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("words-for-days", test_words_for_days);
  ADD ("days-without-school-do-not-count", test_days_without_school_do_not_count);
  ADD ("absent-today", test_absent_today);
  ADD ("overdue-by-the-rhythm-of-the-class", test_overdue_by_the_rhythm_of_the_class);
  ADD ("goals-that-wait", test_goals_that_wait);
  ADD ("never-seen-where-check-ins-are-used", test_never_seen_where_check_ins_are_used);
  ADD ("rhythm-alone-asks-for-check-ins", test_rhythm_alone_asks_for_check_ins);
  ADD ("new-day", test_new_day);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
