/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-pack.h"
#include "pz-group-problem-private.h"

#include <string.h>

static void
assert_packed (const PzGroupProblem *problem,
               PzRandom             *random)
{
  g_autofree guint *groups = g_new (guint, pz_group_problem_get_n (problem));

  for (guint i = 0; i < pz_group_problem_get_n (problem); i++)
    groups[i] = G_MAXUINT;
  g_assert_cmpint (pz_group_pack (problem, random, groups), ==, PZ_GROUP_PACKED);
  g_assert_true (pz_group_problem_is_grouping (problem, groups));
  /* nothing but rules of place is asked here */
  g_assert_cmpint (pz_group_problem_count_broken (problem, groups), ==, 0);
}

static void
test_everybody_gets_a_place (void)
{
  static const PzGroupSize loose[] = { { 1, 7 }, { 2, 3 }, { 1, 4 } };
  PzGroupBuilder *builder = fixture_builder (8, 3);
  g_autoptr(PzGroupProblem) even = fixture_build (fixture_builder (8, 3));
  g_autoptr(PzGroupProblem) alone = fixture_build (fixture_builder (1, 1));
  g_autoptr(PzGroupProblem) problem = NULL;
  PzRandom random;

  pz_random_init (&random, 1);
  pz_group_builder_set_sizes (builder, loose, 3);
  problem = fixture_build (builder);
  assert_packed (even, NULL);
  assert_packed (alone, NULL);
  assert_packed (problem, NULL);
  for (guint k = 0; k < 50; k++)
    {
      assert_packed (even, &random);
      assert_packed (problem, &random);
    }
}

/* 3 + 3 + 2 + 2 + 2 in two groups of six: the first that fits, 3 + 2, would lead nowhere */
static void
test_blocks_are_put_where_all_of_them_fit (void)
{
  PzGroupBuilder *builder = fixture_builder (12, 2);
  g_autoptr(PzGroupProblem) problem = NULL;

  for (guint i = 0; i < 6; i += 3)
    {
      pz_group_builder_together (builder, i, i + 1);
      pz_group_builder_together (builder, i, i + 2);
    }
  for (guint i = 6; i < 12; i += 2)
    pz_group_builder_together (builder, i, i + 1);
  problem = fixture_build (builder);
  assert_packed (problem, NULL);
}

static void
test_pins_hold_also_for_those_who_stay_with_them (void)
{
  PzGroupBuilder *builder = fixture_builder (9, 3);
  g_autoptr(PzGroupProblem) problem = NULL;
  guint groups[9];

  pz_group_builder_together (builder, 0, 8);
  pz_group_builder_pin (builder, 8, 2);
  pz_group_builder_pin (builder, 4, 0);
  problem = fixture_build (builder);
  g_assert_cmpint (pz_group_pack (problem, NULL, groups), ==, PZ_GROUP_PACKED);
  g_assert_cmpuint (groups[0], ==, 2);
  g_assert_cmpuint (groups[8], ==, 2);
  g_assert_cmpuint (groups[4], ==, 0);
}

static void
test_says_when_there_is_no_way (void)
{
  static const PzGroupSize small[] = { { 2, 3 }, { 2, 3 } };
  PzGroupBuilder *builder = fixture_builder (8, 2), *narrow = fixture_builder (8, 2), *pinned = fixture_builder (8, 4);
  g_autoptr(PzGroupProblem) parted = NULL;
  g_autoptr(PzGroupProblem) full = NULL;
  g_autoptr(PzGroupProblem) crowded = NULL;
  guint groups[8];

  /* 3 + 3 + 2 does not make 4 + 4 */
  for (guint i = 0; i < 8; i++)
    if (i != 2 && i != 5 && i != 7)
      pz_group_builder_together (builder, i, i + 1);
  parted = fixture_build (builder);
  g_assert_cmpint (pz_group_pack (parted, NULL, groups), ==, PZ_GROUP_DOES_NOT_PACK);
  pz_group_builder_set_sizes (narrow, small, 2);
  full = fixture_build (narrow);
  g_assert_cmpint (pz_group_pack (full, NULL, groups), ==, PZ_GROUP_DOES_NOT_PACK);
  for (guint i = 0; i < 3; i++)
    pz_group_builder_pin (pinned, i, 1);
  crowded = fixture_build (pinned);
  g_assert_cmpint (pz_group_pack (crowded, NULL, groups), ==, PZ_GROUP_DOES_NOT_PACK);
}

static void
test_chance_follows_its_seed (void)
{
  g_autoptr(PzGroupProblem) problem = fixture_build (fixture_builder (30, 6));
  guint first[30], again[30], other[30];
  PzRandom random;

  pz_random_init (&random, 9);
  pz_group_pack (problem, &random, first);
  pz_group_pack (problem, &random, other);
  pz_random_init (&random, 9);
  pz_group_pack (problem, &random, again);
  g_assert_cmpmem (first, sizeof first, again, sizeof again);
  g_assert_true (memcmp (first, other, sizeof first) != 0);
}

/* each place is as likely for each learner */
static void
test_chance_is_even (void)
{
  g_autoptr(PzGroupProblem) problem = fixture_build (fixture_builder (6, 3));
  guint counts[6][3] = { 0 };
  PzRandom random;

  pz_random_init (&random, 10);
  for (guint k = 0; k < 6000; k++)
    {
      guint groups[6];

      pz_group_pack (problem, &random, groups);
      for (guint i = 0; i < 6; i++)
        counts[i][groups[i]]++;
    }
  for (guint i = 0; i < 6; i++)
    for (guint h = 0; h < 3; h++)
      /* 2000, and six standard deviations of a binomial: 36.5 each */
      g_assert_cmpuint (ABS ((int) counts[i][h] - 2000), <, 220);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-pack/everybody-gets-a-place", test_everybody_gets_a_place);
  g_test_add_func ("/core/group-pack/blocks-are-put-where-all-of-them-fit", test_blocks_are_put_where_all_of_them_fit);
  g_test_add_func ("/core/group-pack/pins-hold-also-for-those-who-stay-with-them",
                   test_pins_hold_also_for_those_who_stay_with_them);
  g_test_add_func ("/core/group-pack/says-when-there-is-no-way", test_says_when_there_is_no_way);
  g_test_add_func ("/core/group-pack/chance-follows-its-seed", test_chance_follows_its_seed);
  g_test_add_func ("/core/group-pack/chance-is-even", test_chance_is_even);
  return g_test_run ();
}
