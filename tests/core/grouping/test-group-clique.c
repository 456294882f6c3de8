/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-clique.h"
#include "pz-random.h"

/* the house of Saint Nicholas: 0 is the roof of a square 1 2 3 4 in which all are linked but 1 and 3 */
static const guint8 house[] = {
  0, 1, 1, 0, 0,
  1, 0, 1, 0, 1,
  1, 1, 0, 1, 1,
  0, 0, 1, 0, 1,
  0, 1, 1, 1, 0,
};

static void
test_finds_those_who_are_all_linked (void)
{
  guint clique[3], set = 0;

  g_assert_cmpuint (pz_group_find_clique (house, 5, 3, clique), ==, 3);
  for (guint k = 0; k < 3; k++)
    set |= 1u << clique[k];
  /* 0 1 2, 1 2 4 or 2 3 4 */
  g_assert_true (set == 7 || set == 22 || set == 28);
}

static void
test_no_more_than_there_are (void)
{
  guint clique[6] = { 9, 9, 9, 9, 9, 9 };

  g_assert_cmpuint (pz_group_find_clique (house, 5, 4, clique), ==, 0);
  g_assert_cmpuint (pz_group_find_clique (house, 5, 6, clique), ==, 0);
  g_assert_cmpuint (pz_group_find_clique (house, 0, 1, clique), ==, 0);
  g_assert_cmpuint (clique[0], ==, 9); /* nothing is said then */
}

static void
test_one_is_always_found_where_there_is_one (void)
{
  static const guint8 strangers[4] = { 0 };
  guint clique[2];

  g_assert_cmpuint (pz_group_find_clique (strangers, 2, 1, clique), ==, 1);
  g_assert_cmpuint (clique[0], <, 2);
  g_assert_cmpuint (pz_group_find_clique (strangers, 2, 2, clique), ==, 0);
}

static void
test_all_linked_are_one_clique (void)
{
  g_autofree guint8 *linked = g_new (guint8, 40 * 40);
  guint clique[40];
  guint64 set = 0;

  for (guint i = 0; i < 40 * 40; i++)
    linked[i] = i % 41 != 0;
  g_assert_cmpuint (pz_group_find_clique (linked, 40, 40, clique), ==, 40);
  for (guint k = 0; k < 40; k++)
    set |= (guint64) 1 << clique[k];
  g_assert_cmpuint (set, ==, ((guint64) 1 << 40) - 1);
}

/* against looking at all subsets */
static void
test_agrees_with_counting (void)
{
  PzRandom random;

  pz_random_init (&random, 3);
  for (guint k = 0; k < 400; k++)
    {
      guint n = 1 + pz_random_below (&random, 10), density = pz_random_below (&random, 100), largest = 0;
      guint8 linked[100] = { 0 };
      guint clique[11];

      for (guint a = 0; a < n; a++)
        for (guint b = 0; b < a; b++)
          linked[a * n + b] = linked[b * n + a] = pz_random_below (&random, 100) < density;
      for (guint set = 1; set < 1u << n; set++)
        {
          gboolean all = TRUE;

          for (guint a = 0; a < n; a++)
            for (guint b = 0; b < a; b++)
              all &= (set >> a & 1) == 0 || (set >> b & 1) == 0 || linked[a * n + b];
          if (all)
            largest = MAX (largest, (guint) __builtin_popcount (set));
        }
      g_assert_cmpuint (pz_group_find_clique (linked, n, largest + 1, clique), ==, 0);
      g_assert_cmpuint (pz_group_find_clique (linked, n, largest, clique), ==, largest);
      for (guint a = 0; a < largest; a++)
        for (guint b = 0; b < a; b++)
          g_assert_true (linked[clique[a] * n + clique[b]]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-clique/finds-those-who-are-all-linked", test_finds_those_who_are_all_linked);
  g_test_add_func ("/core/group-clique/no-more-than-there-are", test_no_more_than_there_are);
  g_test_add_func ("/core/group-clique/one-is-always-found-where-there-is-one",
                   test_one_is_always_found_where_there_is_one);
  g_test_add_func ("/core/group-clique/all-linked-are-one-clique", test_all_linked_are_one_clique);
  g_test_add_func ("/core/group-clique/agrees-with-counting", test_agrees_with_counting);
  return g_test_run ();
}
