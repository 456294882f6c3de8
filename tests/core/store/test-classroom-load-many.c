/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"

#include "pz-error.h"

#include <string.h>

/* more than are read at once */
#define MANY 150

typedef struct
{
  gboolean done;
  GPtrArray *documents;
  guint n_skipped;
  GError *why;
  GError *error;
  guint n_told;
  guint reached;
  guint total;
  GCancellable *cancel_when_told;
} Answer;

static void
answer_clear (Answer *answer)
{
  g_clear_pointer (&answer->documents, g_ptr_array_unref);
  g_clear_error (&answer->why);
  g_clear_error (&answer->error);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

static void
progress_cb (guint    done,
             guint    total,
             gpointer user_data)
{
  Answer *answer = user_data;

  g_assert_cmpuint (done, >, answer->reached);
  g_assert_cmpuint (done, <=, total);
  answer->reached = done;
  answer->total = total;
  answer->n_told++;
  if (answer->cancel_when_told != NULL)
    g_cancellable_cancel (answer->cancel_when_told);
}

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  answer->documents = pz_classroom_load_many_finish (PZ_CLASSROOM (source), result, &answer->n_skipped, &answer->why,
                                                     &answer->error);
  answer->done = TRUE;
}

/* their ids, NULL at the end */
static GPtrArray *
add_many (PzClassroom *classroom,
          guint        n)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PzDocument) document = pz_classroom_add (classroom, PZ_DOCUMENT_LEARNER);

      g_ptr_array_add (ids, g_strdup (pz_document_get_id (document)));
    }
  g_ptr_array_add (ids, NULL);
  g_assert_true (pz_classroom_save (classroom, "Add", NULL));
  return ids;
}

static void
begin (ClassroomFixture *f,
       GPtrArray        *ids,
       GCancellable     *cancellable,
       Answer           *answer)
{
  pz_classroom_load_learners_async (f->classroom, (const char *const *) ids->pdata, progress_cb, answer, cancellable,
                                    answer_cb, answer);
}

static void
assert_loaded (Answer    *answer,
               GPtrArray *ids)
{
  g_assert_no_error (answer->error);
  g_assert_cmpuint (answer->n_skipped, ==, 0);
  g_assert_null (answer->why);
  g_assert_cmpuint (answer->documents->len, ==, ids->len - 1);
  for (guint i = 0; i < answer->documents->len; i++)
    g_assert_cmpstr (pz_document_get_id (answer->documents->pdata[i]), ==, ids->pdata[i]);
}

static void
test_keys_hold_their_ids (void)
{
  g_autoptr(GArray) keys = pz_document_keys_new ();
  g_autofree char *id = g_strdup ("d4m7kq2x9v5t0rhb");
  const PzDocumentKey *key;

  g_assert_cmpuint (keys->len, ==, 0);
  pz_document_keys_add (keys, PZ_DOCUMENT_ACTIVITY, id);
  memset (id, 'x', strlen (id));
  key = &g_array_index (keys, PzDocumentKey, 0);
  g_assert_cmpuint (keys->len, ==, 1);
  g_assert_cmpint (key->kind, ==, PZ_DOCUMENT_ACTIVITY);
  g_assert_cmpstr (key->id, ==, "d4m7kq2x9v5t0rhb");
}

static void
test_many_come_in_the_order_asked_for (ClassroomFixture *f,
                                       gconstpointer     data)
{
  g_autoptr(GPtrArray) ids = add_many (f->classroom, MANY);
  g_auto(Answer) answer = { 0 };

  begin (f, ids, NULL, &answer);
  g_assert_false (answer.done);
  run_until (&answer.done);
  assert_loaded (&answer, ids);
  g_assert_cmpuint (answer.n_told, >, 1);
  g_assert_cmpuint (answer.reached, ==, MANY);
  g_assert_cmpuint (answer.total, ==, MANY);
  pz_classroom_release (f->classroom, g_steal_pointer (&answer.documents));
  run_until_let_go (f->classroom);
}

static void
test_nothing_asked_for_is_nothing (ClassroomFixture *f,
                                   gconstpointer     data)
{
  g_autoptr(GArray) keys = pz_document_keys_new ();
  g_auto(Answer) answer = { 0 };

  pz_classroom_load_many_async (f->classroom, keys, NULL, NULL, NULL, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.documents->len, ==, 0);
}

static void
test_documents_of_any_kind (ClassroomFixture *f,
                            gconstpointer     data)
{
  g_autofree char *learner = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) activity = pz_classroom_add (f->classroom, PZ_DOCUMENT_ACTIVITY);
  g_autoptr(GArray) keys = pz_document_keys_new ();
  g_auto(Answer) answer = { 0 };

  g_assert_true (pz_classroom_save (f->classroom, "Add", NULL));
  pz_document_keys_add (keys, PZ_DOCUMENT_LEARNER, learner);
  pz_document_keys_add (keys, PZ_DOCUMENT_ACTIVITY, pz_document_get_id (activity));
  pz_classroom_load_many_async (f->classroom, keys, NULL, NULL, NULL, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_cmpuint (answer.documents->len, ==, 2);
  g_assert_cmpint (pz_document_get_kind (answer.documents->pdata[0]), ==, PZ_DOCUMENT_LEARNER);
  g_assert_true (answer.documents->pdata[1] == activity);
}

/* There is one document of a file, whoever opened it, and when; with the edits that are not saved. */
static void
test_what_is_open_is_the_same_object (ClassroomFixture *f,
                                      gconstpointer     data)
{
  g_autoptr(GPtrArray) ids = add_many (f->classroom, 3);
  g_autoptr(PzDocument) before = load_learner (f->classroom, ids->pdata[0]);
  g_autoptr(PzDocument) meanwhile = NULL;
  g_auto(Answer) answer = { 0 };

  rename_to (before, "Nour");
  begin (f, ids, NULL, &answer);
  meanwhile = load_learner (f->classroom, ids->pdata[1]);
  rename_to (meanwhile, "Ada");
  run_until (&answer.done);
  assert_loaded (&answer, ids);
  g_assert_true (answer.documents->pdata[0] == before);
  g_assert_true (answer.documents->pdata[1] == meanwhile);
  g_assert_cmpstr (pz_record_get_text (owner_of (answer.documents->pdata[1]), PZ_LEARNER_GIVEN_NAME), ==, "Ada");
  pz_classroom_abandon (f->classroom);
}

static void
test_one_that_cannot_be_read_is_skipped (ClassroomFixture *f,
                                         gconstpointer     data)
{
  g_autoptr(GPtrArray) ids = add_many (f->classroom, 4);
  g_autofree char *path = classroom_fixture_file (f, ids->pdata[2]);
  g_auto(Answer) answer = { 0 };

  run_until_let_go (f->classroom);
  classroom_fixture_damage (f, ids->pdata[1]);
  g_assert_true (g_file_set_contents (path, "[]", -1, NULL));
  begin (f, ids, NULL, &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.documents->len, ==, 2);
  g_assert_cmpuint (answer.n_skipped, ==, 2);
  g_assert_error (answer.why, PZ_ERROR, PZ_ERROR_SYNTAX); /* of the first one */
  g_assert_cmpstr (pz_document_get_id (answer.documents->pdata[1]), ==, ids->pdata[3]);
}

static void
test_cancelled_between_two_parts (ClassroomFixture *f,
                                  gconstpointer     data)
{
  g_autoptr(GPtrArray) ids = add_many (f->classroom, MANY);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_auto(Answer) answer = { .cancel_when_told = cancellable };

  begin (f, ids, cancellable, &answer);
  run_until (&answer.done);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (answer.documents);
  g_assert_cmpuint (answer.n_told, ==, 1);
  run_until_let_go (f->classroom);
}

#define ADD(path, function) classroom_test_add ("/core/classroom-load-many/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/classroom-load-many/keys-hold-their-ids", test_keys_hold_their_ids);
  ADD ("many-come-in-the-order-asked-for", test_many_come_in_the_order_asked_for);
  ADD ("nothing-asked-for-is-nothing", test_nothing_asked_for_is_nothing);
  ADD ("documents-of-any-kind", test_documents_of_any_kind);
  ADD ("what-is-open-is-the-same-object", test_what_is_open_is_the_same_object);
  ADD ("one-that-cannot-be-read-is-skipped", test_one_that_cannot_be_read_is_skipped);
  ADD ("cancelled-between-two-parts", test_cancelled_between_two_parts);
  return g_test_run ();
}
