/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-history-log.h"

#include "classroom-fixture.h"
#include "pz-record-names.h"

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

/* saves and gives the newest entry of the learner; transfer full */
static PzHistoryEntry *
newest (Fixture *f)
{
  g_autoptr(PzHistoryLog) log = NULL;
  g_autoptr(GPtrArray) page = NULL;

  g_assert_true (pz_classroom_save (f->base.classroom, "Edit", NULL));
  log = pz_history_log_new (f->base.classroom, &(PzHistoryQuery) { PZ_DOCUMENT_LEARNER, f->id, NULL, NULL });
  page = pz_history_log_next (log, 1, NULL, NULL);
  g_assert_cmpuint (page->len, ==, 1);
  return g_object_ref (g_ptr_array_index (page, 0));
}

static void
test_references_are_names (Fixture       *f,
                           gconstpointer  data)
{
  PzRecord *level = pz_document_add (pz_classroom_get_document (f->base.classroom), PZ_RECORD_LEVEL);
  g_autoptr(PzHistoryEntry) entry = NULL;
  g_autoptr(PzHistoryEntry) gone = NULL;

  pz_record_set_text (level, PZ_LEVEL_NAME, "Explorer");
  pz_record_set_text (f->learner, PZ_LEARNER_LEVEL, pz_record_get_id (level));
  entry = newest (f);
  g_assert_null (entry->before);
  g_assert_cmpstr (entry->after, ==, "Explorer");
  pz_record_set_text (f->learner, PZ_LEARNER_LEVEL, "0000000000000000");
  gone = newest (f);
  g_assert_cmpstr (gone->before, ==, "Explorer");
  g_assert_cmpstr (gone->after, ==, "no longer known");
}

static void
test_choices_are_words (Fixture       *f,
                        gconstpointer  data)
{
  g_autoptr(PzHistoryEntry) entry = NULL;

  pz_record_set_text (f->learner, PZ_LEARNER_DEVICE_AT_HOME, "shared");
  entry = newest (f);
  g_assert_cmpstr (entry->after, ==, "Shared with others");
  g_assert_cmpstr (pz_history_entry_get_field_label (entry), ==, "Device at home");
}

static void
test_sets_say_what_came_and_went (Fixture       *f,
                                  gconstpointer  data)
{
  g_autoptr(PzHistoryEntry) came = NULL;
  g_autoptr(PzHistoryEntry) went = NULL;

  pz_record_set_add (f->learner, PZ_LEARNER_INTERESTS, "Music");
  came = newest (f);
  g_assert_cmpint (came->act, ==, PZ_HISTORY_PUT_IN);
  g_assert_cmpstr (came->after, ==, "Music");
  g_assert_null (came->before);
  pz_record_set_remove (f->learner, PZ_LEARNER_INTERESTS, "Music");
  went = newest (f);
  g_assert_cmpint (went->act, ==, PZ_HISTORY_TAKEN_OUT);
  g_assert_cmpstr (went->before, ==, "Music");
  g_assert_null (went->after);
}

static void
test_flags_and_days (Fixture       *f,
                     gconstpointer  data)
{
  g_autoptr(PzHistoryEntry) flag = NULL;
  g_autoptr(PzHistoryEntry) day = NULL;
  g_autofree char *words = NULL;

  pz_record_set_flag (f->learner, PZ_LEARNER_ARCHIVED, TRUE);
  flag = newest (f);
  g_assert_cmpstr (flag->after, ==, "Yes");
  g_assert_null (flag->before);
  pz_record_set_text (f->learner, PZ_LEARNER_BIRTH_DATE, "2016-03-04");
  day = newest (f);
  words = pz_day_to_words ("2016-03-04");
  g_assert_cmpstr (day->after, ==, words);
  g_assert_cmpstr (day->after, !=, "2016-03-04");
}

static void
test_trash_and_back (Fixture       *f,
                     gconstpointer  data)
{
  PzRecord *contact = pz_document_add (f->document, PZ_RECORD_CONTACT);
  g_autoptr(PzHistoryEntry) deleted = NULL;
  g_autoptr(PzHistoryEntry) restored = NULL;

  pz_record_set_text (contact, PZ_CONTACT_NAME, "Samira");
  g_assert_true (pz_classroom_save (f->base.classroom, "Add", NULL));
  pz_document_delete (f->document, contact);
  deleted = newest (f);
  g_assert_cmpint (deleted->act, ==, PZ_HISTORY_DELETED);
  g_assert_cmpint (deleted->type, ==, PZ_RECORD_CONTACT);
  g_assert_cmpstr (deleted->record_title, ==, "Samira");
  pz_document_restore (f->document, contact);
  restored = newest (f);
  g_assert_cmpint (restored->act, ==, PZ_HISTORY_RESTORED);
}

static void
test_long_texts_are_shortened (Fixture       *f,
                               gconstpointer  data)
{
  g_autofree char *words = g_strnfill (1000, 'x');
  g_autofree char *text = g_strconcat ("One\nTwo ", words, NULL);
  g_autoptr(PzHistoryEntry) entry = NULL;

  pz_record_set_text (f->learner, PZ_LEARNER_NOTES, text);
  entry = newest (f);
  g_assert_true (g_str_has_prefix (entry->after, "One Two xxx"));
  g_assert_true (g_str_has_suffix (entry->after, "x…"));
  g_assert_cmpint (g_utf8_strlen (entry->after, -1), <, 200);
}

static void
test_lens_values_have_the_name_of_the_lens (Fixture       *f,
                                            gconstpointer  data)
{
  PzRecord *lens = pz_document_add (pz_classroom_get_document (f->base.classroom), PZ_RECORD_LENS);
  g_autofree char *value = g_strconcat (pz_record_get_id (lens), ":late", NULL);
  g_autoptr(PzHistoryEntry) entry = NULL;

  pz_record_set_text (lens, PZ_LENS_NAME, "Bus");
  pz_record_set_add (f->learner, PZ_LEARNER_LENS_VALUES, value);
  entry = newest (f);
  g_assert_cmpstr (entry->after, ==, "Bus: late");
}

#define ADD(path, function) g_test_add ("/core/history-entry/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("references-are-names", test_references_are_names);
  ADD ("choices-are-words", test_choices_are_words);
  ADD ("sets-say-what-came-and-went", test_sets_say_what_came_and_went);
  ADD ("flags-and-days", test_flags_and_days);
  ADD ("trash-and-back", test_trash_and_back);
  ADD ("long-texts-are-shortened", test_long_texts_are_shortened);
  ADD ("lens-values-have-the-name-of-the-lens", test_lens_values_have_the_name_of_the_lens);
  return g_test_run ();
}
