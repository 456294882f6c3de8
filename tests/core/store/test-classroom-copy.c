/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-copy.h"

#include "classroom-fixture.h"
#include "pz-classroom-plan.h"

static void
save (ClassroomFixture *f)
{
  g_autoptr(GError) error = NULL;

  pz_classroom_save (f->classroom, "Change", &error);
  g_assert_no_error (error);
}

static PzClassroomCopy *
read_copy (ClassroomFixture *f)
{
  g_autoptr(PzClassroomSource) source = pz_classroom_source_new (f->classroom);
  g_autoptr(GError) error = NULL;
  PzClassroomCopy *copy = pz_classroom_copy_read (source, NULL, &error);

  g_assert_no_error (error);
  return copy;
}

static void
test_holds_what_is_in_the_class (ClassroomFixture *f,
                                 gconstpointer     data)
{
  g_autofree char *ana = add_learner (f->classroom, "Ana", "Garcia");
  g_autofree char *ben = add_learner (f->classroom, "Ben", "Ode");
  g_autofree char *cleo = add_learner (f->classroom, "Cleo", "Diaz");
  const char *gone[] = { ben, NULL };
  g_autoptr(PzDocument) archived = load_learner (f->classroom, cleo);
  g_autoptr(PzDocument) activity = pz_classroom_plan_activity (f->classroom, "Bridges", 0);
  g_autoptr(PzClassroomCopy) copy = NULL;

  pz_record_set_flag (owner_of (archived), PZ_LEARNER_ARCHIVED, TRUE);
  save (f);
  g_assert_true (pz_classroom_delete (f->classroom, gone, "Delete", NULL));
  copy = read_copy (f);
  g_assert_cmpuint (copy->learners->len, ==, 1);
  g_assert_cmpstr (pz_document_get_id (copy->learners->pdata[0]), ==, ana);
  g_assert_cmpuint (copy->activities->len, ==, 1);
  g_assert_cmpstr (pz_record_get_text (owner_of (copy->classroom), PZ_CLASSROOM_NAME), ==, "Class 5b");
}

static void
test_is_of_nobody_else (ClassroomFixture *f,
                        gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Ana", "Garcia");
  g_autoptr(PzDocument) ana = load_learner (f->classroom, id);
  g_autoptr(PzClassroomCopy) copy = NULL;

  save (f);
  copy = read_copy (f);
  g_assert_true (copy->learners->pdata[0] != ana);
  rename_to (ana, "Anna");
  g_assert_cmpstr (pz_record_get_text (owner_of (copy->learners->pdata[0]), PZ_LEARNER_GIVEN_NAME), ==, "Ana");
  save (f);
}

static void
test_stops_when_cancelled (ClassroomFixture *f,
                           gconstpointer     data)
{
  g_autoptr(PzClassroomSource) source = pz_classroom_source_new (f->classroom);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (pz_classroom_copy_read (source, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  classroom_test_add ("/core/classroom-copy/holds-what-is-in-the-class", test_holds_what_is_in_the_class);
  classroom_test_add ("/core/classroom-copy/is-of-nobody-else", test_is_of_nobody_else);
  classroom_test_add ("/core/classroom-copy/stops-when-cancelled", test_stops_when_cancelled);
  return g_test_run ();
}
