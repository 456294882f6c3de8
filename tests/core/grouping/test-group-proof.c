/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-bound-private.h"
#include "pz-group-cover-private.h"
#include "pz-group-types-private.h"

#include <math.h>
#include <string.h>

static PzGroupResult *
solve (const PzGroupProblem *problem,
       guint64               budget)
{
  PzGroupWork work = { 1, budget };

  return pz_group_solver_run (problem, &work, NULL);
}

/* from any grouping, even the first that came, to the best there is */
static void
test_agrees_with_looking_at_all (void)
{
  PzRandom random;
  guint n_proven = 0, n_impossible = 0, n_improved = 0;

  pz_random_init (&random, 21);
  for (guint k = 0; k < 1500; k++)
    {
      g_autoptr(PzGroupProblem) problem = fixture_build (fixture_random (&random, k % 80 == 0 ? 9 : k % 4 == 0 ? 7 : 6));
      g_autoptr(PzGroupResult) result = solve (problem, 1 + k % 2 * 5000);
      gint64 least;
      PzGroupProof proof;

      if (result == NULL)
        continue;
      g_test_message ("case %u", k);
      least = fixture_brute_force (problem, TRUE);
      proof = pz_group_proof_run (problem, result, NULL);
      if (least == G_MAXINT64)
        {
          g_assert_cmpint (proof.verdict, ==, PZ_GROUP_IMPOSSIBLE);
          g_assert_cmpint (result->broken, >, 0);
          n_impossible++;
          continue;
        }
      g_assert_cmpint (proof.verdict, ==, PZ_GROUP_PROVEN);
      g_assert_cmpint (result->broken, ==, 0);
      g_assert_cmpint (result->total, ==, least);
      g_assert_cmpint (proof.bound, <=, least);
      g_assert_true (pz_group_problem_is_grouping (problem, result->groups));
      g_assert_cmpint (pz_group_problem_get_total (problem, result->groups), ==, least);
      n_improved += proof.improved;
      n_proven++;
    }
  g_assert_cmpuint (n_proven, >, 700);
  g_assert_cmpuint (n_impossible, >, 5);
  g_assert_cmpuint (n_improved, >, 100);
}

/* whatever the duals: the integer bound is not above the best there is, and no column of a best grouping goes */
static void
test_any_duals_give_a_bound (void)
{
  PzRandom random;

  pz_random_init (&random, 22);
  for (guint k = 0; k < 400; k++)
    {
      g_autoptr(PzGroupProblem) problem = fixture_build (fixture_random (&random, 6));
      g_autoptr(PzGroupColumns) columns = pz_group_columns_new (problem, NULL);
      gint64 least = fixture_brute_force (problem, TRUE);
      gint64 duals[PZ_GROUP_PROOF_LEARNERS];
      guint types[PZ_GROUP_PROOF_LEARNERS], groups[PZ_GROUP_PROOF_LEARNERS];
      g_autoptr(PzGroupCover) cover = NULL;
      gint64 bound, upper;

      for (guint i = 0; i < problem->n; i++)
        duals[i] = (gint64) pz_random_below (&random, 400000) - 200000;
      if (least == G_MAXINT64)
        continue;
      upper = least + 1;
      bound = pz_group_columns_fix (columns, duals, upper);
      g_assert_cmpint (bound, <=, least);
      pz_group_types_find (columns, types);
      cover = pz_group_cover_new (columns, types, NULL);
      g_assert_true (pz_group_cover_run (cover, duals, bound, 0, G_MAXUINT64, &upper, groups));
      g_assert_cmpint (upper, ==, least);
      g_assert_cmpint (pz_group_problem_get_total (problem, groups), ==, least);
    }
}

static double
choose (guint n,
        guint k)
{
  double ways = 1;

  for (guint i = 0; i < k; i++)
    ways = ways * (n - i) / (i + 1);
  return floor (ways + 0.5);
}

static void
test_too_many_groups_are_not_proven (void)
{
  PzGroupBuilder *builder = fixture_builder (32, 4);
  g_autoptr(PzGroupProblem) problem = fixture_build (builder);
  g_autoptr(PzGroupResult) result = solve (problem, 1000);
  PzGroupProof proof = pz_group_proof_run (problem, result, NULL);
  g_autofree char *text = pz_group_proof_dup_text (&proof, problem, result);

  g_assert_cmpint (proof.verdict, ==, PZ_GROUP_BEST_FOUND);
  g_assert_cmpfloat (pz_group_proof_get_gap (&proof, problem, result), ==, 100);
  g_assert_cmpstr (text, ==, "Best found.");
}

static PzGroupProblem *
make_hard (void)
{
  PzGroupBuilder *builder = fixture_builder (24, 6);
  g_autofree double *pairs = g_new0 (double, 24 * 24);
  PzRandom random;

  pz_random_init (&random, 3);
  for (guint i = 0; i < 24; i++)
    for (guint j = 0; j < i; j++)
      pairs[i * 24 + j] = pairs[j * 24 + i] = pz_random_below (&random, 1000);
  pz_group_builder_add_pairs (builder, 3, pairs);
  return fixture_build (builder);
}

static void
test_cancelled_is_never_called_proven (void)
{
  g_autoptr(PzGroupProblem) problem = make_hard ();
  g_autoptr(PzGroupResult) result = solve (problem, 1000);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  PzGroupProof proof;

  g_cancellable_cancel (cancellable);
  proof = pz_group_proof_run (problem, result, cancellable);
  g_assert_cmpint (proof.verdict, <, PZ_GROUP_PROVEN_ROUNDED);
}

static void
test_a_class_is_proven_and_the_gap_closes (void)
{
  g_autoptr(PzGroupProblem) problem = make_hard ();
  g_autoptr(PzGroupResult) result = solve (problem, 300000);
  gint64 found = result->total;
  PzGroupProof proof = pz_group_proof_run (problem, result, NULL), within = proof;
  g_autofree char *text = pz_group_proof_dup_text (&proof, problem, result);
  g_autofree char *far = NULL;

  g_assert_cmpint (proof.verdict, ==, PZ_GROUP_PROVEN);
  g_assert_cmpint (result->total, <=, found);
  g_assert_cmpint (proof.n_columns, ==, (gint64) choose (24, 4));
  g_assert_cmpfloat (pz_group_proof_get_gap (&proof, problem, result), ==, 0);
  g_assert_cmpstr (text, ==, "Proven best: no groups are better for these settings.");
  /* half of the way from chance: the total is about -sd x importance, chance is 0 plus the mean */
  within.verdict = PZ_GROUP_WITHIN;
  within.bound = result->total - 10000;
  g_assert_cmpfloat (pz_group_proof_get_gap (&within, problem, result), >, 0);
  g_assert_cmpfloat (pz_group_proof_get_gap (&within, problem, result), <, 5);
  far = pz_group_proof_dup_text (&within, problem, result);
  g_assert_nonnull (strstr (far, "from perfect"));
}

/* learners who are alike: millions of groupings cost the same, and still it ends */
static void
test_ties_end (void)
{
  static const int values[] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3 };
  PzGroupBuilder *builder = fixture_builder (28, 6);
  g_autoptr(PzGroupProblem) problem = NULL;
  g_autoptr(PzGroupResult) result = NULL;
  PzGroupProof proof;

  pz_group_builder_add_values (builder, PZ_CRITERION_SPREAD, 2, values);
  problem = fixture_build (builder);
  result = solve (problem, 20000);
  proof = pz_group_proof_run (problem, result, NULL);
  g_assert_cmpint (proof.verdict, >=, PZ_GROUP_PROVEN_ROUNDED);
  g_assert_cmpuint (proof.n_nodes, <, 100000);
}

static void
test_all_alike_is_proven_at_once (void)
{
  g_autoptr(PzGroupProblem) problem = fixture_build (fixture_builder (28, 6));
  g_autoptr(PzGroupResult) result = solve (problem, 1);
  PzGroupProof proof = pz_group_proof_run (problem, result, NULL);

  g_assert_cmpint (proof.verdict, ==, PZ_GROUP_PROVEN);
  g_assert_cmpuint (proof.n_passes, <, 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-proof/agrees-with-looking-at-all", test_agrees_with_looking_at_all);
  g_test_add_func ("/core/group-proof/any-duals-give-a-bound", test_any_duals_give_a_bound);
  g_test_add_func ("/core/group-proof/too-many-groups-are-not-proven", test_too_many_groups_are_not_proven);
  g_test_add_func ("/core/group-proof/cancelled-is-never-called-proven", test_cancelled_is_never_called_proven);
  g_test_add_func ("/core/group-proof/a-class-is-proven-and-the-gap-closes", test_a_class_is_proven_and_the_gap_closes);
  g_test_add_func ("/core/group-proof/ties-end", test_ties_end);
  g_test_add_func ("/core/group-proof/all-alike-is-proven-at-once", test_all_alike_is_proven_at_once);
  return g_test_run ();
}
