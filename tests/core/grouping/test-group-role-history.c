/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activity-fixture.h"
#include "pz-group-role-history.h"

#define A "aaaaaaaaaaaaaaaa"
#define B "bbbbbbbbbbbbbbbb"
#define C "cccccccccccccccc"
#define GONE "gggggggggggggggg"

static const char *const learners[] = { A, B, C, NULL };

/* roles: of the members, in their order, separated by ";" */
static void
give_roles (PzDocument *activity,
            guint       round,
            const char *ids,
            const char *roles)
{
  g_auto(GStrv) people = g_strsplit (ids, " ", -1), names = g_strsplit (roles, ";", -1);

  activity_group (activity, round, "Arch", ids);
  for (gsize i = 0; people[i] != NULL && names[i] != NULL; i++)
    pz_record_set_text (pz_activity_find_part (activity, people[i] + (*people[i] == '-'), round), PZ_PARTICIPATION_ROLE,
                        names[i]);
}

static PzDocument *
held (char        letter,
      const char *date)
{
  PzDocument *document = activity_make (letter, "Bridges", date, "groups");

  activity_hold (document, 45);
  return document;
}

static void
test_counts_who_held_what (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzGroupRoleHistory) history = NULL;
  PzDocument *first = held ('k', "2026-11-10"), *second = held ('m', "2026-11-17");
  guint leads = 9, writes = 9;

  give_roles (first, 1, A " " B, "Leads;Writes");
  give_roles (second, 1, A " " B " " C, "Leads;Writes;Leads");
  give_roles (second, 2, A, "Writes");
  activity_take (activities, second);
  activity_take (activities, first);
  history = pz_group_role_history_new (activities, learners, NULL);
  g_assert_cmpuint (history->n_activities, ==, 2);
  g_assert_cmpuint (history->n_roles, ==, 2);
  g_assert_true (pz_group_role_history_find (history, "Leads", &leads));
  g_assert_true (pz_group_role_history_find (history, "Writes", &writes));
  g_assert_cmpuint (pz_group_role_history_get_times (history, 0, leads), ==, 2);
  g_assert_cmpuint (pz_group_role_history_get_times (history, 0, writes), ==, 1);
  g_assert_cmpuint (pz_group_role_history_get_times (history, 1, leads), ==, 0);
  g_assert_cmpuint (pz_group_role_history_get_last (history, 0, leads), ==, pz_day_from_text ("2026-11-17"));
  g_assert_cmpuint (pz_group_role_history_get_last (history, 1, leads), ==, 0);
  g_assert_cmpuint (pz_group_role_history_get_spread (history, leads), ==, 2);
  g_assert_cmpuint (pz_group_role_history_get_spread (history, writes), ==, 2);
}

static void
test_says_who_has_never (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzGroupRoleHistory) history = NULL;
  g_autoptr(GArray) never = NULL;
  PzDocument *first = held ('k', "2026-11-10");

  give_roles (first, 1, A " " B, "Leads;Writes");
  activity_take (activities, first);
  history = pz_group_role_history_new (activities, learners, NULL);
  g_assert_cmpstr (history->roles[0], ==, "Leads"); /* of two as often, by name */
  never = pz_group_role_history_list_never (history, 0);
  g_assert_cmpuint (never->len, ==, 2);
  g_assert_cmpuint (g_array_index (never, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (never, guint, 1), ==, 2);
}

static void
test_spelling_makes_no_other_role (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzGroupRoleHistory) history = NULL;
  PzDocument *first = held ('k', "2026-11-10"), *second = held ('m', "2026-11-17");
  guint place;

  give_roles (first, 1, A " " B, "READER ;Reader");
  give_roles (second, 1, C, "reader");
  activity_take (activities, second);
  activity_take (activities, first);
  history = pz_group_role_history_new (activities, learners, NULL);
  g_assert_cmpuint (history->n_roles, ==, 1);
  g_assert_cmpstr (history->roles[0], ==, "reader"); /* as it was written last */
  g_assert_true (pz_group_role_history_find (history, " rEADER", &place));
  g_assert_cmpuint (place, ==, 0);
  g_assert_false (pz_group_role_history_find (history, "Leads", &place));
  g_assert_cmpuint (pz_group_role_history_get_spread (history, 0), ==, 0);
}

static void
test_what_does_not_count (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzGroupRoleHistory) history = NULL;
  PzDocument *planned = activity_make ('p', "Bridges", "2026-11-10", "groups"), *week = held ('w', "2026-11-10");
  PzDocument *dayless = held ('n', NULL), *shared = held ('s', "2026-11-17"), *absent = held ('q', "2026-11-17");
  guint place;

  give_roles (planned, 1, A, "Leads");
  give_roles (week, 1, A, "Leads");
  pz_activity_set_repeats (pz_document_get_owner (week), 1);
  give_roles (dayless, 1, A, "Leads");
  give_roles (shared, 1, A, "Leads");
  give_roles (absent, 1, "-" A " " GONE, "Leads;Writes");
  activity_take (activities, planned);
  activity_take (activities, week);
  activity_take (activities, dayless);
  activity_take (activities, absent);
  g_ptr_array_add (activities, pz_activity_new (shared));
  history = pz_group_role_history_new (activities, learners, pz_document_get_id (shared));
  g_assert_false (pz_group_role_history_find (history, "Leads", &place));
  g_assert_true (pz_group_role_history_find (history, "Writes", &place)); /* the class knows it from one who left */
  g_assert_cmpuint (pz_group_role_history_get_times (history, 0, place), ==, 0);
  g_assert_cmpuint (history->n_activities, ==, 0);
  g_object_unref (shared);
}

static void
test_latest_roles_are_those_of_one_day (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzGroupRoleHistory) nothing = pz_group_role_history_new (activities, learners, NULL);
  g_autoptr(PzGroupRoleHistory) history = NULL;
  g_auto(GStrv) none = pz_group_role_history_dup_latest (nothing);
  g_auto(GStrv) latest = NULL;
  PzDocument *first = held ('k', "2026-11-10"), *second = held ('m', "2026-11-17");

  give_roles (first, 1, A " " B, "Leads;Speaks");
  give_roles (second, 1, A " " B " " C, "Writes;Leads;Leads");
  activity_take (activities, second);
  activity_take (activities, first);
  history = pz_group_role_history_new (activities, learners, NULL);
  latest = pz_group_role_history_dup_latest (history);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (g_strv_length (latest), ==, 2);
  g_assert_cmpstr (latest[0], ==, "Leads"); /* held three times */
  g_assert_cmpstr (latest[1], ==, "Writes");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-role-history/counts-who-held-what", test_counts_who_held_what);
  g_test_add_func ("/core/group-role-history/says-who-has-never", test_says_who_has_never);
  g_test_add_func ("/core/group-role-history/spelling-makes-no-other-role", test_spelling_makes_no_other_role);
  g_test_add_func ("/core/group-role-history/what-does-not-count", test_what_does_not_count);
  g_test_add_func ("/core/group-role-history/latest-roles-are-those-of-one-day", test_latest_roles_are_those_of_one_day);
  return g_test_run ();
}
