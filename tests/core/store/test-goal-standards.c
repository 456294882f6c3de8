/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"
#include "pz-classroom-frameworks.h"

static PzRecord *
add_goal (PzDocument *document,
          const char *standard,
          const char *state)
{
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);

  pz_record_set_text (goal, PZ_GOAL_TITLE, "Goal");
  pz_record_set_text (goal, PZ_GOAL_STANDARD, standard);
  pz_record_set_text (goal, PZ_GOAL_STATE, state);
  return goal;
}

static guint
count (GPtrArray  *found,
       const char *learner,
       const char *standard,
       const char *state)
{
  guint n = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const PzGoalStandard *one = g_ptr_array_index (found, i);

      g_assert_nonnull (one->goal);
      g_assert_cmpstr (one->title, ==, "Goal");
      n += strcmp (one->learner, learner) == 0 && strcmp (one->standard, standard) == 0 && g_strcmp0 (one->state, state) == 0;
    }
  return n;
}

static void
test_who_works_at_what (ClassroomFixture *fixture,
                        gconstpointer     data)
{
  g_autofree char *noor = add_learner (fixture->classroom, "Noor", "Jansen");
  g_autofree char *ben = add_learner (fixture->classroom, "Ben", "Berg");
  g_autofree char *gone = add_learner (fixture->classroom, "Gone", "Away");
  const char *const away[] = { gone, NULL };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = NULL;

  {
    g_autoptr(PzDocument) first = load_learner (fixture->classroom, noor);
    g_autoptr(PzDocument) second = load_learner (fixture->classroom, ben);
    g_autoptr(PzDocument) third = load_learner (fixture->classroom, gone);
    PzRecord *shared = add_goal (pz_classroom_get_document (fixture->classroom), "r-1", NULL);

    add_goal (first, "r-1", "active");
    add_goal (first, "r-2", "closed");
    add_goal (first, NULL, "active");
    pz_document_delete (first, add_goal (first, "r-3", "active"));
    add_goal (second, "r-1", "active");
    add_goal (third, "r-1", "active");
    pz_record_set_add (shared, PZ_GOAL_LEARNERS, noor);
    pz_record_set_add (shared, PZ_GOAL_LEARNERS, gone);
    pz_record_set_add (shared, PZ_GOAL_LEARNERS, "nobody");
    g_assert_true (pz_classroom_save (fixture->classroom, "Goals", NULL));
  }
  g_assert_true (pz_classroom_delete (fixture->classroom, away, "Delete", NULL));
  found = pz_classroom_list_goal_standards (fixture->classroom, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 4);
  g_assert_cmpuint (count (found, noor, "r-1", "active"), ==, 1);
  g_assert_cmpuint (count (found, noor, "r-1", NULL), ==, 1);
  g_assert_cmpuint (count (found, noor, "r-2", "closed"), ==, 1);
  g_assert_cmpuint (count (found, ben, "r-1", "active"), ==, 1);
  g_cancellable_cancel (cancellable);
  g_assert_null (pz_classroom_list_goal_standards (fixture->classroom, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  classroom_test_add ("/core/goal-standards/who-works-at-what", test_who_works_at_what);
  return g_test_run ();
}
