/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-attention.h"

#include <math.h>

#define TODAY "2026-11-23" /* a Monday */

static void
set_day (GDate      *date,
         const char *text)
{
  g_date_clear (date, 1);
  g_date_set_julian (date, pz_day_from_text (text));
}

static PzAttentionSource *
add_source (GPtrArray  *sources,
            const char *absences)
{
  PzAttentionSource *source = pz_attention_source_new ("d4m7kq2x9v5t0rhb");

  pz_day_spans_unref (source->absences);
  source->absences = pz_day_spans_parse (absences, NULL);
  g_ptr_array_add (sources, source);
  return source;
}

/* four learners: seen today; seen long ago; never; seen last Monday and away since Thursday */
static GPtrArray *
make_sources (void)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_attention_source_free);
  PzAttentionSource *source = add_source (sources, "");

  pz_attention_source_add (source, "2026-11-23", 12, TRUE);
  pz_attention_source_add (source, "2026-11-02", 8, TRUE);
  pz_attention_source_add (source, "2026-11-20", 30, FALSE);
  pz_attention_source_add (source, "no day", 30, TRUE);
  source = add_source (sources, "");
  pz_attention_source_add (source, "2026-10-05", 20, TRUE);
  add_source (sources, "");
  source = add_source (sources, "2026-11-19/2026-11-25");
  pz_attention_source_add (source, "2026-11-16", NAN, TRUE);
  return sources;
}

static GArray *
measure (GPtrArray  *sources,
         const char *first,
         const char *last)
{
  g_autoptr(PzSchoolDays) school_days = pz_school_days_new (NULL);
  PzDaySpan period = { pz_day_from_text (first), pz_day_from_text (last) };
  GDate today;

  set_day (&today, TODAY);
  return pz_attention_measure (sources, school_days, &today, &period);
}

static void
test_facts_of_each_learner (void)
{
  g_autoptr(GPtrArray) sources = make_sources ();
  g_autoptr(GArray) facts = measure (sources, "2026-11-01", TODAY);
  const PzAttentionFact *fact = &g_array_index (facts, PzAttentionFact, 0);

  g_assert_cmpuint (facts->len, ==, 4);
  g_assert_cmpint (fact->days, ==, 0);
  g_assert_cmpuint (fact->n_contacts, ==, 3);
  g_assert_cmpuint (fact->n_talks, ==, 2);
  g_assert_cmpuint (fact->n_untimed, ==, 0);
  g_assert_cmpfloat_with_epsilon (fact->minutes, 20, 1e-9);
  g_assert_false (fact->absent);

  fact++;
  g_assert_cmpint (fact->days, ==, 35);
  g_assert_cmpuint (fact->n_contacts, ==, 0);
  g_assert_cmpfloat_with_epsilon (fact->minutes, 0, 1e-9);

  fact++;
  g_assert_cmpint (fact->days, ==, -1);
  g_assert_cmpfloat_with_epsilon (pz_attention_get_value (fact, PZ_ATTENTION_DAYS), -1, 1e-9);
  g_assert_cmpfloat_with_epsilon (pz_attention_get_value (fact, PZ_ATTENTION_MINUTES), 0, 1e-9);

  fact++;
  g_assert_cmpint (fact->days, ==, 2);
  g_assert_true (fact->absent);
  g_assert_cmpuint (fact->n_talks, ==, 1);
  g_assert_cmpuint (fact->n_untimed, ==, 1);
}

static void
test_period_bounds_what_counts (void)
{
  g_autoptr(GPtrArray) sources = make_sources ();
  g_autoptr(GArray) one_day = measure (sources, "2026-11-02", "2026-11-02");
  g_autoptr(GArray) all = measure (sources, "1000-01-01", TODAY);

  g_assert_cmpfloat_with_epsilon (g_array_index (one_day, PzAttentionFact, 0).minutes, 8, 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (all, PzAttentionFact, 1).minutes, 20, 1e-9);
  /* the last time seen is not a matter of the period */
  g_assert_cmpint (g_array_index (one_day, PzAttentionFact, 0).days, ==, 0);
}

static void
assert_order (GArray      *facts,
              const guint *order)
{
  for (guint i = 0; i < facts->len; i++)
    g_assert_cmpuint (g_array_index (facts, PzAttentionFact, i).source, ==, order[i]);
}

static void
test_least_attention_first (void)
{
  const guint by_days[] = { 2, 1, 3, 0 }, by_minutes[] = { 1, 2, 3, 0 };
  g_autoptr(GPtrArray) sources = make_sources ();
  g_autoptr(GArray) facts = measure (sources, "2026-11-01", TODAY);

  pz_attention_sort (facts, PZ_ATTENTION_DAYS);
  assert_order (facts, by_days);
  pz_attention_sort (facts, PZ_ATTENTION_MINUTES);
  assert_order (facts, by_minutes);
}

static void
test_summary (void)
{
  g_autoptr(GPtrArray) sources = make_sources ();
  g_autoptr(GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr(GArray) facts = measure (sources, "2026-11-01", TODAY);
  g_autoptr(GArray) none = measure (nobody, "2026-11-01", TODAY);
  PzAttentionSummary summary;

  pz_attention_summarise (facts, PZ_ATTENTION_DAYS, 14, &summary);
  g_assert_cmpuint (summary.n_learners, ==, 4);
  g_assert_cmpuint (summary.n_never, ==, 1);
  g_assert_cmpuint (summary.n_over, ==, 1);
  g_assert_cmpuint (summary.n_without_talk, ==, 2);
  g_assert_cmpfloat_with_epsilon (summary.greatest, 35, 1e-9);
  pz_attention_summarise (facts, PZ_ATTENTION_MINUTES, 35, &summary);
  g_assert_cmpuint (summary.n_over, ==, 0);
  g_assert_cmpfloat_with_epsilon (summary.greatest, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (summary.median_minutes, 0, 1e-9);
  pz_attention_summarise (none, PZ_ATTENTION_MINUTES, 35, &summary);
  g_assert_cmpuint (summary.n_learners, ==, 0);
  g_assert_cmpfloat_with_epsilon (summary.median_minutes, 0, 1e-9);
}

static void
test_median_of_minutes (void)
{
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_attention_source_free);
  const double minutes[] = { 30, 10, 40, 15 };
  g_autoptr(GArray) even = NULL;
  g_autoptr(GArray) odd = NULL;
  PzAttentionSummary summary;

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    pz_attention_source_add (add_source (sources, ""), TODAY, minutes[i], TRUE);
  even = measure (sources, TODAY, TODAY);
  pz_attention_summarise (even, PZ_ATTENTION_MINUTES, 5, &summary);
  g_assert_cmpfloat_with_epsilon (summary.median_minutes, 22.5, 1e-9);
  g_ptr_array_set_size (sources, 3);
  odd = measure (sources, TODAY, TODAY);
  pz_attention_summarise (odd, PZ_ATTENTION_MINUTES, 5, &summary);
  g_assert_cmpfloat_with_epsilon (summary.median_minutes, 30, 1e-9);
}

static void
test_periods (void)
{
  static const struct { PzPeriod period; const char *today; GDateWeekday start; const char *term; const char *first; } cases[] = {
    { PZ_PERIOD_THIS_WEEK, "2026-11-23", G_DATE_MONDAY, NULL, "2026-11-23" },
    { PZ_PERIOD_THIS_WEEK, "2026-11-29", G_DATE_MONDAY, NULL, "2026-11-23" },
    { PZ_PERIOD_THIS_WEEK, "2026-11-29", G_DATE_SUNDAY, NULL, "2026-11-29" },
    { PZ_PERIOD_THIS_WEEK, "2026-11-27", G_DATE_SATURDAY, NULL, "2026-11-21" },
    { PZ_PERIOD_FOUR_WEEKS, "2026-11-23", G_DATE_MONDAY, NULL, "2026-10-27" },
    { PZ_PERIOD_TERM, "2026-11-23", G_DATE_MONDAY, "2026-08-31", "2026-08-31" },
    { PZ_PERIOD_TERM, "2026-11-23", G_DATE_MONDAY, "2027-01-07", "0001-01-01" },
    { PZ_PERIOD_TERM, "2026-11-23", G_DATE_MONDAY, NULL, "0001-01-01" },
    { PZ_PERIOD_ALL, "2026-11-23", G_DATE_MONDAY, "2026-08-31", "0001-01-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char first[PZ_DAY_TEXT_SIZE];
      PzDaySpan days;
      GDate today;

      set_day (&today, cases[i].today);
      days = pz_period_to_days (cases[i].period, &today, cases[i].start, cases[i].term);
      pz_day_to_text (days.first, first);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpuint (days.last, ==, pz_day_from_text (cases[i].today));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/attention/facts-of-each-learner", test_facts_of_each_learner);
  g_test_add_func ("/core/attention/period-bounds-what-counts", test_period_bounds_what_counts);
  g_test_add_func ("/core/attention/least-attention-first", test_least_attention_first);
  g_test_add_func ("/core/attention/summary", test_summary);
  g_test_add_func ("/core/attention/median-of-minutes", test_median_of_minutes);
  g_test_add_func ("/core/attention/periods", test_periods);
  return g_test_run ();
}
