/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-anneal-private.h"
#include "pz-group-rules.h"

#include <string.h>

/* a year of learners: numbers, values, pairs, and rules */
static PzGroupProblem *
make_year (guint    n,
           guint    m,
           gboolean with_tables,
           gboolean with_rules)
{
  PzGroupBuilder *builder = fixture_builder (n, m);
  g_autofree double *numbers = g_new (double, n);
  g_autofree int *values = g_new (int, n);
  g_autofree double *pairs = g_new0 (double, (gsize) n * n);
  PzRandom random;

  pz_random_init (&random, n);
  for (guint i = 0; i < n; i++)
    {
      numbers[i] = pz_random_below (&random, 101);
      values[i] = (int) pz_random_below (&random, 5);
      for (guint j = 0; j < i; j++)
        pairs[(gsize) i * n + j] = pairs[(gsize) j * n + i] = pz_random_below (&random, 100);
    }
  pz_group_builder_add_pairs (builder, 3, pairs);
  if (with_tables)
    {
      pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 3, numbers);
      pz_group_builder_add_values (builder, PZ_CRITERION_SPREAD, 3, values);
    }
  for (guint i = 0; i + 9 < n && with_rules; i += 10)
    {
      pz_group_builder_together (builder, i, i + 1);
      pz_group_builder_apart (builder, i + 1, i + 2);
      pz_group_builder_pin (builder, i + 3, i / 10 % m);
    }
  return fixture_build (builder);
}

static void
assert_lanes_are_true (PzGroupLanes       *lanes,
                       const PzGroupState *state)
{
  g_autoptr(GArray) singles = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(PzGroupLanes) anew = NULL;

  g_array_append_vals (singles, lanes->learner, lanes->n);
  anew = pz_group_lanes_new (state->problem, singles);
  pz_group_lanes_set (anew, state);
  g_assert_cmpmem (lanes->sums, sizeof (gint32) * lanes->stride * state->problem->m, anew->sums,
                   sizeof (gint32) * lanes->stride * state->problem->m);
  g_assert_cmpmem (lanes->own, sizeof (gint32) * lanes->stride, anew->own, sizeof (gint32) * lanes->stride);
  g_assert_cmpmem (lanes->group, sizeof (gint32) * lanes->stride, anew->group, sizeof (gint32) * lanes->stride);
}

static void
test_blocks_say_what_swaps_change (void)
{
  for (guint n = 20; n <= 100; n += 20)
    {
      g_autoptr(PzGroupProblem) problem = make_year (n, 5, FALSE, TRUE);
      PzGroupWork work = { 0, 1000 };
      PzGroupRun run = { problem, &work };
      g_autoptr(PzGroupSearch) search = NULL;
      g_autoptr(PzGroupLanes) lanes = NULL;

      pz_random_init (&run.random, n);
      search = pz_group_search_new (&run);
      g_assert_true (pz_group_search_start (search));
      lanes = pz_group_lanes_new (problem, search->singles);
      pz_group_lanes_set (lanes, search->state);
      for (guint step = 0; step < 200; step++)
        {
          gint32 deltas[PZ_GROUP_BLOCK];
          guint i = pz_random_below (&run.random, lanes->n);
          guint from = pz_random_below (&run.random, lanes->stride - PZ_GROUP_BLOCK + 1), best = 0;
          gboolean any;

          pz_group_lanes_take_column (lanes, i, problem->m);
          any = pz_group_lanes_look (lanes, i, from, 0, deltas);
          for (guint k = 0; k < PZ_GROUP_BLOCK; k++)
            {
              guint j = from + k;

              if (j >= lanes->n || lanes->group[j] == lanes->group[i])
                g_assert_cmpint (deltas[k], >, 1 << 27); /* nobody swaps with these */
              else
                g_assert_cmpint (deltas[k], ==,
                                 pz_group_state_swap_delta (search->state, lanes->learner[i], lanes->learner[j]));
              best = deltas[k] < deltas[best] ? k : best;
            }
          g_assert_cmpint (any, ==, deltas[best] <= 0);
          if (deltas[best] > 1 << 27)
            continue;
          pz_group_state_swap (search->state, lanes->learner[i], lanes->learner[from + best], deltas[best]);
          pz_group_lanes_swap (lanes, i, from + best);
          assert_lanes_are_true (lanes, search->state);
        }
    }
}

static void
test_moving_into_a_group_keeps_the_sums (void)
{
  g_autoptr(PzGroupProblem) problem = make_year (40, 5, FALSE, FALSE);
  PzGroupWork work = { 0, 1000 };
  PzGroupRun run = { problem, &work };
  g_autoptr(PzGroupSearch) search = pz_group_search_new (&run);
  g_autoptr(PzGroupLanes) lanes = pz_group_lanes_new (problem, search->singles);

  pz_random_init (&run.random, 1);
  g_assert_true (pz_group_search_start (search));
  pz_group_lanes_set (lanes, search->state);
  /* one into each group in turn: sizes are as before at the end */
  for (guint h = 0; h < 5; h++)
    {
      guint i = 0;

      while (lanes->group[i] != (gint32) h)
        i++;
      search->state->group[lanes->learner[i]] = (h + 1) % 5;
      pz_group_lanes_insert (lanes, i, (h + 1) % 5);
      assert_lanes_are_true (lanes, search->state);
    }
}

static gint64
anneal (const PzGroupProblem *problem,
        guint64               seed,
        guint64               budget,
        guint                *best)
{
  PzGroupWork work = { seed, budget };
  PzGroupRun run = { problem, &work };

  run.best = best;
  run.best_total = G_MAXINT64;
  pz_random_init (&run.random, seed);
  pz_group_anneal_run (&run);
  return run.best_total;
}

/* annealing is for many learners, but it has to be right for few as well */
static void
test_agrees_with_looking_at_all (void)
{
  PzRandom random;
  guint n_solved = 0;

  pz_random_init (&random, 31);
  for (guint k = 0; k < 600; k++)
    {
      g_autoptr(PzGroupProblem) problem = fixture_build (fixture_random (&random, k % 4 == 0 ? 7 : 6));
      g_autoptr(GPtrArray) findings = pz_group_rules_check (problem);
      g_autofree guint *best = g_new0 (guint, problem->n);
      gint64 total, least;

      if (findings->len > 0)
        continue;
      g_test_message ("case %u", k);
      total = anneal (problem, k, 30000, best);
      least = fixture_brute_force (problem, FALSE);
      g_assert_cmpint (total, ==, pz_group_problem_get_total (problem, best));
      g_assert_cmpint (total, ==, least);
      n_solved++;
    }
  g_assert_cmpuint (n_solved, >, 300);
}

static void
assert_good (const PzGroupProblem *problem,
             const PzGroupResult  *result)
{
  g_assert_nonnull (result);
  g_assert_true (pz_group_problem_is_grouping (problem, result->groups));
  g_assert_cmpint (result->broken, ==, 0);
  for (guint i = 0; i < problem->n; i++)
    g_assert_true (problem->pins[i] < 0 || result->groups[i] == (guint) problem->pins[i]);
}

static void
test_a_year_keeps_its_rules (void)
{
  for (guint k = 0; k < 4; k++)
    {
      g_autoptr(PzGroupProblem) problem = make_year (150, 30, k % 2 == 1, k >= 2);
      PzGroupWork work = { 5, 500000 };
      g_autoptr(PzGroupResult) result = pz_group_solver_run (problem, &work, NULL);
      g_autoptr(PzGroupResult) again = pz_group_solver_run (problem, &work, NULL);
      double values[3];

      assert_good (problem, result);
      g_assert_cmpmem (result->groups, sizeof (guint) * 150, again->groups, sizeof (guint) * 150);
      g_assert_cmpuint (result->swaps, >, result->evaluations);
      /* far better than chance: the score is in standard deviations times the importance of 3 */
      pz_group_problem_measure (problem, result->groups, values);
      g_assert_cmpfloat (pz_group_problem_get_score (problem, values), <, -12);
    }
}

static void
test_annealing_is_better_than_going_downhill (void)
{
  g_autoptr(PzGroupProblem) problem = make_year (120, 10, FALSE, FALSE);
  PzGroupWork work = { 1, 1000000 };
  g_autoptr(PzGroupResult) result = pz_group_solver_run (problem, &work, NULL);
  PzGroupRun run = { problem, &work };

  run.best = g_new0 (guint, 120);
  run.best_total = G_MAXINT64;
  pz_random_init (&run.random, 1);
  pz_group_search_run (&run);
  g_assert_cmpint (result->total, <, run.best_total);
  g_free (run.best);
}

static void
test_a_school_in_small_groups_ends (void)
{
  g_autoptr(PzGroupProblem) problem = make_year (2000, 400, TRUE, TRUE);
  PzGroupWork work = { 1, 200000 };
  g_autoptr(PzGroupResult) result = pz_group_solver_run (problem, &work, NULL);

  assert_good (problem, result);
}

static void
cancel_cb (const guint *groups,
           gint64       total,
           double       done,
           gpointer     user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancelled_at_once_still_has_groups (void)
{
  g_autoptr(PzGroupProblem) problem = make_year (300, 60, TRUE, TRUE);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  PzGroupWork work = { 1, G_MAXUINT64, cancellable, cancel_cb, cancellable };
  g_autoptr(PzGroupResult) result = pz_group_solver_run (problem, &work, NULL);

  assert_good (problem, result);
  g_assert_true (result->cancelled);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-anneal/blocks-say-what-swaps-change", test_blocks_say_what_swaps_change);
  g_test_add_func ("/core/group-anneal/moving-into-a-group-keeps-the-sums", test_moving_into_a_group_keeps_the_sums);
  g_test_add_func ("/core/group-anneal/agrees-with-looking-at-all", test_agrees_with_looking_at_all);
  g_test_add_func ("/core/group-anneal/a-year-keeps-its-rules", test_a_year_keeps_its_rules);
  g_test_add_func ("/core/group-anneal/annealing-is-better-than-going-downhill", test_annealing_is_better_than_going_downhill);
  g_test_add_func ("/core/group-anneal/a-school-in-small-groups-ends", test_a_school_in_small_groups_ends);
  g_test_add_func ("/core/group-anneal/cancelled-at-once-still-has-groups", test_cancelled_at_once_still_has_groups);
  return g_test_run ();
}
