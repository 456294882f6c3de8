/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"

#include "pz-quick-roster.h"

#include <glib/gstdio.h>

typedef struct
{
  GPtrArray *found;
  GError *error;
  gboolean done;
} Answer;

static void
answer_clear (Answer *answer)
{
  g_clear_pointer (&answer->found, g_ptr_array_unref);
  g_clear_error (&answer->error);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  answer->found = pz_quick_roster_read_finish (result, &answer->error);
  answer->done = TRUE;
}

static void
read_shown (ClassroomFixture *fixture,
            GCancellable     *cancellable,
            Answer           *answer)
{
  pz_quick_roster_read_async (fixture->classroom, cancellable, answer_cb, answer);
  run_until (&answer->done);
}

static void
read_others (ClassroomFixture *fixture,
             const char       *but,
             GCancellable     *cancellable,
             Answer           *answer)
{
  pz_quick_roster_read_others_async (fixture->environment, but, cancellable, answer_cb, answer);
  run_until (&answer->done);
}

static gboolean
has_learner (Answer     *answer,
             const char *id)
{
  for (guint i = 0; i < answer->found->len; i++)
    if (g_str_equal (((PzQuickLearner *) answer->found->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

static void
test_those_who_can_be_meant (ClassroomFixture *fixture,
                             gconstpointer     data)
{
  g_autofree char *amina = add_learner (fixture->classroom, "Amina", "Yusuf");
  g_autofree char *gone = add_learner (fixture->classroom, "Ben", "Koch");
  g_autofree char *archived = add_learner (fixture->classroom, "Cleo", "Late");
  g_autofree char *nameless = add_learner (fixture->classroom, NULL, NULL);
  g_autoptr(PzDocument) document = load_learner (fixture->classroom, archived);
  const char *ids[] = { gone, NULL };
  g_auto(Answer) answer = { 0 };
  PzQuickLearner *learner;

  pz_record_set_flag (owner_of (document), PZ_LEARNER_ARCHIVED, TRUE);
  g_assert_true (pz_classroom_delete (fixture->classroom, ids, "x", NULL));
  read_shown (fixture, NULL, &answer);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.found->len, ==, 1);
  learner = g_ptr_array_index (answer.found, 0);
  g_assert_cmpstr (learner->id, ==, amina);
  g_assert_cmpstr (learner->name, ==, "Amina Yusuf");
  g_assert_cmpstr (learner->class_id, ==, pz_classroom_get_id (fixture->classroom));
  g_assert_cmpstr (learner->class_name, ==, "Class 5b");
  g_assert_cmpstr (learner->letters, ==, "aminayusuf");
  g_assert_null (learner->goals);
}

static void
test_one_name_is_enough (ClassroomFixture *fixture,
                         gconstpointer     data)
{
  g_autofree char *given = add_learner (fixture->classroom, "Amina", NULL);
  g_autofree char *family = add_learner (fixture->classroom, NULL, "Koch");
  g_auto(Answer) answer = { 0 };

  read_shown (fixture, NULL, &answer);
  g_assert_cmpuint (answer.found->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      PzQuickLearner *learner = g_ptr_array_index (answer.found, i);

      g_assert_cmpstr (learner->name, ==, g_str_equal (learner->id, given) ? "Amina" : "Koch");
      g_assert_cmpstr (learner->given_name, ==, g_str_equal (learner->id, given) ? "Amina" : "");
      g_assert_cmpstr (learner->family_name, ==, g_str_equal (learner->id, given) ? "" : "Koch");
    }
}

static void
test_the_others_as_their_files_are_now (ClassroomFixture *fixture,
                                        gconstpointer     data)
{
  g_autoptr(PzClassroom) other = pz_classroom_create (fixture->environment, "Class 6a", NULL);
  g_autofree char *own = add_learner (fixture->classroom, "Amina", "Yusuf");
  g_autofree char *ben = add_learner (other, "Ben", "Koch");
  g_autofree char *gone = add_learner (other, "Zoë", "Gone");
  g_autofree char *late = NULL, *path = NULL;
  g_auto(Answer) answer = { 0 }, all = { 0 };

  g_assert_true (pz_classroom_close (other, NULL)); /* writes the index */
  late = add_learner (other, "Cleo", "Late");       /* a file the index does not know, and one it knows that went */
  path = g_strdup_printf ("%s/learners/%s.json", pz_classroom_get_path (other), gone);
  g_assert_no_errno (g_remove (path));
  read_others (fixture, pz_classroom_get_id (fixture->classroom), NULL, &answer);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.found->len, ==, 2);
  g_assert_true (has_learner (&answer, ben));
  g_assert_true (has_learner (&answer, late));
  for (guint i = 0; i < 2; i++)
    g_assert_cmpstr (((PzQuickLearner *) answer.found->pdata[i])->class_id, ==, pz_classroom_get_id (other));
  /* without one to leave out all of them can be named */
  read_others (fixture, NULL, NULL, &all);
  g_assert_cmpuint (all.found->len, ==, 3);
  g_assert_true (has_learner (&all, own));
  pz_classroom_abandon (other);
}

/* nothing can be written to them */
static void
test_classes_in_the_trash_or_with_a_problem_are_left_out (ClassroomFixture *fixture,
                                                          gconstpointer     data)
{
  g_autoptr(PzClassroom) trashed = pz_classroom_create (fixture->environment, "Class 7", NULL);
  g_autoptr(PzClassroom) damaged = pz_classroom_create (fixture->environment, "Class 8", NULL);
  g_autofree char *old = add_learner (trashed, "Old", "Class");
  g_autofree char *lost = add_learner (damaged, "Lost", "Class");
  g_autofree char *path = g_build_filename (pz_classroom_get_path (damaged), "classroom.json", NULL);
  PzDocument *document = pz_classroom_get_document (trashed);
  g_auto(Answer) answer = { 0 };

  pz_document_delete (document, pz_document_get_owner (document));
  g_assert_true (pz_classroom_close (trashed, NULL));
  g_assert_true (pz_classroom_close (damaged, NULL));
  g_assert_true (g_file_set_contents (path, "{", -1, NULL));
  read_others (fixture, NULL, NULL, &answer);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.found->len, ==, 0);
}

static void
test_a_damaged_learner_cannot_be_meant (ClassroomFixture *fixture,
                                        gconstpointer     data)
{
  g_autofree char *amina = add_learner (fixture->classroom, "Amina", "Yusuf");
  g_autofree char *ben = add_learner (fixture->classroom, "Ben", "Koch");
  g_auto(Answer) answer = { 0 };

  classroom_fixture_damage (fixture, amina);
  read_others (fixture, NULL, NULL, &answer);
  g_assert_cmpuint (answer.found->len, ==, 1);
  g_assert_true (has_learner (&answer, ben));
}

static void
test_can_be_cancelled (ClassroomFixture *fixture,
                       gconstpointer     data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_auto(Answer) shown = { 0 }, others = { 0 };

  g_cancellable_cancel (cancellable);
  read_shown (fixture, cancellable, &shown);
  g_assert_error (shown.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  read_others (fixture, NULL, cancellable, &others);
  g_assert_error (others.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_a_folder_that_cannot_be_read_is_an_error (ClassroomFixture *fixture,
                                               gconstpointer     data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "classrooms", NULL);
  g_autofree char *away = g_build_filename (fixture->folder, "away", NULL);
  g_auto(Answer) answer = { 0 };

  g_assert_no_errno (g_rename (folder, away));
  g_assert_true (g_file_set_contents (folder, "a file", -1, NULL));
  read_others (fixture, NULL, NULL, &answer);
  g_assert_null (answer.found);
  g_assert_error (answer.error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
  g_assert_no_errno (g_remove (folder));
  g_assert_no_errno (g_rename (away, folder));
}

#define ADD(path, function) classroom_test_add ("/core/quick-roster/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("those-who-can-be-meant", test_those_who_can_be_meant);
  ADD ("one-name-is-enough", test_one_name_is_enough);
  ADD ("the-others-as-their-files-are-now", test_the_others_as_their_files_are_now);
  ADD ("classes-in-the-trash-or-with-a-problem-are-left-out", test_classes_in_the_trash_or_with_a_problem_are_left_out);
  ADD ("a-damaged-learner-cannot-be-meant", test_a_damaged_learner_cannot_be_meant);
  ADD ("can-be-cancelled", test_can_be_cancelled);
  ADD ("a-folder-that-cannot-be-read-is-an-error", test_a_folder_that_cannot_be_read_is_an_error);
  return g_test_run ();
}
