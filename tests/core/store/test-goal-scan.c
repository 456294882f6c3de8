/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-scan.h"

#include "classroom-fixture.h"
#include "pz-sample.h"

#include <math.h>
#include <string.h>

#define HEAD(kind) "{\"format\":\"personalize-" kind "\",\"version\":1,\"id\":\"d4m7kq2x9v5t0rhb\",\"rev\":1,"
#define CLASS HEAD ("classroom") "\"classroom\":{}}"

static GPtrArray *
new_sources (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) pz_goal_source_free);
}

/* the goals of a learner whose document holds these members, in a class with those */
static GPtrArray *
scan (const char *classroom,
      const char *members)
{
  g_autofree char *text = g_strconcat (HEAD ("learner"), members, "}", NULL);
  g_autoptr(GPtrArray) sources = new_sources ();
  g_autoptr(PzGoalScan) self = NULL;
  g_autoptr(GError) error = NULL;

  self = pz_goal_scan_new (classroom, strlen (classroom), &error);
  g_assert_no_error (error);
  g_assert_true (pz_goal_scan_read_learner (self, text, strlen (text), sources, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&sources);
}

static void
assert_same_number (double a,
                    double b)
{
  g_assert_true ((isnan (a) && isnan (b)) || a == b);
}

static void
assert_same_scores (const PzGoalSource *a,
                    const PzGoalSource *b)
{
  g_assert_cmpuint (a->scores->len, ==, b->scores->len);
  for (guint i = 0; i < a->scores->len; i++)
    {
      const PzGoalScore *x = &g_array_index (a->scores, PzGoalScore, i), *y = &g_array_index (b->scores, PzGoalScore, i);

      g_assert_cmpuint (x->day, ==, y->day);
      g_assert_cmpfloat (x->value, ==, y->value);
      assert_same_number (x->out_of, y->out_of);
      g_assert_true (x->with_help == y->with_help);
    }
}

static void
assert_same (const PzGoalSource *a,
             const PzGoalSource *b)
{
  g_autofree char *away = pz_day_spans_to_text (a->absences), *other = pz_day_spans_to_text (b->absences);

  g_assert_cmpstr (a->learner, ==, b->learner);
  g_assert_cmpstr (a->goal, ==, b->goal);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->measure, ==, b->measure);
  g_assert_cmpstr (a->standard, ==, b->standard);
  g_assert_true (a->shared == b->shared && a->state == b->state);
  assert_same_number (a->baseline, b->baseline);
  assert_same_number (a->target, b->target);
  g_assert_true (a->start == b->start && a->due == b->due);
  g_assert_true (a->occasions == b->occasions && a->review_every == b->review_every);
  g_assert_cmpstr (away, ==, other);
  assert_same_scores (a, b);
  g_assert_cmpuint (a->phases->len, ==, b->phases->len);
  for (guint i = 0; i < a->phases->len; i++)
    {
      g_assert_cmpuint (g_array_index (a->phases, PzGoalPhase, i).start, ==,
                        g_array_index (b->phases, PzGoalPhase, i).start);
      g_assert_cmpstr (g_array_index (a->phases, PzGoalPhase, i).strategy, ==,
                       g_array_index (b->phases, PzGoalPhase, i).strategy);
    }
}

static GPtrArray *
scan_files (PzClassroom *classroom,
            const char  *id)
{
  g_autofree char *class_path = g_build_filename (pz_classroom_get_path (classroom), "classroom.json", NULL);
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autofree char *path = g_build_filename (pz_classroom_get_path (classroom), "learners", name, NULL);
  g_autofree char *text = NULL, *class_text = NULL;
  g_autoptr(GPtrArray) sources = new_sources ();
  g_autoptr(PzGoalScan) self = NULL;
  gsize length, class_length;

  g_assert_true (g_file_get_contents (class_path, &class_text, &class_length, NULL));
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  self = pz_goal_scan_new (class_text, class_length, NULL);
  g_assert_nonnull (self);
  g_assert_true (pz_goal_scan_read_learner (self, text, length, sources, NULL));
  return g_steal_pointer (&sources);
}

/* two ways to the same goals: through the model of the documents, and in one pass over their bytes */
static void
test_finds_what_the_documents_say (ClassroomFixture *f,
                                   gconstpointer     data)
{
  PzSampleOptions options;
  g_autoptr(PzClassroom) classroom = NULL;
  guint n_goals = 0, n_shared = 0, n_scores = 0, n_phases = 0;
  GListModel *rows;

  pz_sample_options_init (&options, f->environment);
  options.n_learners = 9;
  classroom = pz_sample_create (f->environment, &options, NULL, NULL);
  g_assert_nonnull (classroom);
  rows = G_LIST_MODEL (pz_classroom_get_index (classroom));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (rows, i);
      g_autoptr(PzDocument) learner = load_learner (classroom, pz_learner_row_get_id (row));
      g_autoptr(GPtrArray) modelled = pz_goal_sources_of_documents (learner, pz_classroom_get_document (classroom));
      g_autoptr(GPtrArray) scanned = scan_files (classroom, pz_learner_row_get_id (row));

      g_assert_cmpuint (scanned->len, ==, modelled->len);
      for (guint j = 0; j < scanned->len; j++)
        {
          const PzGoalSource *source = g_ptr_array_index (scanned, j);

          assert_same (source, g_ptr_array_index (modelled, j));
          n_shared += source->shared;
          n_scores += source->scores->len;
          n_phases += source->phases->len;
        }
      n_goals += scanned->len;
    }
  /* nothing of it is true because there is nothing */
  g_assert_cmpuint (n_goals, >, 9);
  g_assert_cmpuint (n_shared, >, 0);
  g_assert_cmpuint (n_scores, >, 9);
  g_assert_cmpuint (n_phases, >, 0);
}

/* lists may stand in any order; records of the trash, without an id or of nothing that is there do not count */
static void
test_order_of_lists_does_not_matter (void)
{
  g_autoptr(GPtrArray) sources = scan (CLASS,
    "\"measurements\":[{\"id\":\"m1\",\"goal\":\"g1\",\"date\":\"2026-10-12\",\"value\":7},"
    "{\"id\":\"m2\",\"goal\":\"g1\",\"date\":\"2026-10-05\",\"value\":6},"
    "{\"id\":\"m3\",\"goal\":\"g1\",\"date\":\"2026-10-06\",\"value\":5,\"not-valid\":true},"
    "{\"id\":\"m4\",\"goal\":\"g1\",\"date\":\"2026-10-07\",\"value\":4,\"deleted\":\"2026-10-08\"},"
    "{\"id\":\"m5\",\"goal\":\"gone\",\"date\":\"2026-10-07\",\"value\":3}],"
    "\"goals\":[{\"id\":\"g1\",\"title\":\"<b>Reads</b>\"},{\"title\":\"no id\"},"
    "{\"id\":\"g2\",\"title\":\"away\",\"deleted\":\"2026-10-08\"}],\"learner\":{\"given-name\":\"Noor\"}");
  const PzGoalSource *source;

  g_assert_cmpuint (sources->len, ==, 1);
  source = g_ptr_array_index (sources, 0);
  g_assert_cmpstr (source->title, ==, "<b>Reads</b>");
  g_assert_cmpuint (source->scores->len, ==, 2);
  g_assert_cmpfloat (g_array_index (source->scores, PzGoalScore, 0).value, ==, 6);
  g_assert_cmpfloat (g_array_index (source->scores, PzGoalScore, 1).value, ==, 7);
}

/* what is not of the kind the schema says is as if it were not there: the lists say it, numbers do not make it up */
static void
test_wrong_kinds_are_passed_over (void)
{
  g_autoptr(GPtrArray) sources = scan (CLASS,
    "\"goals\":[{\"id\":\"g1\",\"title\":7,\"target\":\"much\",\"start\":[\"2026-10-05\"],\"learners\":{\"a\":1},"
    "\"state\":{},\"occasions\":[3]}],"
    "\"measurements\":[{\"goal\":\"g1\",\"date\":20261012,\"value\":7},{\"goal\":{},\"date\":\"2026-10-12\",\"value\":[7]}]");
  const PzGoalSource *source;

  g_assert_cmpuint (sources->len, ==, 1);
  source = g_ptr_array_index (sources, 0);
  g_assert_cmpstr (source->title, ==, "");
  g_assert_true (isnan (source->target));
  g_assert_cmpuint (source->start, ==, 0);
  g_assert_cmpint (source->state, ==, PZ_GOAL_IS_ACTIVE);
  g_assert_cmpuint (source->occasions, ==, 1);
  g_assert_cmpuint (source->scores->len, ==, 0);
}

static void
test_shared_goals_reach_those_named (void)
{
  static const char classroom[] = HEAD ("classroom")
    "\"goals\":[{\"id\":\"s1\",\"title\":\"ours\",\"learners\":[\"d4m7kq2x9v5t0rhb\",7]},"
    "{\"id\":\"s2\",\"title\":\"theirs\",\"learners\":[\"e4m7kq2x9v5t0rhb\"]},{\"id\":\"s3\",\"title\":\"nobody's\"}],"
    "\"phases\":[{\"goal\":\"s1\",\"start\":\"2026-09-01\",\"strategy\":\"t1\"}]}";
  g_autoptr(GPtrArray) sources = scan (classroom, "\"measurements\":[{\"goal\":\"s1\",\"date\":\"2026-10-12\",\"value\":7}]");
  const PzGoalSource *source;

  g_assert_cmpuint (sources->len, ==, 1);
  source = g_ptr_array_index (sources, 0);
  g_assert_cmpstr (source->title, ==, "ours");
  g_assert_true (source->shared);
  g_assert_cmpuint (source->scores->len, ==, 1);
  g_assert_cmpstr (pz_goal_source_get_strategy (source, pz_day_from_text ("2026-10-12")), ==, "t1");
}

static void
test_those_not_in_the_lists_have_none (void)
{
  g_autoptr(GPtrArray) archived = scan (CLASS, "\"goals\":[{\"id\":\"g1\"}],\"learner\":{\"archived\":true}");
  g_autoptr(GPtrArray) deleted = scan (CLASS, "\"learner\":{\"deleted\":\"2026-10-12\"},\"goals\":[{\"id\":\"g1\"}]");

  g_assert_cmpuint (archived->len, ==, 0);
  g_assert_cmpuint (deleted->len, ==, 0);
}

static void
test_damage_is_told_and_adds_nothing (void)
{
  static const char learner[] = HEAD ("learner") "\"goals\":[{\"id\":\"g1\"}],\n\"phases\":[7]}";
  g_autoptr(PzGoalScan) self = pz_goal_scan_new (CLASS, strlen (CLASS), NULL);
  g_autoptr(GPtrArray) sources = new_sources ();
  g_autoptr(GError) error = NULL;

  g_assert_false (pz_goal_scan_read_learner (self, learner, strlen (learner), sources, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "line 2"));
  g_assert_cmpuint (sources->len, ==, 0);
  g_clear_error (&error);
  g_assert_null (pz_goal_scan_new (learner, strlen (learner), &error));
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  classroom_test_add ("/core/goal-scan/finds-what-the-documents-say", test_finds_what_the_documents_say);
  g_test_add_func ("/core/goal-scan/order-of-lists-does-not-matter", test_order_of_lists_does_not_matter);
  g_test_add_func ("/core/goal-scan/wrong-kinds-are-passed-over", test_wrong_kinds_are_passed_over);
  g_test_add_func ("/core/goal-scan/shared-goals-reach-those-named", test_shared_goals_reach_those_named);
  g_test_add_func ("/core/goal-scan/those-not-in-the-lists-have-none", test_those_not_in_the_lists_have_none);
  g_test_add_func ("/core/goal-scan/damage-is-told-and-adds-nothing", test_damage_is_told_and_adds_nothing);
  return g_test_run ();
}
