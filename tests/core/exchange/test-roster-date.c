/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-roster-date.h"

static void
test_reads_dates (void)
{
  static const struct { const char *text; PzDayOrder order; PzRosterDateResult result; const char *iso; } cases[] = {
    { "", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_EMPTY, "" },
    { "  ", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_EMPTY, "" },
    { NULL, PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_EMPTY, "" },
    { "2017-04-05", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_FINE, "2017-04-05" },
    { "2017-05-06 08:01:05", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_FINE, "2017-05-06" },
    { "2023-10-02T00:00:00.000Z", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_FINE, "2023-10-02" },
    { "20170405", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_FINE, "2017-04-05" },
    { "2017/4/5", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_FINE, "2017-04-05" },
    { "14.03.2016", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_FINE, "2016-03-14" },
    { "1. 2. 2016", PZ_DAY_ORDER_MONTH_FIRST, PZ_ROSTER_DATE_FINE, "2016-02-01" },
    { "14.3.16", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_FINE, "2016-03-14" },
    { "14.3.85", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_FINE, "1985-03-14" },
    { "1/05/2023", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_AMBIGUOUS, "" },
    { "1/05/2023", PZ_DAY_ORDER_DAY_FIRST, PZ_ROSTER_DATE_FINE, "2023-05-01" },
    { "1/05/2023", PZ_DAY_ORDER_MONTH_FIRST, PZ_ROSTER_DATE_FINE, "2023-01-05" },
    { "5/5/2023", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_FINE, "2023-05-05" },
    { "25/12/2023", PZ_DAY_ORDER_MONTH_FIRST, PZ_ROSTER_DATE_FINE, "2023-12-25" },
    { "12/25/2023", PZ_DAY_ORDER_DAY_FIRST, PZ_ROSTER_DATE_FINE, "2023-12-25" },
    { "١٤/٠٣/٢٠١٦", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_FINE, "2016-03-14" },
    { "2023-02-29", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_UNREADABLE, "" },
    { "2024-02-29", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_FINE, "2024-02-29" },
    { "2023-13-01", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_UNREADABLE, "" },
    { "99/99/2023", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_UNREADABLE, "" },
    { "0000-00-00", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_UNREADABLE, "" },
    { "March", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_UNREADABLE, "" },
    { "1/2", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_UNREADABLE, "" },
    { "1/2-2020", PZ_DAY_ORDER_DAY_FIRST, PZ_ROSTER_DATE_UNREADABLE, "" },
    { "2017-04-05x", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_UNREADABLE, "" },
    { "99999999999", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_UNREADABLE, "" },
    { "\xFF\xFE", PZ_DAY_ORDER_UNKNOWN, PZ_ROSTER_DATE_UNREADABLE, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char iso[11];

      g_test_message ("%s", cases[i].text != NULL ? cases[i].text : "(null)");
      g_assert_cmpint (pz_roster_date_parse (cases[i].text, cases[i].order, iso), ==, cases[i].result);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
test_hints_at_order (void)
{
  g_assert_cmpint (pz_roster_date_hint ("25/12/2023"), ==, PZ_DAY_ORDER_DAY_FIRST);
  g_assert_cmpint (pz_roster_date_hint ("12/25/2023"), ==, PZ_DAY_ORDER_MONTH_FIRST);
  g_assert_cmpint (pz_roster_date_hint ("1/5/2023"), ==, PZ_DAY_ORDER_UNKNOWN);
  g_assert_cmpint (pz_roster_date_hint ("25.12.2023"), ==, PZ_DAY_ORDER_UNKNOWN);
  g_assert_cmpint (pz_roster_date_hint ("2023-12-25"), ==, PZ_DAY_ORDER_UNKNOWN);
  g_assert_cmpint (pz_roster_date_hint (""), ==, PZ_DAY_ORDER_UNKNOWN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/roster-date/reads-dates", test_reads_dates);
  g_test_add_func ("/exchange/roster-date/hints-at-order", test_hints_at_order);
  return g_test_run ();
}
