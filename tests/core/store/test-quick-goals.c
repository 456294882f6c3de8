/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-absence.h"
#include "quick-goal-fixture.h"

#include "pz-error.h"

#include <math.h>

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

  answer->found = pz_quick_goals_read_finish (result, &answer->error);
  answer->done = TRUE;
}

static const PzQuickFacts *
facts_of (GPtrArray *found,
          guint      position)
{
  g_assert_cmpuint (position, <, found->len);
  return g_ptr_array_index (found, position);
}

static void
test_goals_have_bounds_and_their_last_value (ClassroomFixture *fixture,
                                             gconstpointer     data)
{
  g_autofree char *id = add_learner (fixture->classroom, "Amina", "Yusuf");
  g_autoptr(PzDocument) document = load_learner (fixture->classroom, id);
  g_autofree char *reads = quick_add_goal (fixture->classroom, document, "Reads aloud");
  g_autofree char *writes = quick_add_goal (fixture->classroom, document, "Writes");
  g_autoptr(GPtrArray) found = NULL;
  PzQuickGoal *goal, *fresh;

  quick_add_measurement (document, reads, "2026-11-18", 77);
  quick_add_measurement (document, reads, "2026-11-11", 70);
  pz_record_set_flag (quick_add_measurement (document, reads, "2026-11-19", 1), PZ_MEASUREMENT_NOT_VALID, TRUE);
  pz_document_delete (document, quick_add_measurement (document, reads, "2026-11-20", 2));
  pz_record_set_number (quick_add_measurement (document, reads, "2026-11-18", 78), PZ_MEASUREMENT_OUT_OF, 80);
  quick_save (fixture->classroom, "x");
  found = quick_read_goals (fixture, id);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (facts_of (found, 0)->id, ==, id);
  g_assert_false (facts_of (found, 0)->absent);
  g_assert_cmpuint (facts_of (found, 0)->goals->len, ==, 2);
  goal = facts_of (found, 0)->goals->pdata[0];
  fresh = facts_of (found, 0)->goals->pdata[1];
  if (g_str_equal (fresh->id, reads)) /* they stand in the order of their ids */
    {
      PzQuickGoal *other = goal;

      goal = fresh;
      fresh = other;
    }
  g_assert_cmpstr (goal->id, ==, reads);
  g_assert_cmpstr (goal->title, ==, "Reads aloud");
  g_assert_cmpstr (goal->kind, ==, "rate");
  g_assert_cmpstr (goal->unit, ==, "words a minute");
  g_assert_nonnull (goal->measure);
  g_assert_cmpfloat_with_epsilon (goal->minimum, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (goal->maximum, 250, 1e-9);
  g_assert_cmpfloat_with_epsilon (goal->last_value, 78, 1e-9); /* of one day the later one */
  g_assert_cmpfloat_with_epsilon (goal->last_out_of, 80, 1e-9);
  g_assert_cmpstr (goal->last_date, ==, "2026-11-18");
  g_assert_true (g_strv_contains ((const char *const *) goal->words, "words"));
  g_assert_cmpstr (fresh->id, ==, writes);
  g_assert_true (isnan (fresh->last_value));
  g_assert_null (fresh->last_date);
}

static void
test_only_what_is_worked_on_is_measured (ClassroomFixture *fixture,
                                         gconstpointer     data)
{
  static const char *const resting[] = { "draft", "paused", "closed" };
  g_autofree char *id = add_learner (fixture->classroom, "Amina", "Yusuf");
  g_autoptr(PzDocument) document = load_learner (fixture->classroom, id);
  g_autofree char *active = quick_add_goal (fixture->classroom, document, "Active");
  g_autofree char *trashed = quick_add_goal (fixture->classroom, document, "Deleted");
  g_autoptr(GPtrArray) found = NULL;

  pz_record_set_text (pz_document_find (document, active), PZ_GOAL_STATE, "active");
  pz_document_delete (document, pz_document_find (document, trashed));
  for (gsize i = 0; i < G_N_ELEMENTS (resting); i++)
    {
      g_autofree char *goal = quick_add_goal (fixture->classroom, document, resting[i]);

      pz_record_set_text (pz_document_find (document, goal), PZ_GOAL_STATE, resting[i]);
    }
  quick_save (fixture->classroom, "x");
  found = quick_read_goals (fixture, id);
  g_assert_cmpuint (facts_of (found, 0)->goals->len, ==, 1);
  g_assert_cmpstr (((PzQuickGoal *) facts_of (found, 0)->goals->pdata[0])->id, ==, active);
}

static void
test_shared_goals_and_who_is_away (ClassroomFixture *fixture,
                                   gconstpointer     data)
{
  g_autofree char *amina = add_learner (fixture->classroom, "Amina", "Yusuf");
  g_autofree char *ben = add_learner (fixture->classroom, "Ben", "Koch");
  g_autoptr(PzDocument) document = load_learner (fixture->classroom, amina);
  PzDocument *own = pz_classroom_get_document (fixture->classroom);
  g_autofree char *shared = quick_add_goal (fixture->classroom, own, "Shared");
  g_auto(Answer) answer = { 0 };
  const char *ids[] = { ben, amina, NULL };
  GDate today;

  pz_record_set_add (pz_document_find (own, shared), PZ_GOAL_LEARNERS, amina);
  pz_environment_get_today (fixture->environment, &today);
  pz_absence_mark (document, &today, &today);
  quick_add_measurement (document, shared, "2026-11-18", 77);
  quick_save (fixture->classroom, "x");
  pz_quick_goals_read_async (fixture->environment, pz_classroom_get_id (fixture->classroom), ids, NULL, answer_cb,
                             &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.found->len, ==, 2); /* in the order asked for */
  g_assert_cmpstr (facts_of (answer.found, 0)->id, ==, ben);
  g_assert_false (facts_of (answer.found, 0)->absent);
  g_assert_cmpuint (facts_of (answer.found, 0)->goals->len, ==, 0);
  g_assert_true (facts_of (answer.found, 1)->absent);
  g_assert_cmpuint (facts_of (answer.found, 1)->goals->len, ==, 1);
  g_assert_cmpfloat (((PzQuickGoal *) facts_of (answer.found, 1)->goals->pdata[0])->last_value, ==, 77);
}

/* days as they are typed and imported: turned round, without an end, or none at all */
static void
test_which_absences_cover_today (ClassroomFixture *fixture,
                                 gconstpointer     data)
{
  static const struct { const char *from; const char *to; gboolean covers; } rows[] = {
    { "2026-11-23", NULL, TRUE },         { "2026-11-22", NULL, FALSE },         { "2026-11-20", "2026-11-23", TRUE },
    { "2026-11-24", "2026-11-20", TRUE }, { "2026-11-24", "2026-11-30", FALSE }, { NULL, "2026-11-30", FALSE },
    { "2026-11-01", "2026-11-22", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *id = add_learner (fixture->classroom, "Amina", "Yusuf");
      g_autoptr(PzDocument) document = load_learner (fixture->classroom, id);
      PzRecord *absence = pz_document_add (document, PZ_RECORD_ABSENCE);
      g_autoptr(GPtrArray) found = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      pz_record_set_text (absence, PZ_ABSENCE_FROM, rows[i].from);
      pz_record_set_text (absence, PZ_ABSENCE_TO, rows[i].to);
      quick_save (fixture->classroom, "x");
      found = quick_read_goals (fixture, id);
      g_assert_cmpint (facts_of (found, 0)->absent, ==, rows[i].covers);
    }
}

static void
test_a_file_that_cannot_be_read_has_nothing_to_measure (ClassroomFixture *fixture,
                                                        gconstpointer     data)
{
  static const char *const texts[] = {
    "", "[]", "{\"format\":\"personalize-activity\",\"version\":1}",
    "{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"%s\",\"goals\":[{\"id\":\"k3v9qmx2a7hd5w4t\"}]",
    "{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"%s\","
    "\"goals\":[{\"id\":7,\"title\":[[]]},{\"learners\":{}}]}",
    "{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"%s\",\"goals\":[7]}",
    "{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"%s\",\"goals\":{}}",
  };
  g_autofree char *id = add_learner (fixture->classroom, "Amina", "Yusuf");
  g_autofree char *path = classroom_fixture_file (fixture, id);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto(GStrv) parts = g_strsplit (texts[i], "%s", 2);
      g_autofree char *text = g_strjoinv (id, parts);
      g_autoptr(GPtrArray) found = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      found = quick_read_goals (fixture, id);
      g_assert_cmpuint (found->len, ==, 1);
      g_assert_cmpstr (facts_of (found, 0)->id, ==, id);
      g_assert_cmpuint (facts_of (found, 0)->goals->len, ==, 0);
    }
}

static void
test_a_class_that_cannot_be_read_is_an_error (ClassroomFixture *fixture,
                                              gconstpointer     data)
{
  g_autofree char *path = g_build_filename (fixture->path, "classroom.json", NULL);
  const char *ids[] = { "d4m7kq2x9v5t0rhb", NULL };
  g_auto(Answer) missing = { 0 }, damaged = { 0 };

  pz_quick_goals_read_async (fixture->environment, "zzzzzzzzzzzzzzzz", ids, NULL, answer_cb, &missing);
  run_until (&missing.done);
  g_assert_null (missing.found);
  g_assert_error (missing.error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_assert_true (g_file_set_contents (path, "{", -1, NULL));
  pz_quick_goals_read_async (fixture->environment, pz_classroom_get_id (fixture->classroom), ids, NULL, answer_cb,
                             &damaged);
  run_until (&damaged.done);
  g_assert_null (damaged.found);
  g_assert_error (damaged.error, PZ_ERROR, PZ_ERROR_SYNTAX);
}

static void
test_can_be_cancelled (ClassroomFixture *fixture,
                       gconstpointer     data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  const char *ids[] = { "d4m7kq2x9v5t0rhb", NULL };
  g_auto(Answer) answer = { 0 };

  g_cancellable_cancel (cancellable);
  pz_quick_goals_read_async (fixture->environment, pz_classroom_get_id (fixture->classroom), ids, cancellable, answer_cb,
                             &answer);
  run_until (&answer.done);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
set_flag_cb (gpointer flag)
{
  *(gboolean *) flag = TRUE;
}

static void
test_facts_own_their_goals (void)
{
  gboolean is_gone = FALSE;
  PzQuickFacts *facts = g_new0 (PzQuickFacts, 1);

  facts->goals = g_ptr_array_new_with_free_func (set_flag_cb);
  g_ptr_array_add (facts->goals, &is_gone);
  pz_quick_facts_free (facts);
  g_assert_true (is_gone);
}

#define ADD(path, function) classroom_test_add ("/core/quick-goals/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("goals-have-bounds-and-their-last-value", test_goals_have_bounds_and_their_last_value);
  ADD ("only-what-is-worked-on-is-measured", test_only_what_is_worked_on_is_measured);
  ADD ("shared-goals-and-who-is-away", test_shared_goals_and_who_is_away);
  ADD ("which-absences-cover-today", test_which_absences_cover_today);
  ADD ("a-file-that-cannot-be-read-has-nothing-to-measure", test_a_file_that_cannot_be_read_has_nothing_to_measure);
  ADD ("a-class-that-cannot-be-read-is-an-error", test_a_class_that_cannot_be_read_is_an_error);
  ADD ("can-be-cancelled", test_can_be_cancelled);
  g_test_add_func ("/core/quick-goals/facts-own-their-goals", test_facts_own_their_goals);
  return g_test_run ();
}
