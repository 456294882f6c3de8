/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-statistics.h"

#include "analysis-fixture.h"
#include "pz-random.h"

#include <string.h>

static void
test_total_order (void)
{
  double values[] = { 3, NAN, -1, INFINITY, 0, -INFINITY, NAN };

  pz_statistics_sort (values, G_N_ELEMENTS (values));
  g_assert_true (isinf (values[0]) && values[0] < 0);
  assert_near (values[1], -1);
  assert_near (values[2], 0);
  assert_near (values[3], 3);
  g_assert_true (isinf (values[4]) && isnan (values[5]) && isnan (values[6]));
  g_assert_cmpint (pz_statistics_compare (&values[1], &values[2]), <, 0);
  g_assert_cmpint (pz_statistics_compare (&values[2], &values[1]), >, 0);
  g_assert_cmpint (pz_statistics_compare (&values[5], &values[6]), ==, 0);
}

/* many ties, few ties, rising, falling, all equal, and an order that cuts badly */
static void
fill (double   *values,
      gsize     n,
      guint     shape,
      PzRandom *random)
{
  for (gsize i = 0; i < n; i++)
    values[i] = shape == 0   ? pz_random_below (random, 5)
                : shape == 1 ? pz_random_uniform (random)
                : shape == 2 ? (double) i
                : shape == 3 ? (double) (n - i)
                : shape == 4 ? 7
                             : (double) (i % 2 == 0 ? i : n - i);
}

static void
test_select_is_what_a_sort_gives (void)
{
  PzRandom random;
  double values[60], sorted[60];

  pz_random_init (&random, 1);
  for (guint round = 0; round < 3000; round++)
    {
      gsize n = 1 + pz_random_below (&random, 60), rank = pz_random_below (&random, (guint) n);

      fill (values, n, round % 6, &random);
      memcpy (sorted, values, sizeof sorted);
      pz_statistics_sort (sorted, n);
      assert_near (pz_statistics_select (values, n, rank), sorted[rank]);
      for (gsize i = 0; i < n; i++)
        g_assert_true (i < rank ? values[i] <= values[rank] : values[i] >= values[rank]);
      pz_statistics_sort (values, n);
      g_assert_cmpmem (values, n * sizeof *values, sorted, n * sizeof *sorted);
    }
}

static void
test_median (void)
{
  const double odd[] = { 9, 1, 5 }, even[] = { 4, 1, 3, 2 };
  double copy[] = { 4, 1, 3, 2 };
  g_autofree double *many = g_new (double, 1001);

  assert_near (pz_statistics_median (odd, 1), 9);
  assert_near (pz_statistics_median (odd, 2), 5);
  assert_near (pz_statistics_median (odd, 3), 5);
  assert_near (pz_statistics_median (even, 4), 2.5);
  assert_near (even[0], 4);
  assert_near (pz_statistics_median_in_place (copy, 4), 2.5);
  for (gsize i = 0; i <= 1000; i++)
    many[i] = (double) ((i * 5) % 1001);
  assert_near (pz_statistics_median (many, 1001), 500);
}

static void
test_mean_and_variance (void)
{
  const double values[] = { 2, 4, 4, 4, 5, 5, 7, 9 };
  double equal[30];

  assert_near (pz_statistics_mean (values, 8), 5);
  assert_near (pz_statistics_variance (values, 8), 32.0 / 7);
  for (gsize i = 0; i < G_N_ELEMENTS (equal); i++)
    equal[i] = 0.1;
  /* not near it: the very number */
  g_assert_true (!(pz_statistics_mean (equal, 30) < 0.1) && !(pz_statistics_mean (equal, 30) > 0.1));
}

static void
test_quantiles_lie_between_values (void)
{
  const double values[] = { 1, 2, 4, 8 };

  assert_near (pz_statistics_quantile (values, 4, 0), 1);
  assert_near (pz_statistics_quantile (values, 4, 0.25), 1.75);
  assert_near (pz_statistics_quantile (values, 4, 0.5), 3);
  assert_near (pz_statistics_quantile (values, 4, 1), 8);
  assert_near (pz_statistics_quantile (values, 1, 0.3), 1);
}

static void
test_distributions (void)
{
  assert_near_digits (pz_statistics_t_quantile (0.975, 10), 2.228138851965, 9);
  assert_near_digits (pz_statistics_t_interval (1), 12.706204736174659, 9);
  assert_near_digits (pz_statistics_t_interval (31), 2.0395134463964066, 9);
  assert_near_digits (pz_statistics_t_interval (1000), 1.9623390808264078, 9);
  assert_near_digits (1 - pz_statistics_t_upper (2, 5), 0.9490302605850709, 9);
  assert_near_digits (pz_statistics_t_upper (1.3, 60), 0.09928650374166215, 9);
  assert_near_digits (pz_statistics_normal_upper (PZ_STATISTICS_Z), 0.025, 12);
  assert_near_digits (pz_statistics_normal_upper (0), 0.5, 12);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/statistics/total-order", test_total_order);
  g_test_add_func ("/core/statistics/select-is-what-a-sort-gives", test_select_is_what_a_sort_gives);
  g_test_add_func ("/core/statistics/median", test_median);
  g_test_add_func ("/core/statistics/mean-and-variance", test_mean_and_variance);
  g_test_add_func ("/core/statistics/quantiles-lie-between-values", test_quantiles_lie_between_values);
  g_test_add_func ("/core/statistics/distributions", test_distributions);
  return g_test_run ();
}
