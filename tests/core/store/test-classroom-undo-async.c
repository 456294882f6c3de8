/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-bulk.h"

#include "classroom-fixture.h"

#include <string.h>
#include <unistd.h>

/* so many that they are not taken back in one turn of the main loop */
#define MANY 100

typedef struct
{
  gboolean done;
  GError *error;
} Answer;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;
  gboolean done = pz_classroom_step_finish (PZ_CLASSROOM (source), result, &answer->error);

  g_assert_true (done == (answer->error == NULL));
  answer->done = TRUE;
}

static void
bulk_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_assert_true (pz_classroom_bulk_finish (PZ_CLASSROOM (source), result, NULL, NULL, NULL));
  *(gboolean *) user_data = TRUE;
}

/* ends with NULL, too */
static GPtrArray *
add_many (PzClassroom *classroom)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < MANY; i++)
    {
      g_autoptr(PzDocument) document = pz_classroom_add (classroom, PZ_DOCUMENT_LEARNER);

      pz_record_set_text (owner_of (document), PZ_LEARNER_GIVEN_NAME, "Noor");
      g_ptr_array_add (ids, g_strdup (pz_document_get_id (document)));
    }
  g_assert_true (pz_classroom_save (classroom, "Add", NULL));
  g_ptr_array_add (ids, NULL);
  return ids;
}

/* everybody gets a need; on disk, and nobody is in memory any more */
static void
give_need (PzClassroom *classroom,
           GPtrArray   *ids,
           const char  *need)
{
  PzBulkChange change = { .kind = PZ_BULK_ADD, .field = PZ_LEARNER_NEEDS, .value = need };
  gboolean done = FALSE;

  pz_classroom_bulk_async (classroom, (const char *const *) ids->pdata, &change, NULL, NULL, bulk_cb, &done);
  run_until (&done);
  run_until_let_go (classroom);
}

static guint
count_with_need (PzClassroom *classroom,
                 GPtrArray   *ids,
                 const char  *need)
{
  guint n = 0;

  for (guint i = 0; i < MANY; i++)
    {
      g_autoptr(PzDocument) document = load_learner (classroom, ids->pdata[i]);

      n += pz_record_set_has (owner_of (document), PZ_LEARNER_NEEDS, need);
    }
  return n;
}

/* as another program finds them */
static guint
count_on_disk (ClassroomFixture *f,
               GPtrArray        *ids,
               const char       *text)
{
  guint n = 0;

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *file = classroom_fixture_file (f, ids->pdata[i]);
      g_autofree char *contents = NULL;

      g_assert_true (g_file_get_contents (file, &contents, NULL, NULL));
      n += strstr (contents, text) != NULL;
    }
  return n;
}

static void
test_many_come_back_as_one_step (ClassroomFixture *f,
                                 gconstpointer     data)
{
  g_autoptr(GPtrArray) ids = add_many (f->classroom);
  Answer answer = { 0 }, again = { 0 };
  g_autofree char *label = NULL;

  give_need (f->classroom, ids, "Reading");
  label = g_strdup (pz_classroom_get_undo_label (f->classroom));
  pz_classroom_undo_async (f->classroom, answer_cb, &answer);
  /* what is taken back is so from now on, though nobody is read yet */
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Add");
  g_assert_cmpstr (pz_classroom_get_redo_label (f->classroom), ==, label);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (count_with_need (f->classroom, ids, "Reading"), ==, 0);
  run_until_state (f->classroom, PZ_SAVE_SAVED);
  g_assert_cmpuint (count_on_disk (f, ids, "\"Reading\""), ==, 0);
  run_until_let_go (f->classroom);
  pz_classroom_redo_async (f->classroom, answer_cb, &again);
  run_until (&again.done);
  g_assert_no_error (again.error);
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, label);
  g_assert_null (pz_classroom_get_redo_label (f->classroom));
  g_assert_cmpuint (count_with_need (f->classroom, ids, "Reading"), ==, MANY);
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  g_assert_cmpuint (count_on_disk (f, ids, "\"Reading\""), ==, MANY);
}

/* who looks at a page sees the value before the key is released */
static void
test_a_few_come_back_at_once (ClassroomFixture *f,
                              gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  Answer answer = { 0 }, again = { 0 };

  rename_to (document, "Nour");
  pz_classroom_queue_save (f->classroom, "Rename");
  pz_classroom_undo_async (f->classroom, answer_cb, &answer);
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_GIVEN_NAME), ==, "Noor");
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  pz_classroom_redo_async (f->classroom, answer_cb, &again);
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_GIVEN_NAME), ==, "Nour");
  run_until (&again.done);
  g_assert_no_error (again.error);
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
}

/* an impatient hand on Ctrl+Z: each key counts, in order */
static void
test_keys_that_follow_wait_their_turn (ClassroomFixture *f,
                                       gconstpointer     data)
{
  g_autoptr(GPtrArray) ids = add_many (f->classroom);
  g_autoptr(PzDocument) first = NULL;
  Answer answers[4] = { { 0 } };

  give_need (f->classroom, ids, "Reading");
  give_need (f->classroom, ids, "Writing");
  first = load_learner (f->classroom, ids->pdata[0]);
  rename_to (first, "Nour");
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  for (guint i = 0; i < 3; i++)
    pz_classroom_undo_async (f->classroom, answer_cb, &answers[i]);
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Add");
  pz_classroom_redo_async (f->classroom, answer_cb, &answers[3]);
  run_until (&answers[3].done);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_assert_true (answers[i].done);
      g_assert_no_error (answers[i].error);
    }
  g_assert_cmpstr (pz_record_get_text (owner_of (first), PZ_LEARNER_GIVEN_NAME), ==, "Noor");
  g_assert_cmpuint (count_with_need (f->classroom, ids, "Reading"), ==, MANY);
  g_assert_cmpuint (count_with_need (f->classroom, ids, "Writing"), ==, 0);
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
}

/* not more than can be undone */
#define MOST_TYPED 150

typedef struct
{
  ClassroomFixture *f;
  PzDocument *document;
  GPtrArray *ids;
  guint n_typed;
  guint n_asked;     /* for a save, while the step was on its way or after it */
  guint n_saved;
  gboolean is_saved; /* all that was asked for */
} Typist;

/* Whatever is on disk, it holds all of the change or nothing of it. */
static void
typed_is_saved_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  Typist *typist = user_data;
  guint n;

  g_assert_true (pz_classroom_save_finish (PZ_CLASSROOM (source), result, NULL));
  n = count_on_disk (typist->f, typist->ids, "\"Reading\"");
  g_assert_true (n == 0 || n == MANY);
  typist->is_saved = ++typist->n_saved == typist->n_asked;
}

static gboolean
type_cb (gpointer user_data)
{
  Typist *typist = user_data;
  g_autofree char *text = NULL;

  if (typist->n_typed == MOST_TYPED)
    return G_SOURCE_CONTINUE;
  text = g_strdup_printf ("Typed %u", typist->n_typed++);
  pz_record_set_text (owner_of (typist->document), PZ_LEARNER_NOTES, text);
  pz_classroom_queue_save (typist->f->classroom, "Notes");
  if (typist->n_typed % 4 == 0)
    {
      typist->n_asked++;
      typist->is_saved = FALSE;
      pz_classroom_save_async (typist->f->classroom, "Notes", NULL, typed_is_saved_cb, typist);
    }
  return G_SOURCE_CONTINUE;
}

static void
test_typing_meanwhile_is_another_step (ClassroomFixture *f,
                                       gconstpointer     data)
{
  g_autoptr(GPtrArray) ids = add_many (f->classroom);
  g_autoptr(PzDocument) document = NULL;
  g_autofree char *last = NULL;
  Typist typist = { .f = f, .ids = ids };
  Answer answer = { 0 };
  guint source;

  give_need (f->classroom, ids, "Reading");
  document = typist.document = load_learner (f->classroom, ids->pdata[MANY / 2]);
  pz_classroom_undo_async (f->classroom, answer_cb, &answer);
  for (guint i = 0; i < 4; i++)
    type_cb (&typist);
  source = g_timeout_add (1, type_cb, &typist);
  run_until (&answer.done);
  g_source_remove (source);
  g_assert_no_error (answer.error);
  g_assert_true (pz_classroom_save (f->classroom, "Notes", NULL));
  g_assert_cmpuint (count_on_disk (f, ids, "\"Reading\""), ==, 0);
  last = g_strdup_printf ("Typed %u", typist.n_typed - 1);
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_NOTES), ==, last);
  /* back to before the first letter: nothing of it was lost in the step that was taken back */
  while (g_str_equal (pz_classroom_get_undo_label (f->classroom), "Notes"))
    g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Add");
  g_assert_null (pz_record_get_text (owner_of (document), PZ_LEARNER_NOTES));
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  run_until (&typist.is_saved);
  g_assert_cmpuint (count_with_need (f->classroom, ids, "Reading"), ==, 0);
}

/* the window is closed right after Ctrl+Z */
static void
test_closing_waits_for_it (ClassroomFixture *f,
                           gconstpointer     data)
{
  g_autoptr(GPtrArray) ids = add_many (f->classroom);
  Answer answer = { 0 };

  give_need (f->classroom, ids, "Reading");
  pz_classroom_undo_async (f->classroom, answer_cb, &answer);
  g_assert_true (pz_classroom_close (f->classroom, NULL));
  g_assert_cmpuint (count_on_disk (f, ids, "\"Reading\""), ==, 0);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
}

static void
test_who_does_not_wait_comes_after_it (ClassroomFixture *f,
                                       gconstpointer     data)
{
  g_autoptr(GPtrArray) ids = add_many (f->classroom);
  Answer answer = { 0 };

  give_need (f->classroom, ids, "Reading");
  pz_classroom_undo_async (f->classroom, answer_cb, &answer);
  g_assert_true (pz_classroom_redo (f->classroom, NULL));
  g_assert_cmpuint (count_with_need (f->classroom, ids, "Reading"), ==, MANY);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
}

static void
test_what_cannot_come_back_is_told (ClassroomFixture *f,
                                    gconstpointer     data)
{
  g_autoptr(GPtrArray) ids = add_many (f->classroom);
  g_autofree char *gone = NULL;
  Answer answer = { 0 }, damaged = { 0 };
  guint n = 0;

  give_need (f->classroom, ids, "Reading");
  gone = classroom_fixture_file (f, ids->pdata[1]);
  g_assert_no_errno (unlink (gone));
  pz_classroom_undo_async (f->classroom, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_error (answer.error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_clear_error (&answer.error);
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  run_until_let_go (f->classroom);
  classroom_fixture_damage (f, ids->pdata[2]);
  pz_classroom_redo_async (f->classroom, answer_cb, &damaged);
  run_until (&damaged.done);
  g_assert_error (damaged.error, PZ_ERROR, PZ_ERROR_SYNTAX);
  g_clear_error (&damaged.error);
  for (guint i = 3; i < MANY; i++)
    {
      g_autoptr(PzDocument) document = load_learner (f->classroom, ids->pdata[i]);

      n += pz_record_set_has (owner_of (document), PZ_LEARNER_NEEDS, "Reading");
    }
  g_assert_cmpuint (n, ==, MANY - 3);
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
}

/* a learner is erased with all that is known, while a step that holds it is taken back */
static void
test_an_erasure_comes_after_it (ClassroomFixture *f,
                                gconstpointer     data)
{
  g_autoptr(GPtrArray) ids = add_many (f->classroom);
  const char *erased[] = { ids->pdata[0], NULL };
  g_autofree char *file = classroom_fixture_file (f, erased[0]);
  Answer answer = { 0 };

  g_assert_true (pz_classroom_delete (f->classroom, erased, "Delete", NULL));
  give_need (f->classroom, ids, "Reading");
  pz_classroom_undo_async (f->classroom, answer_cb, &answer);
  g_assert_true (pz_classroom_purge (f->classroom, erased, NULL));
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
  g_assert_null (pz_classroom_get_undo_label (f->classroom));
  g_assert_null (pz_classroom_get_redo_label (f->classroom));
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
}

static void
save_cb (PzRecord    *record,
         GParamSpec  *pspec,
         PzClassroom *classroom)
{
  g_assert_true (pz_classroom_save (classroom, "From a handler", NULL));
}

/* who hears of a value may save: it must not wait for itself */
static void
test_handlers_may_save (ClassroomFixture *f,
                        gconstpointer     data)
{
  g_autoptr(GPtrArray) ids = add_many (f->classroom);
  g_autoptr(PzDocument) document = NULL;
  Answer answer = { 0 };

  give_need (f->classroom, ids, "Reading");
  document = load_learner (f->classroom, ids->pdata[MANY / 2]);
  g_signal_connect_object (owner_of (document), "notify::needs", G_CALLBACK (save_cb), f->classroom, 0);
  pz_classroom_undo_async (f->classroom, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Add");
  g_assert_cmpuint (count_with_need (f->classroom, ids, "Reading"), ==, 0);
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
}

static void
test_nothing_to_undo_is_said (ClassroomFixture *f,
                              gconstpointer     data)
{
  Answer answer = { 0 };

  pz_classroom_undo_async (f->classroom, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_error (answer.error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_clear_error (&answer.error);
}

#define ADD(path, function) classroom_test_add ("/core/classroom-undo-async/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("many-come-back-as-one-step", test_many_come_back_as_one_step);
  ADD ("a-few-come-back-at-once", test_a_few_come_back_at_once);
  ADD ("keys-that-follow-wait-their-turn", test_keys_that_follow_wait_their_turn);
  ADD ("typing-meanwhile-is-another-step", test_typing_meanwhile_is_another_step);
  ADD ("closing-waits-for-it", test_closing_waits_for_it);
  ADD ("who-does-not-wait-comes-after-it", test_who_does_not_wait_comes_after_it);
  ADD ("what-cannot-come-back-is-told", test_what_cannot_come_back_is_told);
  ADD ("an-erasure-comes-after-it", test_an_erasure_comes_after_it);
  ADD ("handlers-may-save", test_handlers_may_save);
  ADD ("nothing-to-undo-is-said", test_nothing_to_undo_is_said);
  return g_test_run ();
}
