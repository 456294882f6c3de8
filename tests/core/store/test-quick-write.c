/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"
#include "pz-absence.h"
#include "pz-quick-entry.h"
#include "pz-quick-write.h"
#include "quick-goal-fixture.h"

/* The first reading of a text, with the goals as they are on the disk. */
static PzQuickReading *
read_text (ClassroomFixture *fixture,
           const char       *id,
           const char       *typed)
{
  g_autoptr(PzQuickEntry) entry = pz_quick_entry_new ();
  g_autoptr(GPtrArray) found = quick_read_goals (fixture, id);
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
  quick_save (fixture->classroom, pz_quick_what_get_label (written->what, FALSE));
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
  g_autofree char *goal = quick_add_goal (fixture->classroom, document, "Reads aloud");
  g_autoptr(PzQuickWritten) written = NULL;
  PzRecord *record;

  quick_save (fixture->classroom, "x");
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

  quick_save (fixture->classroom, "x");
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

  quick_save (fixture->classroom, "x");
  for (guint i = 0; i < 5; i++)
    g_ptr_array_add (written, write_text (fixture, id, "am laughed"));
  third = g_ptr_array_index (written, 2);
  g_assert_true (pz_quick_written_take_back (third, fixture->classroom, NULL));
  quick_save (fixture->classroom, pz_quick_what_get_label (third->what, TRUE));
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
  quick_save (fixture->classroom, NULL);
}

static void
test_refuses_what_is_gone (ClassroomFixture *fixture,
                           gconstpointer     data)
{
  g_autofree char *id = add_learner (fixture->classroom, "Amina", "Yusuf");
  g_autoptr(PzDocument) document = load_learner (fixture->classroom, id);
  g_autofree char *goal = quick_add_goal (fixture->classroom, document, "Reads aloud");
  PzDocument *own = pz_classroom_get_document (fixture->classroom);
  g_autoptr(PzQuickReading) value = NULL, note = NULL;
  g_autoptr(GError) error = NULL;

  quick_save (fixture->classroom, "x");
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
  quick_save (fixture->classroom, "x");
}

static void
test_refuses_a_read_only_class (ClassroomFixture *fixture,
                                gconstpointer     data)
{
  g_autofree char *id = add_learner (fixture->classroom, "Amina", "Yusuf");
  g_autoptr(PzQuickReading) note = NULL;
  g_autoptr(GError) error = NULL;

  quick_save (fixture->classroom, "x");
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
  classroom_test_add ("/core/quick-write/measurement", test_writes_a_measurement);
  classroom_test_add ("/core/quick-write/check-in-and-absence", test_writes_check_in_and_absence);
  classroom_test_add ("/core/quick-write/takes-back-the-third-of-five", test_takes_back_the_third_of_five);
  classroom_test_add ("/core/quick-write/refuses-what-is-gone", test_refuses_what_is_gone);
  classroom_test_add ("/core/quick-write/refuses-a-read-only-class", test_refuses_a_read_only_class);
  return g_test_run ();
}
