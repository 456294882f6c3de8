/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-date.h"

static void
test_round_trip (void)
{
  static const char *const days[] = { "2026-11-23", "2024-02-29", "1000-01-01", "9999-12-31" };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = NULL;
      GDate date;

      g_assert_true (pz_date_parse (days[i], &date));
      text = pz_date_format (&date);
      g_assert_cmpstr (text, ==, days[i]);
    }
}

static void
test_what_is_no_day_is_refused (void)
{
  static const char *const none[] = { NULL, "", "2026-02-29", "2026-11-3", "23.11.2026", "2026-11-23/2026-11-24" };
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, 2, 2003);
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_false (pz_date_parse (none[i], &date));
  g_assert_cmpuint (g_date_get_year (&date), ==, 2003);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/date/round-trip", test_round_trip);
  g_test_add_func ("/core/date/what-is-no-day-is-refused", test_what_is_no_day_is_refused);
  return g_test_run ();
}
