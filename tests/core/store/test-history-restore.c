/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-history-log.h"

#include "classroom-fixture.h"

typedef struct
{
  ClassroomFixture base;
  char *id;
  PzDocument *document;
  PzRecord *learner;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  classroom_fixture_set_up (&f->base, data);
  f->id = add_learner (f->base.classroom, "Noor", "Jansen");
  f->document = load_learner (f->base.classroom, f->id);
  f->learner = owner_of (f->document);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_clear_object (&f->document);
  g_free (f->id);
  classroom_fixture_tear_down (&f->base, data);
}

static void
save (Fixture *f)
{
  g_autoptr(GError) error = NULL;

  pz_classroom_save (f->base.classroom, "Edit", &error);
  g_assert_no_error (error);
}

/* saves; the newest entry, transfer full */
static PzHistoryEntry *
newest (Fixture *f)
{
  g_autoptr(PzHistoryLog) log = NULL;
  g_autoptr(GPtrArray) page = NULL;

  save (f);
  log = pz_history_log_new (f->base.classroom, &(PzHistoryQuery) { PZ_DOCUMENT_LEARNER, f->id, NULL, NULL });
  page = pz_history_log_next (log, 1, NULL, NULL);
  g_assert_cmpuint (page->len, ==, 1);
  return g_object_ref (g_ptr_array_index (page, 0));
}

static void
test_earlier_value_comes_back_as_one_step (Fixture       *f,
                                           gconstpointer  data)
{
  g_autoptr(PzHistoryEntry) entry = NULL;
  g_autoptr(GError) error = NULL;

  rename_to (f->document, "Nour");
  entry = newest (f);
  rename_to (f->document, "Nora");
  save (f);
  g_assert_true (pz_history_may_restore (entry));
  g_assert_true (pz_history_restore (f->base.classroom, entry, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (pz_record_get_text (f->learner, PZ_LEARNER_GIVEN_NAME), ==, "Noor");
  assert_on_disk (&f->base, f->id, "\"given-name\":\"Noor\"");
  g_assert_cmpstr (pz_classroom_get_undo_label (f->base.classroom), ==, "Earlier value of “Given name”");
  g_assert_true (pz_classroom_undo (f->base.classroom, NULL));
  g_assert_cmpstr (pz_record_get_text (f->learner, PZ_LEARNER_GIVEN_NAME), ==, "Nora");
}

/* what is being edited meanwhile stays a step of its own */
static void
test_what_waits_is_another_step (Fixture       *f,
                                 gconstpointer  data)
{
  g_autoptr(PzHistoryEntry) entry = NULL;

  rename_to (f->document, "Nour");
  entry = newest (f);
  pz_record_set_text (f->learner, PZ_LEARNER_PRONOUNS, "she/her");
  pz_classroom_queue_save (f->base.classroom, "Pronouns");
  g_assert_true (pz_history_restore (f->base.classroom, entry, NULL));
  g_assert_true (pz_classroom_undo (f->base.classroom, NULL));
  g_assert_cmpstr (pz_record_get_text (f->learner, PZ_LEARNER_PRONOUNS), ==, "she/her");
  g_assert_cmpstr (pz_record_get_text (f->learner, PZ_LEARNER_GIVEN_NAME), ==, "Nour");
}

static void
test_elements_come_and_go (Fixture       *f,
                           gconstpointer  data)
{
  g_autoptr(PzHistoryEntry) came = NULL;
  g_autoptr(PzHistoryEntry) went = NULL;
  g_autoptr(GError) error = NULL;

  pz_record_set_add (f->learner, PZ_LEARNER_NEEDS, "time");
  came = newest (f);
  pz_record_set_remove (f->learner, PZ_LEARNER_NEEDS, "time");
  went = newest (f);
  g_assert_true (pz_history_restore (f->base.classroom, went, NULL));
  g_assert_true (pz_record_set_has (f->learner, PZ_LEARNER_NEEDS, "time"));
  g_assert_false (pz_history_restore (f->base.classroom, went, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_EXISTS);
  g_assert_true (pz_history_restore (f->base.classroom, came, NULL));
  g_assert_false (pz_record_set_has (f->learner, PZ_LEARNER_NEEDS, "time"));
}

static void
test_records_come_back_from_the_trash (Fixture       *f,
                                       gconstpointer  data)
{
  PzRecord *contact = pz_document_add (f->document, PZ_RECORD_CONTACT);
  g_autoptr(PzHistoryEntry) renamed = NULL;
  g_autoptr(PzHistoryEntry) deleted = NULL;
  g_autoptr(GError) error = NULL;

  pz_record_set_text (contact, PZ_CONTACT_NAME, "Samira");
  save (f);
  pz_record_set_text (contact, PZ_CONTACT_NAME, "Samira Jansen");
  renamed = newest (f);
  pz_document_delete (f->document, contact);
  deleted = newest (f);
  g_assert_false (pz_history_restore (f->base.classroom, renamed, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_assert_cmpstr (pz_record_get_text (contact, PZ_CONTACT_NAME), ==, "Samira Jansen");
  g_assert_true (pz_history_restore (f->base.classroom, deleted, NULL));
  g_assert_false (pz_record_is_deleted (contact));
  g_assert_true (pz_history_restore (f->base.classroom, renamed, NULL));
  g_assert_cmpstr (pz_record_get_text (contact, PZ_CONTACT_NAME), ==, "Samira");
}

static void
test_gone_learners_are_refused_in_words (Fixture       *f,
                                         gconstpointer  data)
{
  g_autoptr(PzHistoryEntry) entry = NULL;
  g_autoptr(GError) error = NULL;
  const char *ids[] = { f->id, NULL };

  rename_to (f->document, "Nour");
  entry = newest (f);
  g_assert_true (pz_classroom_delete (f->base.classroom, ids, "Delete", NULL));
  g_clear_object (&f->document);
  g_assert_true (pz_classroom_purge (f->base.classroom, ids, NULL));
  g_assert_false (pz_history_restore (f->base.classroom, entry, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "It was deleted for good and cannot come back.");
}

static void
test_values_that_are_not_allowed_stay_away (Fixture       *f,
                                            gconstpointer  data)
{
  g_autoptr(PzHistoryEntry) entry = NULL;
  g_autoptr(PzHistoryEntry) level = NULL;
  g_autoptr(GError) error = NULL;

  pz_record_set_text (f->learner, PZ_LEARNER_DEVICE_AT_HOME, "own");
  entry = newest (f);
  pz_value_clear (&entry->old_value);
  entry->old_value = pz_value_text ("telephone box");
  g_assert_false (pz_history_restore (f->base.classroom, entry, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_clear_error (&error);
  pz_value_clear (&entry->old_value);
  entry->old_value = pz_value_number (7);
  g_assert_false (pz_history_restore (f->base.classroom, entry, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpstr (pz_record_get_text (f->learner, PZ_LEARNER_DEVICE_AT_HOME), ==, "own");

  pz_record_set_text (f->learner, PZ_LEARNER_LEVEL, "0000000000000000");
  save (f);
  pz_record_set_text (f->learner, PZ_LEARNER_LEVEL, NULL);
  level = newest (f);
  g_assert_false (pz_history_restore (f->base.classroom, level, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
}

static void
test_new_records_have_nothing_to_bring_back (Fixture       *f,
                                             gconstpointer  data)
{
  g_autoptr(PzHistoryEntry) entry = newest (f);

  g_assert_cmpint (entry->act, ==, PZ_HISTORY_ADDED);
  g_assert_false (pz_history_may_restore (entry));
}

static void
test_nothing_comes_back_into_a_class_to_look_at (Fixture       *f,
                                                 gconstpointer  data)
{
  g_autoptr(PzHistoryEntry) entry = NULL;
  g_autoptr(GError) error = NULL;

  rename_to (f->document, "Nour");
  entry = newest (f);
  pz_classroom_set_read_only (f->base.classroom, "Only to look at");
  g_assert_false (pz_history_restore (f->base.classroom, entry, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_READ_ONLY);
  g_assert_cmpstr (pz_record_get_text (f->learner, PZ_LEARNER_GIVEN_NAME), ==, "Nour");
}

#define ADD(path, function) g_test_add ("/core/history-restore/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("earlier-value-comes-back-as-one-step", test_earlier_value_comes_back_as_one_step);
  ADD ("what-waits-is-another-step", test_what_waits_is_another_step);
  ADD ("elements-come-and-go", test_elements_come_and_go);
  ADD ("records-come-back-from-the-trash", test_records_come_back_from_the_trash);
  ADD ("gone-learners-are-refused-in-words", test_gone_learners_are_refused_in_words);
  ADD ("values-that-are-not-allowed-stay-away", test_values_that_are_not_allowed_stay_away);
  ADD ("new-records-have-nothing-to-bring-back", test_new_records_have_nothing_to_bring_back);
  ADD ("nothing-comes-back-into-a-class-to-look-at", test_nothing_comes_back_into_a_class_to_look_at);
  return g_test_run ();
}
