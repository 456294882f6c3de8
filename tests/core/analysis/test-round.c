/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-round.h"

#include "analysis-fixture.h"
#include "pz-absence.h"
#include "pz-date.h"
#include "pz-environment.h"

#define WORDS "w4m7kq2x9v5t0rhb"
#define OTHER "x4m7kq2x9v5t0rhb"
#define GOAL "g4m7kq2x9v5t0rhb"
#define TODAY "2026-11-23"
#define BEFORE "2026-11-16"

typedef struct
{
  PzDocument *learner;
  PzGoalRules *rules;
  GHashTable *names;
  guint32 day;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed ("/nowhere", G_GINT64_CONSTANT (1795428000000), 1);
  g_autoptr(PzClock) clock = pz_clock_new (environment, 7);
  g_autoptr(PzDocument) classroom = pz_document_new (PZ_DOCUMENT_CLASSROOM, "classroomclassro", clock);
  GDate today;

  g_date_clear (&today, 1);
  g_assert_true (pz_date_parse (TODAY, &today));
  f->learner = pz_document_new (PZ_DOCUMENT_LEARNER, "d4m7kq2x9v5t0rhb", clock);
  f->rules = pz_goal_rules_new (classroom, &today);
  f->names = g_hash_table_new (g_str_hash, g_str_equal);
  f->day = pz_day_from_text (TODAY);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_hash_table_unref (f->names);
  pz_goal_rules_unref (f->rules);
  g_assert_finalize_object (f->learner);
}

static PzGoalSource *
add_goal (Fixture    *f,
          GPtrArray  *progress,
          const char *learner,
          const char *name,
          const char *measure)
{
  PzGoalSource *source = pz_goal_source_new (learner, GOAL);

  source->measure = g_strdup (measure);
  pz_goal_source_finish (source);
  g_hash_table_insert (f->names, (gpointer) learner, (gpointer) name);
  g_ptr_array_add (progress, pz_goal_progress_new (source, f->rules));
  return source;
}

static void
add_score (PzGoalSource *source,
           const char   *day,
           double        value)
{
  const PzGoalScore score = { pz_day_from_text (day), value, NAN, FALSE };

  pz_goal_source_add_score (source, &score);
}

static GPtrArray *
new_progress (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) pz_goal_progress_free);
}

static const PzRoundRow *
row_of (GPtrArray *rows,
        guint      position)
{
  return g_ptr_array_index (rows, position);
}

static void
test_measures_of_goals_that_are_worked_on (Fixture       *f,
                                           gconstpointer  data)
{
  g_autoptr(GPtrArray) progress = new_progress ();
  g_autoptr(GPtrArray) measures = NULL;
  const PzRoundMeasure *first;

  add_goal (f, progress, "a", "Ada", OTHER);
  add_goal (f, progress, "b", "Ben", WORDS);
  add_goal (f, progress, "c", "Cleo", WORDS);
  add_goal (f, progress, "d", "Dan", NULL);
  add_goal (f, progress, "e", "Eva", OTHER)->state = PZ_GOAL_IS_CLOSED;
  measures = pz_round_list_measures (progress);
  g_assert_cmpuint (measures->len, ==, 2);
  first = g_ptr_array_index (measures, 0);
  g_assert_cmpstr (first->id, ==, WORDS);
  g_assert_cmpuint (first->n_goals, ==, 2);
}

static void
test_rows_by_name_with_what_was_before (Fixture       *f,
                                        gconstpointer  data)
{
  GPtrArray *progress = new_progress ();
  g_autoptr(GPtrArray) rows = NULL;
  PzGoalSource *source = add_goal (f, progress, "z", "Zoë", WORDS);

  add_score (source, BEFORE, 70);
  add_score (source, "2026-11-09", 60);
  add_goal (f, progress, "b", "Ben", OTHER);
  source = add_goal (f, progress, "a", "Ada", WORDS);
  add_score (source, TODAY, 55);
  add_score (source, "2026-11-30", 99);
  rows = pz_round_list_rows (progress, WORDS, f->names, f->day);

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (row_of (rows, 0)->name, ==, "Ada");
  g_assert_true (row_of (rows, 0)->is_measured && row_of (rows, 0)->value == 55);
  g_assert_false (row_of (rows, 0)->has_last);
  g_assert_cmpstr (row_of (rows, 1)->name, ==, "Zoë");
  g_assert_false (row_of (rows, 1)->is_measured);
  g_assert_true (row_of (rows, 1)->has_last && row_of (rows, 1)->last_value == 70);
}

static void
test_absent_learners_are_skipped (Fixture       *f,
                                  gconstpointer  data)
{
  GPtrArray *progress = new_progress ();
  g_autoptr(GPtrArray) rows = NULL;
  PzGoalSource *ben, *cleo;
  PzRoundCounts counts;

  add_score (add_goal (f, progress, "a", "Ada", WORDS), TODAY, 55);
  ben = add_goal (f, progress, "b", "Ben", WORDS);
  cleo = add_goal (f, progress, "c", "Cleo", WORDS);
  add_goal (f, progress, "d", "Dan", WORDS);
  pz_day_spans_unref (ben->absences);
  ben->absences = pz_day_spans_parse ("2026-11-20/2026-11-24", NULL);
  pz_day_spans_unref (cleo->absences);
  cleo->absences = pz_day_spans_parse (TODAY, NULL);
  rows = pz_round_list_rows (progress, WORDS, f->names, f->day);

  pz_round_count (rows, &counts);
  g_assert_cmpuint (counts.n_measured, ==, 1);
  g_assert_cmpuint (counts.n_absent, ==, 2);
  g_assert_cmpuint (counts.n_to_go, ==, 1);
  g_assert_cmpuint (pz_round_find_next (rows, 0), ==, 3);
  g_assert_cmpuint (pz_round_find_next (rows, 3), ==, 4);
  g_assert_cmpuint (pz_round_find_next (rows, 7), ==, 4);
}

static PzMeasurementDraft
draft_of (double value)
{
  return (PzMeasurementDraft) { .goal = GOAL, .date = TODAY, .value = value, .out_of = NAN };
}

static guint
count_measurements (PzDocument *learner)
{
  return g_list_model_get_n_items (pz_document_get_records (learner, PZ_RECORD_MEASUREMENT));
}

/* typed again, it is another value of the day and no second one; one of another day stays what it is */
static void
test_one_value_a_day (Fixture       *f,
                      gconstpointer  data)
{
  GPtrArray *progress = new_progress ();
  g_autoptr(GPtrArray) rows = NULL;
  PzMeasurementDraft draft = draft_of (70);
  g_autoptr(PzRecord) second = NULL;
  PzRoundRow *row;

  add_goal (f, progress, pz_document_get_id (f->learner), "Ada", WORDS);
  rows = pz_round_list_rows (progress, WORDS, f->names, f->day);
  row = g_ptr_array_index (rows, 0);

  draft.date = BEFORE;
  g_assert_true (pz_round_write (f->learner, &draft));
  draft = draft_of (77);
  draft.note = "tired";
  g_assert_true (pz_round_write (f->learner, &draft));
  draft = draft_of (77);
  g_assert_false (pz_round_write (f->learner, &draft));
  draft.value = 78;
  draft.help = PZ_HELP_ALONE;
  g_assert_true (pz_round_write (f->learner, &draft));
  g_assert_cmpuint (count_measurements (f->learner), ==, 2);

  pz_round_row_update (row, f->learner, f->day);
  g_assert_true (row->is_measured && row->value == 78);
  g_assert_true (row->has_last && row->last_value == 70);
  second = g_list_model_get_item (pz_document_get_records (f->learner, PZ_RECORD_MEASUREMENT), 1);
  g_assert_cmpstr (pz_record_get_text (second, PZ_MEASUREMENT_NOTE), ==, "tired");
}

static void
test_an_emptied_field_takes_it_away (Fixture       *f,
                                     gconstpointer  data)
{
  GPtrArray *progress = new_progress ();
  g_autoptr(GPtrArray) rows = NULL;
  PzMeasurementDraft draft = draft_of (70);
  PzRoundRow *row;
  GDate today;

  add_goal (f, progress, pz_document_get_id (f->learner), "Ada", WORDS);
  rows = pz_round_list_rows (progress, WORDS, f->names, f->day);
  row = g_ptr_array_index (rows, 0);
  g_assert_false (pz_round_clear (f->learner, GOAL, TODAY));
  g_assert_true (pz_round_write (f->learner, &draft));
  g_assert_false (pz_round_clear (f->learner, GOAL, BEFORE));
  g_assert_true (pz_round_clear (f->learner, GOAL, TODAY));
  g_date_clear (&today, 1);
  g_assert_true (pz_date_parse (TODAY, &today));
  pz_absence_mark (f->learner, &today, &today);
  pz_round_row_update (row, f->learner, f->day);
  g_assert_false (row->is_measured);
  g_assert_true (isnan (row->value));
  g_assert_true (row->is_absent);
}

#define ADD(path, function) g_test_add ("/core/round/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("measures-of-goals-that-are-worked-on", test_measures_of_goals_that_are_worked_on);
  ADD ("rows-by-name-with-what-was-before", test_rows_by_name_with_what_was_before);
  ADD ("absent-learners-are-skipped", test_absent_learners_are_skipped);
  ADD ("one-value-a-day", test_one_value_a_day);
  ADD ("an-emptied-field-takes-it-away", test_an_emptied_field_takes_it_away);
  return g_test_run ();
}
