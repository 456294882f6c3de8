/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-date.h"
#include "pz-day-words.h"

#include <locale.h>

static const struct
{
  const char *day;
  const char *words;
} days[] = {
  { "2026-11-26", "Today" },   { "2026-11-25", "Yesterday" }, { "2026-11-24", "Tuesday" }, { "2026-11-20", "Friday" },
  { "2026-11-19", "19 Nov" },  { "2026-01-05", "5 Jan" },     { "2025-11-26", "26 Nov 2025" },
  { "2026-11-27", "Tomorrow" }, { "2026-11-28", "28 Nov" },   { "2027-01-08", "8 Jan 2027" },
};

static GDate
day_of (const char *text)
{
  GDate day;

  g_assert_true (pz_date_parse (text, &day));
  return day;
}

static void
test_days (void)
{
  GDate today = day_of ("2026-11-26");

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      GDate day = day_of (days[i].day);
      g_autofree char *words = pz_day_words (&day, &today);

      g_assert_cmpstr (words, ==, days[i].words);
    }
}

static void
test_spans (void)
{
  GDate today = day_of ("2026-11-26"), from = day_of ("2025-12-30"), to = day_of ("2026-01-02");
  g_autofree char *span = pz_day_words_span (&from, &to, &today);
  g_autofree char *one = pz_day_words_span (&today, &today, &today);

  g_assert_cmpstr (span, ==, "30 Dec 2025 – 2 Jan");
  g_assert_cmpstr (one, ==, "Today");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_TIME, "C"); /* names of days and months are those of the locale */
  g_test_add_func ("/ui/day-words/days", test_days);
  g_test_add_func ("/ui/day-words/spans", test_spans);
  return g_test_run ();
}
