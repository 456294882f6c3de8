/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activity-fixture.h"
#include "pz-partners.h"

#define A "aaaaaaaaaaaaaaaa"
#define B "bbbbbbbbbbbbbbbb"
#define C "cccccccccccccccc"
#define D "dddddddddddddddd"
#define GONE "gggggggggggggggg"

static const char *const learners[] = { A, B, C, D, NULL };

static PzDocument *
held (char        letter,
      const char *date)
{
  PzDocument *document = activity_make (letter, "Bridges", date, "groups");

  activity_hold (document, 45);
  return document;
}

static void
test_counts_pairs_of_a_round (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzPartners) partners = NULL;
  PzDocument *first = held ('k', "2026-11-10"), *second = held ('m', "2026-11-17");

  activity_group (first, 1, "Arch", A " " B " " C);
  activity_group (second, 1, "Arch", A " " B);
  activity_group (second, 2, "Beam", A " " B " " D);
  activity_take (activities, second);
  activity_take (activities, first);
  partners = pz_partners_new (activities, learners);

  g_assert_cmpuint (partners->n_activities, ==, 2);
  g_assert_cmpuint (partners->first, ==, pz_day_from_text ("2026-11-10"));
  g_assert_cmpuint (pz_partners_get_times (partners, 0, 1), ==, 3);
  g_assert_cmpuint (pz_partners_get_times (partners, 1, 0), ==, 3);
  g_assert_cmpuint (pz_partners_get_times (partners, 0, 2), ==, 1);
  g_assert_cmpuint (pz_partners_get_times (partners, 2, 3), ==, 0);
  g_assert_cmpuint (pz_partners_get_times (partners, 0, 0), ==, 0);
  g_assert_cmpuint (pz_partners_get_last (partners, 0, 1), ==, pz_day_from_text ("2026-11-17"));
  g_assert_cmpuint (pz_partners_get_last (partners, 0, 2), ==, pz_day_from_text ("2026-11-10"));
  g_assert_cmpuint (pz_partners_get_last (partners, 2, 3), ==, 0);
  g_assert_cmpuint (pz_partners_count (partners, 0), ==, 3);
  g_assert_cmpuint (pz_partners_count (partners, 2), ==, 2);
  /* A-B, A-C, B-C, A-D, B-D of 6 */
  g_assert_cmpfloat_with_epsilon (pz_partners_get_share_met (partners), 5.0 / 6, 1e-9);
}

static void
test_the_absent_meet_nobody (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzPartners) partners = NULL;
  PzDocument *document = held ('k', "2026-11-10");

  activity_group (document, 1, "Arch", A " -" B " " C);
  activity_take (activities, document);
  partners = pz_partners_new (activities, learners);
  g_assert_cmpuint (pz_partners_get_times (partners, 0, 1), ==, 0);
  g_assert_cmpuint (pz_partners_get_times (partners, 0, 2), ==, 1);
}

static void
test_what_does_not_count (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzPartners) partners = NULL;
  PzDocument *planned = activity_make ('p', "Bridges", "2026-12-01", "groups"), *week = held ('w', "2026-11-10");
  PzDocument *alone = held ('s', "2026-11-11"), *dayless = held ('n', NULL);

  activity_group (planned, 1, "Arch", A " " B);
  activity_group (week, 1, "Arch", A " " B);
  pz_activity_set_repeats (pz_document_get_owner (week), 1);
  activity_group (alone, 1, NULL, A " " B);          /* in no group */
  activity_group (alone, 1, "Arch", C " " GONE);     /* not of the class any more */
  activity_group (dayless, 1, "Arch", A " " B);
  activity_take (activities, planned);
  activity_take (activities, week);
  activity_take (activities, alone);
  activity_take (activities, dayless);
  partners = pz_partners_new (activities, learners);
  g_assert_cmpuint (partners->n_activities, ==, 0);
  g_assert_cmpuint (partners->first, ==, 0);
  g_assert_cmpfloat (pz_partners_get_share_met (partners), ==, 0);
}

static PzPartners *
count (GPtrArray          *activities,
       const char * const *ids)
{
  return pz_partners_new (activities, ids);
}

static void
test_those_left_out (void)
{
  const char *const eight[] = { A, B, C, D, "eeeeeeeeeeeeeeee", "ffffffffffffffff", "hhhhhhhhhhhhhhhh",
                                "jjjjjjjjjjjjjjjj", NULL };
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzPartners) partners = NULL;
  g_autoptr(GArray) left_out = NULL;
  PzDocument *document = held ('k', "2026-11-10");

  activity_group (document, 1, "Arch", A " " B " eeeeeeeeeeeeeeee ffffffffffffffff hhhhhhhhhhhhhhhh");
  activity_group (document, 1, "Beam", C " jjjjjjjjjjjjjjjj");
  activity_take (activities, document);
  partners = count (activities, eight);
  /* five have 4 partners, two have 1, D has none: a quarter is two of them, and both with one partner belong to it */
  g_assert_cmpuint (pz_partners_get_median (partners), ==, 4);
  left_out = pz_partners_list_left_out (partners);
  g_assert_cmpuint (left_out->len, ==, 3);
  g_assert_cmpuint (g_array_index (left_out, PzLeftOut, 0).learner, ==, 3);
  g_assert_cmpuint (g_array_index (left_out, PzLeftOut, 0).n_partners, ==, 0);
  g_assert_cmpuint (g_array_index (left_out, PzLeftOut, 1).learner, ==, 2);
  g_assert_cmpuint (g_array_index (left_out, PzLeftOut, 2).n_partners, ==, 1);
}

static void
test_nobody_is_left_out_where_all_are_alike (void)
{
  g_autoptr(GPtrArray) activities = activity_list (), none = activity_list ();
  g_autoptr(PzPartners) partners = NULL, nothing = NULL, empty = NULL;
  g_autoptr(GArray) left_out = NULL, of_nothing = NULL, of_empty = NULL;
  const char *const nobody[] = { NULL };
  PzDocument *document = held ('k', "2026-11-10");

  activity_group (document, 1, "Arch", A " " B " " C " " D);
  activity_take (activities, document);
  partners = count (activities, learners);
  nothing = count (none, learners);
  empty = count (activities, nobody);
  left_out = pz_partners_list_left_out (partners);
  of_nothing = pz_partners_list_left_out (nothing);
  of_empty = pz_partners_list_left_out (empty);
  g_assert_cmpuint (left_out->len, ==, 0);
  g_assert_cmpuint (of_nothing->len, ==, 0);
  g_assert_cmpuint (of_empty->len, ==, 0);
  g_assert_cmpuint (pz_partners_get_median (empty), ==, 0);
  g_assert_cmpfloat (pz_partners_get_share_met (empty), ==, 0);
}

#define ADD(path, function) g_test_add_func ("/core/partners/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("counts-pairs-of-a-round", test_counts_pairs_of_a_round);
  ADD ("the-absent-meet-nobody", test_the_absent_meet_nobody);
  ADD ("what-does-not-count", test_what_does_not_count);
  ADD ("those-left-out", test_those_left_out);
  ADD ("nobody-is-left-out-where-all-are-alike", test_nobody_is_left_out_where_all_are_alike);
  return g_test_run ();
}
