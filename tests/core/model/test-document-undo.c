/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

typedef struct
{
  PzDocument *document;
  PzRecord *learner;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);

  fixture->document = fixture_learner (clock);
  fixture->learner = pz_document_get_owner (fixture->document);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->document);
}

static void
test_trash_and_back (Fixture       *fixture,
                     gconstpointer  data)
{
  PzRecord *goal = pz_document_add (fixture->document, PZ_RECORD_GOAL);

  pz_document_delete (fixture->document, goal);
  g_assert_true (pz_record_is_deleted (goal));
  g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_DELETED), ==, "2026-11-23T10:00");
  g_assert_true (pz_document_find (fixture->document, pz_record_get_id (goal)) == goal);
  fixture_wait (pz_document_get_clock (fixture->document), 3600000);
  pz_document_delete (fixture->document, goal);
  g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_DELETED), ==, "2026-11-23T10:00");
  pz_document_restore (fixture->document, goal);
  g_assert_false (pz_record_is_deleted (goal));
  pz_document_delete (fixture->document, fixture->learner);
  g_assert_true (pz_record_is_deleted (fixture->learner));
}

static void
test_changes_are_taken_once (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(GPtrArray) taken = NULL, again = NULL;
  GPtrArray *returned;
  const PzChange *change;

  g_assert_false (pz_document_is_dirty (fixture->document));
  pz_record_set_text (fixture->learner, PZ_LEARNER_GIVEN_NAME, "Ilse");
  pz_record_set_add (fixture->learner, PZ_LEARNER_NEEDS, "time");
  g_assert_true (pz_document_is_dirty (fixture->document));
  returned = pz_document_take_changes (fixture->document);
  g_assert_cmpuint (returned->len, ==, 2);
  g_assert_false (pz_document_is_dirty (fixture->document));
  pz_record_set_text (fixture->learner, PZ_LEARNER_GIVEN_NAME, "Else");
  pz_document_return_changes (fixture->document, returned);
  taken = pz_document_take_changes (fixture->document);
  g_assert_cmpuint (taken->len, ==, 3);
  change = g_ptr_array_index (taken, 1);
  g_assert_cmpstr (change->element, ==, "time");
  change = g_ptr_array_index (taken, 2);
  g_assert_cmpstr (change->before.text, ==, "Ilse");
  g_assert_cmpstr (change->after.text, ==, "Else");
  again = pz_document_take_changes (fixture->document);
  g_assert_cmpuint (again->len, ==, 0);
}

static void
count_changed_cb (PzDocument *document,
                  PzRecord   *record,
                  guint       field,
                  guint      *n)
{
  g_assert_cmpuint (field, ==, PZ_LEARNER_NOTES);
  ++*n;
}

static void
test_note_tells_who_listens (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(GPtrArray) taken = NULL;
  const PzValue nothing = { PZ_VALUE_NONE, { NULL } };
  guint n = 0;

  g_signal_connect (fixture->document, "changed", G_CALLBACK (count_changed_cb), &n);
  pz_document_note_change (fixture->document, fixture->learner, PZ_LEARNER_NOTES, NULL, &nothing, &nothing);
  taken = pz_document_take_changes (fixture->document);
  g_assert_cmpuint (taken->len, ==, 1);
  g_assert_cmpuint (n, ==, 1);
  pz_document_note_change (NULL, fixture->learner, PZ_LEARNER_NOTES, NULL, &nothing, &nothing);
}

/* all changes backwards, then forwards */
static void
test_undo_and_again (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(GPtrArray) changes = NULL;
  PzRecord *goal;

  pz_record_set_text (fixture->learner, PZ_LEARNER_GIVEN_NAME, "Ilse");
  pz_record_set_add (fixture->learner, PZ_LEARNER_NEEDS, "time");
  goal = pz_document_add (fixture->document, PZ_RECORD_GOAL);
  pz_record_set_number (goal, PZ_GOAL_TARGET, 60);
  pz_document_delete (fixture->document, fixture->learner);
  changes = pz_document_take_changes (fixture->document);
  /* name, need, goal and trash: what the new goal was filled with came with it */
  g_assert_cmpuint (changes->len, ==, 4);
  for (guint i = changes->len; i > 0; i--)
    g_assert_true (pz_document_apply_change (fixture->document, g_ptr_array_index (changes, i - 1), FALSE));
  g_assert_null (pz_record_get_text (fixture->learner, PZ_LEARNER_GIVEN_NAME));
  g_assert_true (pz_record_is_empty (fixture->learner, PZ_LEARNER_NEEDS));
  g_assert_true (pz_record_is_deleted (goal));
  g_assert_false (pz_record_is_deleted (fixture->learner));
  g_assert_true (pz_document_is_dirty (fixture->document));
  for (guint i = 0; i < changes->len; i++)
    g_assert_true (pz_document_apply_change (fixture->document, g_ptr_array_index (changes, i), TRUE));
  g_assert_cmpstr (pz_record_get_text (fixture->learner, PZ_LEARNER_GIVEN_NAME), ==, "Ilse");
  g_assert_true (pz_record_set_has (fixture->learner, PZ_LEARNER_NEEDS, "time"));
  g_assert_cmpfloat (pz_record_get_number (goal, PZ_GOAL_TARGET), ==, 60);
  g_assert_false (pz_record_is_deleted (goal));
  g_assert_true (pz_record_is_deleted (fixture->learner));
  for (guint i = 0; i < changes->len; i++)
    g_assert_false (pz_document_apply_change (fixture->document, g_ptr_array_index (changes, i), TRUE));
}

static void
test_changes_of_what_is_gone_do_nothing (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr(PzRecord) stranger = pz_record_new (PZ_RECORD_GOAL, "x1");
  g_autoptr(PzRecord) twin = pz_record_new (PZ_RECORD_GOAL, FIXTURE_ID);
  PzValue value = pz_value_text ("a");
  PzChange *gone = pz_change_new (stranger, PZ_GOAL_TITLE, NULL, NULL, &value);
  PzChange *other_type = pz_change_new (twin, PZ_GOAL_TITLE, NULL, NULL, &value);

  g_assert_false (pz_document_apply_change (fixture->document, gone, TRUE));
  g_assert_false (pz_document_apply_change (fixture->document, other_type, TRUE));
  pz_change_free (gone);
  pz_change_free (other_type);
  pz_value_clear (&value);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/core/document-trash/trash-and-back", Fixture, NULL, set_up, test_trash_and_back, tear_down);
  g_test_add ("/core/document-undo/changes-are-taken-once", Fixture, NULL, set_up, test_changes_are_taken_once, tear_down);
  g_test_add ("/core/document-undo/note-tells-who-listens", Fixture, NULL, set_up, test_note_tells_who_listens, tear_down);
  g_test_add ("/core/document-undo/undo-and-again", Fixture, NULL, set_up, test_undo_and_again, tear_down);
  g_test_add ("/core/document-undo/changes-of-what-is-gone-do-nothing", Fixture, NULL, set_up,
              test_changes_of_what_is_gone_do_nothing, tear_down);
  return g_test_run ();
}
