/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-error.h"
#include "pz-group-builder-private.h"

static const int pairs_of_two[] = { 0, 0, 1, 1, 2, 2 };

/* takes the builder: nothing can be made of what it was told */
static void
assert_refuses (PzGroupBuilder *builder)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_group_builder_build (builder, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  pz_group_builder_free (builder);
}

/* takes the builder: the learners in groups of a rule, "0-1 2-4" */
static char *
dup_rules (PzGroupBuilder *builder,
           gboolean        apart)
{
  g_autoptr(PzGroupProblem) problem = fixture_build (builder);
  GArray *rules = apart ? problem->apart : problem->together;
  GString *text = g_string_new (NULL);

  for (guint k = 0; k < rules->len; k++)
    {
      const PzGroupPair *pair = &g_array_index (rules, PzGroupPair, k);

      g_string_append_printf (text, "%s%u-%u", k > 0 ? " " : "", pair->a, pair->b);
    }
  return g_string_free (text, FALSE);
}

static void
test_begins_with_nothing_asked (void)
{
  g_autoptr(PzGroupProblem) problem = fixture_build (fixture_builder (3, 1));

  g_assert_cmpuint (pz_group_problem_get_n (problem), ==, 3);
  g_assert_cmpuint (pz_group_problem_get_n_criteria (problem), ==, 0);
  g_assert_cmpuint (problem->together->len + problem->apart->len + problem->attributes->len, ==, 0);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (problem->pins[i], ==, -1);
}

static void
test_there_is_somebody_and_not_a_town (void)
{
  static const PzGroupSize one = { 1, 1 };
  PzGroupBuilder *nobody = pz_group_builder_new (0), *town = pz_group_builder_new (PZ_GROUP_MAX_LEARNERS + 1);
  PzGroupBuilder *alone = pz_group_builder_new (1);
  g_autoptr(PzGroupProblem) problem = NULL;

  pz_group_builder_set_sizes (nobody, &one, 1);
  assert_refuses (nobody);
  pz_group_builder_set_sizes (town, &one, 1);
  assert_refuses (town);
  pz_group_builder_set_sizes (alone, &one, 1);
  problem = fixture_build (alone);
  g_assert_cmpuint (pz_group_problem_get_n (problem), ==, 1);
}

static void
test_sizes_last_said_hold (void)
{
  static const PzGroupSize sizes[] = { { 2, 2 }, { 1, G_MAXUINT } };
  PzGroupBuilder *builder = fixture_builder (6, 3);
  g_autoptr(PzGroupProblem) problem = NULL;

  pz_group_builder_set_sizes (builder, sizes, 2);
  problem = fixture_build (builder);
  g_assert_cmpuint (pz_group_problem_get_n_groups (problem), ==, 2);
  g_assert_cmpuint (pz_group_problem_get_sizes (problem)[0].most, ==, 2);
  /* more than all there are says nothing */
  g_assert_cmpuint (pz_group_problem_get_sizes (problem)[1].most, ==, 6);
  g_assert_cmpuint (problem->smallest, ==, 1);
  g_assert_cmpuint (problem->largest, ==, 6);
  g_assert_true (problem->flexible);
}

static void
test_one_size_for_each_is_not_flexible (void)
{
  g_autoptr(PzGroupProblem) problem = fixture_build (fixture_builder (7, 3));

  g_assert_false (problem->flexible);
  g_assert_cmpuint (problem->smallest, ==, 2);
  g_assert_cmpuint (problem->largest, ==, 3);
}

static void
test_refuses_sizes_that_cannot_be (void)
{
  static const PzGroupSize none[] = { { 0, 3 }, { 3, 3 } }, turned[] = { { 3, 3 }, { 4, 3 } };
  static const PzGroupSize seven[] = { { 1, 1 }, { 1, 1 }, { 1, 1 }, { 1, 1 }, { 1, 1 }, { 1, 1 }, { 1, 1 } };
  static const struct { const PzGroupSize *sizes; guint n; } rows[] = { { none, 2 }, { turned, 2 }, { seven, 7 }, { NULL, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PzGroupBuilder *builder = fixture_builder (6, 3);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      pz_group_builder_set_sizes (builder, rows[i].sizes, rows[i].n);
      assert_refuses (builder);
    }
  /* and when nothing was said of them */
  assert_refuses (pz_group_builder_new (6));
}

static void
test_refuses_groups_too_large_to_work_with (void)
{
  static const PzGroupSize huge = { PZ_GROUP_MAX_LEARNERS + 1, PZ_GROUP_MAX_LEARNERS + 1 };
  PzGroupBuilder *builder = fixture_builder (6, 3);
  g_autoptr(GError) error = NULL;

  pz_group_builder_set_sizes (builder, &huge, 1);
  g_assert_null (pz_group_builder_build (builder, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
  pz_group_builder_free (builder);
}

static void
test_raw_importance_is_the_cost_itself (void)
{
  for (guint raw = 0; raw < 2; raw++)
    {
      PzGroupBuilder *builder = fixture_builder (6, 3);
      g_autoptr(PzGroupProblem) problem = NULL;

      pz_group_builder_add_values (builder, PZ_CRITERION_NOT_ALONE, 4, pairs_of_two);
      if (raw)
        pz_group_builder_set_raw (builder);
      problem = fixture_build (builder);
      if (raw)
        g_assert_cmpfloat (pz_group_problem_get_factor (problem, 0), ==, 4);
      else
        g_assert_cmpfloat_with_epsilon (
            pz_group_problem_get_factor (problem, 0) * pz_group_problem_criterion (problem, 0)->deviation, 4, 1e-9);
    }
}

static void
test_a_must_is_a_rule_and_no_wish (void)
{
  static const guint parted[] = { 0, 1, 0, 1, 2, 2 };
  PzGroupBuilder *builder = fixture_builder (6, 3);
  g_autoptr(PzGroupProblem) problem = NULL;

  pz_group_builder_add_values (builder, PZ_CRITERION_NOT_ALONE, 4, pairs_of_two);
  pz_group_builder_set_must (builder, 0);
  problem = fixture_build (builder);
  g_assert_true (pz_group_problem_is_must (problem, 0));
  g_assert_cmpfloat (pz_group_problem_get_factor (problem, 0), ==, 0);
  g_assert_cmpint (pz_group_problem_count_broken (problem, parted), ==, 4);
}

static void
test_only_some_can_be_a_must (void)
{
  static const PzCriterionKind kinds[]
      = { PZ_CRITERION_SPREAD, PZ_CRITERION_GATHER, PZ_CRITERION_NOT_ALONE, PZ_CRITERION_COVER, PZ_CRITERION_AT_MOST };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      PzGroupBuilder *builder = fixture_builder (6, 3);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      pz_group_builder_add_values (builder, kinds[i], 1, pairs_of_two);
      pz_group_builder_set_must (builder, 0);
      if (i < 2)
        assert_refuses (builder);
      else
        pz_group_problem_unref (fixture_build (builder));
    }
}

static void
test_a_limit_says_how_many_are_too_many (void)
{
  static const guint by_two[] = { 0, 0, 1, 1, 2, 2 };

  for (guint limit = 0; limit <= 2; limit++)
    {
      PzGroupBuilder *builder = fixture_builder (6, 3);
      g_autoptr(PzGroupProblem) problem = NULL;
      double value;

      pz_group_builder_add_values (builder, PZ_CRITERION_AT_MOST, 1, pairs_of_two);
      if (limit > 0) /* 0 unless it is said */
        pz_group_builder_set_limit (builder, 0, limit);
      problem = fixture_build (builder);
      pz_group_problem_measure (problem, by_two, &value);
      g_assert_cmpfloat (value, ==, 3 * (2 - limit));
    }
}

static void
test_refuses_a_must_or_limit_of_nothing (void)
{
  PzGroupBuilder *must = fixture_builder (6, 3), *limit = fixture_builder (6, 3), *of_cover = fixture_builder (6, 3);

  pz_group_builder_set_must (must, 0);
  assert_refuses (must);
  pz_group_builder_set_limit (limit, 0, 2);
  assert_refuses (limit);
  pz_group_builder_add_values (of_cover, PZ_CRITERION_COVER, 1, pairs_of_two);
  pz_group_builder_set_limit (of_cover, 0, 2);
  assert_refuses (of_cover);
}

static void
test_a_rule_is_kept_once_whichever_way_it_is_said (void)
{
  PzGroupBuilder *together = fixture_builder (6, 3), *apart = fixture_builder (6, 3);
  g_autofree char *kept_together = NULL;
  g_autofree char *kept_apart = NULL;

  pz_group_builder_together (together, 5, 1);
  pz_group_builder_together (together, 1, 5);
  pz_group_builder_together (together, 1, 2);
  pz_group_builder_apart (apart, 4, 3);
  pz_group_builder_apart (apart, 0, 4);
  pz_group_builder_apart (apart, 3, 4);
  kept_together = dup_rules (together, FALSE);
  kept_apart = dup_rules (apart, TRUE);
  g_assert_cmpstr (kept_together, ==, "1-5 1-2");
  g_assert_cmpstr (kept_apart, ==, "3-4 0-4");
}

static void
test_the_last_word_on_a_pin_holds (void)
{
  PzGroupBuilder *builder = fixture_builder (6, 3);
  g_autoptr(PzGroupProblem) problem = NULL;

  pz_group_builder_pin (builder, 4, 0);
  pz_group_builder_pin (builder, 4, 2);
  problem = fixture_build (builder);
  g_assert_cmpint (problem->pins[4], ==, 2);
  g_assert_cmpint (problem->pins[0], ==, -1);
}

static void
test_refuses_rules_about_nobody (void)
{
  for (guint which = 0; which < 6; which++)
    {
      PzGroupBuilder *builder = fixture_builder (6, 3);

      g_test_message ("row %u", which);
      if (which == 0)
        pz_group_builder_together (builder, 2, 6);
      else if (which == 1)
        pz_group_builder_together (builder, 2, 2);
      else if (which == 2)
        pz_group_builder_apart (builder, 6, 2);
      else if (which == 3)
        pz_group_builder_apart (builder, 0, 0);
      else if (which == 4)
        pz_group_builder_pin (builder, 6, 0);
      else
        pz_group_builder_pin (builder, 2, 3); /* there are groups 0 to 2 */
      assert_refuses (builder);
    }
}

static void
test_what_is_wrong_stays_wrong (void)
{
  PzGroupBuilder *builder = fixture_builder (6, 3);

  pz_group_builder_apart (builder, 0, 9);
  pz_group_builder_apart (builder, 0, 1);
  g_assert_cmpuint (pz_group_builder_add_values (builder, PZ_CRITERION_SPREAD, 1, pairs_of_two), ==, 0);
  assert_refuses (builder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-builder/begins-with-nothing-asked", test_begins_with_nothing_asked);
  g_test_add_func ("/core/group-builder/there-is-somebody-and-not-a-town", test_there_is_somebody_and_not_a_town);
  g_test_add_func ("/core/group-builder/sizes-last-said-hold", test_sizes_last_said_hold);
  g_test_add_func ("/core/group-builder/one-size-for-each-is-not-flexible", test_one_size_for_each_is_not_flexible);
  g_test_add_func ("/core/group-builder/refuses-sizes-that-cannot-be", test_refuses_sizes_that_cannot_be);
  g_test_add_func ("/core/group-builder/refuses-groups-too-large-to-work-with",
                   test_refuses_groups_too_large_to_work_with);
  g_test_add_func ("/core/group-builder/raw-importance-is-the-cost-itself", test_raw_importance_is_the_cost_itself);
  g_test_add_func ("/core/group-builder/a-must-is-a-rule-and-no-wish", test_a_must_is_a_rule_and_no_wish);
  g_test_add_func ("/core/group-builder/only-some-can-be-a-must", test_only_some_can_be_a_must);
  g_test_add_func ("/core/group-builder/a-limit-says-how-many-are-too-many", test_a_limit_says_how_many_are_too_many);
  g_test_add_func ("/core/group-builder/refuses-a-must-or-limit-of-nothing", test_refuses_a_must_or_limit_of_nothing);
  g_test_add_func ("/core/group-builder/a-rule-is-kept-once-whichever-way-it-is-said",
                   test_a_rule_is_kept_once_whichever_way_it_is_said);
  g_test_add_func ("/core/group-builder/the-last-word-on-a-pin-holds", test_the_last_word_on_a_pin_holds);
  g_test_add_func ("/core/group-builder/refuses-rules-about-nobody", test_refuses_rules_about_nobody);
  g_test_add_func ("/core/group-builder/what-is-wrong-stays-wrong", test_what_is_wrong_stays_wrong);
  return g_test_run ();
}
