/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-error.h"
#include "pz-group-plan-private.h"

#include <string.h>

static PzGroupRotation *
plan (const PzGroupProblem *problem,
      guint                 n_rounds,
      guint64               budget)
{
  PzGroupRounds rounds = { n_rounds, .weight = 1 };
  PzGroupWork work = { 1, budget };
  g_autoptr(GError) error = NULL;
  PzGroupRotation *rotation = pz_group_rotation_run (problem, &rounds, &work, &error);

  g_assert_no_error (error);
  for (guint r = 0; r < n_rounds; r++)
    g_assert_true (pz_group_problem_is_grouping (problem, rotation->groups + r * rotation->n));
  return rotation;
}

static void
test_nobody_meets_twice_where_that_can_be (void)
{
  /* groups, size, rounds: the first by shifting, the others by search */
  static const struct { guint m, size, rounds; } rows[] = { { 7, 4, 7 }, { 4, 3, 3 }, { 5, 2, 8 }, { 6, 2, 11 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PzGroupProblem) problem = fixture_build (fixture_builder (rows[i].m * rows[i].size, rows[i].m));
      g_autoptr(PzGroupRotation) rotation = plan (problem, rows[i].rounds, 20000000);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (rotation->repeats, ==, 0);
      g_assert_cmpuint (rotation->most, ==, 1);
      g_assert_cmpuint (rotation->squares, ==, rotation->squares_floor);
    }
}

static void
test_the_floor_counts_places (void)
{
  g_autoptr(PzGroupProblem) problem = fixture_build (fixture_builder (4, 2));
  g_autoptr(PzGroupRotation) rotation = plan (problem, 5, 1000000);

  /* 2 meetings a round are 10; there are 6 pairs: four of them meet twice */
  g_assert_cmpuint (rotation->repeats_floor, ==, 4);
  g_assert_cmpuint (rotation->squares_floor, ==, 2 * 1 + 4 * 4);
  g_assert_cmpuint (rotation->repeats, ==, 4);
  g_assert_cmpuint (rotation->squares, ==, 18);
}

static void
test_joint_rounds_are_better_than_one_after_the_other (void)
{
  g_autoptr(PzGroupProblem) problem = fixture_build (fixture_builder (24, 6));
  g_autoptr(PzGroupRotation) rotation = plan (problem, 7, 3000000);

  g_assert_cmpuint (rotation->repeats, <=, 12); /* a greedy planner has 14 */
}

/* what a swap is said to change is what it changes */
static void
test_swaps_change_what_they_say (void)
{
  PzRandom random;

  pz_random_init (&random, 41);
  for (guint k = 0; k < 60; k++)
    {
      g_autoptr(PzGroupProblem) problem = fixture_build (fixture_random (&random, 16));
      g_autofree double *past = g_new0 (double, (gsize) problem->n * problem->n);
      PzGroupRounds rounds = { 3, .past = past, .weight = 0.1 + pz_random_uniform (&random) * 3 };
      g_autoptr(PzGroupPlan) all = pz_group_plan_new (problem, &rounds);
      g_autofree guint *groups = g_new (guint, 3 * (gsize) problem->n);
      PzGroupWork work = { 0, 1000 };
      PzGroupRun run = { problem, &work };
      g_autoptr(PzGroupSearch) search = pz_group_search_new (&run);

      for (guint i = 0; i < problem->n; i++)
        for (guint j = 0; j < i; j++)
          past[i * problem->n + j] = past[j * problem->n + i] = pz_random_uniform (&random) * 3;
      pz_random_init (&run.random, k);
      if (!pz_group_search_start (search) || problem->m < 2)
        continue;
      for (guint r = 0; r < 3; r++)
        {
          pz_group_search_start (search);
          memcpy (groups + r * problem->n, search->state->group, sizeof (guint) * problem->n);
        }
      pz_group_plan_set (all, groups);
      for (guint step = 0; step < 50; step++)
        {
          guint r = pz_random_below (&random, 3), i = pz_random_below (&random, problem->n);
          guint j = pz_random_below (&random, problem->n);

          if (all->states[r]->group[i] != all->states[r]->group[j])
            pz_group_plan_swap (all, r, i, j, pz_group_plan_swap_delta (all, r, i, j));
          g_assert_cmpint (all->total, ==, pz_group_plan_get_total (all));
        }
    }
}

static void
test_locked_rounds_and_rules_stay (void)
{
  static const guint locked[] = { 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2 };
  PzGroupBuilder *builder = fixture_builder (12, 3);
  g_autoptr(PzGroupProblem) problem = NULL;
  g_autoptr(PzGroupRotation) rotation = NULL;
  PzGroupRounds rounds = { 4, 1, locked, .weight = 1 };
  PzGroupWork work = { 1, 200000 };

  pz_group_builder_together (builder, 0, 1);
  pz_group_builder_apart (builder, 4, 8);
  pz_group_builder_pin (builder, 11, 2);
  problem = fixture_build (builder);
  rotation = pz_group_rotation_run (problem, &rounds, &work, NULL);
  g_assert_cmpmem (rotation->groups, sizeof locked, locked, sizeof locked);
  g_assert_cmpint (rotation->broken, ==, 0);
  for (guint r = 0; r < 4; r++)
    {
      g_assert_cmpuint (rotation->groups[r * 12 + 0], ==, rotation->groups[r * 12 + 1]);
      g_assert_cmpuint (rotation->groups[r * 12 + 4], !=, rotation->groups[r * 12 + 8]);
      g_assert_cmpuint (rotation->groups[r * 12 + 11], ==, 2);
    }
}

static void
test_earlier_partners_are_avoided (void)
{
  g_autoptr(PzGroupProblem) problem = fixture_build (fixture_builder (6, 3));
  double past[36] = { 0 };
  PzGroupRounds rounds = { 2, .past = past, .weight = 1 };
  PzGroupWork work = { 1, 100000 };
  g_autoptr(PzGroupRotation) rotation = NULL;

  /* everybody has met everybody, but for a ring of six */
  for (guint i = 0; i < 6; i++)
    for (guint j = 0; j < 6; j++)
      past[i * 6 + j] = i == j || (i + 1) % 6 == j || (j + 1) % 6 == i ? 0 : 1;
  rotation = pz_group_rotation_run (problem, &rounds, &work, NULL);
  for (guint r = 0; r < 2; r++)
    for (guint i = 0; i < 6; i++)
      for (guint j = 0; j < i; j++)
        g_assert_true (rotation->groups[r * 6 + i] != rotation->groups[r * 6 + j] || past[i * 6 + j] == 0);
  g_assert_cmpuint (rotation->repeats, ==, 0);
}

static void
test_same_seed_gives_the_same_rounds (void)
{
  g_autoptr(PzGroupProblem) problem = fixture_build (fixture_builder (20, 4));
  g_autoptr(PzGroupRotation) first = plan (problem, 6, 300000);
  g_autoptr(PzGroupRotation) again = plan (problem, 6, 300000);

  g_assert_cmpmem (first->groups, sizeof (guint) * 120, again->groups, sizeof (guint) * 120);
}

static void
test_refuses_rounds_that_cannot_be (void)
{
  static const guint bad[] = { 0, 0, 0, 0, 0, 0 };
  const PzGroupRounds rows[] = {
    { 0, .weight = 1 }, { PZ_GROUP_MAX_ROUNDS + 1, .weight = 1 }, { 2, 3, bad, .weight = 1 }, { 2, 1, bad, .weight = 1 },
    { 2, 1, NULL, .weight = 1 }, { 2, .weight = -1 },
  };
  g_autoptr(PzGroupProblem) problem = fixture_build (fixture_builder (6, 3));
  PzGroupWork work = { 1, 1000 };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (pz_group_rotation_run (problem, &rows[i], &work, &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-rotation/nobody-meets-twice-where-that-can-be", test_nobody_meets_twice_where_that_can_be);
  g_test_add_func ("/core/group-rotation/the-floor-counts-places", test_the_floor_counts_places);
  g_test_add_func ("/core/group-rotation/joint-rounds-are-better-than-one-after-the-other",
                   test_joint_rounds_are_better_than_one_after_the_other);
  g_test_add_func ("/core/group-rotation/swaps-change-what-they-say", test_swaps_change_what_they_say);
  g_test_add_func ("/core/group-rotation/locked-rounds-and-rules-stay", test_locked_rounds_and_rules_stay);
  g_test_add_func ("/core/group-rotation/earlier-partners-are-avoided", test_earlier_partners_are_avoided);
  g_test_add_func ("/core/group-rotation/same-seed-gives-the-same-rounds", test_same_seed_gives_the_same_rounds);
  g_test_add_func ("/core/group-rotation/refuses-rounds-that-cannot-be", test_refuses_rounds_that_cannot_be);
  return g_test_run ();
}
