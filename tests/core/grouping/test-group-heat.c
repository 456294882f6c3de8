/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-heat-private.h"

static void
test_logs_fall_from_the_rarest_to_the_surest (void)
{
  PzGroupHeat heat;

  pz_group_heat_init (&heat);
  /* -log (0.5 / 4096) is 13 log 2, -log (1 - 0.5 / 4096) just above 1 / 8192 */
  g_assert_cmpint (heat.logs[0], ==, 590539);
  g_assert_cmpint (heat.logs[PZ_GROUP_HEAT_LOGS - 1], ==, 8);
  for (guint k = 1; k < PZ_GROUP_HEAT_LOGS; k++)
    g_assert_cmpint (heat.logs[k], <=, heat.logs[k - 1]);
  /* half of all are above log 2 */
  g_assert_cmpint (heat.logs[PZ_GROUP_HEAT_LOGS / 2 - 1], >, 45426);
  g_assert_cmpint (heat.logs[PZ_GROUP_HEAT_LOGS / 2], <, 45426);
}

static void
test_the_threshold_grows_with_the_heat (void)
{
  PzGroupHeat heat;

  pz_group_heat_init (&heat);
  g_assert_cmpint (pz_group_heat_threshold (&heat, 0, 0), ==, 0);
  /* 13 log 2 is 9.01 */
  g_assert_cmpint (pz_group_heat_threshold (&heat, 0, 100 * PZ_GROUP_HEAT_ONE), ==, 901);
  g_assert_cmpint (pz_group_heat_threshold (&heat, PZ_GROUP_HEAT_LOGS - 1, 100 * PZ_GROUP_HEAT_ONE), ==, 0);
  /* only the lowest twelve bits are looked at */
  g_assert_cmpint (pz_group_heat_threshold (&heat, (guint64) 7 << 12, 100 * PZ_GROUP_HEAT_ONE), ==, 901);
}

static void
test_the_fall_leads_from_first_to_last (void)
{
  g_assert_cmpfloat_with_epsilon (pz_group_heat_fall (8, 1, 3), 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (pz_group_heat_fall (3, 3, 10), 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (pz_group_heat_fall (1, 100, 1), 100, 1e-9);
}

static void
test_picks_evenly_below_the_limit (void)
{
  g_assert_cmpuint (pz_group_heat_pick (0, 5), ==, 0);
  g_assert_cmpuint (pz_group_heat_pick (G_MAXUINT32, 5), ==, 4);
  g_assert_cmpuint (pz_group_heat_pick (G_MAXUINT32 / 2, 2), ==, 0);
  g_assert_cmpuint (pz_group_heat_pick ((guint64) G_MAXUINT32 / 2 + 1, 2), ==, 1);
  g_assert_cmpuint (pz_group_heat_pick ((guint64) 1 << 32, 5), ==, 0); /* higher bits do not count */
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-heat/logs-fall-from-the-rarest-to-the-surest",
                   test_logs_fall_from_the_rarest_to_the_surest);
  g_test_add_func ("/core/group-heat/the-threshold-grows-with-the-heat", test_the_threshold_grows_with_the_heat);
  g_test_add_func ("/core/group-heat/the-fall-leads-from-first-to-last", test_the_fall_leads_from_first_to_last);
  g_test_add_func ("/core/group-heat/picks-evenly-below-the-limit", test_picks_evenly_below_the_limit);
  return g_test_run ();
}
