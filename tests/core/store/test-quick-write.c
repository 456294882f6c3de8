/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"
#include "pz-absence.h"
#include "pz-quick-entry.h"
#include "pz-quick-goals.h"
#include "pz-quick-roster.h"
#include "pz-quick-write.h"

#include <glib/gstdio.h>
#include <math.h>

typedef struct
{
  GPtrArray *found;
  GError *error;
  gboolean done;
} Answer;

static void
roster_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  answer->found = pz_quick_roster_read_finish (result, &answer->error);
  answer->done = TRUE;
}

static void
goals_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Answer *answer = user_data;

  answer->found = pz_quick_goals_read_finish (result, &answer->error);
  answer->done = TRUE;
}

static void
save (PzClassroom *classroom,
      const char  *label)
{
  g_autoptr(GError) error = NULL;

  pz_classroom_save (classroom, label, &error);
  g_assert_no_error (error);
}

/* A measure with bounds, and a goal of it for the learner; returns the id of the goal. */
static char *
add_goal (PzClassroom *classroom,
          PzDocument  *document,
          const char  *title)
{
  PzDocument *own = pz_classroom_get_document (classroom);
  PzRecord *measure = pz_document_add (own, PZ_RECORD_MEASURE);
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);

  pz_record_set_text (measure, PZ_MEASURE_NAME, "Words read");
  pz_record_set_text (measure, PZ_MEASURE_KIND, "rate");
  pz_record_set_text (measure, PZ_MEASURE_UNIT, "words a minute");
  pz_record_set_number (measure, PZ_MEASURE_MINIMUM, 0);
  pz_record_set_number (measure, PZ_MEASURE_MAXIMUM, 250);
  pz_record_set_text (goal, PZ_GOAL_TITLE, title);
  pz_record_set_text (goal, PZ_GOAL_MEASURE, pz_record_get_id (measure));
  return g_strdup (pz_record_get_id (goal));
}

static void
add_measurement (PzDocument *document,
                 const char *goal,
                 const char *date,
                 double      value,
                 gboolean    counts)
{
  PzRecord *record = pz_document_add (document, PZ_RECORD_MEASUREMENT);

  pz_record_set_text (record, PZ_MEASUREMENT_GOAL, goal);
  pz_record_set_text (record, PZ_MEASUREMENT_DATE, date);
  pz_record_set_number (record, PZ_MEASUREMENT_VALUE, value);
  pz_record_set_flag (record, PZ_MEASUREMENT_NOT_VALID, !counts);
}

static GPtrArray *
read_goals (ClassroomFixture *fixture,
            const char       *id)
{
  const char *ids[] = { id, NULL };
  Answer answer = { 0 };

  pz_quick_goals_read_async (fixture->environment, pz_classroom_get_id (fixture->classroom), ids, NULL, goals_cb,
                             &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  return answer.found;
}

static void
test_roster_of_the_shown_class (ClassroomFixture *fixture,
                                gconstpointer     data)
{
  g_autofree char *amina = add_learner (fixture->classroom, "Amina", "Yusuf");
  g_autofree char *gone = add_learner (fixture->classroom, "Ben", "Koch");
  g_autofree char *nameless = add_learner (fixture->classroom, NULL, NULL);
  const char *ids[] = { gone, NULL };
  Answer answer = { 0 };
  PzQuickLearner *learner;

  save (fixture->classroom, "x");
  g_assert_true (pz_classroom_delete (fixture->classroom, ids, "x", NULL));
  pz_quick_roster_read_async (fixture->classroom, NULL, roster_cb, &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.found->len, ==, 1);
  learner = g_ptr_array_index (answer.found, 0);
  g_assert_cmpstr (learner->id, ==, amina);
  g_assert_cmpstr (learner->name, ==, "Amina Yusuf");
  g_assert_cmpstr (learner->class_name, ==, "Class 5b");
  g_assert_cmpstr (learner->letters, ==, "aminayusuf");
  g_assert_null (learner->goals);
  g_ptr_array_unref (answer.found);
}

static void
test_roster_of_the_others (ClassroomFixture *fixture,
                           gconstpointer     data)
{
  g_autoptr(PzClassroom) other = pz_classroom_create (fixture->environment, "Class 6a", NULL);
  g_autoptr(PzClassroom) trashed = pz_classroom_create (fixture->environment, "Class 7", NULL);
  g_autofree char *own = add_learner (fixture->classroom, "Amina", "Yusuf");
  g_autofree char *ben = add_learner (other, "Ben", "Koch");
  g_autofree char *old = add_learner (trashed, "Old", "Class");
  g_autofree char *late = NULL;
  PzDocument *document = pz_classroom_get_document (trashed);
  Answer answer = { 0 };

  save (fixture->classroom, "x");
  save (other, "x");
  g_assert_true (pz_classroom_close (other, NULL)); /* writes the index */
  late = add_learner (other, "Cleo", "Late");       /* a file the index does not know */
  save (other, "x");
  pz_document_delete (document, pz_document_get_owner (document));
  save (trashed, "x");
  pz_quick_roster_read_others_async (fixture->environment, pz_classroom_get_id (fixture->classroom), NULL, roster_cb,
                                     &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.found->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      PzQuickLearner *learner = g_ptr_array_index (answer.found, i);

      g_assert_cmpstr (learner->class_id, ==, pz_classroom_get_id (other));
      g_assert_true (g_str_equal (learner->id, ben) || g_str_equal (learner->id, late));
    }
  g_ptr_array_unref (answer.found);
  g_assert_true (pz_classroom_close (other, NULL));
  g_assert_true (pz_classroom_close (trashed, NULL));
}

static void
test_goals_with_bounds_and_last_value (ClassroomFixture *fixture,
                                       gconstpointer     data)
{
  g_autofree char *id = add_learner (fixture->classroom, "Amina", "Yusuf");
  g_autoptr(PzDocument) document = load_learner (fixture->classroom, id);
  g_autofree char *reads = add_goal (fixture->classroom, document, "Reads aloud");
  g_autofree char *closed = add_goal (fixture->classroom, document, "Closed");
  g_autofree char *trashed = add_goal (fixture->classroom, document, "Deleted");
  g_autoptr(GPtrArray) found = NULL;
  PzQuickFacts *facts;
  PzQuickGoal *goal;

  pz_record_set_text (pz_document_find (document, closed), PZ_GOAL_STATE, "closed");
  pz_document_delete (document, pz_document_find (document, trashed));
  add_measurement (document, reads, "2026-11-18", 77, TRUE);
  add_measurement (document, reads, "2026-11-11", 70, TRUE);
  add_measurement (document, reads, "2026-11-19", 1, FALSE);
  save (fixture->classroom, "x");
  found = read_goals (fixture, id);
  g_assert_cmpuint (found->len, ==, 1);
  facts = g_ptr_array_index (found, 0);
  g_assert_false (facts->absent);
  g_assert_cmpuint (facts->goals->len, ==, 1);
  goal = g_ptr_array_index (facts->goals, 0);
  g_assert_cmpstr (goal->id, ==, reads);
  g_assert_cmpstr (goal->unit, ==, "words a minute");
  g_assert_cmpfloat_with_epsilon (goal->maximum, 250, 1e-9);
  g_assert_cmpfloat_with_epsilon (goal->last_value, 77, 1e-9);
  g_assert_cmpstr (goal->last_date, ==, "2026-11-18");
  g_assert_true (g_strv_contains ((const char *const *) goal->words, "words"));
}

static void
test_shared_goals_and_absence (ClassroomFixture *fixture,
                               gconstpointer     data)
{
  g_autofree char *amina = add_learner (fixture->classroom, "Amina", "Yusuf");
  g_autofree char *ben = add_learner (fixture->classroom, "Ben", "Koch");
  g_autoptr(PzDocument) document = load_learner (fixture->classroom, amina);
  PzDocument *own = pz_classroom_get_document (fixture->classroom);
  g_autofree char *shared = add_goal (fixture->classroom, own, "Shared");
  g_autoptr(GPtrArray) hers = NULL, his = NULL;
  GDate today;

  pz_record_set_add (pz_document_find (own, shared), PZ_GOAL_LEARNERS, amina);
  pz_environment_get_today (fixture->environment, &today);
  pz_absence_mark (document, &today, &today);
  save (fixture->classroom, "x");
  hers = read_goals (fixture, amina);
  his = read_goals (fixture, ben);
  g_assert_true (((PzQuickFacts *) g_ptr_array_index (hers, 0))->absent);
  g_assert_cmpuint (((PzQuickFacts *) g_ptr_array_index (hers, 0))->goals->len, ==, 1);
  g_assert_false (((PzQuickFacts *) g_ptr_array_index (his, 0))->absent);
  g_assert_cmpuint (((PzQuickFacts *) g_ptr_array_index (his, 0))->goals->len, ==, 0);
}

static void
test_goals_of_a_missing_class (ClassroomFixture *fixture,
                               gconstpointer     data)
{
  const char *ids[] = { "d4m7kq2x9v5t0rhb", NULL };
  Answer answer = { 0 };

  pz_quick_goals_read_async (fixture->environment, "zzzzzzzzzzzzzzzz", ids, NULL, goals_cb, &answer);
  run_until (&answer.done);
  g_assert_null (answer.found);
  g_assert_nonnull (answer.error);
  g_clear_error (&answer.error);
}

/* ---- writing ---- */

/* The first reading of a text, with the goals as they are on the disk. */
static PzQuickReading *
read_text (ClassroomFixture *fixture,
           const char       *id,
           const char       *typed)
{
  g_autoptr(PzQuickEntry) entry = pz_quick_entry_new ();
  g_autoptr(GPtrArray) found = read_goals (fixture, id);
  PzQuickFacts *facts = g_ptr_array_index (found, 0);
  PzQuickLearner *learner = pz_quick_learner_new (pz_classroom_get_id (fixture->classroom), "5b", id, "Amina Yusuf",
                                                  "Amina", "Yusuf", "Amina Yusuf");
  g_autoptr(GPtrArray) readings = NULL;

  pz_quick_learner_set_goals (learner, g_ptr_array_ref (facts->goals), facts->absent);
  pz_quick_entry_add (entry, learner);
  readings = pz_quick_entry_read (entry, typed);
  g_assert_cmpuint (readings->len, >, 0);
  return pz_quick_reading_ref (g_ptr_array_index (readings, 0));
}

static PzQuickWritten *
write_text (ClassroomFixture *fixture,
            const char       *id,
            const char       *typed)
{
  g_autoptr(PzQuickReading) reading = read_text (fixture, id, typed);
  g_autoptr(GError) error = NULL;
  PzQuickWritten *written = pz_quick_write (fixture->classroom, reading, &error);

  g_assert_no_error (error);
  save (fixture->classroom, pz_quick_what_get_label (written->what, FALSE));
  return written;
}

static guint
count_shown (PzDocument  *document,
             PzRecordType type)
{
  GListModel *records = pz_document_get_records (document, type);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (records, i);

      n += !pz_record_is_deleted (record);
    }
  return n;
}

static void
test_writes_a_measurement (ClassroomFixture *fixture,
                           gconstpointer     data)
{
  g_autofree char *id = add_learner (fixture->classroom, "Amina", "Yusuf");
  g_autoptr(PzDocument) document = load_learner (fixture->classroom, id);
  g_autofree char *goal = add_goal (fixture->classroom, document, "Reads aloud");
  g_autoptr(PzQuickWritten) written = NULL;
  PzRecord *record;

  save (fixture->classroom, "x");
  written = write_text (fixture, id, "am read 79/80 two long words");
  record = pz_document_find (document, written->record);
  g_assert_cmpstr (pz_record_get_text (record, PZ_MEASUREMENT_GOAL), ==, goal);
  g_assert_cmpstr (pz_record_get_text (record, PZ_MEASUREMENT_DATE), ==, "2026-11-23");
  g_assert_cmpfloat_with_epsilon (pz_record_get_number (record, PZ_MEASUREMENT_VALUE), 79, 1e-9);
  g_assert_cmpfloat_with_epsilon (pz_record_get_number (record, PZ_MEASUREMENT_OUT_OF), 80, 1e-9);
  g_assert_cmpstr (pz_record_get_text (record, PZ_MEASUREMENT_NOTE), ==, "two long words");
  g_assert_cmpstr (pz_classroom_get_undo_label (fixture->classroom), ==, "New measurement");
}

static void
test_writes_check_in_and_absence (ClassroomFixture *fixture,
                                  gconstpointer     data)
{
  g_autofree char *id = add_learner (fixture->classroom, "Amina", "Yusuf");
  g_autoptr(PzDocument) document = load_learner (fixture->classroom, id);
  g_autoptr(PzQuickWritten) check_in = NULL, absence = NULL;
  g_autoptr(PzQuickReading) again = NULL;
  g_autoptr(GError) error = NULL;
  PzRecord *record;
  GDate today;

  save (fixture->classroom, "x");
  pz_environment_get_today (fixture->environment, &today);
  check_in = write_text (fixture, id, "am family 5 mother called");
  record = pz_document_find (document, check_in->record);
  g_assert_cmpstr (pz_record_get_text (record, PZ_CHECK_IN_KIND), ==, "family");
  g_assert_cmpfloat_with_epsilon (pz_record_get_number (record, PZ_CHECK_IN_MINUTES), 5, 1e-9);
  g_assert_cmpstr (pz_record_get_text (record, PZ_CHECK_IN_TEXT), ==, "mother called");
  again = read_text (fixture, id, "am absent");
  absence = write_text (fixture, id, "am absent");
  g_assert_null (absence->record);
  g_assert_true (pz_absence_covers (document, &today));
  g_assert_null (pz_quick_write (fixture->classroom, again, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_assert_true (pz_quick_written_take_back (absence, fixture->classroom, NULL));
  g_assert_false (pz_absence_covers (document, &today));
}

static void
test_takes_back_the_third_of_five (ClassroomFixture *fixture,
                                   gconstpointer     data)
{
  g_autofree char *id = add_learner (fixture->classroom, "Amina", "Yusuf");
  g_autoptr(PzDocument) document = load_learner (fixture->classroom, id);
  g_autoptr(GPtrArray) written = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_quick_written_free);
  PzQuickWritten *third;

  save (fixture->classroom, "x");
  for (guint i = 0; i < 5; i++)
    g_ptr_array_add (written, write_text (fixture, id, "am laughed"));
  third = g_ptr_array_index (written, 2);
  g_assert_true (pz_quick_written_take_back (third, fixture->classroom, NULL));
  save (fixture->classroom, pz_quick_what_get_label (third->what, TRUE));
  for (guint i = 0; i < 5; i++)
    {
      PzQuickWritten *one = g_ptr_array_index (written, i);

      g_assert_cmpint (pz_record_is_deleted (pz_document_find (document, one->record)), ==, i == 2);
    }
  g_assert_cmpuint (count_shown (document, PZ_RECORD_CHECK_IN), ==, 4);
  /* the step itself can be undone, like any other */
  g_assert_cmpstr (pz_classroom_get_undo_label (fixture->classroom), ==, "Removal of a check-in");
  g_assert_true (pz_classroom_undo (fixture->classroom, NULL));
  g_assert_cmpuint (count_shown (document, PZ_RECORD_CHECK_IN), ==, 5);
  save (fixture->classroom, NULL);
}

static void
test_refuses_what_is_gone (ClassroomFixture *fixture,
                           gconstpointer     data)
{
  g_autofree char *id = add_learner (fixture->classroom, "Amina", "Yusuf");
  g_autoptr(PzDocument) document = load_learner (fixture->classroom, id);
  g_autofree char *goal = add_goal (fixture->classroom, document, "Reads aloud");
  PzDocument *own = pz_classroom_get_document (fixture->classroom);
  g_autoptr(PzQuickReading) value = NULL, note = NULL;
  g_autoptr(GError) error = NULL;

  save (fixture->classroom, "x");
  value = read_text (fixture, id, "am 79");
  note = read_text (fixture, id, "am laughed");
  pz_document_delete (document, pz_document_find (document, goal));
  g_assert_null (pz_quick_write (fixture->classroom, value, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  pz_document_delete (document, pz_document_get_owner (document));
  g_assert_null (pz_quick_write (fixture->classroom, note, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  pz_document_restore (document, pz_document_get_owner (document));
  pz_document_delete (own, pz_document_get_owner (own));
  g_assert_null (pz_quick_write (fixture->classroom, note, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_shown (document, PZ_RECORD_CHECK_IN), ==, 0);
  save (fixture->classroom, "x");
}

static void
test_refuses_a_read_only_class (ClassroomFixture *fixture,
                                gconstpointer     data)
{
  g_autofree char *id = add_learner (fixture->classroom, "Amina", "Yusuf");
  g_autoptr(PzQuickReading) note = NULL;
  g_autoptr(GError) error = NULL;

  save (fixture->classroom, "x");
  note = read_text (fixture, id, "am laughed");
  classroom_fixture_make_newer (fixture, "classroom.json");
  g_assert_finalize_object (g_steal_pointer (&fixture->classroom));
  fixture->classroom = pz_classroom_open (fixture->environment, fixture->path, &error);
  g_assert_no_error (error);
  g_assert_null (pz_quick_write (fixture->classroom, note, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_READ_ONLY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  classroom_test_add ("/core/quick-roster/shown-class", test_roster_of_the_shown_class);
  classroom_test_add ("/core/quick-roster/other-classes", test_roster_of_the_others);
  classroom_test_add ("/core/quick-goals/bounds-and-last-value", test_goals_with_bounds_and_last_value);
  classroom_test_add ("/core/quick-goals/shared-goals-and-absence", test_shared_goals_and_absence);
  classroom_test_add ("/core/quick-goals/missing-class", test_goals_of_a_missing_class);
  classroom_test_add ("/core/quick-write/measurement", test_writes_a_measurement);
  classroom_test_add ("/core/quick-write/check-in-and-absence", test_writes_check_in_and_absence);
  classroom_test_add ("/core/quick-write/takes-back-the-third-of-five", test_takes_back_the_third_of_five);
  classroom_test_add ("/core/quick-write/refuses-what-is-gone", test_refuses_what_is_gone);
  classroom_test_add ("/core/quick-write/refuses-a-read-only-class", test_refuses_a_read_only_class);
  return g_test_run ();
}
