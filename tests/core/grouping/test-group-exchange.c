/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-state-private.h"

#include <math.h>

#define N 9

static const guint groups[N] = { 0, 0, 0, 1, 1, 1, 2, 2, 2 };

typedef struct
{
  PzGroupProblem *problem;
  PzGroupState *state;
  GArray *from_a;
  GArray *from_b;
} Fixture;

/* three groups of 1 to 5; pairs cost the sum of both, a value alone 10, all scatter between groups 100 */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const PzGroupSize sizes[] = { { 1, 5 }, { 1, 5 }, { 1, 5 } };
  static const double numbers[N] = { 0, 1, 2, 3, 4, 5, 6, 7, 8 };
  static const int values[N] = { 0, 0, 1, 1, 2, 2, 0, 1, 2 };
  PzGroupBuilder *builder = fixture_builder (N, 3);
  double pairs[N * N] = { 0 };

  for (guint i = 0; i < N; i++)
    for (guint j = 0; j < N; j++)
      pairs[i * N + j] = i == j ? 0 : i + j;
  pz_group_builder_set_sizes (builder, sizes, 3);
  pz_group_builder_set_raw (builder);
  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 100, numbers);
  pz_group_builder_add_values (builder, PZ_CRITERION_NOT_ALONE, 10, values);
  pz_group_builder_add_pairs (builder, 1, pairs);
  fixture->problem = fixture_build (builder);
  fixture->state = pz_group_state_new (fixture->problem);
  pz_group_state_set (fixture->state, groups);
  fixture->from_a = g_array_new (FALSE, FALSE, sizeof (guint));
  fixture->from_b = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  pz_group_state_free (fixture->state);
  pz_group_problem_unref (fixture->problem);
  g_array_unref (fixture->from_a);
  g_array_unref (fixture->from_b);
}

static void
take (GArray *people,
      guint   first,
      guint   n)
{
  g_array_set_size (people, 0);
  for (guint i = first; i < first + n; i++)
    g_array_append_val (people, i);
}

static void
test_two_for_one (Fixture       *fixture,
                  gconstpointer  data)
{
  static const guint after[N] = { 1, 1, 0, 0, 1, 1, 2, 2, 2 };
  PzGroupState *state = fixture->state;
  gint64 before = state->total, delta;

  /* 0 and 1 for 3: together with 2 it has the value 1, and who leaves keeps company */
  take (fixture->from_a, 0, 2);
  take (fixture->from_b, 3, 1);
  delta = pz_group_state_exchange_delta (state, fixture->from_a, 0, fixture->from_b, 1);
  g_assert_cmpint (state->total, ==, before); /* it only looked */
  pz_group_state_exchange (state, fixture->from_a, 0, fixture->from_b, 1, delta);
  g_assert_cmpmem (state->group, sizeof after, after, sizeof after);
  g_assert_cmpint (state->total, ==, before + delta);
  g_assert_cmpint (state->total, ==, pz_group_problem_get_total (fixture->problem, after));
}

static void
test_what_pairs_change_by_hand (Fixture       *fixture,
                                gconstpointer  data)
{
  PzGroupState *state = fixture->state;
  gint64 delta, tables;

  /* 0 leaves 1 and 2 for 3, 4 and 5, who leave nobody: 3 + 4 + 5 come, 1 + 2 go */
  take (fixture->from_a, 0, 1);
  take (fixture->from_b, 0, 0);
  delta = pz_group_state_exchange_delta (state, fixture->from_a, 0, fixture->from_b, 1);
  tables = pz_group_state_move_delta (state, fixture->from_a, 0, fixture->from_b, 1);
  g_assert_cmpint (delta - tables, ==, (12 - 3) * PZ_GROUP_UNIT);
}

static void
test_what_values_and_numbers_change_by_hand (Fixture       *fixture,
                                             gconstpointer  data)
{
  PzGroupState *state = fixture->state;

  /* Group 0 has values 0 0 1 and group 1 has 1 2 2: 2 for 3 leaves 0 0 1 and 1 2 2. Means are 1 and 4 of 4 before, 4/3
   * and 11/3 after; of the scatter of 60 each group has 3 x the square of what it is off: 27 + 0, then 64/3 + 1/3. */
  take (fixture->from_a, 2, 1);
  take (fixture->from_b, 3, 1);
  g_assert_cmpint (ABS (pz_group_state_move_delta (state, fixture->from_a, 0, fixture->from_b, 1)
                        - llround (100 * (65.0 / 3 - 27) / 60 * PZ_GROUP_UNIT)), <=, 2);
}

static void
test_nobody_for_nobody_changes_nothing (Fixture       *fixture,
                                        gconstpointer  data)
{
  PzGroupState *state = fixture->state;
  gint64 before = state->total;

  g_assert_cmpint (pz_group_state_move_delta (state, fixture->from_a, 0, fixture->from_b, 1), ==, 0);
  g_assert_cmpint (pz_group_state_exchange_delta (state, fixture->from_a, 0, fixture->from_b, 1), ==, 0);
  pz_group_state_exchange (state, fixture->from_a, 0, fixture->from_b, 1, 0);
  g_assert_cmpmem (state->group, sizeof groups, groups, sizeof groups);
  g_assert_cmpint (state->total, ==, before);
}

/* the members of h that a bit of the mask chooses, no more than five may be there afterwards and no fewer than one */
static void
choose (const PzGroupState *state,
        guint               h,
        guint               mask,
        GArray             *people)
{
  g_array_set_size (people, 0);
  for (guint k = 0; k < state->size[h]; k++)
    if ((mask >> k & 1) != 0)
      g_array_append_val (people, state->members[h * state->problem->largest + k]);
}

static void
test_any_exchange_changes_what_it_says (Fixture       *fixture,
                                        gconstpointer  data)
{
  PzGroupState *state = fixture->state;
  PzRandom random;
  guint n_done = 0;

  pz_random_init (&random, 5);
  for (guint k = 0; k < 2000; k++)
    {
      guint a = pz_random_below (&random, 3), b = (a + 1 + pz_random_below (&random, 2)) % 3, size_a, size_b;
      gint64 before = state->total, delta;

      choose (state, a, pz_random_below (&random, 32), fixture->from_a);
      choose (state, b, pz_random_below (&random, 32), fixture->from_b);
      size_a = state->size[a] - fixture->from_a->len + fixture->from_b->len;
      size_b = state->size[b] - fixture->from_b->len + fixture->from_a->len;
      if (MIN (size_a, size_b) < 1 || MAX (size_a, size_b) > 5)
        continue;
      delta = pz_group_state_exchange_delta (state, fixture->from_a, a, fixture->from_b, b);
      pz_group_state_exchange (state, fixture->from_a, a, fixture->from_b, b, delta);
      g_assert_cmpint (state->total, ==, before + delta);
      pz_group_state_check (state);
      n_done++;
    }
  g_assert_cmpuint (n_done, >, 1000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/core/group-exchange/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("two-for-one", test_two_for_one);
  ADD ("what-pairs-change-by-hand", test_what_pairs_change_by_hand);
  ADD ("what-values-and-numbers-change-by-hand", test_what_values_and_numbers_change_by_hand);
  ADD ("nobody-for-nobody-changes-nothing", test_nobody_for_nobody_changes_nothing);
  ADD ("any-exchange-changes-what-it-says", test_any_exchange_changes_what_it_says);
#undef ADD
  return g_test_run ();
}
