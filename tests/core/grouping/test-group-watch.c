/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activity-fixture.h"
#include "pz-group-watch.h"

#include <math.h>

#define A "aaaaaaaaaaaaaaaa"
#define B "bbbbbbbbbbbbbbbb"
#define C "cccccccccccccccc"
#define D "dddddddddddddddd"
#define TODAY "2026-11-26"

static const char *const learners[] = { A, B, C, D, NULL };
static const double readiness[] = { 1, 1, 4, 4 };

static PzDocument *
hold (char        letter,
      const char *date,
      const char *arch,
      const char *beam)
{
  PzDocument *document = activity_make (letter, "Bridges", date, "groups");

  activity_hold (document, 45);
  activity_group (document, 1, "Arch", arch);
  if (beam != NULL)
    activity_group (document, 1, "Beam", beam);
  return document;
}

static PzGroupWatch *
look_back (GPtrArray *activities)
{
  return pz_group_watch_new (activities, learners, readiness, pz_day_from_text (TODAY));
}

static void
test_each_grouping_stands_beside_chance (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzGroupWatch) watch = NULL;
  const PzGroupMix *first, *last;

  activity_take (activities, hold ('m', "2026-11-17", A " " B, C " " D)); /* streams */
  activity_take (activities, hold ('k', "2026-11-10", A " " C, B " " D)); /* mirrors the class */
  watch = look_back (activities);
  g_assert_cmpuint (watch->mixes->len, ==, 2);
  first = &g_array_index (watch->mixes, PzGroupMix, 0);
  last = &g_array_index (watch->mixes, PzGroupMix, 1);
  g_assert_cmpuint (first->day, ==, pz_day_from_text ("2026-11-10"));
  g_assert_cmpfloat_with_epsilon (first->between, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (last->between, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (last->chance, 1 / 3.0, 1e-9);
  g_assert_false (watch->tracking); /* two are too few to say so */
  g_assert_cmpuint (watch->lowest->len, ==, 0);
}

static void
test_five_that_stream_are_tracking (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzGroupWatch) watch = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *date = g_strdup_printf ("2026-11-%02u", 2 + i);

      activity_take (activities, hold ((char) ('a' + i), date, A " " B, C " " D));
    }
  watch = look_back (activities);
  g_assert_true (watch->tracking);
  g_assert_cmpfloat_with_epsilon (watch->movement, 0, 1e-9);
  g_assert_cmpuint (watch->lowest->len, ==, 2); /* A and B, five times of five */
  g_assert_cmpuint (g_array_index (watch->lowest, PzGroupLowest, 0).learner, ==, 0);
  g_assert_cmpuint (g_array_index (watch->lowest, PzGroupLowest, 0).times, ==, 5);
  g_assert_cmpuint (g_array_index (watch->lowest, PzGroupLowest, 1).of, ==, 5);
}

static void
test_rounds_are_groupings_of_their_own (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzGroupWatch) watch = NULL;
  PzDocument *document = hold ('k', "2026-11-10", A " " C, B " " D);

  activity_group (document, 2, "Arch", A " " B);
  activity_group (document, 2, "Beam", C " " D);
  activity_take (activities, document);
  watch = look_back (activities);
  g_assert_cmpuint (watch->mixes->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (g_array_index (watch->mixes, PzGroupMix, 0).between, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (watch->mixes, PzGroupMix, 1).between, 1, 1e-9);
}

static void
test_values_that_stay_together (void)
{
  static const gboolean together[] = { TRUE, TRUE, FALSE, FALSE }, apart[] = { TRUE, FALSE, TRUE, FALSE };
  static const gboolean alone[] = { TRUE, FALSE, FALSE, FALSE };
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzGroupWatch) two = NULL;
  g_autoptr(PzGroupWatch) four = NULL;
  PzGroupGathered gathered;

  activity_take (activities, hold ('a', "2026-11-02", A " " B, C " " D));
  activity_take (activities, hold ('b', "2026-11-03", A " " B, C " " D));
  two = look_back (activities);
  g_assert_false (pz_group_watch_is_gathered (two, together, 10, &gathered)); /* chance does that */
  g_assert_cmpuint (gathered.times, ==, 2);
  activity_take (activities, hold ('c', "2026-11-04", "-" A " " B, C " " D)); /* B is alone: says nothing */
  activity_take (activities, hold ('d', "2026-11-05", A " " B, C " " D));
  four = look_back (activities);
  g_assert_true (pz_group_watch_is_gathered (four, together, 10, &gathered));
  g_assert_cmpuint (gathered.times, ==, 3);
  g_assert_cmpuint (gathered.of, ==, 3);
  g_assert_cmpuint (gathered.in_a_row, ==, 3);
  g_assert_false (pz_group_watch_is_gathered (four, apart, 10, &gathered));
  g_assert_cmpuint (gathered.times, ==, 0);
  g_assert_false (pz_group_watch_is_gathered (four, alone, 10, &gathered));
  g_assert_cmpuint (gathered.of, ==, 0);
}

static void
test_what_does_not_count (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzGroupWatch) watch = NULL;
  PzDocument *planned = activity_make ('p', "Bridges", "2026-11-10", "groups");

  activity_group (planned, 1, "Arch", A " " B);
  activity_group (planned, 1, "Beam", C " " D);
  activity_take (activities, planned);
  activity_take (activities, hold ('f', "2026-11-27", A " " B, C " " D));         /* tomorrow */
  activity_take (activities, hold ('o', "2026-11-12", A " " B " " C " " D, NULL)); /* one group */
  activity_take (activities, hold ('x', "2026-11-13", A " " B, "-" C " -" D));     /* nobody was in the other */
  watch = look_back (activities);
  g_assert_cmpuint (watch->n, ==, 4);
  g_assert_cmpuint (watch->mixes->len, ==, 0);
  g_assert_true (isnan (watch->movement));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-watch/each-grouping-stands-beside-chance", test_each_grouping_stands_beside_chance);
  g_test_add_func ("/core/group-watch/five-that-stream-are-tracking", test_five_that_stream_are_tracking);
  g_test_add_func ("/core/group-watch/rounds-are-groupings-of-their-own", test_rounds_are_groupings_of_their_own);
  g_test_add_func ("/core/group-watch/what-does-not-count", test_what_does_not_count);
  g_test_add_func ("/core/group-watch/values-that-stay-together", test_values_that_stay_together);
  return g_test_run ();
}
