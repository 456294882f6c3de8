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

static void
test_marks_all_then_takes_it_back (ClassroomFixture *f,
                                   gconstpointer     data)
{
  g_autofree char *ada = add_learner (f->classroom, "Ada", "Hill");
  g_autofree char *noor = add_learner (f->classroom, "Noor", "Jansen");
  const char *first[] = { ada, NULL }, *both[] = { ada, noor, NULL };
  gboolean absent = FALSE;
  GDate today;

  pz_environment_get_today (f->environment, &today);
  g_assert_true (pz_classroom_toggle_absence (f->classroom, first, &today, "Absent", &absent, NULL));
  g_assert_true (absent);
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  assert_absent (f->classroom, ada, &today, TRUE);
  assert_absent (f->classroom, noor, &today, FALSE);
  g_assert_true (pz_classroom_toggle_absence (f->classroom, both, &today, "Absent", &absent, NULL));
  g_assert_true (absent); /* one of them was there */
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  assert_absent (f->classroom, noor, &today, TRUE);
  g_assert_true (pz_classroom_toggle_absence (f->classroom, both, &today, "Absent", &absent, NULL));
  g_assert_false (absent);
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  assert_absent (f->classroom, ada, &today, FALSE);
  g_assert_true (pz_classroom_undo (f->classroom, NULL)); /* one step for both */
  assert_absent (f->classroom, ada, &today, TRUE);
  assert_absent (f->classroom, noor, &today, TRUE);
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
}

static void
test_changes_nothing_when_one_cannot_be_read (ClassroomFixture *f,
                                              gconstpointer     data)
{
  g_autofree char *ada = add_learner (f->classroom, "Ada", "Hill");
  const char *ids[] = { ada, "aaaaaaaaaaaaaaaa", NULL };
  g_autoptr(GError) error = NULL;
  gboolean absent = FALSE;
  GDate today;

  pz_environment_get_today (f->environment, &today);
  g_assert_false (pz_classroom_toggle_absence (f->classroom, ids, &today, "Absent", &absent, &error));
  g_assert_nonnull (error);
  assert_absent (f->classroom, ada, &today, FALSE);
}

#define ADD(path, function) classroom_test_add ("/core/classroom-absence/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("marks-all-then-takes-it-back", test_marks_all_then_takes_it_back);
  ADD ("changes-nothing-when-one-cannot-be-read", test_changes_nothing_when_one_cannot_be_read);
  return g_test_run ();
}
