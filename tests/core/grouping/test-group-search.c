/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../cases.h"
#include "group-fixture.h"
#include "pz-error.h"
#include "pz-group-rules.h"
#include "pz-group-search-private.h"

#include <string.h>

#define N_PROBLEMS n_cases (10000)

static PzGroupResult *
solve (const PzGroupProblem *problem,
       guint64               seed,
       guint64               budget,
       GError              **error)
{
  PzGroupWork work = { seed, budget };

  return pz_group_solver_run (problem, &work, error);
}

static void
test_agrees_with_looking_at_all (void)
{
  PzRandom random;
  guint n_clashes = 0, n_broken = 0, n_solved = 0;

  pz_random_init (&random, 1);
  for (guint k = 0; k < 2000; k++)
    {
      /* up to seven learners often, nine now and then */
      g_autoptr(PzGroupProblem) problem = fixture_build (fixture_random (&random, k % 80 == 0 ? 9 : k % 4 == 0 ? 7 : 6));
      g_autoptr(GPtrArray) findings = pz_group_rules_check (problem);
      g_autoptr(GError) error = NULL;
      g_autoptr(PzGroupResult) result = solve (problem, k, 20000, &error);

      g_test_message ("case %u", k);
      if (findings->len > 0)
        {
          g_assert_null (result);
          g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
          g_assert_cmpint (fixture_brute_force (problem, TRUE), ==, G_MAXINT64);
          n_clashes++;
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (pz_group_problem_is_grouping (problem, result->groups));
      g_assert_cmpint (result->total, ==, pz_group_problem_get_total (problem, result->groups));
      g_assert_cmpint (result->total, ==, fixture_brute_force (problem, FALSE));
      n_broken += result->broken > 0;
      n_solved++;
    }
  /* the cases are what they are meant to be */
  g_assert_cmpuint (n_clashes, >, 100);
  g_assert_cmpuint (n_broken, >, 5);
  g_assert_cmpuint (n_solved, >, 1000);
}

/* the change a move is said to make is the change it makes */
static void
test_moves_change_what_they_say (void)
{
  PzRandom random;

  pz_random_init (&random, 2);
  for (guint k = 0; k < 300; k++)
    {
      g_autoptr(PzGroupProblem) problem = fixture_build (fixture_random (&random, 20));
      PzGroupWork work = { 0, 1000 };
      PzGroupRun run = { problem, &work };
      g_autoptr(PzGroupSearch) search = NULL;

      pz_random_init (&run.random, k);
      search = pz_group_search_new (&run);
      if (!pz_group_search_start (search) || problem->m < 2)
        continue;
      for (guint step = 0; step < 40; step++)
        {
          guint i = pz_random_below (&random, problem->n), j = pz_random_below (&random, problem->n);

          if (search->state->group[i] != search->state->group[j])
            pz_group_state_swap (search->state, i, j, pz_group_state_swap_delta (search->state, i, j));
          pz_group_state_check (search->state);
          pz_group_state_set (search->state, search->state->group);
          pz_group_state_check (search->state);
        }
      pz_group_search_start (search);
      for (guint step = 0; step < 40; step++)
        {
          if (search->clusters->len > 0)
            pz_group_moves_shake_block (search);
          if (search->singles->len > 0)
            pz_group_moves_shake_insert (search);
          pz_group_state_check (search->state);
          g_assert_true (pz_group_problem_is_grouping (problem, search->state->group));
        }
    }
}

/* a class with everything in it */
static PzGroupProblem *
make_class (guint n,
            guint m,
            guint seed)
{
  PzGroupBuilder *builder = fixture_builder (n, m);
  g_autofree double *numbers = g_new (double, n);
  g_autofree int *values = g_new (int, n);
  g_autofree double *pairs = g_new0 (double, n * n);
  PzRandom random;

  pz_random_init (&random, seed);
  for (guint i = 0; i < n; i++)
    {
      numbers[i] = pz_random_below (&random, 101);
      values[i] = (int) pz_random_below (&random, 4);
      for (guint j = 0; j < i; j++)
        pairs[i * n + j] = pairs[j * n + i] = pz_random_below (&random, 4);
    }
  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 3, numbers);
  pz_group_builder_add_values (builder, PZ_CRITERION_SPREAD, 2, values);
  pz_group_builder_add_pairs (builder, 3, pairs);
  pz_group_builder_together (builder, 0, 1);
  pz_group_builder_together (builder, 1, 2);
  pz_group_builder_together (builder, 3, 4);
  pz_group_builder_apart (builder, 0, 3);
  pz_group_builder_apart (builder, 5, 6);
  pz_group_builder_pin (builder, 7, 1);
  return fixture_build (builder);
}

static void
test_same_seed_and_budget_give_the_same_groups (void)
{
  g_autoptr(PzGroupProblem) problem = make_class (28, 6, 1);
  g_autoptr(PzGroupResult) first = solve (problem, 7, 200000, NULL);
  g_autoptr(PzGroupResult) again = solve (problem, 7, 200000, NULL);
  g_autoptr(PzGroupResult) other = solve (problem, 8, 20000, NULL);

  g_assert_cmpmem (first->groups, sizeof (guint) * 28, again->groups, sizeof (guint) * 28);
  g_assert_cmpuint (first->evaluations, ==, again->evaluations);
  g_assert_true (memcmp (first->groups, other->groups, sizeof (guint) * 28) != 0);
  g_assert_cmpint (first->broken, ==, 0);
  g_assert_cmpuint (first->groups[0], ==, first->groups[1]);
  g_assert_cmpuint (first->groups[7], ==, 1);
}

static void
test_more_work_is_never_worse (void)
{
  g_autoptr(PzGroupProblem) problem = make_class (30, 6, 2);
  gint64 before = G_MAXINT64;

  for (guint64 budget = 1; budget <= 1000000; budget *= 10)
    {
      g_autoptr(PzGroupResult) result = solve (problem, 3, budget, NULL);

      g_assert_cmpint (result->total, <=, before);
      g_assert_false (result->cancelled);
      before = result->total;
    }
}

/* rules hold in every answer, however short the search */
static void
test_rules_that_can_be_kept_are_kept (void)
{
  PzRandom random;
  guint n_kept = 0;

  pz_random_init (&random, 4);
  for (guint k = 0; k < N_PROBLEMS; k++)
    {
      g_autoptr(PzGroupProblem) problem = fixture_build (fixture_random (&random, 16));
      g_autoptr(PzGroupResult) result = solve (problem, k, 3000, NULL);

      if (result == NULL)
        continue;
      for (guint p = 0; p < problem->together->len; p++)
        {
          const PzGroupPair *pair = &g_array_index (problem->together, PzGroupPair, p);

          g_assert_cmpuint (result->groups[pair->a], ==, result->groups[pair->b]);
        }
      for (guint i = 0; i < problem->n; i++)
        g_assert_true (problem->pins[i] < 0 || result->groups[i] == (guint) problem->pins[i]);
      g_assert_true (pz_group_problem_is_grouping (problem, result->groups));
      g_assert_cmpint (result->broken, ==, pz_group_problem_count_broken (problem, result->groups));
      n_kept += result->broken == 0;
    }
  g_assert_cmpuint (n_kept, >, N_PROBLEMS / 2);
}

typedef struct
{
  GCancellable *cancellable;
  guint n_calls;
  guint cancel_at;
  gint64 last;
  double done;
} Watch;

static void
watch_cb (const guint *groups,
          gint64       total,
          double       done,
          gpointer     user_data)
{
  Watch *watch = user_data;

  g_assert_nonnull (groups);
  g_assert_cmpint (total, <=, watch->last);
  g_assert_cmpfloat (done, >=, watch->done);
  g_assert_cmpfloat (done, <=, 1);
  watch->last = total;
  watch->done = done;
  if (++watch->n_calls == watch->cancel_at)
    g_cancellable_cancel (watch->cancellable);
}

static void
test_tells_how_far_it_is (void)
{
  g_autoptr(PzGroupProblem) problem = make_class (28, 6, 1);
  Watch watch = { NULL, 0, 0, G_MAXINT64, 0 };
  PzGroupWork work = { 1, 500000, NULL, watch_cb, &watch };
  g_autoptr(PzGroupResult) result = pz_group_solver_run (problem, &work, NULL);

  g_assert_cmpuint (watch.n_calls, >, 20);
  g_assert_cmpfloat (watch.done, >, 0.9);
  g_assert_cmpint (result->total, <=, watch.last);
}

static void
test_cancelled_gives_the_best_so_far (void)
{
  g_autoptr(PzGroupProblem) problem = make_class (28, 6, 1);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Watch watch = { cancellable, 0, 5, G_MAXINT64, 0 };
  PzGroupWork work = { 1, G_MAXUINT64, cancellable, watch_cb, &watch };
  g_autoptr(PzGroupResult) result = pz_group_solver_run (problem, &work, NULL);

  g_assert_true (result->cancelled);
  g_assert_cmpint (result->total, <=, watch.last);
  g_assert_true (pz_group_problem_is_grouping (problem, result->groups));
  /* no more than two looks later */
  g_assert_cmpuint (watch.n_calls, <=, 6);
}

static void
test_what_cannot_move_ends_at_once (void)
{
  PzGroupBuilder *builder = fixture_builder (4, 1);
  g_autoptr(PzGroupProblem) problem = fixture_build (builder);
  g_autoptr(PzGroupResult) result = solve (problem, 1, G_MAXUINT64, NULL);

  g_assert_cmpint (result->total, ==, 0);
  g_assert_false (result->cancelled);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-search/agrees-with-looking-at-all", test_agrees_with_looking_at_all);
  g_test_add_func ("/core/group-search/moves-change-what-they-say", test_moves_change_what_they_say);
  g_test_add_func ("/core/group-search/same-seed-and-budget-give-the-same-groups",
                   test_same_seed_and_budget_give_the_same_groups);
  g_test_add_func ("/core/group-search/more-work-is-never-worse", test_more_work_is_never_worse);
  g_test_add_func ("/core/group-search/rules-that-can-be-kept-are-kept", test_rules_that_can_be_kept_are_kept);
  g_test_add_func ("/core/group-search/tells-how-far-it-is", test_tells_how_far_it_is);
  g_test_add_func ("/core/group-search/cancelled-gives-the-best-so-far", test_cancelled_gives_the_best_so_far);
  g_test_add_func ("/core/group-search/what-cannot-move-ends-at-once", test_what_cannot_move_ends_at_once);
  return g_test_run ();
}
