/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"
#include "pz-classroom-uses.h"

typedef struct
{
  gboolean done;
  PzUses uses;
  GError *error;
} Answer;

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Answer *answer = user_data;

  pz_classroom_count_uses_finish (PZ_CLASSROOM (source), result, &answer->uses, &answer->error);
  answer->done = TRUE;
}

static void
assert_uses (ClassroomFixture *self,
             PzRecord         *record,
             guint             learners,
             guint             activities)
{
  Answer answer = { FALSE };

  pz_classroom_save (self->classroom, NULL, NULL);
  pz_classroom_count_uses_async (self->classroom, pz_record_get_id (record), NULL, counted_cb, &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.uses.learners, ==, learners);
  g_assert_cmpuint (answer.uses.activities, ==, activities);
}

static PzDocument *
add_person (ClassroomFixture *self)
{
  g_autofree char *id = add_learner (self->classroom, "Amina", "Yusuf");

  return load_learner (self->classroom, id);
}

static void
test_counts_learners (ClassroomFixture *self,
                      gconstpointer     data)
{
  PzDocument *document = pz_classroom_get_document (self->classroom);
  PzRecord *level = pz_document_add (document, PZ_RECORD_LEVEL);
  PzRecord *lens = pz_document_add (document, PZ_RECORD_LENS);
  g_autoptr(PzDocument) one = add_person (self);
  g_autoptr(PzDocument) two = add_person (self);
  g_autofree char *value = g_strconcat (pz_record_get_id (lens), ":Somali", NULL);
  const char *ids[] = { pz_document_get_id (two), NULL };

  assert_uses (self, level, 0, 0);
  pz_record_set_text (owner_of (one), PZ_LEARNER_LEVEL, pz_record_get_id (level));
  pz_record_set_add (owner_of (one), PZ_LEARNER_LENS_VALUES, value);
  pz_record_set_add (owner_of (two), PZ_LEARNER_LENS_VALUES, value);
  pz_record_set_text (owner_of (two), PZ_LEARNER_NOTES, pz_record_get_id (level)); /* a text refers to nothing */
  assert_uses (self, level, 1, 0);
  assert_uses (self, lens, 2, 0);
  g_assert_true (pz_classroom_delete (self->classroom, ids, "Delete", NULL));
  assert_uses (self, lens, 1, 0);
}

static void
test_counts_entries (ClassroomFixture *self,
                     gconstpointer     data)
{
  PzDocument *document = pz_classroom_get_document (self->classroom);
  PzRecord *strategy = pz_document_add (document, PZ_RECORD_STRATEGY);
  g_autoptr(PzDocument) learner = add_person (self);
  g_autoptr(PzDocument) activity = pz_classroom_add (self->classroom, PZ_DOCUMENT_ACTIVITY);
  PzRecord *phase = pz_document_add (learner, PZ_RECORD_PHASE);

  pz_record_set_text (phase, PZ_PHASE_STRATEGY, pz_record_get_id (strategy));
  pz_record_set_add (owner_of (activity), PZ_ACTIVITY_STRATEGIES, pz_record_get_id (strategy));
  assert_uses (self, strategy, 1, 1);
  pz_document_delete (learner, phase);
  assert_uses (self, strategy, 0, 1);
}

static void
test_cancelled (ClassroomFixture *self,
                gconstpointer     data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Answer answer = { FALSE };
  g_autofree char *id = pz_environment_new_id (self->environment);

  g_cancellable_cancel (cancellable);
  pz_classroom_count_uses_async (self->classroom, id, cancellable, counted_cb, &answer);
  run_until (&answer.done);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_error_free (answer.error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  classroom_test_add ("/core/classroom-uses/counts-learners-by-level-and-lens", test_counts_learners);
  classroom_test_add ("/core/classroom-uses/counts-entries-and-activities", test_counts_entries);
  classroom_test_add ("/core/classroom-uses/can-be-cancelled", test_cancelled);
  return g_test_run ();
}
