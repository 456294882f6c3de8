/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-progress.h"

#include "analysis-fixture.h"
#include "pz-date.h"
#include "pz-environment.h"

#include <math.h>

#define TODAY "2026-11-23" /* a Monday */

typedef struct
{
  PzDocument *classroom;
  PzRecord *measure;
  GDate today;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed ("/nowhere", G_GINT64_CONSTANT (1795428000000), 1);
  g_autoptr(PzClock) clock = pz_clock_new (environment, 7);

  f->classroom = pz_document_new (PZ_DOCUMENT_CLASSROOM, "classroomclassro", clock);
  f->measure = pz_document_add (f->classroom, PZ_RECORD_MEASURE);
  g_date_clear (&f->today, 1);
  g_assert_true (pz_date_parse (TODAY, &f->today));
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_assert_finalize_object (f->classroom);
}

/* a goal with one point a week, the last one on @last */
static PzGoalSource *
make_source (Fixture      *f,
             const char   *last,
             const double *values,
             gsize         n)
{
  PzGoalSource *source = pz_goal_source_new ("d4m7kq2x9v5t0rhb", "g4m7kq2x9v5t0rhb");
  guint32 day = pz_day_from_text (last) - 7 * (guint32) (n - 1);

  source->measure = g_strdup (pz_record_get_id (f->measure));
  for (gsize i = 0; i < n; i++)
    {
      const PzGoalScore score = { day + 7 * (guint32) i, values[i], NAN, FALSE };

      pz_goal_source_add_score (source, &score);
    }
  pz_goal_source_finish (source);
  return source;
}

static PzGoalProgress *
progress_of (Fixture      *f,
             PzGoalSource *source)
{
  g_autoptr(PzGoalRules) rules = pz_goal_rules_new (f->classroom, &f->today);

  return pz_goal_progress_new (source, rules);
}

static const double rising[] = { 20, 22, 24, 27, 29, 31, 33, 36 };

static void
aim (PzGoalSource *source,
     double        target,
     const char   *due)
{
  source->baseline = 20;
  source->target = target;
  source->start = pz_day_from_text ("2026-10-05");
  source->due = pz_day_from_text (due);
}

static void
test_a_rising_learner_is_on_the_way (Fixture       *f,
                                     gconstpointer  data)
{
  PzGoalSource *source = make_source (f, TODAY, rising, G_N_ELEMENTS (rising));
  g_autoptr(PzGoalProgress) progress = NULL;

  aim (source, 48, "2027-01-11");
  progress = progress_of (f, source);
  g_assert_cmpuint (progress->n, ==, 8);
  g_assert_cmpuint (progress->first_day, ==, pz_day_from_text ("2026-10-05"));
  g_assert_cmpfloat (progress->x[7], ==, 49);
  g_assert_cmpfloat (progress->y[7], ==, 36);
  g_assert_cmpuint (progress->days_since_last, ==, 0);
  g_assert_cmpint (progress->decision.status, ==, PZ_STATUS_ON_THE_WAY);
  /* the aimline asks for 28 in 14 weeks, the learner makes more */
  assert_near (progress->decision.aimline.pace * 7, 2);
  g_assert_cmpint (progress->decision.growth, ==, PZ_GROWTH_FASTER);
}

static void
test_a_steeper_target_is_not (Fixture       *f,
                              gconstpointer  data)
{
  PzGoalSource *source = make_source (f, TODAY, rising, G_N_ELEMENTS (rising));
  g_autoptr(PzGoalProgress) progress = NULL;

  aim (source, 90, "2026-12-21");
  progress = progress_of (f, source);
  g_assert_cmpint (progress->decision.status, ==, PZ_STATUS_NOT_ON_THE_WAY);
}

/* mistakes: less is better, and the numbers on the screen are those that were written */
static void
test_the_measure_says_which_way_is_better (Fixture       *f,
                                           gconstpointer  data)
{
  static const double falling[] = { 20, 18, 17, 15, 14, 12, 10, 9 };
  PzGoalSource *source;
  g_autoptr(PzGoalProgress) progress = NULL;

  pz_record_set_text (f->measure, PZ_MEASURE_KIND, "count");
  pz_record_set_text (f->measure, PZ_MEASURE_DIRECTION, "decrease");
  source = make_source (f, TODAY, falling, G_N_ELEMENTS (falling));
  aim (source, 2, "2027-01-11");
  progress = progress_of (f, source);
  g_assert_cmpint (progress->range.direction, ==, PZ_DIRECTION_DECREASE);
  g_assert_cmpint (progress->range.kind, ==, PZ_MEASURE_IS_COUNT);
  g_assert_cmpfloat (progress->y[0], ==, 20);
  g_assert_cmpint (progress->decision.status, ==, PZ_STATUS_ON_THE_WAY);
}

/* 8 of 10 and 12 of 15 are both 80 percent */
static void
test_shares_are_counted_in_percent (Fixture       *f,
                                    gconstpointer  data)
{
  PzGoalSource *source = pz_goal_source_new ("d4m7kq2x9v5t0rhb", "g4m7kq2x9v5t0rhb");
  const PzGoalScore scores[] = { { 739000, 8, 10, FALSE }, { 739001, 12, 15, FALSE } };
  g_autoptr(PzGoalProgress) progress = NULL;

  pz_record_set_text (f->measure, PZ_MEASURE_KIND, "percent");
  source->measure = g_strdup (pz_record_get_id (f->measure));
  pz_goal_source_add_score (source, &scores[0]);
  pz_goal_source_add_score (source, &scores[1]);
  pz_goal_source_finish (source);
  progress = progress_of (f, source);
  g_assert_cmpuint (progress->n, ==, 2);
  assert_near (progress->y[0], 80);
  assert_near (progress->y[1], 80);
}

/* two review intervals count only days on which the learner could have been measured */
static void
test_absence_and_closed_days_stop_the_clock (Fixture       *f,
                                             gconstpointer  data)
{
  PzGoalSource *source = make_source (f, "2026-11-09", rising, G_N_ELEMENTS (rising));
  g_autoptr(PzGoalProgress) old = NULL, away = NULL, closed = NULL;

  aim (source, 48, "2027-01-11");
  source->review_every = 4;
  old = progress_of (f, source);
  g_assert_cmpuint (old->days_since_last, ==, 10);
  g_assert_cmpint (old->decision.status, ==, PZ_STATUS_NEEDS_DATA);
  g_assert_cmpint (old->decision.refusal.reason, ==, PZ_REFUSAL_OLD);

  source = make_source (f, "2026-11-09", rising, G_N_ELEMENTS (rising));
  aim (source, 48, "2027-01-11");
  source->review_every = 4;
  pz_day_spans_unref (source->absences);
  source->absences = pz_day_spans_parse ("2026-11-10/2026-11-13", NULL);
  away = progress_of (f, source);
  g_assert_cmpuint (away->days_since_last, ==, 6);
  g_assert_cmpint (away->decision.status, ==, PZ_STATUS_ON_THE_WAY);

  pz_record_set_add (pz_document_get_owner (f->classroom), PZ_CLASSROOM_CLOSED_DAYS, "2026-11-16/2026-11-20");
  source = make_source (f, "2026-11-09", rising, G_N_ELEMENTS (rising));
  closed = progress_of (f, source);
  g_assert_cmpuint (closed->days_since_last, ==, 5);
}

static void
test_says_what_is_used_now (Fixture       *f,
                            gconstpointer  data)
{
  PzGoalSource *source = make_source (f, TODAY, rising, G_N_ELEMENTS (rising));
  g_autoptr(PzGoalProgress) progress = NULL;

  pz_goal_source_add_phase (source, pz_day_from_text ("2026-10-05"), "a4m7kq2x9v5t0rhb");
  pz_goal_source_add_phase (source, pz_day_from_text ("2026-11-30"), "b4m7kq2x9v5t0rhb");
  pz_goal_source_finish (source);
  progress = progress_of (f, source);
  g_assert_cmpstr (progress->strategy, ==, "a4m7kq2x9v5t0rhb");
}

/* the rule of four does not reach back over a change of the teaching; one that is only planned changes nothing */
static void
test_only_a_phase_that_began_parts_the_points (Fixture       *f,
                                               gconstpointer  data)
{
  const char *const starts[] = { "2026-11-16", "2026-11-30" };
  const PzRefusalReason expected[] = { PZ_REFUSAL_OTHER_PHASE, PZ_REFUSAL_NONE };

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      PzGoalSource *source = make_source (f, TODAY, rising, G_N_ELEMENTS (rising));
      g_autoptr(PzGoalProgress) progress = NULL;

      aim (source, 48, "2027-01-11");
      pz_goal_source_add_phase (source, pz_day_from_text (starts[i]), NULL);
      progress = progress_of (f, source);
      g_assert_cmpint (progress->decision.no_four_point.reason, ==, expected[i]);
    }
}

static void
test_nothing_measured_is_no_reason_to_fail (Fixture       *f,
                                            gconstpointer  data)
{
  PzGoalSource *source = pz_goal_source_new ("d4m7kq2x9v5t0rhb", "g4m7kq2x9v5t0rhb");
  g_autoptr(PzGoalProgress) progress = NULL;
  PzMeasureRange range;
  g_autoptr(PzGoalRules) rules = pz_goal_rules_new (f->classroom, &f->today);

  pz_goal_source_finish (source);
  progress = progress_of (f, source);
  g_assert_cmpuint (progress->n, ==, 0);
  g_assert_cmpuint (progress->first_day, ==, 0);
  g_assert_cmpint (progress->decision.status, ==, PZ_STATUS_NEEDS_DATA);
  pz_goal_rules_get_range (rules, "nothing", &range);
  g_assert_cmpint (range.kind, ==, PZ_MEASURE_IS_SCORE);
  g_assert_cmpint (range.direction, ==, PZ_DIRECTION_INCREASE);
}

static void
test_a_list_keeps_the_order_and_can_be_cancelled (Fixture       *f,
                                                  gconstpointer  data)
{
  g_autoptr(PzGoalRules) rules = pz_goal_rules_new (f->classroom, &f->today);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GPtrArray) list = NULL, none = NULL;
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_goal_source_free);

  g_ptr_array_add (sources, make_source (f, TODAY, rising, 3));
  g_ptr_array_add (sources, make_source (f, TODAY, rising, 8));
  list = pz_goal_progress_list (sources, rules, NULL);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpuint (((PzGoalProgress *) g_ptr_array_index (list, 0))->n, ==, 3);
  g_assert_cmpuint (((PzGoalProgress *) g_ptr_array_index (list, 1))->n, ==, 8);

  sources = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_goal_source_free);
  g_ptr_array_add (sources, make_source (f, TODAY, rising, 3));
  g_cancellable_cancel (cancellable);
  none = pz_goal_progress_list (sources, rules, cancellable);
  g_assert_cmpuint (none->len, ==, 0);
}

#define ADD(path, function) g_test_add ("/core/goal-progress/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-rising-learner-is-on-the-way", test_a_rising_learner_is_on_the_way);
  ADD ("a-steeper-target-is-not", test_a_steeper_target_is_not);
  ADD ("the-measure-says-which-way-is-better", test_the_measure_says_which_way_is_better);
  ADD ("shares-are-counted-in-percent", test_shares_are_counted_in_percent);
  ADD ("absence-and-closed-days-stop-the-clock", test_absence_and_closed_days_stop_the_clock);
  ADD ("says-what-is-used-now", test_says_what_is_used_now);
  ADD ("only-a-phase-that-began-parts-the-points", test_only_a_phase_that_began_parts_the_points);
  ADD ("nothing-measured-is-no-reason-to-fail", test_nothing_measured_is_no_reason_to_fail);
  ADD ("a-list-keeps-the-order-and-can-be-cancelled", test_a_list_keeps_the_order_and_can_be_cancelled);
  return g_test_run ();
}
