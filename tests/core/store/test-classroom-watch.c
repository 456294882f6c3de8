/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"
#include "pz-classroom-watch.h"
#include "pz-position.h"

#include <math.h>

static PzDocument *
get_document (ClassroomFixture *f)
{
  return pz_classroom_get_document (f->classroom);
}

static void
save (ClassroomFixture *f)
{
  g_autoptr(GError) error = NULL;

  pz_classroom_save (f->classroom, "Edit", &error);
  g_assert_no_error (error);
}

static PzRecord *
add_level (ClassroomFixture *f,
           const char       *name)
{
  PzRecord *level = pz_document_add (get_document (f), PZ_RECORD_LEVEL);

  pz_record_set_text (level, PZ_LEVEL_NAME, name);
  pz_position_append (get_document (f), level);
  return level;
}

static void
test_readiness_is_the_place_of_the_level (ClassroomFixture *f,
                                          gconstpointer     data)
{
  g_autofree char *ada = add_learner (f->classroom, "Ada", "Hill"), *ben = add_learner (f->classroom, "Ben", "Ode");
  PzRecord *low = add_level (f, "Begins"), *high = add_level (f, "Leads others");
  g_autoptr(PzDocument) document = load_learner (f->classroom, ada);
  const char *const learners[] = { ben, ada, "nobody", NULL };
  g_autofree double *before = NULL;
  g_autofree double *after = NULL;

  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_LEVEL, pz_record_get_id (high));
  save (f);
  before = pz_classroom_dup_readiness (f->classroom, learners);
  g_assert_true (isnan (before[0]));
  g_assert_cmpfloat (before[1], ==, 2);
  g_assert_true (isnan (before[2]));
  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_LEVEL, pz_record_get_id (low));
  save (f);
  after = pz_classroom_dup_readiness (f->classroom, learners);
  g_assert_cmpfloat (after[1], ==, 1);
}

static void
assert_without (ClassroomFixture   *f,
                const char * const *learners,
                guint               n)
{
  g_autoptr(GArray) without = pz_classroom_list_without_shared_goal (f->classroom, learners);

  g_assert_cmpuint (without->len, ==, n);
}

static void
test_those_without_a_shared_goal (ClassroomFixture *f,
                                  gconstpointer     data)
{
  g_autofree char *ada = add_learner (f->classroom, "Ada", "Hill"), *ben = add_learner (f->classroom, "Ben", "Ode");
  const char *const learners[] = { ada, ben, NULL };
  g_autoptr(GArray) without = NULL;
  PzRecord *goal;

  assert_without (f, learners, 0); /* the class has no such goals at all */
  goal = pz_document_add (get_document (f), PZ_RECORD_GOAL);
  pz_record_set_text (goal, PZ_GOAL_TITLE, "Everybody is heard");
  assert_without (f, learners, 0); /* it is for everybody */
  pz_record_set_add (goal, PZ_GOAL_LEARNERS, ada);
  without = pz_classroom_list_without_shared_goal (f->classroom, learners);
  g_assert_cmpuint (without->len, ==, 1);
  g_assert_cmpuint (g_array_index (without, guint, 0), ==, 1);
  pz_record_set_text (goal, PZ_GOAL_STATE, "closed"); /* nobody works in that way any more */
  assert_without (f, learners, 0);
}

static void
test_warnings_are_hidden_for_the_class (ClassroomFixture *f,
                                        gconstpointer     data)
{
  g_assert_true (pz_classroom_wants_warning (f->classroom, "tracking"));
  pz_classroom_set_wants_warning (f->classroom, "tracking", FALSE);
  pz_classroom_set_wants_warning (f->classroom, "role-never", FALSE);
  save (f);
  g_assert_false (pz_classroom_wants_warning (f->classroom, "tracking"));
  g_assert_true (pz_classroom_wants_warning (f->classroom, "lowest-group"));
  g_assert_cmpuint (pz_classroom_count_unwanted_warnings (f->classroom), ==, 2);
  pz_classroom_set_wants_warning (f->classroom, "role-never", TRUE);
  g_assert_cmpuint (pz_classroom_count_unwanted_warnings (f->classroom), ==, 1);
  pz_classroom_want_all_warnings (f->classroom);
  g_assert_true (pz_classroom_wants_warning (f->classroom, "tracking"));
  g_assert_cmpuint (pz_classroom_count_unwanted_warnings (f->classroom), ==, 0);
  save (f);
}

#define ADD(path, function) classroom_test_add ("/core/classroom-watch/" path, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("readiness-is-the-place-of-the-level", test_readiness_is_the_place_of_the_level);
  ADD ("those-without-a-shared-goal", test_those_without_a_shared_goal);
  ADD ("warnings-are-hidden-for-the-class", test_warnings_are_hidden_for_the_class);
  return g_test_run ();
}
