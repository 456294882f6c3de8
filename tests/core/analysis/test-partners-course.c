/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activity-fixture.h"
#include "pz-partners-course.h"

#define A "aaaaaaaaaaaaaaaa"
#define B "bbbbbbbbbbbbbbbb"
#define C "cccccccccccccccc"
#define D "dddddddddddddddd"
#define TODAY "2026-11-26" /* a Thursday */

static const char *const learners[] = { A, B, C, D, NULL };

static void
hold (GPtrArray  *activities,
      char        letter,
      const char *date,
      const char *arch,
      const char *beam)
{
  PzDocument *document = activity_make (letter, "Bridges", date, "groups");

  activity_hold (document, 45);
  activity_group (document, 1, "Arch", arch);
  if (beam != NULL)
    activity_group (document, 1, "Beam", beam);
  activity_take (activities, document);
}

static PzPartnersCourse *
look_back (GPtrArray *activities)
{
  return pz_partners_course_new (activities, learners, pz_day_from_text (TODAY));
}

static void
assert_week (const PzPartnersCourse *course,
             guint                   week,
             const char             *monday,
             double                  share,
             double                  ideal)
{
  const PzPartnersWeek *found = &g_array_index (course->weeks, PzPartnersWeek, week);

  g_assert_cmpuint (found->monday, ==, pz_day_from_text (monday));
  g_assert_cmpfloat_with_epsilon (found->share, share, 1e-9);
  g_assert_cmpfloat_with_epsilon (found->ideal, ideal, 1e-9);
}

static void
test_shares_week_by_week (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzPartnersCourse) course = NULL;

  hold (activities, 'm', "2026-11-20", A " " B, C " " D);  /* the same two pairs again */
  hold (activities, 'k', "2026-11-03", A " " B, C " " D);
  course = look_back (activities);
  g_assert_cmpuint (course->weeks->len, ==, 4);
  assert_week (course, 0, "2026-11-02", 2 / 6.0, 2 / 6.0);
  assert_week (course, 1, "2026-11-09", 2 / 6.0, 2 / 6.0); /* nothing was held */
  assert_week (course, 2, "2026-11-16", 2 / 6.0, 4 / 6.0);
  assert_week (course, 3, "2026-11-23", 2 / 6.0, 4 / 6.0);
}

static void
test_ideal_is_never_more_than_all (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzPartnersCourse) course = NULL;

  hold (activities, 'k', "2026-11-24", A " " B " " C " " D, NULL);
  hold (activities, 'm', "2026-11-25", A " " B " " C, NULL);
  course = look_back (activities);
  g_assert_cmpuint (course->weeks->len, ==, 1);
  assert_week (course, 0, "2026-11-23", 1, 1);
}

static void
test_what_does_not_count (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzPartnersCourse) course = NULL;
  PzDocument *planned = activity_make ('p', "Bridges", "2026-11-10", "groups");

  activity_group (planned, 1, "Arch", A " " B);
  activity_take (activities, planned);
  hold (activities, 'f', "2026-11-27", A " " B, NULL);      /* tomorrow */
  hold (activities, 'x', "2026-11-12", A " -" B, NULL);     /* one was absent */
  hold (activities, 'y', NULL, A " " B, NULL);
  course = look_back (activities);
  g_assert_cmpuint (course->weeks->len, ==, 0);
  for (guint i = 0; i < course->n; i++)
    g_assert_cmpuint (course->since_new[i], ==, 0);
}

static void
test_counts_groupings_since_a_new_partner (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzPartnersCourse) course = NULL;

  hold (activities, 'a', "2026-11-02", A " " B, C " " D);
  hold (activities, 'b', "2026-11-03", A " " B, C " " D);
  hold (activities, 'c', "2026-11-04", A " " B, "-" C " " D);  /* neither has a partner */
  hold (activities, 'd', "2026-11-05", A " " B, NULL);
  hold (activities, 'e', "2026-11-06", B " " D, NULL);
  course = look_back (activities);
  g_assert_cmpuint (course->since_new[0], ==, PZ_PARTNERS_STALLED); /* B, B and B again */
  g_assert_cmpuint (course->since_new[1], ==, 0);
  g_assert_cmpuint (course->since_new[2], ==, 1);
  g_assert_cmpuint (course->since_new[3], ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/partners-course/shares-week-by-week", test_shares_week_by_week);
  g_test_add_func ("/core/partners-course/ideal-is-never-more-than-all", test_ideal_is_never_more_than_all);
  g_test_add_func ("/core/partners-course/what-does-not-count", test_what_does_not_count);
  g_test_add_func ("/core/partners-course/counts-groupings-since-a-new-partner", test_counts_groupings_since_a_new_partner);
  return g_test_run ();
}
