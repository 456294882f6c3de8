/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"
#include "pz-framework-reading.h"

static void
add_framework (ClassroomFixture *fixture,
               const char       *id,
               const char       *title)
{
  g_autoptr(PzDocument) document = pz_classroom_add_with_id (fixture->classroom, PZ_DOCUMENT_FRAMEWORK, id, NULL);

  pz_record_set_text (pz_document_get_owner (document), PZ_FRAMEWORK_TITLE, title);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *standard = g_strdup_printf ("%s-%u", id, i);
      g_autofree char *position = g_strdup_printf ("a%u", i);
      PzRecord *record = pz_document_add_with_id (document, PZ_RECORD_STANDARD, standard);

      pz_record_set_text (record, PZ_STANDARD_CODE, standard);
      pz_record_set_text (record, PZ_STANDARD_POSITION, position);
    }
  g_assert_true (pz_classroom_save (fixture->classroom, "Import", NULL));
}

static void
add_goal (PzDocument *document,
          const char *title,
          const char *standard,
          const char *state)
{
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);

  pz_record_set_text (goal, PZ_GOAL_TITLE, title);
  pz_record_set_text (goal, PZ_GOAL_STANDARD, standard);
  pz_record_set_text (goal, PZ_GOAL_STATE, state);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static PzFrameworkReading *
read_with (ClassroomFixture *fixture,
           const char       *id,
           GCancellable     *cancellable,
           GError          **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  pz_classroom_read_framework_async (fixture->classroom, id, cancellable, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return pz_classroom_read_framework_finish (fixture->classroom, result, error);
}

static PzFrameworkReading *
read_framework (ClassroomFixture *fixture,
                const char       *id)
{
  g_autoptr(GError) error = NULL;
  PzFrameworkReading *reading = read_with (fixture, id, NULL, &error);

  g_assert_no_error (error);
  return reading;
}

static void
test_nothing_there (ClassroomFixture *fixture,
                    gconstpointer     data)
{
  g_autoptr(PzFrameworkReading) reading = read_framework (fixture, NULL);

  g_assert_cmpuint (reading->infos->len, ==, 0);
  g_assert_null (reading->tree);
  g_assert_null (pz_framework_reading_get_info (reading));
}

static void
test_takes_the_only_one (ClassroomFixture *fixture,
                         gconstpointer     data)
{
  g_autofree char *path = g_build_filename (fixture->path, "frameworks", "damaged.json", NULL);
  g_autoptr(PzFrameworkReading) one = NULL;
  g_autoptr(PzFrameworkReading) two = NULL;
  g_autoptr(PzFrameworkReading) named = NULL;
  g_autoptr(PzFrameworkReading) other = NULL;

  add_framework (fixture, "maths", "Maths");
  g_assert_true (g_file_set_contents (path, "{\"format\":", -1, NULL));
  one = read_framework (fixture, NULL);
  g_assert_cmpuint (one->infos->len, ==, 2);
  g_assert_cmpuint (pz_standard_tree_get_n_items (one->tree), ==, 3);
  g_assert_cmpstr (pz_framework_reading_get_info (one)->title, ==, "Maths");

  add_framework (fixture, "writing", "Writing");
  two = read_framework (fixture, NULL);
  g_assert_null (two->tree);
  named = read_framework (fixture, "writing");
  g_assert_cmpstr (pz_framework_reading_get_info (named)->title, ==, "Writing");
  g_assert_true (pz_classroom_delete_framework (fixture->classroom, "writing", NULL));
  other = read_framework (fixture, "writing");
  g_assert_null (other->tree);
}

static void
test_counts_who_is_shown (ClassroomFixture *fixture,
                          gconstpointer     data)
{
  g_autofree char *noor = add_learner (fixture->classroom, "Noor", "Jansen");
  g_autofree char *ben = add_learner (fixture->classroom, "Ben", "Berg");
  g_autofree char *old = add_learner (fixture->classroom, "Old", "Archived");
  g_autoptr(PzFrameworkReading) reading = NULL;
  g_autoptr(PzCoverage) of_ben = NULL;
  g_autoptr(GPtrArray) goals = NULL;
  g_autoptr(GPtrArray) goals_of_ben = NULL;
  guint item;

  add_framework (fixture, "maths", "Maths");
  {
    g_autoptr(PzDocument) first = load_learner (fixture->classroom, noor);
    g_autoptr(PzDocument) second = load_learner (fixture->classroom, ben);
    g_autoptr(PzDocument) third = load_learner (fixture->classroom, old);

    add_goal (first, "Counts", "maths-1", "active");
    add_goal (first, "Counts on", "maths-1", "closed");
    add_goal (second, "Adds", "maths-1", NULL);
    add_goal (second, "Elsewhere", "writing-1", NULL);
    add_goal (third, "Past", "maths-1", "active");
    pz_record_set_flag (owner_of (third), PZ_LEARNER_ARCHIVED, TRUE);
  }
  g_assert_true (pz_classroom_save (fixture->classroom, "Goals", NULL));
  reading = read_framework (fixture, "maths");
  g_assert_cmpuint (reading->learners->len, ==, 2);
  g_assert_true (pz_standard_tree_find (reading->tree, "maths-1", &item));
  g_assert_cmpuint (pz_coverage_get (reading->coverage, item)->n_learners, ==, 2);
  g_assert_cmpuint (pz_coverage_get (reading->coverage, item)->n_goals, ==, 3);
  g_assert_cmpuint (pz_coverage_get (reading->coverage, item)->n_by_status[1], ==, 2);
  g_assert_cmpuint (pz_coverage_get (reading->coverage, item)->n_by_status[3], ==, 1);
  goals = pz_framework_reading_list_goals (reading, item, NULL);
  g_assert_cmpuint (goals->len, ==, 3);
  of_ben = pz_framework_reading_cover (reading, ben);
  g_assert_cmpuint (pz_coverage_get (of_ben, item)->n_goals, ==, 1);
  g_assert_cmpuint (pz_coverage_get_n_covered (of_ben), ==, 1);
  goals_of_ben = pz_framework_reading_list_goals (reading, item, ben);
  g_assert_cmpuint (goals_of_ben->len, ==, 1);
  g_assert_cmpstr (((PzGoalStandard *) g_ptr_array_index (goals_of_ben, 0))->title, ==, "Adds");
}

static void
test_can_be_stopped (ClassroomFixture *fixture,
                     gconstpointer     data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  add_framework (fixture, "maths", "Maths");
  g_cancellable_cancel (cancellable);
  g_assert_null (read_with (fixture, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test)                                                                                              \
  g_test_add (path, ClassroomFixture, NULL, classroom_fixture_set_up, test, classroom_fixture_tear_down)
  ADD ("/core/framework-reading/nothing-there", test_nothing_there);
  ADD ("/core/framework-reading/takes-the-only-one", test_takes_the_only_one);
  ADD ("/core/framework-reading/counts-who-is-shown", test_counts_who_is_shown);
  ADD ("/core/framework-reading/can-be-stopped", test_can_be_stopped);
#undef ADD
  return g_test_run ();
}
