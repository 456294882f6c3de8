/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-span-words.h"

#include <string.h>

static void
test_words (void)
{
  PzDaySpan day, week;
  g_autofree char *one = NULL;
  g_autofree char *several = NULL;
  g_autofree char *length = NULL;
  g_autofree char *single = NULL;

  g_assert_true (pz_day_span_from_text ("2026-11-06", &day));
  g_assert_true (pz_day_span_from_text ("2026-12-28/2027-01-08", &week));
  one = pz_span_dup_words (&day);
  several = pz_span_dup_words (&week);
  g_assert_nonnull (strstr (one, "6"));
  g_assert_nonnull (strstr (one, "2026"));
  g_assert_nonnull (strstr (several, "28"));
  g_assert_nonnull (strstr (several, "8"));
  g_assert_nonnull (strstr (several, "2027"));
  single = pz_span_dup_length (&day);
  length = pz_span_dup_length (&week);
  g_assert_true (g_str_has_prefix (single, "1 "));
  g_assert_true (g_str_has_prefix (length, "12 "));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/span-words/says-days-and-how-many", test_words);
  return g_test_run ();
}
