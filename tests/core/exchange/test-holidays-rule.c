/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-holidays-private.h"
#include "pz-random.h"

#include <string.h>

static struct icalrecurrencetype
parse_rule (const char *text)
{
  return icalrecurrencetype_from_string (text);
}

/* the days a rule gives, as text; start and window as days */
static char *
repeat (const char *text,
        const char *start,
        const char *first,
        const char *last)
{
  struct icalrecurrencetype rule = parse_rule (text);
  PzHolidayWindow window = { pz_day_from_text (first), pz_day_from_text (last) };
  g_autoptr(GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  GString *all = g_string_new (NULL);
  guint budget = 100000;

  g_assert_true (pz_holidays_rule_is_known (&rule));
  pz_holidays_repeat (&rule, pz_day_from_text (start), &window, &budget, starts);
  for (guint i = 0; i < starts->len; i++)
    {
      char day[PZ_DAY_TEXT_SIZE];

      pz_day_to_text (g_array_index (starts, guint32, i), day);
      g_string_append_printf (all, "%s%s", i > 0 ? " " : "", day);
    }
  return g_string_free (all, FALSE);
}

static void
test_holidays_of_the_world (void)
{
  static const struct { const char *rule; const char *start; const char *days; } cases[] = {
    { "FREQ=YEARLY", "1990-12-25", "2026-12-25 2027-12-25" },
    { "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "1990-11-22", "2026-11-26 2027-11-25" },
    { "FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO", "1990-05-28", "2026-05-25 2027-05-31" },
    { "FREQ=YEARLY;INTERVAL=2", "2025-10-03", "2027-10-03" },
    { "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1", "2025-03-31", "2026-03-31 2026-09-30 2027-03-31 2027-09-30" },
    { "FREQ=YEARLY;COUNT=3", "2025-05-01", "2026-05-01 2027-05-01" },
    { "FREQ=YEARLY;UNTIL=20261231T000000Z", "2020-05-01", "2026-05-01" },
    { "FREQ=YEARLY", "2024-02-29", "" },
    { "FREQ=DAILY;COUNT=3", "2026-05-01", "2026-05-02 2026-05-03" },
    { "FREQ=MONTHLY;BYDAY=1WE;UNTIL=20260401", "2026-01-07", "2026-02-04 2026-03-04 2026-04-01" },
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=5", "2026-01-05", "2026-01-09 2026-01-19 2026-01-23 2026-02-02" },
    { "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO;COUNT=4", "2026-01-04", "2026-01-05 2026-01-18 2026-01-19" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *days = repeat (cases[i].rule, cases[i].start, "2026-01-01", "2027-12-31");

      g_test_message ("%s", cases[i].rule);
      g_assert_cmpstr (days, ==, cases[i].days);
    }
}

static void
test_rules_that_are_not_for_holidays (void)
{
  static const char *const rules[] = {
    "FREQ=SECONDLY", "FREQ=HOURLY;INTERVAL=2", "FREQ=YEARLY;BYWEEKNO=20", "FREQ=YEARLY;BYYEARDAY=100",
    "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", "", "FREQ=NEVER",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      struct icalrecurrencetype rule = parse_rule (rules[i]);

      g_test_message ("%s", rules[i]);
      g_assert_false (pz_holidays_rule_is_known (&rule));
    }
}

/* A rule without days comes to an end, and many of them share what may be spent. */
static void
test_walks_are_bounded (void)
{
  struct icalrecurrencetype rule = parse_rule ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31");
  PzHolidayWindow window = { pz_day_from_text ("2026-01-01"), pz_day_from_text ("2027-12-31") };
  g_autoptr(GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint budget = 800;

  pz_holidays_repeat (&rule, pz_day_from_text ("1000-01-01"), &window, &budget, starts);
  g_assert_cmpuint (starts->len, ==, 0);
  g_assert_cmpuint (budget, ==, 70);
  pz_holidays_repeat (&rule, pz_day_from_text ("2026-01-01"), &window, &budget, starts);
  g_assert_cmpuint (budget, ==, 0);
}

static char *
random_rule (PzRandom *random)
{
  static const char *const frequencies[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
  static const char *const plain[] = { "", ";BYDAY=MO", ";BYDAY=SA,SU", ";BYDAY=TU,WE,TH" };
  static const char *const nth[] = { "", ";BYDAY=1MO", ";BYDAY=-1FR", ";BYDAY=2TU,4TH", ";BYDAY=SU" };
  static const char *const months[] = { "", "", ";BYMONTH=1", ";BYMONTH=5,11,12" };
  static const char *const month_days[] = { "", "", ";BYMONTHDAY=1", ";BYMONTHDAY=15,-1" };
  static const char *const weeks[] = { "", ";WKST=SU", ";WKST=MO", ";WKST=SA" };
  guint frequency = pz_random_below (random, G_N_ELEMENTS (frequencies));
  const char *month = months[pz_random_below (random, G_N_ELEMENTS (months))];
  /* of days of the month, implementations make different things in a year without month and in daily rules */
  gboolean by_month_day = frequency == 2 || (frequency == 3 && *month != '\0');
  const char *month_day = by_month_day ? month_days[pz_random_below (random, G_N_ELEMENTS (month_days))] : "";
  const char *day = frequency < 2 ? plain[pz_random_below (random, G_N_ELEMENTS (plain))]
                                  : nth[pz_random_below (random, *month_day == '\0' ? G_N_ELEMENTS (nth) : 1)];

  return g_strdup_printf ("FREQ=%s;INTERVAL=%u%s%s%s%s;COUNT=%u", frequencies[frequency], 1 + pz_random_below (random, 3),
                          weeks[pz_random_below (random, G_N_ELEMENTS (weeks))], month, month_day, day,
                          2 + pz_random_below (random, 6));
}

/* Another implementation of the same standard gives the same days, where a rule begins on one of its own days. */
static void
test_same_as_the_library (void)
{
  PzHolidayWindow window = { pz_day_from_text ("2020-01-01"), pz_day_from_text ("2040-12-31") };
  PzRandom random;

  pz_random_init (&random, 11);
  for (guint round = 0; round < 300; round++)
    {
      g_autofree char *text = random_rule (&random);
      struct icalrecurrencetype rule = parse_rule (text);
      g_autoptr(GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint32));
      guint32 from = pz_day_from_text ("2026-01-01") + pz_random_below (&random, 700);
      char day[PZ_DAY_TEXT_SIZE], plain[9];
      icalrecur_iterator *iterator;
      icaltimetype time;
      guint budget = 100000, n = 0;

      pz_day_to_text (from, day);
      g_snprintf (plain, sizeof plain, "%.4s%.2s%.2s", day, day + 5, day + 8);
      time = icaltime_from_string (plain);
      iterator = icalrecur_iterator_new (rule, time);
      time = icalrecur_iterator_next (iterator);
      if (pz_holidays_day (time) == 0)
        {
          icalrecur_iterator_free (iterator);
          continue;
        }
      /* once more from the first day that is one of the rule's own */
      icalrecur_iterator_free (iterator);
      iterator = icalrecur_iterator_new (rule, time);
      icalrecur_iterator_next (iterator);
      pz_holidays_repeat (&rule, pz_holidays_day (time), &window, &budget, starts);
      for (time = icalrecur_iterator_next (iterator); pz_holidays_day (time) > 0 && pz_holidays_day (time) <= window.last;
           time = icalrecur_iterator_next (iterator))
        {
          g_test_message ("%s from %s, time %u: %s", text, day, n + 2, icaltime_as_ical_string (time));
          g_assert_cmpuint (n, <, starts->len);
          g_assert_cmpuint (g_array_index (starts, guint32, n), ==, pz_holidays_day (time));
          n++;
        }
      g_assert_cmpuint (n, ==, starts->len);
      icalrecur_iterator_free (iterator);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  icalerror_set_errors_are_fatal (0);
  g_test_add_func ("/core/holidays-rule/holidays-of-the-world", test_holidays_of_the_world);
  g_test_add_func ("/core/holidays-rule/rules-that-are-not-for-holidays", test_rules_that_are_not_for_holidays);
  g_test_add_func ("/core/holidays-rule/walks-are-bounded", test_walks_are_bounded);
  g_test_add_func ("/core/holidays-rule/same-as-the-library", test_same_as_the_library);
  return g_test_run ();
}
