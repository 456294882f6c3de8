/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activity-fixture.h"
#include "pz-group-role-share.h"

#define A "aaaaaaaaaaaaaaaa"
#define B "bbbbbbbbbbbbbbbb"
#define C "cccccccccccccccc"
#define D "dddddddddddddddd"

static const char *const learners[] = { A, B, C, D, NULL };
static const char *const three[] = { "Leads", "Writes", "Speaks", NULL };

static const char *
get_role (PzDocument *activity,
          const char *learner,
          guint       round)
{
  return pz_record_get_text (pz_activity_find_part (activity, learner, round), PZ_PARTICIPATION_ROLE);
}

/* Returns: (transfer full): of what was held so far */
static PzGroupRoleHistory *
look_back (GPtrArray *activities)
{
  return pz_group_role_history_new (activities, learners, NULL);
}

static void
test_roles_go_round (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();

  for (guint week = 0; week < 8; week++)
    {
      g_autofree char *date = g_strdup_printf ("2026-%02u-%02u", 9 + week / 4, 1 + 7 * (week % 4));
      PzDocument *activity = activity_make ((char) ('a' + week), "Bridges", date, "groups");
      g_autoptr(PzGroupRoleHistory) history = look_back (activities);

      activity_hold (activity, 45);
      activity_group (activity, 1, "Arch", A " " B " " C " " D);
      g_assert_cmpuint (pz_group_role_share (activity, history, three), ==, 3);
      activity_take (activities, activity);
    }
  {
    g_autoptr(PzGroupRoleHistory) history = look_back (activities);

    g_assert_cmpuint (history->n_roles, ==, 3);
    for (guint role = 0; role < 3; role++)
      g_assert_cmpuint (pz_group_role_history_get_spread (history, role), <=, 1); /* 8 turns for four learners */
  }
}

static void
test_who_held_it_before_waits (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzGroupRoleHistory) history = NULL;
  g_autoptr(PzDocument) activity = activity_make ('m', "Bridges", "2026-11-24", "groups");
  PzDocument *before = activity_make ('k', "Bridges", "2026-11-17", "groups");
  static const char *const leads[] = { "leads", NULL };

  activity_hold (before, 45);
  activity_group (before, 1, "Arch", A " " B);
  pz_record_set_text (pz_activity_find_part (before, A, 1), PZ_PARTICIPATION_ROLE, "Leads");
  activity_take (activities, before);
  history = look_back (activities);
  activity_group (activity, 1, "Arch", A " " B);
  g_assert_cmpuint (pz_group_role_share (activity, history, leads), ==, 1);
  g_assert_null (get_role (activity, A, 1));
  g_assert_cmpstr (get_role (activity, B, 1), ==, "leads");
}

static void
test_rounds_take_turns (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzGroupRoleHistory) history = look_back (activities);
  g_autoptr(PzDocument) activity = activity_make ('m', "Bridges", "2026-11-24", "groups");
  static const char *const leads[] = { "Leads", NULL };

  for (guint round = 1; round <= 3; round++)
    activity_group (activity, round, "Arch", A " " B " " C);
  g_assert_cmpuint (pz_group_role_share (activity, history, leads), ==, 3);
  for (guint i = 0; i < 3; i++) /* each led once */
    g_assert_cmpuint ((get_role (activity, learners[i], 1) != NULL) + (get_role (activity, learners[i], 2) != NULL)
                          + (get_role (activity, learners[i], 3) != NULL), ==, 1);
}

static void
test_each_group_has_each_role_once (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzGroupRoleHistory) history = look_back (activities);
  g_autoptr(PzDocument) activity = activity_make ('m', "Bridges", NULL, "groups");

  activity_group (activity, 1, "Arch", A " " B);
  activity_group (activity, 1, "Beam", C " " D);
  g_assert_cmpuint (pz_group_role_share (activity, history, three), ==, 4); /* one role more than there are hands */
  g_assert_cmpstr (get_role (activity, A, 1), !=, get_role (activity, B, 1));
  g_assert_cmpstr (get_role (activity, C, 1), !=, get_role (activity, D, 1));
}

static void
test_the_absent_have_none (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzGroupRoleHistory) history = look_back (activities);
  g_autoptr(PzDocument) activity = activity_make ('m', "Bridges", "2026-11-24", "groups");
  PzRecord *in_none;

  activity_group (activity, 1, "Arch", "-" A " " B);
  pz_record_set_text (pz_activity_find_part (activity, A, 1), PZ_PARTICIPATION_ROLE, "Leads");
  in_none = pz_activity_take_part (activity, C, 1);
  pz_record_set_text (in_none, PZ_PARTICIPATION_ROLE, "Helps the teacher");
  g_assert_cmpuint (pz_group_role_share (activity, history, three), ==, 1);
  g_assert_null (get_role (activity, A, 1));
  g_assert_nonnull (get_role (activity, B, 1));
  g_assert_cmpstr (get_role (activity, C, 1), ==, "Helps the teacher");
}

static void
test_given_roles_are_listed_once (void)
{
  g_autoptr(PzDocument) activity = activity_make ('m', "Bridges", NULL, "groups");
  g_auto(GStrv) none = pz_group_role_dup_given (activity);
  g_auto(GStrv) given = NULL;

  activity_group (activity, 1, "Arch", A " " B " " C);
  pz_record_set_text (pz_activity_find_part (activity, A, 1), PZ_PARTICIPATION_ROLE, "Writes");
  pz_record_set_text (pz_activity_find_part (activity, B, 1), PZ_PARTICIPATION_ROLE, "Leads");
  pz_record_set_text (pz_activity_find_part (activity, C, 1), PZ_PARTICIPATION_ROLE, "Writes");
  given = pz_group_role_dup_given (activity);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (g_strv_length (given), ==, 2);
  g_assert_cmpstr (given[0], ==, "Writes");
  g_assert_cmpstr (given[1], ==, "Leads");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-role-share/roles-go-round", test_roles_go_round);
  g_test_add_func ("/core/group-role-share/who-held-it-before-waits", test_who_held_it_before_waits);
  g_test_add_func ("/core/group-role-share/rounds-take-turns", test_rounds_take_turns);
  g_test_add_func ("/core/group-role-share/each-group-has-each-role-once", test_each_group_has_each_role_once);
  g_test_add_func ("/core/group-role-share/the-absent-have-none", test_the_absent_have_none);
  g_test_add_func ("/core/group-role-share/given-roles-are-listed-once", test_given_roles_are_listed_once);
  return g_test_run ();
}
