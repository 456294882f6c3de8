/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-error.h"
#include "pz-group-run-private.h"

#define N 6

static const guint by_two[N] = { 0, 0, 1, 1, 2, 2 };

/* readiness in three pairs: all the scatter is between groups of pairs, nothing of it where each group has one of two */
static PzGroupProblem *
make_problem (void)
{
  static const double numbers[N] = { 0, 0, 1, 1, 2, 2 };
  PzGroupBuilder *builder = fixture_builder (N, 3);

  pz_group_builder_set_raw (builder);
  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 1, numbers);
  return fixture_build (builder);
}

typedef struct
{
  guint n_calls;
  gint64 total;
  double done;
  guint first; /* group of the first learner */
} Told;

static void
told_cb (const guint *groups,
         gint64       total,
         double       done,
         gpointer     user_data)
{
  Told *told = user_data;

  told->n_calls++;
  told->total = total;
  told->done = done;
  told->first = groups[0];
}

static void
test_the_first_grouping_is_told_at_once (void)
{
  g_autoptr(PzGroupProblem) problem = make_problem ();
  Told told = { 0 };
  PzGroupWork work = { 1, 1000, NULL, told_cb, &told };
  guint best[N], other[N] = { 2, 0, 1, 1, 0, 2 };
  PzGroupRun run = { problem, &work, .best = best, .best_total = G_MAXINT64 };

  /* nothing is told while there is nothing to tell */
  pz_group_run_look (&run);
  g_assert_cmpuint (told.n_calls, ==, 0);
  run.evaluations = 250;
  pz_group_run_note (&run, by_two, 100);
  g_assert_cmpuint (told.n_calls, ==, 1);
  g_assert_cmpint (told.total, ==, 100);
  g_assert_cmpfloat (told.done, ==, 0.25);
  g_assert_cmpuint (told.first, ==, 0);
  /* a better one is kept, and told at the next look */
  pz_group_run_note (&run, other, 99);
  g_assert_cmpuint (told.n_calls, ==, 1);
  run.evaluations = 5000;
  pz_group_run_look (&run);
  g_assert_cmpuint (told.n_calls, ==, 2);
  g_assert_cmpint (told.total, ==, 99);
  g_assert_cmpuint (told.first, ==, 2);
  g_assert_cmpfloat (told.done, ==, 1);
}

static void
test_only_what_is_better_is_kept (void)
{
  g_autoptr(PzGroupProblem) problem = make_problem ();
  PzGroupWork work = { 1, 1000 };
  guint best[N] = { 9 }, same[N] = { 1, 1, 0, 0, 2, 2 };
  PzGroupRun run = { problem, &work, .best = best, .best_total = G_MAXINT64 };

  pz_group_run_note (&run, by_two, 100);
  pz_group_run_note (&run, same, 100);
  pz_group_run_note (&run, same, 101);
  g_assert_cmpmem (best, sizeof best, by_two, sizeof by_two);
  g_assert_cmpint (run.best_total, ==, 100);
}

static void
test_each_look_asks_whether_to_go_on (void)
{
  g_autoptr(PzGroupProblem) problem = make_problem ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  PzGroupWork work = { 1, 1000000, cancellable };
  guint best[N];
  PzGroupRun run = { problem, &work, .best = best, .best_total = G_MAXINT64 };

  g_assert_true (pz_group_run_count (&run, 10));
  g_assert_cmpuint (run.next_look, >, 10);
  g_cancellable_cancel (cancellable);
  /* not before the next look */
  g_assert_true (pz_group_run_count (&run, 10));
  g_assert_false (pz_group_run_count (&run, (guint) run.next_look));
  g_assert_true (run.cancelled);
}

static void
test_the_budget_ends_the_run (void)
{
  g_autoptr(PzGroupProblem) problem = make_problem ();
  PzGroupWork work = { 1, 20 };
  guint best[N];
  PzGroupRun run = { problem, &work, .best = best, .best_total = G_MAXINT64 };

  g_assert_true (pz_group_run_count (&run, 19));
  g_assert_false (pz_group_run_count (&run, 1));
  g_assert_false (run.cancelled);
  g_assert_cmpuint (run.swaps, ==, 20);
}

static void
test_finds_the_best_of_few (void)
{
  g_autoptr(PzGroupProblem) problem = make_problem ();
  PzGroupWork work = { 1, 20000 };
  g_autoptr(GError) error = NULL;
  g_autoptr(PzGroupResult) result = pz_group_solver_run (problem, &work, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->n, ==, N);
  /* 0 + 2, 0 + 2 and 1 + 1: every group has the mean of the class */
  g_assert_cmpint (result->total, ==, 0);
  g_assert_cmpuint (result->groups[2], ==, result->groups[3]);
  g_assert_cmpuint (result->groups[0], !=, result->groups[1]);
  g_assert_cmpint (result->broken, ==, 0);
  g_assert_false (result->cancelled);
  g_assert_cmpuint (result->evaluations, >=, 20000);
}

static void
test_refuses_rules_that_clash (void)
{
  PzGroupBuilder *builder = fixture_builder (N, 3);
  g_autoptr(PzGroupProblem) problem = NULL;
  PzGroupWork work = { 1, 20000 };
  g_autoptr(GError) error = NULL;

  pz_group_builder_together (builder, 0, 1);
  pz_group_builder_apart (builder, 0, 1);
  problem = fixture_build (builder);
  g_assert_null (pz_group_solver_run (problem, &work, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
}

/* no two of the rules clash by themselves, and still all of them cannot be kept: it says how many are not */
static void
test_counts_what_it_could_not_keep (void)
{
  static const int values[] = { 0, 0, 0, 1, 1, 1 };
  PzGroupBuilder *builder = fixture_builder (N, 3);
  g_autoptr(PzGroupProblem) problem = NULL;
  PzGroupWork work = { 1, 20000 };
  g_autoptr(PzGroupResult) result = NULL;

  /* three of one kind in pairs: one is always alone, and so is one of the other kind */
  pz_group_builder_add_values (builder, PZ_CRITERION_NOT_ALONE, 1, values);
  pz_group_builder_set_must (builder, 0);
  problem = fixture_build (builder);
  result = pz_group_solver_run (problem, &work, NULL);
  g_assert_nonnull (result);
  g_assert_cmpint (result->broken, ==, 2);
}

static void
test_one_learner_is_a_group (void)
{
  g_autoptr(PzGroupProblem) problem = fixture_build (fixture_builder (1, 1));
  PzGroupWork work = { 1, G_MAXUINT64 };
  g_autoptr(PzGroupResult) result = pz_group_solver_run (problem, &work, NULL);

  g_assert_cmpuint (result->n, ==, 1);
  g_assert_cmpuint (result->groups[0], ==, 0);
}

/* at either side of the size at which the way of searching changes, all have a place and the budget is kept */
static void
test_a_class_and_a_year (void)
{
  for (guint n = PZ_GROUP_CLASS_SIZE; n <= PZ_GROUP_CLASS_SIZE + 1; n++)
    {
      PzGroupBuilder *builder = fixture_builder (n, 8);
      g_autofree double *numbers = g_new (double, n);
      g_autoptr(PzGroupProblem) problem = NULL;
      PzGroupWork work = { 1, 20000 };
      g_autoptr(PzGroupResult) result = NULL;

      for (guint i = 0; i < n; i++)
        numbers[i] = i;
      pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 3, numbers);
      problem = fixture_build (builder);
      result = pz_group_solver_run (problem, &work, NULL);
      g_assert_true (pz_group_problem_is_grouping (problem, result->groups));
      /* what is said of it is true of it */
      g_assert_cmpint (result->total, ==, pz_group_problem_get_total (problem, result->groups));
    }
}

static gpointer
solve_in_thread (gpointer data)
{
  PzGroupWork work = { 7, 40000 };

  return pz_group_solver_run (data, &work, NULL);
}

/* as many searches at once as there may be, on one problem that nobody copies */
static void
test_the_same_groups_in_any_number_of_threads (void)
{
  static const guint sizes[] = { 28, 100 };

  for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      g_autoptr(PzGroupProblem) problem = fixture_year (sizes[k], 5, TRUE, TRUE);
      g_autoptr(PzGroupResult) alone = solve_in_thread (problem);
      GThread *threads[8];

      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("search", solve_in_thread, problem);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        {
          g_autoptr(PzGroupResult) result = g_thread_join (threads[i]);

          g_assert_cmpmem (result->groups, sizeof (guint) * sizes[k], alone->groups, sizeof (guint) * sizes[k]);
          g_assert_cmpint (result->total, ==, alone->total);
          g_assert_cmpuint (result->evaluations, ==, alone->evaluations);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-solver/the-first-grouping-is-told-at-once", test_the_first_grouping_is_told_at_once);
  g_test_add_func ("/core/group-solver/only-what-is-better-is-kept", test_only_what_is_better_is_kept);
  g_test_add_func ("/core/group-solver/each-look-asks-whether-to-go-on", test_each_look_asks_whether_to_go_on);
  g_test_add_func ("/core/group-solver/the-budget-ends-the-run", test_the_budget_ends_the_run);
  g_test_add_func ("/core/group-solver/finds-the-best-of-few", test_finds_the_best_of_few);
  g_test_add_func ("/core/group-solver/refuses-rules-that-clash", test_refuses_rules_that_clash);
  g_test_add_func ("/core/group-solver/counts-what-it-could-not-keep", test_counts_what_it_could_not_keep);
  g_test_add_func ("/core/group-solver/one-learner-is-a-group", test_one_learner_is_a_group);
  g_test_add_func ("/core/group-solver/a-class-and-a-year", test_a_class_and_a_year);
  g_test_add_func ("/core/group-solver/the-same-groups-in-any-number-of-threads",
                   test_the_same_groups_in_any_number_of_threads);
  return g_test_run ();
}
