/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-environment.h"

#include <string.h>

static void
test_fixed_is_repeatable (void)
{
  g_autoptr(PzEnvironment) a = pz_environment_new_fixed ("/tmp/a", 1000, 42);
  g_autoptr(PzEnvironment) b = pz_environment_new_fixed ("/tmp/b", 1000, 42);
  g_autofree char *first = pz_environment_new_id (a);
  g_autofree char *second = pz_environment_new_id (b);
  g_autofree char *third = pz_environment_new_id (b);

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (second, !=, third);
  g_assert_true (pz_id_is_valid (first));
  g_assert_cmpuint (strlen (first), ==, PZ_ID_LENGTH);
  g_assert_cmpint (pz_environment_get_now (a), ==, 1000);
  pz_environment_advance (a, 500);
  g_assert_cmpint (pz_environment_get_now (a), ==, 1500);
}

static void
test_today (void)
{
  g_autoptr(PzEnvironment) env = pz_environment_new_fixed ("/tmp/a", 1795392000000, 1);
  GDate today;

  pz_environment_get_today (env, &today);
  g_assert_cmpint (g_date_get_year (&today), ==, 2026);
  g_assert_cmpint (g_date_get_month (&today), ==, 11);
  g_assert_cmpint (g_date_get_day (&today), ==, 23);
}

static void
test_system (void)
{
  g_autoptr(PzEnvironment) env = pz_environment_new_system ("relative/place");
  g_autofree char *first = pz_environment_new_id (env);
  g_autofree char *second = pz_environment_new_id (env);

  g_assert_true (g_path_is_absolute (pz_environment_get_data_dir (env)));
  g_assert_cmpstr (first, !=, second);
  g_assert_cmpint (pz_environment_get_now (env), >, G_GINT64_CONSTANT (1700000000000));
}

static void
test_data_dir_from_environment (void)
{
  g_autoptr(PzEnvironment) env = NULL;

  g_setenv ("PERSONALIZE_DATA_DIR", "/somewhere/else", TRUE);
  env = pz_environment_new_system (NULL);
  g_assert_cmpstr (pz_environment_get_data_dir (env), ==, "/somewhere/else");
  g_unsetenv ("PERSONALIZE_DATA_DIR");
}

static void
test_ids (void)
{
  g_assert_true (pz_id_is_valid ("d4m7kq2x9v5t0rhb"));
  g_assert_true (pz_id_is_valid ("20c5134f-423d-4097-a971-3dd5152bf507"));
  g_assert_false (pz_id_is_valid (NULL));
  g_assert_false (pz_id_is_valid (""));
  g_assert_false (pz_id_is_valid ("-a"));
  g_assert_false (pz_id_is_valid ("A"));
  g_assert_false (pz_id_is_valid ("../a"));
  g_assert_false (pz_id_is_valid ("20c5134f-423d-4097-a971-3dd5152bf5077"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/environment/fixed-is-repeatable", test_fixed_is_repeatable);
  g_test_add_func ("/core/environment/today", test_today);
  g_test_add_func ("/core/environment/system", test_system);
  g_test_add_func ("/core/environment/data-dir-from-environment", test_data_dir_from_environment);
  g_test_add_func ("/core/environment/ids", test_ids);
  return g_test_run ();
}
