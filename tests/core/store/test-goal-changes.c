/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose goals are to be read again. */
#include "config.h"

#include "pz-goal-changes.h"

#include "classroom-fixture.h"

typedef struct
{
  PzGoalChanges *changes;
  guint n_changed;
} Watched;

static void
changed_cb (Watched *watched)
{
  watched->n_changed++;
}

/* nothing is left of what there is at first */
static Watched *
watch (ClassroomFixture *self)
{
  Watched *watched = g_new0 (Watched, 1);
  g_auto(GStrv) ids = NULL;

  watched->changes = pz_goal_changes_new (self->classroom);
  g_signal_connect_swapped (watched->changes, "changed", G_CALLBACK (changed_cb), watched);
  pz_goal_changes_take (watched->changes, &ids);
  return watched;
}

static void
watched_free (Watched *watched)
{
  g_object_unref (watched->changes);
  g_free (watched);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Watched, watched_free)

static void
save_now (ClassroomFixture *self)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_classroom_save (self->classroom, "Edit", &error));
  g_assert_no_error (error);
}

static void
add_to_class (ClassroomFixture *self,
              PzRecordType      type,
              guint             name)
{
  pz_record_set_text (pz_document_add (pz_classroom_get_document (self->classroom), type), name, "New");
  save_now (self);
}

static void
assert_everybody (Watched *watched)
{
  g_auto(GStrv) ids = NULL;

  g_assert_true (pz_goal_changes_take (watched->changes, &ids));
  g_assert_null (ids);
}

static void
test_everybody_at_first (ClassroomFixture *self,
                         gconstpointer     data)
{
  g_autoptr(PzGoalChanges) changes = pz_goal_changes_new (self->classroom);
  g_auto(GStrv) ids = NULL;

  g_assert_false (pz_goal_changes_is_empty (changes));
  g_assert_true (pz_goal_changes_take (changes, &ids));
  g_assert_null (ids);

  g_assert_true (pz_goal_changes_is_empty (changes));
  g_assert_false (pz_goal_changes_take (changes, &ids));
}

static void
test_those_whose_files_were_written (ClassroomFixture *self,
                                     gconstpointer     data)
{
  g_autofree char *ada = add_learner (self->classroom, "Ada", "Lovelace");
  g_autofree char *bo = add_learner (self->classroom, "Bo", "Ek");
  g_autoptr(PzDocument) document = load_learner (self->classroom, bo);
  g_autoptr(Watched) watched = watch (self);
  g_auto(GStrv) ids = NULL;

  rename_to (document, "Boje");
  g_assert_true (pz_goal_changes_is_empty (watched->changes)); /* not on the disk, where it is read */
  save_now (self);

  g_assert_cmpuint (watched->n_changed, ==, 1);
  g_assert_true (pz_goal_changes_take (watched->changes, &ids));
  g_assert_cmpuint (g_strv_length (ids), ==, 1);
  g_assert_cmpstr (ids[0], ==, bo);
  g_assert_true (pz_goal_changes_is_empty (watched->changes));
}

static void
test_each_learner_once (ClassroomFixture *self,
                        gconstpointer     data)
{
  g_autofree char *ada = add_learner (self->classroom, "Ada", "Lovelace");
  g_autoptr(PzDocument) document = load_learner (self->classroom, ada);
  g_autoptr(Watched) watched = watch (self);
  g_auto(GStrv) ids = NULL;

  for (guint i = 0; i < 3; i++)
    {
      rename_to (document, i % 2 == 0 ? "Augusta" : "Ada");
      save_now (self);
    }

  g_assert_true (pz_goal_changes_take (watched->changes, &ids));
  g_assert_cmpuint (g_strv_length (ids), ==, 1);
}

static void
test_everybody_when_they_are_judged_otherwise (ClassroomFixture *self,
                                               gconstpointer     data)
{
  PzRecord *classroom = pz_document_get_owner (pz_classroom_get_document (self->classroom));
  g_autoptr(Watched) watched = watch (self);

  add_to_class (self, PZ_RECORD_GOAL, PZ_GOAL_TITLE);
  assert_everybody (watched);
  add_to_class (self, PZ_RECORD_PHASE, PZ_PHASE_NOTE);
  assert_everybody (watched);
  add_to_class (self, PZ_RECORD_MEASURE, PZ_MEASURE_NAME);
  assert_everybody (watched);
  pz_record_set_text (classroom, PZ_CLASSROOM_NAME, "Class 6b");
  g_assert_true (pz_goal_changes_is_empty (watched->changes));
  save_now (self);
  assert_everybody (watched);
}

static void
test_nobody_for_what_judges_no_goal (ClassroomFixture *self,
                                     gconstpointer     data)
{
  g_autoptr(Watched) watched = watch (self);

  add_to_class (self, PZ_RECORD_STRATEGY, PZ_STRATEGY_NAME);
  add_to_class (self, PZ_RECORD_INQUIRY, PZ_INQUIRY_QUESTION);

  g_assert_cmpuint (watched->n_changed, ==, 0);
  g_assert_true (pz_goal_changes_is_empty (watched->changes));
}

static void
test_everybody_when_somebody_is_gone_for_good (ClassroomFixture *self,
                                               gconstpointer     data)
{
  g_autofree char *ada = add_learner (self->classroom, "Ada", "Lovelace");
  g_autoptr(Watched) watched = watch (self);
  g_autoptr(GError) error = NULL;
  const char *ids[] = { ada, NULL };
  g_auto(GStrv) written = NULL;

  g_assert_true (pz_classroom_delete (self->classroom, ids, "Delete learner", &error));
  g_assert_no_error (error);
  g_assert_true (pz_goal_changes_take (watched->changes, &written));
  g_assert_cmpstrv (written, ids);

  g_assert_true (pz_classroom_purge (self->classroom, ids, &error));
  g_assert_no_error (error);
  assert_everybody (watched);
}

static void
test_everybody_on_a_new_day (ClassroomFixture *self,
                             gconstpointer     data)
{
  g_autoptr(Watched) watched = watch (self);

  pz_goal_changes_look_at_clock (watched->changes);
  g_assert_true (pz_goal_changes_is_empty (watched->changes));

  pz_environment_advance (self->environment, G_TIME_SPAN_DAY / G_TIME_SPAN_MILLISECOND);
  pz_goal_changes_look_at_clock (watched->changes);

  g_assert_cmpuint (watched->n_changed, ==, 1);
  assert_everybody (watched);
}

static void
test_an_attempt_that_failed (ClassroomFixture *self,
                             gconstpointer     data)
{
  g_autoptr(Watched) watched = watch (self);

  pz_goal_changes_add_all (watched->changes);

  g_assert_cmpuint (watched->n_changed, ==, 0); /* or whoever reads would try without end */
  assert_everybody (watched);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  classroom_test_add ("/goal-changes/everybody-at-first", test_everybody_at_first);
  classroom_test_add ("/goal-changes/those-written", test_those_whose_files_were_written);
  classroom_test_add ("/goal-changes/each-once", test_each_learner_once);
  classroom_test_add ("/goal-changes/judged-otherwise", test_everybody_when_they_are_judged_otherwise);
  classroom_test_add ("/goal-changes/judges-no-goal", test_nobody_for_what_judges_no_goal);
  classroom_test_add ("/goal-changes/gone-for-good", test_everybody_when_somebody_is_gone_for_good);
  classroom_test_add ("/goal-changes/new-day", test_everybody_on_a_new_day);
  classroom_test_add ("/goal-changes/failed-attempt", test_an_attempt_that_failed);
  return g_test_run ();
}
