/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-day-watch.h"

#define HOUR_MS G_GINT64_CONSTANT (3600000)

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_tells_of_a_new_day_once (void)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed ("/nowhere", G_GINT64_CONSTANT (1795392000000), 1);
  PzDayWatch *watch = pz_day_watch_new (environment);
  guint n = 0;

  g_signal_connect_swapped (watch, "changed", G_CALLBACK (count_cb), &n);
  pz_day_watch_look (watch);
  g_assert_cmpuint (n, ==, 0);
  pz_environment_advance (environment, 24 * HOUR_MS);
  pz_day_watch_look (watch);
  g_assert_cmpuint (n, ==, 1);
  pz_day_watch_look (watch);
  g_assert_cmpuint (n, ==, 1);
  pz_environment_advance (environment, 72 * HOUR_MS); /* the machine slept */
  pz_day_watch_look (watch);
  g_assert_cmpuint (n, ==, 2);
  g_assert_finalize_object (watch);
}

/* a clock that was wrong is put right */
static void
test_tells_when_the_clock_goes_back (void)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed ("/nowhere", G_GINT64_CONSTANT (1795392000000), 1);
  g_autoptr(PzDayWatch) watch = pz_day_watch_new (environment);
  guint n = 0;

  g_signal_connect_swapped (watch, "changed", G_CALLBACK (count_cb), &n);
  pz_environment_advance (environment, -48 * HOUR_MS);
  pz_day_watch_look (watch);
  g_assert_cmpuint (n, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/day-watch/tells-of-a-new-day-once", test_tells_of_a_new_day_once);
  g_test_add_func ("/core/day-watch/tells-when-the-clock-goes-back", test_tells_when_the_clock_goes_back);
  return g_test_run ();
}
