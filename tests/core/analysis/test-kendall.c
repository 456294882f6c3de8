/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-kendall.h"

#include "analysis-fixture.h"
#include "pz-random.h"

static void
test_exact_without_ties (void)
{
  const double four[] = { 1, 2, 3, 4 }, eight[] = { 1, 3, 2, 4, 6, 5, 7, 9 };
  gboolean exact = FALSE;
  gint64 s = 0;

  /* four values can never reach 0.05 */
  assert_near (pz_kendall_test (four, 4, &s, &exact), 2.0 / 24);
  g_assert_cmpint (s, ==, 6);
  g_assert_true (exact);
  assert_near (pz_kendall_test (eight, 8, &s, &exact), 0.001736111111111111);
  g_assert_cmpint (s, ==, 24);
  assert_near (pz_kendall_test (four, 1, &s, &exact), 1);
  g_assert_cmpint (s, ==, 0);
}

static void
test_normal_with_ties (void)
{
  const double tied[] = { 1, 3, 3, 4, 6, 5, 7, 7 }, equal[] = { 2, 2, 2 };
  gboolean exact = TRUE;
  gint64 s = 0;

  assert_near (pz_kendall_test (tied, 8, &s, &exact), 0.0038512913785901937);
  g_assert_cmpint (s, ==, 24);
  g_assert_false (exact);
  assert_near (pz_kendall_test (equal, 3, &s, &exact), 1);
}

/* where counting ends the normal distribution goes on without a step */
static void
test_long_series (void)
{
  gsize n = PZ_KENDALL_MAX_EXACT + 1;
  g_autofree double *values = g_new (double, n);
  gboolean exact = FALSE;
  double p, q;
  PzRandom random;
  gint64 s;

  pz_random_init (&random, 5);
  for (gsize i = 0; i < n; i++)
    values[i] = pz_random_uniform (&random) + 0.0008 * (double) i;
  p = pz_kendall_test (values, n - 1, &s, &exact);
  g_assert_true (exact);
  q = pz_kendall_test (values, n, &s, &exact);
  g_assert_false (exact);
  g_assert_true (p > 0 && p < 0.05);
  g_assert_cmpfloat (fabs (p - q), <, 0.01);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/kendall/exact-without-ties", test_exact_without_ties);
  g_test_add_func ("/core/kendall/normal-with-ties", test_normal_with_ties);
  g_test_add_func ("/core/kendall/long-series", test_long_series);
  return g_test_run ();
}
