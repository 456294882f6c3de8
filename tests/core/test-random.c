/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-random.h"

#include <math.h>

static void
test_known_sequence (void)
{
  PzRandom random = { { 1, 2, 3, 4 } };

  /* the authors' reference code gives these from the state 1 2 3 4 */
  g_assert_cmpuint (pz_random_next (&random), ==, 11520u);
  g_assert_cmpuint (pz_random_next (&random), ==, 0u);
  g_assert_cmpuint (pz_random_next (&random), ==, 1509978240u);
  g_assert_cmpuint (pz_random_next (&random), ==, 1215971899390074240u);
}

static void
test_seed_decides (void)
{
  PzRandom a, b, c;

  pz_random_init (&a, 7);
  pz_random_init (&b, 7);
  pz_random_init (&c, 8);
  g_assert_cmpuint (pz_random_next (&a), ==, pz_random_next (&b));
  g_assert_cmpuint (pz_random_next (&a), !=, pz_random_next (&c));
}

static void
test_below_reaches_all (void)
{
  PzRandom random;
  guint counts[6] = { 0 };

  pz_random_init (&random, 3);
  for (guint i = 0; i < 6000; i++)
    counts[pz_random_below (&random, 6)]++;
  for (guint i = 0; i < 6; i++)
    g_assert_cmpuint (counts[i], >, 850);
}

static void
test_distributions (void)
{
  PzRandom random;
  double sum = 0, squares = 0, mean = 0;
  const guint n = 20000;

  pz_random_init (&random, 11);
  for (guint i = 0; i < n; i++)
    {
      double u = pz_random_uniform (&random), z = pz_random_normal (&random);

      g_assert_cmpfloat (u, >=, 0);
      g_assert_cmpfloat (u, <, 1);
      mean += u / n;
      sum += z / n;
      squares += z * z / n;
    }
  g_assert_cmpfloat_with_epsilon (mean, 0.5, 0.02);
  g_assert_cmpfloat_with_epsilon (sum, 0, 0.04);
  g_assert_cmpfloat_with_epsilon (squares, 1, 0.05);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/random/known-sequence", test_known_sequence);
  g_test_add_func ("/core/random/seed-decides", test_seed_decides);
  g_test_add_func ("/core/random/below-reaches-all", test_below_reaches_all);
  g_test_add_func ("/core/random/distributions", test_distributions);
  return g_test_run ();
}
