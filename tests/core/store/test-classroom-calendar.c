/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-calendar.h"

#include "classroom-fixture.h"
#include "pz-classroom-plan.h"

typedef struct
{
  gboolean done;
  GPtrArray *activities;
  GError *error;
} Answer;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  answer->activities = pz_classroom_read_activities_finish (PZ_CLASSROOM (source), result, &answer->error);
  answer->done = TRUE;
}

static GPtrArray *
read_all (PzClassroom *classroom)
{
  Answer answer = { 0 };

  pz_classroom_read_activities_async (classroom, NULL, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  return answer.activities;
}

static void
test_reads_what_was_saved (ClassroomFixture *f,
                           gconstpointer     data)
{
  g_autoptr(GPtrArray) before = read_all (f->classroom), after = NULL, at_once = NULL;
  g_autoptr(PzDocument) kept = pz_classroom_plan_activity (f->classroom, "Bridges", pz_day_from_text ("2026-11-24"));
  g_autoptr(PzDocument) deleted = pz_classroom_plan_activity (f->classroom, "Songs", 0);

  g_assert_cmpuint (before->len, ==, 0);
  pz_document_delete (deleted, pz_document_get_owner (deleted));
  g_assert_true (pz_classroom_save (f->classroom, "Plan", NULL));
  after = read_all (f->classroom);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpstr (((PzActivity *) after->pdata[0])->id, ==, pz_document_get_id (kept));
  g_assert_cmpstr (((PzActivity *) after->pdata[0])->title, ==, "Bridges");
  at_once = pz_classroom_read_activities (f->classroom, NULL);
  g_assert_cmpuint (at_once->len, ==, 1);
}

static void
test_a_damaged_file_is_left_out (ClassroomFixture *f,
                                 gconstpointer     data)
{
  g_autoptr(PzDocument) document = pz_classroom_plan_activity (f->classroom, "Bridges", 0);
  g_autofree char *path = NULL;
  g_autoptr(GPtrArray) found = NULL;

  g_assert_true (pz_classroom_save (f->classroom, "Plan", NULL));
  path = g_strdup_printf ("%s/activities/aaaaaaaaaaaaaaaa.json", f->path);
  g_assert_true (g_file_set_contents (path, "{\"format\":", -1, NULL));
  found = read_all (f->classroom);
  g_assert_cmpuint (found->len, ==, 1);
}

static void
test_cancelled (ClassroomFixture *f,
                gconstpointer     data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Answer answer = { 0 };

  g_cancellable_cancel (cancellable);
  pz_classroom_read_activities_async (f->classroom, cancellable, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_null (answer.activities);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
}

static void
count_cb (PzClassroom *classroom,
          guint       *n)
{
  (*n)++;
}

static void
set_flag_cb (PzClassroom *classroom,
             gboolean    *flag)
{
  *flag = TRUE;
}

static void
test_tells_when_files_are_others (ClassroomFixture *f,
                                  gconstpointer     data)
{
  g_autoptr(PzDocument) document = NULL;
  g_autofree char *id = NULL;
  guint n = 0;

  g_signal_connect (f->classroom, "activities-written", G_CALLBACK (count_cb), &n);
  id = add_learner (f->classroom, "Ada", "Hill");
  g_assert_cmpuint (n, ==, 0);
  document = pz_classroom_plan_activity (f->classroom, "Bridges", 0);
  g_assert_true (pz_classroom_save (f->classroom, "Plan", NULL));
  g_assert_cmpuint (n, ==, 1);
}

static void
test_hears_of_other_programs (ClassroomFixture *f,
                              gconstpointer     data)
{
  g_autoptr(PzClassroom) other = classroom_fixture_open_other (f);
  g_autoptr(PzDocument) document = NULL;
  gboolean told = FALSE;

  pz_classroom_watch (f->classroom);
  g_signal_connect (f->classroom, "activities-written", G_CALLBACK (set_flag_cb), &told);
  document = pz_classroom_plan_activity (other, "Bridges", 0);
  g_assert_true (pz_classroom_save (other, "Plan", NULL));
  run_until (&told);
}

#define ADD(path, function) classroom_test_add ("/core/classroom-calendar/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("reads-what-was-saved", test_reads_what_was_saved);
  ADD ("a-damaged-file-is-left-out", test_a_damaged_file_is_left_out);
  ADD ("cancelled", test_cancelled);
  ADD ("tells-when-files-are-others", test_tells_when_files_are_others);
  ADD ("hears-of-other-programs", test_hears_of_other_programs);
  return g_test_run ();
}
