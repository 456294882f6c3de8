/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"

#include <string.h>

/* more than a turn of the main loop prepares when it has no time at all */
#define MANY 40

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* held, in the order of their names; all of them wait to be written */
static GPtrArray *
rename_many (ClassroomFixture *f,
             const char       *given)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *documents = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MANY; i++)
    g_ptr_array_add (ids, add_learner (f->classroom, "Noor", "Jansen"));
  g_ptr_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    {
      g_ptr_array_add (documents, load_learner (f->classroom, g_ptr_array_index (ids, i)));
      rename_to (g_ptr_array_index (documents, i), given);
    }
  pz_classroom_seal (f->classroom, "Rename");
  return documents;
}

/* The first of them are prepared, the last ones not. */
static PzSaveRound *
prepare_half (ClassroomFixture *f)
{
  PzSaveRound *round = pz_save_round_begin (f->classroom);

  g_assert_cmpint (pz_save_round_prepare (round, f->classroom, 0), ==, PZ_ROUND_MORE);
  g_assert_null (round->commit);
  return round;
}

static PzRoundState
prepare_rest (ClassroomFixture *f,
              PzSaveRound      *round)
{
  PzRoundState state;

  do
    state = pz_save_round_prepare (round, f->classroom, 0);
  while (state == PZ_ROUND_MORE);
  return state;
}

static void
finish (ClassroomFixture *f,
        PzSaveRound      *round)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_save_round_run (round, &error));
  g_assert_no_error (error);
  pz_save_round_succeeded (round, f->classroom);
  pz_save_round_free (round);
}

static void
assert_saved (ClassroomFixture *f,
              GPtrArray        *documents,
              guint             which,
              const char       *text)
{
  assert_on_disk (f, pz_document_get_id (g_ptr_array_index (documents, which)), text);
}

static void
test_few_are_prepared_at_once (ClassroomFixture *f,
                               gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  PzSaveRound *round;

  rename_to (document, "Nour");
  pz_classroom_seal (f->classroom, "Rename");
  round = pz_save_round_begin (f->classroom);
  g_assert_cmpint (pz_save_round_prepare (round, f->classroom, 0), ==, PZ_ROUND_READY);
  /* what is edited now waits for the next one */
  rename_to (document, "Nora");
  finish (f, round);
  assert_on_disk (f, id, "Nour");
  g_assert_true (pz_classroom_has_unsaved (f->classroom));
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
}

static void
test_nothing_waits_no_round (ClassroomFixture *f,
                             gconstpointer     data)
{
  g_assert_null (pz_save_round_begin (f->classroom));
}

static void
test_many_are_prepared_step_by_step (ClassroomFixture *f,
                                     gconstpointer     data)
{
  g_autoptr(GPtrArray) documents = rename_many (f, "Nour");
  PzSaveRound *round = prepare_half (f);

  g_assert_cmpint (prepare_rest (f, round), ==, PZ_ROUND_READY);
  g_assert_cmpuint (round->names->len, ==, MANY);
  for (guint i = 1; i < round->names->len; i++)
    g_assert_cmpstr (round->names->pdata[i - 1], <, round->names->pdata[i]);
  finish (f, round);
  for (guint i = 0; i < MANY; i++)
    assert_saved (f, documents, i, "Nour");
  g_assert_false (pz_classroom_has_unsaved (f->classroom));
}

/* One edit of a learner that was prepared and of one that was not: both or none of it may be on disk. */
static void
test_edit_between_two_steps_is_whole (ClassroomFixture *f,
                                      gconstpointer     data)
{
  g_autoptr(GPtrArray) documents = rename_many (f, "Nour");
  PzSaveRound *round = prepare_half (f);
  PzDocument *first = g_ptr_array_index (documents, 0), *last = g_ptr_array_index (documents, MANY - 1);

  rename_to (first, "Nora");
  rename_to (last, "Nora");
  g_assert_cmpint (prepare_rest (f, round), ==, PZ_ROUND_EDITED);
  pz_classroom_seal (f->classroom, "Second");
  g_assert_cmpint (prepare_rest (f, round), ==, PZ_ROUND_READY);
  finish (f, round);
  assert_saved (f, documents, 0, "Nora");
  assert_saved (f, documents, 1, "Nour");
  assert_saved (f, documents, MANY - 1, "Nora");
  g_assert_false (pz_classroom_has_unsaved (f->classroom));
  /* prepared twice, written once */
  g_assert_cmpuint (pz_document_get_revision (first), ==, pz_document_get_revision (g_ptr_array_index (documents, 1)));
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Second");
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_cmpstr (pz_record_get_text (owner_of (first), PZ_LEARNER_GIVEN_NAME), ==, "Nour");
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
}

/* sealed by somebody else, and of a learner that was not to be written: it may belong to an edit of others */
static void
test_what_was_sealed_meanwhile_comes_too (ClassroomFixture *f,
                                          gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Sam", "Berg");
  g_autoptr(PzDocument) other = load_learner (f->classroom, id);
  g_autoptr(GPtrArray) documents = rename_many (f, "Nour");
  PzSaveRound *round = prepare_half (f);

  rename_to (other, "Sami");
  pz_classroom_seal (f->classroom, "Rename");
  g_assert_cmpint (prepare_rest (f, round), ==, PZ_ROUND_READY);
  finish (f, round);
  assert_on_disk (f, id, "Sami");
}

/* somebody types elsewhere: the step of that is not cut in two */
static void
test_typing_elsewhere_is_left_alone (ClassroomFixture *f,
                                     gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Sam", "Berg");
  g_autoptr(PzDocument) other = load_learner (f->classroom, id);
  g_autoptr(GPtrArray) documents = rename_many (f, "Nour");
  PzSaveRound *round = prepare_half (f);

  rename_to (other, "Sa");
  g_assert_cmpint (prepare_rest (f, round), ==, PZ_ROUND_READY);
  finish (f, round);
  g_assert_true (pz_document_is_dirty (other));
  g_assert_true (pz_classroom_save (f->classroom, "Typing", NULL));
  assert_on_disk (f, id, "Sa");
}

/* a framework with more records than are written in a turn without any time */
static PzDocument *
add_long (ClassroomFixture *f)
{
  PzDocument *document = pz_classroom_add_with_id (f->classroom, PZ_DOCUMENT_FRAMEWORK, "maths", NULL);

  for (guint i = 0; i < 1200; i++)
    {
      g_autofree char *id = g_strdup_printf ("maths-%u", i);

      pz_record_set_text (pz_document_add_with_id (document, PZ_RECORD_STANDARD, id), PZ_STANDARD_STATEMENT, "Counts");
    }
  pz_classroom_seal (f->classroom, "Import");
  return document;
}

static void
assert_long (ClassroomFixture *f,
             PzDocument       *document)
{
  g_autofree char *text = classroom_fixture_read (f, "frameworks/maths.json");
  g_autoptr(GBytes) expected = pz_document_serialize (document);

  g_assert_cmpmem (text, strlen (text), g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

static void
test_long_document_is_prepared_step_by_step (ClassroomFixture *f,
                                             gconstpointer     data)
{
  g_autoptr(PzDocument) document = add_long (f);
  PzSaveRound *round = prepare_half (f);

  g_assert_cmpint (prepare_rest (f, round), ==, PZ_ROUND_READY);
  finish (f, round);
  assert_long (f, document);
  g_assert_cmpuint (pz_document_get_revision (document), ==, 1);
}

/* what is written of it already is of another moment than the rest would be */
static void
test_edit_of_a_half_written_document_is_whole (ClassroomFixture *f,
                                               gconstpointer     data)
{
  g_autoptr(PzDocument) document = add_long (f);
  PzSaveRound *round = prepare_half (f);

  pz_record_set_text (pz_document_find (document, "maths-0"), PZ_STANDARD_STATEMENT, "Counts to ten");
  pz_record_set_text (pz_document_find (document, "maths-999"), PZ_STANDARD_STATEMENT, "Counts to ten");
  pz_document_add_with_id (document, PZ_RECORD_STANDARD, "maths-0000");
  g_assert_cmpint (prepare_rest (f, round), ==, PZ_ROUND_EDITED);
  pz_classroom_seal (f->classroom, "Second");
  g_assert_cmpint (prepare_rest (f, round), ==, PZ_ROUND_READY);
  finish (f, round);
  assert_long (f, document);
  g_assert_cmpuint (pz_document_get_revision (document), ==, 1);
  g_assert_false (pz_classroom_has_unsaved (f->classroom));
}

/* another program wrote it, and this one joined that while it was half written */
static void
test_join_of_a_half_written_document_is_whole (ClassroomFixture *f,
                                               gconstpointer     data)
{
  g_autoptr(PzDocument) document = add_long (f);
  g_autoptr(PzClassroom) other = NULL;
  g_autoptr(PzDocument) theirs = NULL;
  g_autoptr(GError) error = NULL;
  PzSaveRound *round;

  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  other = classroom_fixture_open_other (f);
  theirs = pz_classroom_load (other, PZ_DOCUMENT_FRAMEWORK, "maths", NULL);
  pz_record_set_text (pz_document_find (document, "maths-1"), PZ_STANDARD_STATEMENT, "Ours");
  pz_classroom_seal (f->classroom, "Edit");
  round = prepare_half (f);
  pz_record_set_text (pz_document_find (theirs, "maths-0"), PZ_STANDARD_STATEMENT, "Theirs");
  g_assert_true (pz_classroom_save (other, NULL, NULL));
  g_assert_true (pz_classroom_refresh (f->classroom, NULL));
  g_assert_cmpint (prepare_rest (f, round), ==, PZ_ROUND_READY);
  g_assert_true (pz_save_round_run (round, &error));
  g_assert_no_error (error);
  pz_save_round_succeeded (round, f->classroom);
  pz_save_round_free (round);
  assert_long (f, document);
  g_assert_cmpstr (pz_record_get_text (pz_document_find (document, "maths-0"), PZ_STANDARD_STATEMENT), ==, "Theirs");
}

/* who edits in every turn does not keep it from being saved */
static void
test_edit_after_edit_comes_to_an_end (ClassroomFixture *f,
                                      gconstpointer     data)
{
  g_autoptr(GPtrArray) documents = rename_many (f, "Nour");
  PzSaveRound *round = prepare_half (f);
  PzDocument *first = g_ptr_array_index (documents, 0), *last = g_ptr_array_index (documents, MANY - 1);
  guint n = 0;

  do
    {
      g_autofree char *given = g_strdup_printf ("Nora %u", ++n);

      g_assert_cmpuint (n, <, 20);
      pz_classroom_seal (f->classroom, "Again");
      rename_to (first, given);
      rename_to (last, given);
    }
  while (prepare_rest (f, round) == PZ_ROUND_EDITED);
  finish (f, round);
  {
    g_autofree char *given = g_strdup_printf ("Nora %u", n);

    assert_saved (f, documents, 0, given);
    assert_saved (f, documents, MANY - 1, given);
  }
  /* it has no step yet, and gets one */
  g_assert_true (pz_document_is_dirty (first));
  g_assert_true (pz_classroom_save (f->classroom, "The last one", NULL));
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "The last one");
}

static void
test_failed_round_begins_anew (ClassroomFixture *f,
                               gconstpointer     data)
{
  g_autoptr(GPtrArray) documents = rename_many (f, "Nour");
  PzSaveRound *round = prepare_half (f);
  guint64 revision = pz_document_get_revision (g_ptr_array_index (documents, MANY - 1));

  rename_to (g_ptr_array_index (documents, 0), "Nora");
  g_assert_cmpint (prepare_rest (f, round), ==, PZ_ROUND_EDITED);
  pz_classroom_seal (f->classroom, "Second");
  g_assert_cmpint (prepare_rest (f, round), ==, PZ_ROUND_READY);
  pz_save_round_failed (round, f->classroom);
  pz_save_round_free (round);
  for (guint i = 0; i < MANY; i++)
    g_assert_cmpuint (pz_document_get_revision (g_ptr_array_index (documents, i)), ==, revision);
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  assert_saved (f, documents, 0, "Nora");
  assert_saved (f, documents, MANY - 1, "Nour");
}

#define ADD(path, function) classroom_test_add ("/core/classroom-round/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("few-are-prepared-at-once", test_few_are_prepared_at_once);
  ADD ("nothing-waits-no-round", test_nothing_waits_no_round);
  ADD ("many-are-prepared-step-by-step", test_many_are_prepared_step_by_step);
  ADD ("edit-between-two-steps-is-whole", test_edit_between_two_steps_is_whole);
  ADD ("what-was-sealed-meanwhile-comes-too", test_what_was_sealed_meanwhile_comes_too);
  ADD ("typing-elsewhere-is-left-alone", test_typing_elsewhere_is_left_alone);
  ADD ("edit-after-edit-comes-to-an-end", test_edit_after_edit_comes_to_an_end);
  ADD ("failed-round-begins-anew", test_failed_round_begins_anew);
  ADD ("long-document-is-prepared-step-by-step", test_long_document_is_prepared_step_by_step);
  ADD ("edit-of-a-half-written-document-is-whole", test_edit_of_a_half_written_document_is_whole);
  ADD ("join-of-a-half-written-document-is-whole", test_join_of_a_half_written_document_is_whole);
  return g_test_run ();
}
