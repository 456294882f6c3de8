/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-proof.h"
#include "pz-group-rotation.h"

#define CLASS_HASH 0x23776aed
#define FLEXIBLE_HASH 0x8e981bce
#define PROOF_HASH 0x50d1d353
#define YEAR_HASH 0x09d16102
#define FLEXIBLE_YEAR_HASH 0x0382f6ca
#define ROUNDS_HASH 0x19846035

/* budgets: many learners need enough for a few cycles of cooling, else only the first way downhill is compared */
#define SHORT 60000
#define LONG 1000000

/* The same groups on every machine, however the program was compiled: this test is built twice, with the library as it is
 * delivered and without any optimisation, and both must come to these numbers. A change of the search changes them: then
 * they are noted anew. */

static guint32
hash_groups (guint32      hash,
             const guint *groups,
             guint        n)
{
  for (guint i = 0; i < n; i++)
    hash = (hash ^ groups[i]) * 16777619u; /* FNV-1a */
  return hash;
}

static PzGroupProblem *
make_problem (guint    n,
              guint    m,
              gboolean flexible)
{
  PzGroupBuilder *builder = fixture_builder (n, m);
  g_autofree PzGroupSize *sizes = g_new (PzGroupSize, m);
  g_autofree double *numbers = g_new (double, n);
  g_autofree int *values = g_new (int, n);
  g_autofree double *pairs = g_new0 (double, (gsize) n * n);
  PzRandom random;

  pz_random_init (&random, n + m);
  for (guint h = 0; h < m; h++)
    sizes[h] = (PzGroupSize) { n / m - 1, n / m + 2 };
  if (flexible)
    pz_group_builder_set_sizes (builder, sizes, m);
  for (guint i = 0; i < n; i++)
    {
      numbers[i] = pz_random_uniform (&random) * 40;
      values[i] = (int) pz_random_below (&random, 4);
      for (guint j = 0; j < i; j++)
        pairs[(gsize) i * n + j] = pairs[(gsize) j * n + i] = pz_random_uniform (&random);
    }
  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 3, numbers);
  pz_group_builder_add_values (builder, PZ_CRITERION_SPREAD, 2, values);
  pz_group_builder_add_pairs (builder, 2.5, pairs);
  pz_group_builder_together (builder, 0, 1);
  pz_group_builder_apart (builder, 2, 3);
  return fixture_build (builder);
}

static guint32
hash_search (guint    n,
             guint    m,
             gboolean flexible,
             gboolean prove)
{
  g_autoptr(PzGroupProblem) problem = make_problem (n, m, flexible);
  PzGroupWork work = { 7, n > PZ_GROUP_CLASS_SIZE ? LONG : SHORT };
  g_autoptr(PzGroupResult) result = pz_group_solver_run (problem, &work, NULL);
  guint32 hash = hash_groups (2166136261u, result->groups, n);

  if (prove)
    {
      PzGroupProof proof = pz_group_proof_run (problem, result, NULL);
      const guint known[] = { (guint) proof.verdict, proof.n_passes, (guint) proof.n_nodes, (guint) proof.n_left };

      hash = hash_groups (hash, result->groups, n);
      hash = hash_groups (hash, known, G_N_ELEMENTS (known));
    }
  return hash;
}

static guint32
hash_rounds (void)
{
  g_autoptr(PzGroupProblem) problem = make_problem (20, 5, FALSE);
  PzGroupRounds rounds = { 4, .weight = 1.5 };
  PzGroupWork work = { 7, SHORT };
  g_autoptr(PzGroupRotation) rotation = pz_group_rotation_run (problem, &rounds, &work, NULL);

  return hash_groups (2166136261u, rotation->groups, 80);
}

static void
assert_hash (guint32 hash,
             guint32 expected)
{
  g_test_message ("hash 0x%08x", hash);
  g_assert_cmphex (hash, ==, expected);
}

static void
test_a_class (void)
{
  assert_hash (hash_search (28, 6, FALSE, FALSE), CLASS_HASH);
}

static void
test_sizes_that_vary (void)
{
  assert_hash (hash_search (26, 6, TRUE, FALSE), FLEXIBLE_HASH);
}

static void
test_a_proof (void)
{
  assert_hash (hash_search (20, 5, FALSE, TRUE), PROOF_HASH);
}

static void
test_many_learners (void)
{
  assert_hash (hash_search (130, 26, FALSE, FALSE), YEAR_HASH);
}

static void
test_many_learners_in_sizes_that_vary (void)
{
  assert_hash (hash_search (130, 26, TRUE, FALSE), FLEXIBLE_YEAR_HASH);
}

static void
test_rounds (void)
{
  assert_hash (hash_rounds (), ROUNDS_HASH);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-same/a-class", test_a_class);
  g_test_add_func ("/core/group-same/sizes-that-vary", test_sizes_that_vary);
  g_test_add_func ("/core/group-same/a-proof", test_a_proof);
  g_test_add_func ("/core/group-same/many-learners", test_many_learners);
  g_test_add_func ("/core/group-same/many-learners-in-sizes-that-vary", test_many_learners_in_sizes_that_vary);
  g_test_add_func ("/core/group-same/rounds", test_rounds);
  return g_test_run ();
}
