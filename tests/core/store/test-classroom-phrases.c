/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-phrases.h"

#include "classroom-fixture.h"

typedef struct
{
  gboolean done;
  PzGoalPhrases *phrases;
  GError *error;
} Answer;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  answer->phrases = pz_classroom_collect_phrases_finish (PZ_CLASSROOM (source), result, &answer->error);
  answer->done = TRUE;
}

static Answer
collect (ClassroomFixture *f,
         GCancellable     *cancellable)
{
  Answer answer = { 0 };

  pz_classroom_collect_phrases_async (f->classroom, cancellable, answer_cb, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  return answer;
}

static void
add_goal (PzDocument *document,
          const char *behaviour)
{
  pz_record_set_text (pz_document_add (document, PZ_RECORD_GOAL), PZ_GOAL_BEHAVIOUR, behaviour);
}

static void
test_reads_the_whole_class (ClassroomFixture *f,
                            gconstpointer     unused)
{
  g_autofree char *noor = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *ada = add_learner (f->classroom, "Ada", "Hill");
  g_autofree char *damaged = add_learner (f->classroom, "Dana", "Li");
  const char *const reading[] = { noor, ada, damaged };
  g_auto(GStrv) behaviours = NULL;
  g_autofree char *joined = NULL;
  Answer answer;

  for (gsize i = 0; i < G_N_ELEMENTS (reading); i++)
    {
      g_autoptr(PzDocument) document = load_learner (f->classroom, reading[i]);

      add_goal (document, "reads");
      g_assert_true (pz_classroom_save (f->classroom, "Goal", NULL));
    }
  add_goal (pz_classroom_get_document (f->classroom), "listens");
  g_assert_true (pz_classroom_save (f->classroom, "Goal", NULL));
  classroom_fixture_damage (f, damaged);
  answer = collect (f, NULL);
  g_assert_no_error (answer.error);
  behaviours = pz_goal_phrases_dup (answer.phrases, PZ_GOAL_BEHAVIOUR);
  joined = g_strjoinv ("; ", behaviours);
  g_assert_cmpstr (joined, ==, "reads; listens");
  pz_goal_phrases_free (answer.phrases);
}

static void
test_can_be_stopped (ClassroomFixture *f,
                     gconstpointer     unused)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Answer answer;

  g_cancellable_cancel (cancellable);
  answer = collect (f, cancellable);
  g_assert_null (answer.phrases);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_error_free (answer.error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) classroom_test_add ("/core/classroom-phrases/" path, function)
  ADD ("reads-the-whole-class", test_reads_the_whole_class);
  ADD ("can-be-stopped", test_can_be_stopped);
#undef ADD
  return g_test_run ();
}
