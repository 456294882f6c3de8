/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-values.h"

#include "classroom-fixture.h"

typedef struct
{
  gboolean done;
  char **values;
  GArray *counts;
  GError *error;
} Answer;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  answer->values = pz_classroom_collect_values_finish (PZ_CLASSROOM (source), result, &answer->counts, &answer->error);
  answer->done = TRUE;
}

static void
add_interests (PzClassroom *classroom,
               const char  *interests)
{
  g_autoptr(PzDocument) document = pz_classroom_add (classroom, PZ_DOCUMENT_LEARNER);
  g_auto(GStrv) elements = g_strsplit (interests, ";", -1);

  pz_record_set_assign (owner_of (document), PZ_LEARNER_INTERESTS, (const char *const *) elements);
  g_assert_true (pz_classroom_save (classroom, "Add", NULL));
}

static void
test_most_used_come_first (ClassroomFixture *f,
                           gconstpointer     data)
{
  const char *expected[] = { "Birds", "Music", "Chess", NULL };
  Answer answer = { 0 };

  add_interests (f->classroom, "Music;Birds");
  add_interests (f->classroom, "Chess;Music;Birds");
  add_interests (f->classroom, "Birds");
  pz_classroom_collect_values_async (f->classroom, PZ_LEARNER_INTERESTS, NULL, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  g_assert_cmpstrv (answer.values, expected);
  g_assert_cmpuint (answer.counts->len, ==, 3);
  g_assert_cmpuint (g_array_index (answer.counts, guint, 0), ==, 3);
  g_assert_cmpuint (g_array_index (answer.counts, guint, 2), ==, 1);
  g_strfreev (answer.values);
  g_array_unref (answer.counts);
}

static void
test_trash_and_damage_suggest_nothing (ClassroomFixture *f,
                                       gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *second = add_learner (f->classroom, "Ada", "Hill");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  const char *ids[] = { id, NULL };
  Answer answer = { 0 };

  pz_record_set_add (owner_of (document), PZ_LEARNER_STRENGTHS, "Patience");
  g_assert_true (pz_classroom_delete (f->classroom, ids, "Delete learner", NULL));
  classroom_fixture_damage (f, second);
  pz_classroom_collect_values_async (f->classroom, PZ_LEARNER_STRENGTHS, NULL, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (g_strv_length (answer.values), ==, 0);
  g_strfreev (answer.values);
  g_array_unref (answer.counts);
}

static void
test_can_be_cancelled (ClassroomFixture *f,
                       gconstpointer     data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Answer answer = { 0 };

  g_cancellable_cancel (cancellable);
  pz_classroom_collect_values_async (f->classroom, PZ_LEARNER_STRENGTHS, cancellable, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (answer.values);
  g_clear_error (&answer.error);
}

#define ADD(path, function) classroom_test_add ("/core/classroom-values/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("most-used-come-first", test_most_used_come_first);
  ADD ("trash-and-damage-suggest-nothing", test_trash_and_damage_suggest_nothing);
  ADD ("can-be-cancelled", test_can_be_cancelled);
  return g_test_run ();
}
