/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-state-private.h"

#define N 7

static const guint groups[N] = { 0, 0, 1, 1, 2, 2, 0 };

/* three groups of 3, 2 and 2; numbers, values and pairs cost what they are */
static PzGroupProblem *
make_problem (void)
{
  static const double numbers[N] = { 0, 1, 2, 3, 4, 5, 6 };
  static const int values[N] = { 0, 1, 0, 1, 0, 1, 0 };
  PzGroupBuilder *builder = fixture_builder (N, 3);
  double pairs[N * N] = { 0 };

  for (guint i = 0; i < N; i++)
    for (guint j = 0; j < N; j++)
      pairs[i * N + j] = i == j ? 0 : i + j;
  pz_group_builder_set_raw (builder);
  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 1, numbers);
  pz_group_builder_add_values (builder, PZ_CRITERION_NOT_ALONE, 1, values);
  pz_group_builder_add_pairs (builder, 1, pairs);
  return fixture_build (builder);
}

static void
assert_members (const PzGroupState *state,
                guint               h,
                guint               expected)
{
  guint set = 0;

  for (guint k = 0; k < state->size[h]; k++)
    {
      guint i = state->members[h * state->problem->largest + k];

      g_assert_cmpuint (state->group[i], ==, h);
      g_assert_cmpuint (state->place[i], ==, k);
      set |= 1u << i;
    }
  g_assert_cmphex (set, ==, expected);
}

/* every sum is what it is when found from nothing */
static void
assert_is_true (const PzGroupState *state)
{
  const PzGroupProblem *problem = state->problem;
  g_autoptr(PzGroupState) anew = pz_group_state_new (problem);

  pz_group_state_set (anew, state->group);
  g_assert_cmpint (state->total, ==, anew->total);
  g_assert_cmpmem (state->sums, sizeof (gint32) * problem->n * problem->m, anew->sums,
                   sizeof (gint32) * problem->n * problem->m);
  g_assert_cmpmem (state->counts, sizeof (guint) * problem->m * problem->n_values, anew->counts,
                   sizeof (guint) * problem->m * problem->n_values);
  g_assert_cmpmem (state->row, sizeof (gsize) * problem->m, anew->row, sizeof (gsize) * problem->m);
  g_assert_cmpmem (state->number, sizeof (guint) * problem->m, anew->number, sizeof (guint) * problem->m);
  g_assert_cmpmem (state->number_cost, sizeof (gint32) * problem->m, anew->number_cost, sizeof (gint32) * problem->m);
}

static void
test_takes_over_a_grouping (void)
{
  g_autoptr(PzGroupProblem) problem = make_problem ();
  g_autoptr(PzGroupState) state = pz_group_state_new (problem);

  pz_group_state_set (state, groups);
  assert_members (state, 0, 0x43);
  assert_members (state, 1, 0x0c);
  assert_members (state, 2, 0x30);
  /* of learner 1 with 0 and 6, with 2 and 3, with 4 and 5 */
  g_assert_cmpint (pz_group_state_sum (state, 1, 0), ==, (1 + 7) * PZ_GROUP_UNIT);
  g_assert_cmpint (pz_group_state_sum (state, 1, 1), ==, (3 + 4) * PZ_GROUP_UNIT);
  g_assert_cmpint (pz_group_state_sum (state, 1, 2), ==, (5 + 6) * PZ_GROUP_UNIT);
  g_assert_cmpuint (state->number[0], ==, 7);
  g_assert_cmpuint (state->counts[0 * problem->n_values + 0], ==, 2);
  g_assert_cmpuint (state->counts[0 * problem->n_values + 1], ==, 1);
  g_assert_cmpint (state->total, ==, pz_group_problem_get_total (problem, groups));
  pz_group_state_check (state);
}

static void
test_a_new_grouping_leaves_nothing_of_the_old (void)
{
  static const guint other[N] = { 2, 1, 0, 0, 1, 0, 2 };
  g_autoptr(PzGroupProblem) problem = make_problem ();
  g_autoptr(PzGroupState) state = pz_group_state_new (problem);

  pz_group_state_set (state, other);
  pz_group_state_set (state, groups);
  assert_is_true (state);
  g_assert_cmpint (state->total, ==, pz_group_problem_get_total (problem, groups));
}

static void
test_one_out_and_into_another (void)
{
  g_autoptr(PzGroupProblem) problem = make_problem ();
  g_autoptr(PzGroupState) state = pz_group_state_new (problem);

  pz_group_state_set (state, groups);
  pz_group_state_count_out (state, 0);
  g_assert_cmpuint (state->size[0], ==, 2);
  g_assert_cmpuint (state->number[0], ==, 7);
  g_assert_cmpuint (state->counts[0], ==, 1);
  pz_group_state_count_in (state, 0, 2);
  assert_members (state, 0, 0x42);
  assert_members (state, 2, 0x31);
  g_assert_cmpuint (state->counts[2 * problem->n_values + 0], ==, 2);
  g_assert_cmpuint (state->number[2], ==, 9);
  /* the costs follow when they are asked to */
  pz_group_state_settle (state, 0);
  pz_group_state_settle (state, 2);
  g_assert_cmpuint (state->row[0], ==, 0);
  g_assert_cmpuint (state->row[2], ==, problem->width);
  g_assert_cmpint (state->number_cost[2], ==, pz_group_problem_number_cost (problem, 3, 9));
  g_assert_cmpint (state->number_cost[0], ==, pz_group_problem_number_cost (problem, 2, 7));
}

static void
test_a_swap_changes_what_it_says (void)
{
  g_autoptr(PzGroupProblem) problem = make_problem ();
  g_autoptr(PzGroupState) state = pz_group_state_new (problem);
  PzRandom random;

  pz_random_init (&random, 1);
  pz_group_state_set (state, groups);
  for (guint k = 0; k < 300; k++)
    {
      guint i = pz_random_below (&random, N), j = pz_random_below (&random, N);
      gint64 before = state->total, delta;
      guint a = state->group[i], b = state->group[j];

      if (a == b)
        continue;
      delta = pz_group_state_swap_delta (state, i, j);
      pz_group_state_swap (state, i, j, delta);
      g_assert_cmpuint (state->group[i], ==, b);
      g_assert_cmpuint (state->group[j], ==, a);
      g_assert_cmpint (state->total - before, ==, delta);
      assert_is_true (state);
    }
}

static void
test_what_was_noted_is_added_up (void)
{
  g_autoptr(PzGroupProblem) problem = make_problem ();
  g_autoptr(PzGroupState) state = pz_group_state_new (problem);
  gint64 total;

  pz_group_state_set (state, groups);
  total = state->total;
  pz_group_state_note (state, 5);
  pz_group_state_note (state, -12);
  g_assert_cmpint (state->total, ==, total - 7);
  g_assert_cmpuint (state->n_applied, ==, 2);
}

/* a total that has drifted stops the program rather than be believed: at a check, and at every 4096th change */
static void
test_a_total_that_drifted_is_found (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr(PzGroupProblem) problem = make_problem ();
      g_autoptr(PzGroupState) state = pz_group_state_new (problem);

      pz_group_state_set (state, groups);
      pz_group_state_note (state, 1);
      if (g_getenv ("PZ_TEST_NOTES") != NULL)
        for (guint k = 0; k < 4096; k++)
          pz_group_state_note (state, 0);
      else
        pz_group_state_check (state);
      return;
    }
  for (guint k = 0; k < 2; k++)
    {
      if (k == 1)
        g_setenv ("PZ_TEST_NOTES", "1", TRUE);
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_failed ();
      g_test_trap_assert_stderr ("*total*");
    }
  g_unsetenv ("PZ_TEST_NOTES");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-state/takes-over-a-grouping", test_takes_over_a_grouping);
  g_test_add_func ("/core/group-state/a-new-grouping-leaves-nothing-of-the-old",
                   test_a_new_grouping_leaves_nothing_of_the_old);
  g_test_add_func ("/core/group-state/one-out-and-into-another", test_one_out_and_into_another);
  g_test_add_func ("/core/group-state/a-swap-changes-what-it-says", test_a_swap_changes_what_it_says);
  g_test_add_func ("/core/group-state/what-was-noted-is-added-up", test_what_was_noted_is_added_up);
  g_test_add_func ("/core/group-state/a-total-that-drifted-is-found", test_a_total_that_drifted_is_found);
  return g_test_run ();
}
