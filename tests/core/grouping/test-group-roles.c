/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-roles.h"
#include "pz-random.h"

/* least sum over all ways to give the roles, by trying them */
static guint64
try_all (const guint *held,
         guint        n_members,
         guint        n_roles,
         guint        role,
         guint        used)
{
  guint64 least = G_MAXUINT64;

  if (role == n_roles)
    return 0;
  for (guint i = 0; i < n_members; i++)
    if ((used >> i & 1) == 0)
      {
        guint64 times = held[i * n_roles + role];
        guint64 rest = try_all (held, n_members, n_roles, role + 1, used | 1u << i);

        least = MIN (least, times * times + rest);
      }
  return least;
}

static void
test_agrees_with_trying_all (void)
{
  PzRandom random;

  pz_random_init (&random, 1);
  for (guint k = 0; k < 500; k++)
    {
      guint n_members = 1 + pz_random_below (&random, 6), n_roles = 1 + pz_random_below (&random, n_members), held[36];
      int roles[6];
      guint64 sum = 0;
      guint given = 0;

      for (guint i = 0; i < n_members * n_roles; i++)
        held[i] = pz_random_below (&random, 5);
      g_assert_true (pz_group_roles_assign (held, NULL, n_members, n_roles, roles));
      for (guint i = 0; i < n_members; i++)
        if (roles[i] >= 0)
          {
            guint64 times = held[i * n_roles + (guint) roles[i]];

            g_assert_cmpint (given & 1 << roles[i], ==, 0);
            given |= 1u << roles[i];
            sum += times * times;
          }
      g_assert_cmpuint (given, ==, (1u << n_roles) - 1);
      g_assert_cmpuint (sum, ==, try_all (held, n_members, n_roles, 0, 0));
    }
}

static void
test_the_oldest_turn_comes_first (void)
{
  static const guint held[] = { 1, 1, 1 };
  static const guint32 last[] = { 739000, 738000, 738500 };
  int roles[3];

  g_assert_true (pz_group_roles_assign (held, last, 3, 1, roles));
  g_assert_cmpint (roles[0], ==, -1);
  g_assert_cmpint (roles[1], ==, 0);
  g_assert_cmpint (roles[2], ==, -1);
}

static void
test_times_count_more_than_turns (void)
{
  static const guint held[] = { 1, 2 };
  static const guint32 last[] = { 739000, 1 };
  int roles[2];

  g_assert_true (pz_group_roles_assign (held, last, 2, 1, roles));
  g_assert_cmpint (roles[0], ==, 0);
}

static void
test_too_many_roles_leave_some_out (void)
{
  static const guint held[] = { 0, 3, 1, 2, 0, 5 };
  int roles[2];

  g_assert_true (pz_group_roles_assign (held, NULL, 2, 3, roles));
  g_assert_cmpint (roles[0], ==, 0);
  g_assert_cmpint (roles[1], ==, 1);
  g_assert_false (pz_group_roles_assign (held, NULL, 2, PZ_GROUP_MAX_ROLES + 1, roles));
}

/* the same four, week after week: after any number of weeks nobody is more than one turn ahead */
static void
test_roles_go_round (void)
{
  guint held[4 * 4] = { 0 };
  guint32 last[4 * 4] = { 0 };

  for (guint32 week = 1; week <= 40; week++)
    {
      int roles[4];

      g_assert_true (pz_group_roles_assign (held, last, 4, 4, roles));
      for (guint i = 0; i < 4; i++)
        {
          held[i * 4 + (guint) roles[i]]++;
          last[i * 4 + (guint) roles[i]] = week;
        }
      for (guint r = 0; r < 4; r++)
        {
          guint of_role[4];

          for (guint i = 0; i < 4; i++)
            of_role[i] = held[i * 4 + r];
          g_assert_cmpuint (pz_group_roles_spread (of_role, 4), <=, 1);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-roles/agrees-with-trying-all", test_agrees_with_trying_all);
  g_test_add_func ("/core/group-roles/the-oldest-turn-comes-first", test_the_oldest_turn_comes_first);
  g_test_add_func ("/core/group-roles/times-count-more-than-turns", test_times_count_more_than_turns);
  g_test_add_func ("/core/group-roles/too-many-roles-leave-some-out", test_too_many_roles_leave_some_out);
  g_test_add_func ("/core/group-roles/roles-go-round", test_roles_go_round);
  return g_test_run ();
}
