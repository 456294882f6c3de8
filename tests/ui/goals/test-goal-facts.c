/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goal-fixture.h"

#define PEOPLE "Amina Yusuf"

typedef struct
{
  GoalFixture goal;
  PzGoalFacts *facts;
  guint n_changes;
} Case;

static void
count_cb (Case *self)
{
  self->n_changes++;
}

static void
begin (Case      *self,
       UiFixture *ui)
{
  goal_fixture_load (&self->goal, ui);
  self->facts = pz_goal_facts_new (ui->classroom, self->goal.learner, self->goal.id);
  self->n_changes = 0;
  g_signal_connect_swapped (self->facts, "changed", G_CALLBACK (count_cb), self);
}

static void
end (Case      *self,
     UiFixture *ui)
{
  g_assert_finalize_object (self->facts);
  goal_fixture_unload (&self->goal, ui);
}

static void
test_knows_what_belongs_to_the_goal (UiFixture     *ui,
                                     gconstpointer  names)
{
  Case self;
  GPtrArray *points;

  begin (&self, ui);
  points = pz_goal_facts_get_points (self.facts);
  g_assert_cmpuint (points->len, ==, 15);
  for (guint i = 1; i < points->len; i++)
    g_assert_cmpstr (pz_record_get_text (points->pdata[i - 1], PZ_MEASUREMENT_DATE), <=,
                     pz_record_get_text (points->pdata[i], PZ_MEASUREMENT_DATE));
  g_assert_cmpuint (pz_goal_facts_get_phases (self.facts)->len, ==, 3);
  g_assert_cmpuint (pz_goal_facts_get_check_ins (self.facts)->len, ==, 2);
  g_assert_true (pz_goal_facts_get_goal (self.facts) == self.goal.goal);
  g_assert_true (pz_goal_facts_get_measure (self.facts) == self.goal.measure);
  g_assert_cmpuint (pz_goal_facts_get_progress (self.facts)->n, ==, 15);
  end (&self, ui);
}

static void
test_what_does_not_count_is_no_point (UiFixture     *ui,
                                      gconstpointer  names)
{
  Case self;
  PzRecord *record;

  begin (&self, ui);
  record = goal_fixture_measure (&self.goal, "2026-11-20", 10, NULL, NULL);
  pz_record_set_flag (record, PZ_MEASUREMENT_NOT_VALID, TRUE);
  record = goal_fixture_measure (&self.goal, "2026-11-21", 11, NULL, NULL);
  pz_document_delete (self.goal.learner, record);
  pz_goal_facts_update (self.facts);
  g_assert_cmpuint (pz_goal_facts_get_points (self.facts)->len, ==, 15);
  g_assert_cmpuint (pz_goal_facts_get_measurements (self.facts)->len, ==, 16);
  end (&self, ui);
}

static void
test_the_phase_of_a_day_is_the_newest_that_had_begun (UiFixture     *ui,
                                                      gconstpointer  names)
{
  Case self;

  begin (&self, ui);
  g_assert_null (pz_goal_facts_find_phase (self.facts, "2026-08-23"));
  g_assert_cmpstr (pz_record_get_text (pz_goal_facts_find_phase (self.facts, "2026-09-22"), PZ_PHASE_START), ==, "2026-09-22");
  g_assert_cmpstr (pz_record_get_text (pz_goal_facts_find_phase (self.facts, "2026-11-02"), PZ_PHASE_START), ==, "2026-09-22");
  g_assert_cmpstr (pz_goal_facts_get_strategy_name (self.facts,
                       pz_record_get_text (pz_goal_facts_find_phase (self.facts, "2026-11-03"), PZ_PHASE_STRATEGY)), ==,
                   "Partner, repeated reading");
  g_assert_null (pz_goal_facts_get_strategy_name (self.facts, "nothing"));
  end (&self, ui);
}

static void
test_a_step_of_many_writes_is_read_once (UiFixture     *ui,
                                         gconstpointer  names)
{
  Case self;

  begin (&self, ui);
  goal_fixture_measure (&self.goal, "2026-11-24", 80, "alone", "Many fields");
  g_assert_cmpuint (self.n_changes, ==, 0);
  ui_settle ();
  g_assert_cmpuint (self.n_changes, ==, 1);
  g_assert_cmpuint (pz_goal_facts_get_points (self.facts)->len, ==, 16);
  end (&self, ui);
}

static void
test_a_goal_may_go (UiFixture     *ui,
                    gconstpointer  names)
{
  Case self;
  PzMeasureRange range;

  begin (&self, ui);
  pz_document_delete (self.goal.learner, self.goal.goal);
  pz_goal_facts_update (self.facts);
  g_assert_null (pz_goal_facts_get_goal (self.facts));
  g_assert_null (pz_goal_facts_get_measure (self.facts));
  g_assert_null (pz_goal_facts_get_progress (self.facts));
  g_assert_cmpuint (pz_goal_facts_get_points (self.facts)->len, ==, 0);
  pz_goal_facts_get_range (self.facts, &range);
  g_assert_cmpint (range.kind, ==, PZ_MEASURE_IS_SCORE);
  pz_document_restore (self.goal.learner, self.goal.goal);
  pz_goal_facts_update (self.facts);
  g_assert_cmpuint (pz_goal_facts_get_points (self.facts)->len, ==, 15);
  end (&self, ui);
}

static void
test_a_shared_goal_is_found_in_the_class (UiFixture     *ui,
                                          gconstpointer  names)
{
  Case self;
  PzRecord *shared;
  g_autoptr(PzGoalFacts) facts = NULL;

  begin (&self, ui);
  shared = pz_document_add (pz_classroom_get_document (ui->classroom), PZ_RECORD_GOAL);
  pz_record_set_text (shared, PZ_GOAL_TITLE, "Together");
  facts = pz_goal_facts_new (ui->classroom, self.goal.learner, pz_record_get_id (shared));
  g_assert_null (pz_goal_facts_get_goal (facts)); /* the learner has no share */
  pz_record_set_add (shared, PZ_GOAL_LEARNERS, pz_document_get_id (self.goal.learner));
  g_assert_true (pz_goal_facts_get_goal (facts) == shared);
  ui_settle ();
  end (&self, ui);
}

static void
add_tests (void)
{
#define ADD(path, function) \
  g_test_add ("/ui/goal-facts/" path, UiFixture, PEOPLE, ui_fixture_set_up, function, ui_fixture_tear_down)
  ADD ("knows-what-belongs-to-the-goal", test_knows_what_belongs_to_the_goal);
  ADD ("what-does-not-count-is-no-point", test_what_does_not_count_is_no_point);
  ADD ("the-phase-of-a-day-is-the-newest-that-had-begun", test_the_phase_of_a_day_is_the_newest_that_had_begun);
  ADD ("a-step-of-many-writes-is-read-once", test_a_step_of_many_writes_is_read_once);
  ADD ("a-goal-may-go", test_a_goal_may_go);
  ADD ("a-shared-goal-is-found-in-the-class", test_a_shared_goal_is_found_in_the_class);
#undef ADD
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
