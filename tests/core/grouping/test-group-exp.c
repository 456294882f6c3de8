/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-bound-private.h"

#include <math.h>

static void
test_known_values (void)
{
  g_assert_cmpfloat (pz_group_exp (0), ==, 1);
  g_assert_cmpfloat_with_epsilon (pz_group_exp (1), 2.718281828459045, 1e-14);
  g_assert_cmpfloat_with_epsilon (pz_group_exp (-1), 0.36787944117144233, 1e-15);
  g_assert_cmpfloat (pz_group_log (1), ==, 0);
  g_assert_cmpfloat_with_epsilon (pz_group_log (2), 0.6931471805599453, 1e-15);
  g_assert_cmpfloat_with_epsilon (pz_group_log (0.25), -2 * 0.6931471805599453, 1e-15);
}

static void
test_as_good_as_those_of_the_system (void)
{
  for (double x = -600; x < 600; x += 0.37)
    g_assert_cmpfloat_with_epsilon (pz_group_exp (x) / exp (x), 1, 1e-12);
  for (double x = 1e-12; x < 1e12; x *= 1.7)
    g_assert_cmpfloat_with_epsilon (pz_group_log (x), log (x), 1e-12);
}

static void
test_one_undoes_the_other (void)
{
  for (double x = -30; x < 30; x += 0.71)
    g_assert_cmpfloat_with_epsilon (pz_group_log (pz_group_exp (x)), x, 1e-12);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-exp/known-values", test_known_values);
  g_test_add_func ("/core/group-exp/as-good-as-those-of-the-system", test_as_good_as_those_of_the_system);
  g_test_add_func ("/core/group-exp/one-undoes-the-other", test_one_undoes_the_other);
  return g_test_run ();
}
