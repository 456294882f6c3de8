/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-warnings.h"
#include "pz-random.h"

#include <math.h>

#define N 28
#define M 7

/* 28 learners whose readiness is their number, in seven groups */
typedef struct
{
  double readiness[N];
  int groups[10][N];
  PzGroupPast pasts[10];
} Year;

static void
make_year (Year    *year,
           guint64  seed)
{
  PzRandom random;

  pz_random_init (&random, seed);
  for (guint i = 0; i < N; i++)
    year->readiness[i] = i;
  for (guint k = 0; k < 10; k++)
    {
      for (guint i = 0; i < N; i++)
        year->groups[k][i] = (int) (i % M);
      for (guint i = N; i > 1; i--)
        {
          guint j = pz_random_below (&random, i);
          int kept = year->groups[k][i - 1];

          year->groups[k][i - 1] = year->groups[k][j];
          year->groups[k][j] = kept;
        }
      year->pasts[k] = (PzGroupPast) { year->groups[k], M };
    }
}

static void
test_share_between_groups (void)
{
  static const double readiness[] = { 0, 0, 1, 1, NAN, 5 };
  static const int streamed[] = { 0, 0, 1, 1, 0, -1 }, mixed[] = { 0, 1, 0, 1, 1, -1 };
  const PzGroupPast pasts[] = { { streamed, 2 }, { mixed, 2 } };
  static const double alike[] = { 2, 2, 2, 2, 2, 2 };

  g_assert_cmpfloat_with_epsilon (pz_group_warnings_between (readiness, 6, &pasts[0]), 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (pz_group_warnings_between (readiness, 6, &pasts[1]), 0, 1e-12);
  g_assert_true (isnan (pz_group_warnings_between (alike, 6, &pasts[0])));
  g_assert_cmpfloat_with_epsilon (pz_group_warnings_chance (28, 6), 5 / 27.0, 1e-12);
}

static void
test_chance_is_what_chance_gives (void)
{
  double sum = 0;

  for (guint seed = 0; seed < 200; seed++)
    {
      Year year;

      make_year (&year, seed);
      for (guint k = 0; k < 10; k++)
        sum += pz_group_warnings_between (year.readiness, N, &year.pasts[k]);
    }
  g_assert_cmpfloat_with_epsilon (sum / 2000, pz_group_warnings_chance (N, M), 0.01);
}

static void
test_tracking_needs_five_groupings (void)
{
  Year year;

  make_year (&year, 1);
  g_assert_false (pz_group_warnings_is_tracking (year.readiness, N, year.pasts, 10));
  for (guint k = 5; k < 8; k++)
    for (guint i = 0; i < N; i++)
      year.groups[k][i] = (int) (i / 4);
  g_assert_true (pz_group_warnings_is_tracking (year.readiness, N, year.pasts, 10));
  g_assert_false (pz_group_warnings_is_tracking (year.readiness, N, year.pasts + 5, 4));
}

static const PzGroupLowest *
find (GArray *found,
      guint   learner)
{
  for (guint k = 0; k < found->len; k++)
    if (g_array_index (found, PzGroupLowest, k).learner == learner)
      return &g_array_index (found, PzGroupLowest, k);
  return NULL;
}

static void
test_chance_warns_rarely (void)
{
  guint n_warned = 0;

  for (guint seed = 0; seed < 300; seed++)
    {
      Year year;
      g_autoptr(GArray) found = NULL;

      make_year (&year, seed);
      /* nobody is lower than anybody: no learner is put in the lowest group by being so */
      for (guint i = 0; i < N; i++)
        year.readiness[i] = (double) (i * 13 % N);
      found = pz_group_warnings_lowest (year.readiness, N, year.pasts, 6);
      for (guint k = 0; k < found->len; k++)
        n_warned += g_array_index (found, PzGroupLowest, k).in_a_row < 3;
    }
  g_assert_cmpuint (n_warned, <, 60);
}

static void
test_five_of_six_is_no_chance (void)
{
  int groups[6][N];
  PzGroupPast pasts[6];
  double readiness[N];
  g_autoptr(GArray) found = NULL;
  g_autofree char *text = NULL;

  /* six groups; learner 20 is in the lowest five times, but not twice in a row at the end */
  for (guint k = 0; k < 6; k++)
    {
      for (guint i = 0; i < N; i++)
        {
          readiness[i] = i < 4 ? 0 : 50 + i;
          groups[k][i] = (int) (i < 4 ? 0 : 1 + (i + k) % 5);
        }
      if (k != 4)
        groups[k][20] = 0;
      pasts[k] = (PzGroupPast) { groups[k], 6 };
    }
  found = pz_group_warnings_lowest (readiness, N, pasts, 6);
  g_assert_nonnull (find (found, 20));
  g_assert_cmpuint (find (found, 20)->times, ==, 5);
  g_assert_cmpuint (find (found, 20)->of, ==, 6);
  g_assert_cmpuint (find (found, 20)->in_a_row, ==, 1);
  g_assert_cmpuint (find (found, 0)->in_a_row, ==, 6);
  g_assert_null (find (found, 10));
  text = pz_group_lowest_dup_text (find (found, 20), "Ana");
  g_assert_true (g_str_has_prefix (text, "Ana: lowest group in 5 of 6. "));
}

/* 28 learners in 6 groups, 6 groupings: 28 P (X >= 5) is below 0.05 and 28 P (X >= 4) is not */
static void
test_four_of_six_may_be_chance (void)
{
  int groups[6][N];
  PzGroupPast pasts[6];
  double readiness[N];
  g_autoptr(GArray) found = NULL;

  for (guint k = 0; k < 6; k++)
    {
      for (guint i = 0; i < N; i++)
        {
          readiness[i] = i < 4 ? 0 : 50 + i;
          groups[k][i] = (int) (i < 4 ? 0 : 1 + (i + k) % 5);
        }
      if (k != 2 && k != 4)
        groups[k][20] = 0;
      pasts[k] = (PzGroupPast) { groups[k], 6 };
    }
  found = pz_group_warnings_lowest (readiness, N, pasts, 6);
  g_assert_null (find (found, 20));
}

static void
test_movement_is_the_share_who_changed (void)
{
  static const double readiness[] = { 1, 2, 3, 4 };
  static const int fixed[] = { 0, 0, 1, 1 }, renamed[] = { 1, 1, 0, 0 }, other[] = { 0, 1, 0, 1 };
  const PzGroupPast same[] = { { fixed, 2 }, { renamed, 2 } }, moved[] = { { fixed, 2 }, { other, 2 } };

  /* other names for the groups are no movement */
  g_assert_cmpfloat (pz_group_warnings_movement (readiness, 4, same, 2), ==, 0);
  g_assert_cmpfloat (pz_group_warnings_movement (readiness, 4, moved, 2), ==, 0.5);
  g_assert_true (isnan (pz_group_warnings_movement (readiness, 4, same, 1)));
}

static void
test_tail_is_that_of_the_binomial (void)
{
  const double chances[] = { 0.5, 0.5, 0.5 }, uneven[] = { 1, 0, 0.25 };

  g_assert_cmpfloat_with_epsilon (pz_group_warnings_tail (chances, 3, 0), 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (pz_group_warnings_tail (chances, 3, 2), 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (pz_group_warnings_tail (chances, 3, 3), 0.125, 1e-12);
  g_assert_cmpfloat_with_epsilon (pz_group_warnings_tail (uneven, 3, 2), 0.25, 1e-12);
  g_assert_cmpfloat_with_epsilon (pz_group_warnings_tail (NULL, 0, 1), 0, 1e-12);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-warnings/share-between-groups", test_share_between_groups);
  g_test_add_func ("/core/group-warnings/chance-is-what-chance-gives", test_chance_is_what_chance_gives);
  g_test_add_func ("/core/group-warnings/tracking-needs-five-groupings", test_tracking_needs_five_groupings);
  g_test_add_func ("/core/group-warnings/chance-warns-rarely", test_chance_warns_rarely);
  g_test_add_func ("/core/group-warnings/five-of-six-is-no-chance", test_five_of_six_is_no_chance);
  g_test_add_func ("/core/group-warnings/four-of-six-may-be-chance", test_four_of_six_may_be_chance);
  g_test_add_func ("/core/group-warnings/movement-is-the-share-who-changed", test_movement_is_the_share_who_changed);
  g_test_add_func ("/core/group-warnings/tail-is-that-of-the-binomial", test_tail_is_that_of_the_binomial);
  return g_test_run ();
}
