/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-anneal-private.h"
#include "pz-group-rules.h"

#include <math.h>
#include <string.h>

/* Evaluations between two looks of a run at its caller. */
#define LOOKS_APART 16384

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
      g_autoptr(PzGroupProblem) problem = fixture_year (150, 30, k % 2 == 1, k >= 2);
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
  g_autoptr(PzGroupProblem) problem = fixture_year (120, 10, FALSE, FALSE);
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

/* Groups of ten among 200 in which each pair costs less by what hides in the noise; near: places on a plane instead, with
 * a group around each of 20 centres. */
static PzGroupProblem *
hide_groups (gboolean  near,
             guint    *hidden)
{
  enum { N = 200, M = 20 };
  PzGroupBuilder *builder = fixture_builder (N, M);
  g_autofree double *pairs = g_new0 (double, N * N);
  double x[N], y[N], cx[M], cy[M];
  PzRandom random;

  pz_random_init (&random, 3);
  for (guint h = 0; h < M; h++)
    {
      cx[h] = 3 * pz_random_uniform (&random);
      cy[h] = 3 * pz_random_uniform (&random);
    }
  for (guint i = 0; i < N; i++)
    {
      hidden[i] = (i * 7) % M;
      x[i] = cx[hidden[i]] + pz_random_uniform (&random);
      y[i] = cy[hidden[i]] + pz_random_uniform (&random);
      for (guint j = 0; j < i; j++)
        pairs[i * N + j] = pairs[j * N + i] = near ? hypot (x[i] - x[j], y[i] - y[j])
                                                   : pz_random_uniform (&random) + (hidden[i] == hidden[j] ? 0 : 0.3);
    }
  pz_group_builder_add_pairs (builder, 3, pairs);
  return fixture_build (builder);
}

/* where cooling pays differs much between pairs by chance and distances: each cycle finds it for the next */
static void
test_groups_hidden_in_noise_are_found (void)
{
  for (guint near = 0; near < 2; near++)
    {
      guint hidden[200];
      g_autoptr(PzGroupProblem) problem = hide_groups (near == 1, hidden);
      g_autofree guint *best = g_new0 (guint, problem->n);
      PzGroupWork work = { 1, 4000000 };
      PzGroupRun run = { problem, &work };
      gint64 total = anneal (problem, 1, work.budget, best);

      g_assert_cmpint (total, <=, pz_group_problem_get_total (problem, hidden));
      run.best = best;
      run.best_total = G_MAXINT64;
      pz_random_init (&run.random, 1);
      pz_group_search_run (&run);
      g_assert_cmpint (total, <, run.best_total);
    }
}

static void
test_a_school_in_small_groups_ends (void)
{
  g_autoptr(PzGroupProblem) problem = fixture_year (2000, 400, TRUE, TRUE);
  PzGroupWork work = { 1, 200000 };
  g_autoptr(PzGroupResult) result = pz_group_solver_run (problem, &work, NULL);

  assert_good (problem, result);
}

/* A run that is ended by its first groups. */
typedef struct
{
  GCancellable *cancellable;
  double done; /* share of the budget by then */
} Ended;

static void
cancel_cb (const guint *groups,
           gint64       total,
           double       done,
           gpointer     user_data)
{
  Ended *ended = user_data;

  if (!g_cancellable_is_cancelled (ended->cancellable))
    ended->done = done;
  g_cancellable_cancel (ended->cancellable);
}

static void
test_cancelled_at_once_still_has_groups (void)
{
  g_autoptr(PzGroupProblem) problem = fixture_year (300, 60, TRUE, TRUE);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Ended ended = { cancellable };
  PzGroupWork work = { 1, G_GUINT64_CONSTANT (1) << 40, cancellable, cancel_cb, &ended };
  g_autoptr(PzGroupResult) result = pz_group_solver_run (problem, &work, NULL);

  assert_good (problem, result);
  g_assert_true (result->cancelled);
  /* somebody waits: that is sooner than the run would look at its caller again */
  g_assert_cmpfloat ((double) result->evaluations - ended.done * (double) work.budget, <, LOOKS_APART / 8);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-anneal/agrees-with-looking-at-all", test_agrees_with_looking_at_all);
  g_test_add_func ("/core/group-anneal/a-year-keeps-its-rules", test_a_year_keeps_its_rules);
  g_test_add_func ("/core/group-anneal/annealing-is-better-than-going-downhill", test_annealing_is_better_than_going_downhill);
  g_test_add_func ("/core/group-anneal/groups-hidden-in-noise-are-found", test_groups_hidden_in_noise_are_found);
  g_test_add_func ("/core/group-anneal/a-school-in-small-groups-ends", test_a_school_in_small_groups_ends);
  g_test_add_func ("/core/group-anneal/cancelled-at-once-still-has-groups", test_cancelled_at_once_still_has_groups);
  return g_test_run ();
}
