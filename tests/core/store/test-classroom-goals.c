/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-goals.h"

#include "classroom-fixture.h"

typedef struct
{
  gboolean done;
  GPtrArray *sources;
  GError *error;
} Answer;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  answer->sources = pz_classroom_collect_goals_finish (PZ_CLASSROOM (source), result, &answer->error);
  answer->done = TRUE;
}

static void
add_goal (ClassroomFixture *f,
          const char       *learner,
          const char       *title)
{
  g_autoptr(PzDocument) document = load_learner (f->classroom, learner);
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);
  PzRecord *measurement = pz_document_add (document, PZ_RECORD_MEASUREMENT);

  pz_record_set_text (goal, PZ_GOAL_TITLE, title);
  pz_record_set_text (measurement, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
  pz_record_set_text (measurement, PZ_MEASUREMENT_DATE, "2026-11-20");
  pz_record_set_number (measurement, PZ_MEASUREMENT_VALUE, 7);
  g_assert_true (pz_classroom_save (f->classroom, "Goal", NULL));
}

/* a goal of its own, a shared one, a learner in the archive and one whose file is damaged */
static void
fill (ClassroomFixture *f)
{
  g_autofree char *kept = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *archived = add_learner (f->classroom, "Ada", "Hill");
  g_autofree char *damaged = add_learner (f->classroom, "Dana", "Li");
  g_autoptr(PzDocument) document = load_learner (f->classroom, archived);
  PzRecord *shared = pz_document_add (pz_classroom_get_document (f->classroom), PZ_RECORD_GOAL);

  pz_record_set_text (shared, PZ_GOAL_TITLE, "Listens");
  pz_record_set_add (shared, PZ_GOAL_LEARNERS, kept);
  pz_record_set_add (shared, PZ_GOAL_LEARNERS, archived);
  pz_record_set_flag (owner_of (document), PZ_LEARNER_ARCHIVED, TRUE);
  add_goal (f, kept, "Reads");
  add_goal (f, archived, "Writes");
  add_goal (f, damaged, "Counts");
  classroom_fixture_damage (f, damaged);
}

static void
assert_filled (GPtrArray *sources)
{
  const PzGoalSource *source;

  g_assert_cmpuint (sources->len, ==, 2);
  source = g_ptr_array_index (sources, 0);
  g_assert_cmpstr (source->title, ==, "Reads");
  g_assert_cmpuint (source->scores->len, ==, 1);
  source = g_ptr_array_index (sources, 1);
  g_assert_cmpstr (source->title, ==, "Listens");
  g_assert_true (source->shared);
}

static void
test_reads_those_in_the_lists (ClassroomFixture *f,
                               gconstpointer     data)
{
  Answer answer = { 0 };
  g_autoptr(GPtrArray) at_once = NULL;
  g_autoptr(GError) error = NULL;

  fill (f);
  pz_classroom_collect_goals_async (f->classroom, NULL, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  assert_filled (answer.sources);
  g_ptr_array_unref (answer.sources);

  at_once = pz_classroom_collect_goals (f->classroom, NULL, &error);
  g_assert_no_error (error);
  assert_filled (at_once);
}

static void
test_can_be_cancelled (ClassroomFixture *f,
                       gconstpointer     data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Answer answer = { 0 };

  g_cancellable_cancel (cancellable);
  pz_classroom_collect_goals_async (f->classroom, cancellable, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
  g_assert_null (pz_classroom_collect_goals (f->classroom, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_reads_some (ClassroomFixture *f,
                 gconstpointer     data)
{
  g_autofree char *first = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *second = add_learner (f->classroom, "Ada", "Hill");
  const char *ids[] = { second, "0000000000000000", NULL }; /* one of them is not there any more */
  Answer answer = { 0 };

  add_goal (f, first, "Reads");
  add_goal (f, second, "Writes");
  pz_classroom_collect_goals_of_async (f->classroom, ids, NULL, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.sources->len, ==, 1);
  g_assert_cmpstr (((const PzGoalSource *) g_ptr_array_index (answer.sources, 0))->title, ==, "Writes");
  g_ptr_array_unref (answer.sources);
}

static void
class_written_cb (PzClassroom *classroom,
                  GPtrArray   *names)
{
  PzRecord *owner = pz_document_get_owner (pz_classroom_get_document (classroom));
  g_autofree char *path = g_build_filename (pz_classroom_get_path (classroom), "classroom.json", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL)); /* it is there when it is told */
  g_assert_nonnull (strstr (text, pz_record_get_text (owner, PZ_CLASSROOM_NAME)));
  g_ptr_array_add (names, g_strdup (pz_record_get_text (owner, PZ_CLASSROOM_NAME)));
}

static void
test_tells_when_the_class_is_written (ClassroomFixture *f,
                                      gconstpointer     data)
{
  PzRecord *owner = pz_document_get_owner (pz_classroom_get_document (f->classroom));
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;

  g_signal_connect (f->classroom, "class-written", G_CALLBACK (class_written_cb), names);
  pz_record_set_text (owner_of (document), PZ_LEARNER_GIVEN_NAME, "Nour");
  g_assert_true (pz_classroom_save (f->classroom, "Rename", &error));
  g_assert_cmpuint (names->len, ==, 0); /* a learner is no class */
  pz_record_set_text (owner, PZ_CLASSROOM_NAME, "Class 6b");
  g_assert_true (pz_classroom_save (f->classroom, "Rename", &error));
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_cmpstr (names->pdata[0], ==, "Class 6b");
}

#define ADD(path, function) classroom_test_add ("/core/classroom-goals/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("reads-those-in-the-lists", test_reads_those_in_the_lists);
  ADD ("reads-some", test_reads_some);
  ADD ("tells-when-the-class-is-written", test_tells_when_the_class_is_written);
  ADD ("can-be-cancelled", test_can_be_cancelled);
  return g_test_run ();
}
