/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-absence.h"

#include "classroom-fixture.h"
#include "pz-absence.h"

static void
assert_absent (PzClassroom *classroom,
               const char  *id,
               const GDate *day,
               gboolean     absent)
{
  g_autoptr(PzDocument) document = load_learner (classroom, id);

  g_assert_true (pz_absence_covers (document, day) == absent);
}

typedef struct
{
  gboolean done;
  gboolean absent;
  GError *error;
} Answer;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;
  gboolean done = pz_classroom_toggle_absence_finish (PZ_CLASSROOM (source), result, &answer->absent, &answer->error);

  g_assert_true (done == (answer->error == NULL));
  answer->done = TRUE;
}

/* whether they are absent now */
static gboolean
toggle (PzClassroom        *classroom,
        const char * const *ids)
{
  Answer answer = { 0 };
  GDate today;

  pz_environment_get_today (pz_classroom_get_environment (classroom), &today);
  pz_classroom_toggle_absence_async (classroom, ids, &today, "Absent", answer_cb, &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  return answer.absent;
}

static void
test_marks_all_then_takes_it_back (ClassroomFixture *f,
                                   gconstpointer     data)
{
  g_autofree char *ada = add_learner (f->classroom, "Ada", "Hill");
  g_autofree char *noor = add_learner (f->classroom, "Noor", "Jansen");
  const char *first[] = { ada, NULL }, *both[] = { ada, noor, NULL };
  GDate today;

  pz_environment_get_today (f->environment, &today);
  g_assert_true (toggle (f->classroom, first));
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  assert_absent (f->classroom, ada, &today, TRUE);
  assert_absent (f->classroom, noor, &today, FALSE);
  g_assert_true (toggle (f->classroom, both)); /* one of them was there */
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  assert_absent (f->classroom, noor, &today, TRUE);
  g_assert_false (toggle (f->classroom, both));
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  assert_absent (f->classroom, ada, &today, FALSE);
  g_assert_true (pz_classroom_undo (f->classroom, NULL)); /* one step for both */
  assert_absent (f->classroom, ada, &today, TRUE);
  assert_absent (f->classroom, noor, &today, TRUE);
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
}

/* the page of the learner shows it before the key is released */
static void
test_who_is_shown_is_marked_at_once (ClassroomFixture *f,
                                     gconstpointer     data)
{
  g_autofree char *ada = add_learner (f->classroom, "Ada", "Hill");
  g_autoptr(PzDocument) document = load_learner (f->classroom, ada);
  const char *ids[] = { ada, NULL };
  Answer answer = { 0 };
  GDate today;

  pz_environment_get_today (f->environment, &today);
  pz_classroom_toggle_absence_async (f->classroom, ids, &today, "Absent", answer_cb, &answer);
  g_assert_true (pz_absence_covers (document, &today));
  run_until (&answer.done);
  g_assert_true (answer.absent);
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
}

static void
test_changes_nothing_when_one_cannot_be_read (ClassroomFixture *f,
                                              gconstpointer     data)
{
  g_autofree char *ada = add_learner (f->classroom, "Ada", "Hill");
  const char *ids[] = { ada, "aaaaaaaaaaaaaaaa", NULL };
  Answer answer = { 0 };
  GDate today;

  pz_environment_get_today (f->environment, &today);
  pz_classroom_toggle_absence_async (f->classroom, ids, &today, "Absent", answer_cb, &answer);
  run_until (&answer.done);
  g_assert_error (answer.error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_clear_error (&answer.error);
  assert_absent (f->classroom, ada, &today, FALSE);
}

#define ADD(path, function) classroom_test_add ("/core/classroom-absence/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("marks-all-then-takes-it-back", test_marks_all_then_takes_it_back);
  ADD ("who-is-shown-is-marked-at-once", test_who_is_shown_is_marked_at_once);
  ADD ("changes-nothing-when-one-cannot-be-read", test_changes_nothing_when_one_cannot_be_read);
  return g_test_run ();
}
