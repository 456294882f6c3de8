/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conflict.h"

#include "classroom-fixture.h"
#include "conflict-fixture.h"

#define LATE G_GINT64_CONSTANT (1900000000000)

/* A learner with a goal, saved, and a value of another device in a field of the goal. */
static PzConflict *
make (ClassroomFixture *f,
      const char       *field,
      const char       *text,
      gint64            ms)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *name = g_strdup_printf ("learners/%s.json", id);
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  PzDocument *own = pz_classroom_get_document (f->classroom);
  PzRecord *measure = pz_document_add (own, PZ_RECORD_MEASURE);
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);
  g_autoptr(PzRecordNames) names = pz_record_names_new (f->classroom->store, f->classroom->id);
  g_autoptr(GArray) found = NULL;

  pz_record_set_text (measure, PZ_MEASURE_NAME, "Reading");
  pz_record_set_text (measure, PZ_MEASURE_UNIT, "words a minute");
  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads aloud");
  pz_record_set_text (goal, PZ_GOAL_MEASURE, pz_record_get_id (measure));
  pz_record_set_number (goal, PZ_GOAL_TARGET, 84);
  pz_record_set_text (goal, PZ_GOAL_NOTES, "One\nTwo");
  pz_record_set_text (goal, PZ_GOAL_STATE, "active");
  g_assert_true (pz_classroom_save (f->classroom, "Edit", NULL));
  conflict_fixture_write (f->path, name, pz_record_get_id (goal), field, text, CONFLICT_DEVICE, ms);
  g_assert_true (pz_classroom_refresh (f->classroom, NULL));
  found = pz_document_find_conflicts (document);
  g_assert_cmpuint (found->len, ==, 1);
  return pz_conflict_new (document, &g_array_index (found, PzFoundConflict, 0), own, names,
                          pz_clock_get_device (f->classroom->clock));
}

static void
assert_words (PzConflict *conflict,
              guint       i,
              const char *expected)
{
  g_autofree char *words = pz_conflict_dup_words (conflict, i);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_values_are_said_in_words (ClassroomFixture *f,
                               gconstpointer     data)
{
  g_autoptr(PzConflict) conflict = make (f, "target", "80", 1000);

  g_assert_cmpint (conflict->kind, ==, PZ_CONFLICT_VALUES);
  g_assert_cmpstr (pz_conflict_get_label (conflict), ==, "Target");
  g_assert_cmpstr (conflict->document_title, ==, "Noor Jansen");
  g_assert_cmpstr (conflict->record_title, ==, "Reads aloud");
  g_assert_false (conflict->archived);
  g_assert_cmpuint (conflict->values->len, ==, 2);
  assert_words (conflict, 0, "84 words a minute");
  assert_words (conflict, 1, "80 words a minute");
  g_assert_true (pz_conflict_get_value (conflict, 0)->here);
  g_assert_false (pz_conflict_get_value (conflict, 1)->here);
  g_assert_cmpstr (pz_conflict_get_value (conflict, 1)->device, ==, "77c0de1b9a3e4f02");
  g_assert_cmpint (pz_conflict_get_value (conflict, 1)->time, ==, 1000);
  g_assert_cmpint (pz_conflict_get_value (conflict, 0)->time, ==, pz_environment_get_now (f->environment));
  g_assert_false (pz_conflict_can_merge (conflict));
}

static void
test_the_later_value_stands_first (ClassroomFixture *f,
                                   gconstpointer     data)
{
  g_autoptr(PzConflict) conflict = make (f, "state", "paused", LATE);

  assert_words (conflict, 0, "Paused");
  assert_words (conflict, 1, "Active");
}

static void
test_an_emptied_field_is_said (ClassroomFixture *f,
                               gconstpointer     data)
{
  g_autoptr(PzConflict) conflict = make (f, "notes", "", LATE);

  assert_words (conflict, 0, "Empty");
  g_assert_null (pz_conflict_get_value (conflict, 0)->text);
  assert_words (conflict, 1, "One\nTwo");
  g_assert_false (pz_conflict_can_merge (conflict)); /* there is nothing to put together */
}

static void
test_long_texts_stand_in_full (ClassroomFixture *f,
                               gconstpointer     data)
{
  g_autofree char *text = g_strnfill (1000, 'x');
  g_autoptr(PzConflict) conflict = make (f, "notes", text, LATE);

  assert_words (conflict, 0, text);
  g_assert_true (pz_conflict_can_merge (conflict));
}

static void
test_an_edit_in_the_trash_has_two_answers (ClassroomFixture *f,
                                           gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *name = g_strdup_printf ("learners/%s.json", id);
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(PzRecordNames) names = pz_record_names_new (f->classroom->store, f->classroom->id);
  g_autoptr(GArray) found = NULL;
  g_autoptr(PzConflict) conflict = NULL;

  pz_document_delete (document, pz_document_get_owner (document));
  g_assert_true (pz_classroom_save (f->classroom, "Delete", NULL));
  conflict_fixture_write (f->path, name, NULL, "notes", "Moved", CONFLICT_DEVICE, LATE);
  g_assert_true (pz_classroom_refresh (f->classroom, NULL));
  found = pz_document_find_conflicts (document);
  g_assert_cmpuint (found->len, ==, 1);
  conflict = pz_conflict_new (document, &g_array_index (found, PzFoundConflict, 0),
                              pz_classroom_get_document (f->classroom), names, pz_clock_get_device (f->classroom->clock));
  g_assert_cmpint (conflict->kind, ==, PZ_CONFLICT_IN_TRASH);
  g_assert_cmpstr (pz_conflict_get_label (conflict), ==, "Learner");
  g_assert_null (conflict->record_title);
  assert_words (conflict, 0, "Keep in the trash");
  assert_words (conflict, 1, "Bring back");
  g_assert_true (pz_conflict_get_value (conflict, 0)->here);
  g_assert_cmpint (pz_conflict_get_value (conflict, 1)->time, ==, LATE);
}

static void
test_the_id_is_of_what_there_is_to_choose (ClassroomFixture *f,
                                           gconstpointer     data)
{
  g_autoptr(PzConflict) conflict = make (f, "target", "80", 1000);
  g_autoptr(PzDocument) document = load_learner (f->classroom, conflict->document);
  g_autofree char *name = g_strdup_printf ("learners/%s.json", conflict->document);
  PzRecord *goal = pz_document_find (document, conflict->record);
  PzFoundConflict found = { PZ_CONFLICT_VALUES, goal, PZ_GOAL_TARGET, { 0 } };
  g_autofree char *same = pz_conflict_compute_id (&found);
  g_autofree char *other = NULL;

  g_assert_cmpstr (same, ==, conflict->id);
  g_assert_true (pz_conflict_is_at (conflict, goal, PZ_GOAL_TARGET));
  g_assert_false (pz_conflict_is_at (conflict, goal, PZ_GOAL_NOTES));
  g_assert_false (pz_conflict_is_at (conflict, pz_document_get_owner (document), PZ_GOAL_TARGET));
  conflict_fixture_write (f->path, name, conflict->record, "target", "70", CONFLICT_DEVICE + 1, 2000);
  g_assert_true (pz_classroom_refresh (f->classroom, NULL));
  other = pz_conflict_compute_id (&found);
  g_assert_cmpstr (other, !=, conflict->id);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  classroom_test_add ("/core/conflict/values-are-said-in-words", test_values_are_said_in_words);
  classroom_test_add ("/core/conflict/the-later-value-stands-first", test_the_later_value_stands_first);
  classroom_test_add ("/core/conflict/an-emptied-field-is-said", test_an_emptied_field_is_said);
  classroom_test_add ("/core/conflict/long-texts-stand-in-full", test_long_texts_stand_in_full);
  classroom_test_add ("/core/conflict/an-edit-in-the-trash-has-two-answers", test_an_edit_in_the_trash_has_two_answers);
  classroom_test_add ("/core/conflict/the-id-is-of-what-there-is-to-choose", test_the_id_is_of_what_there_is_to_choose);
  return g_test_run ();
}
