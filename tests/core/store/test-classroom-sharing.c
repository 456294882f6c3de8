/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-sharing.h"

#include "classroom-fixture.h"

typedef struct
{
  gboolean done;
  char **ids;
  GError *error;
} Answer;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  answer->ids = pz_classroom_find_sharing_finish (PZ_CLASSROOM (source), result, &answer->error);
  answer->done = TRUE;
}

static char *
add_interest (PzClassroom *classroom,
              const char  *given,
              const char  *interest)
{
  g_autofree char *id = add_learner (classroom, given, "Hill");
  g_autoptr(PzDocument) document = load_learner (classroom, id);

  pz_record_set_add (owner_of (document), PZ_LEARNER_INTERESTS, interest);
  g_assert_true (pz_classroom_save (classroom, "Add", NULL));
  return g_steal_pointer (&id);
}

static void
test_finds_who_has_the_value (ClassroomFixture *f,
                              gconstpointer     data)
{
  g_autofree char *ada = add_interest (f->classroom, "Ada", "Música");
  g_autofree char *noor = add_interest (f->classroom, "Noor", "musica");
  g_autofree char *chess = add_interest (f->classroom, "Chen", "Chess");
  g_autofree char *gone = add_interest (f->classroom, "Gus", "Musica");
  g_autofree char *damaged = add_interest (f->classroom, "Dan", "Musica");
  const char *deleted[] = { gone, NULL };
  Answer answer = { 0 };

  g_assert_true (pz_classroom_delete (f->classroom, deleted, "Delete", NULL));
  classroom_fixture_damage (f, damaged);
  pz_classroom_find_sharing_async (f->classroom, PZ_LEARNER_INTERESTS, "MUSICA", NULL, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (g_strv_length (answer.ids), ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) answer.ids, ada));
  g_assert_true (g_strv_contains ((const char *const *) answer.ids, noor));
  g_strfreev (answer.ids);
}

static void
test_other_fields_do_not_count (ClassroomFixture *f,
                                gconstpointer     data)
{
  g_autofree char *ada = add_interest (f->classroom, "Ada", "Music");
  Answer answer = { 0 };

  pz_classroom_find_sharing_async (f->classroom, PZ_LEARNER_STRENGTHS, "Music", NULL, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (g_strv_length (answer.ids), ==, 0);
  g_strfreev (answer.ids);
}

static void
test_can_be_cancelled (ClassroomFixture *f,
                       gconstpointer     data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Answer answer = { 0 };

  g_cancellable_cancel (cancellable);
  pz_classroom_find_sharing_async (f->classroom, PZ_LEARNER_STRENGTHS, "Music", cancellable, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
}

#define ADD(path, function) classroom_test_add ("/core/classroom-sharing/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("finds-who-has-the-value", test_finds_who_has_the_value);
  ADD ("other-fields-do-not-count", test_other_fields_do_not_count);
  ADD ("can-be-cancelled", test_can_be_cancelled);
  return g_test_run ();
}
