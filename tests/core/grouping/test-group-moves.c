/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-search-private.h"

#define N 6

typedef struct
{
  PzGroupProblem *problem;
  PzGroupWork work;
  PzGroupRun run;
  PzGroupSearch *search;
} Fixture;

/* takes the builder; the search stands at the grouping */
static void
begin (Fixture        *fixture,
       PzGroupBuilder *builder,
       const guint    *groups)
{
  fixture->problem = fixture_build (builder);
  fixture->work = (PzGroupWork) { 1, 100000 };
  fixture->run = (PzGroupRun) { fixture->problem, &fixture->work, .best_total = G_MAXINT64 };
  fixture->run.best = g_new (guint, fixture->problem->n);
  pz_random_init (&fixture->run.random, 1);
  fixture->search = pz_group_search_new (&fixture->run);
  pz_group_state_set (fixture->search->state, groups);
}

static void
end (Fixture *fixture)
{
  pz_group_state_check (fixture->search->state);
  g_assert_true (pz_group_problem_is_grouping (fixture->problem, fixture->search->state->group));
  pz_group_search_free (fixture->search);
  pz_group_problem_unref (fixture->problem);
  g_free (fixture->run.best);
}

/* each two of one half cost nothing, of two halves 1 */
static void
add_halves (PzGroupBuilder *builder,
            const guint    *halves)
{
  double pairs[N * N];

  for (guint i = 0; i < N; i++)
    for (guint j = 0; j < N; j++)
      pairs[i * N + j] = halves[i] != halves[j];
  pz_group_builder_set_raw (builder);
  pz_group_builder_add_pairs (builder, 1, pairs);
}

/* 0 and 1 stay together, and with 5, who is in the other group: no swap of two can help, the move of the pair does */
static void
test_a_pair_changes_places_with_two (void)
{
  static const guint halves[N] = { 0, 0, 1, 1, 1, 0 }, groups[N] = { 0, 0, 0, 1, 1, 1 };
  PzGroupBuilder *builder = fixture_builder (N, 2);
  Fixture fixture;

  pz_group_builder_together (builder, 0, 1);
  add_halves (builder, halves);
  begin (&fixture, builder, groups);
  g_assert_true (pz_group_moves_improve (fixture.search));
  g_assert_cmpint (fixture.search->state->total, ==, 0);
  g_assert_cmpuint (fixture.search->state->group[0], ==, fixture.search->state->group[5]);
  g_assert_cmpuint (fixture.search->state->group[0], ==, fixture.search->state->group[1]);
  /* and there is nothing more to gain */
  g_assert_false (pz_group_moves_improve (fixture.search));
  g_assert_cmpuint (fixture.run.evaluations, >, 0);
  end (&fixture);
}

static void
test_somebody_goes_where_sizes_may_vary (void)
{
  static const PzGroupSize loose[] = { { 2, 4 }, { 2, 4 } };
  static const guint halves[N] = { 0, 0, 1, 1, 1, 1 }, groups[N] = { 0, 0, 0, 1, 1, 1 };
  PzGroupBuilder *builder = fixture_builder (N, 2);
  Fixture fixture;

  pz_group_builder_set_sizes (builder, loose, 2);
  add_halves (builder, halves);
  begin (&fixture, builder, groups);
  g_assert_true (pz_group_moves_improve (fixture.search));
  g_assert_cmpint (fixture.search->state->total, ==, 0);
  g_assert_cmpuint (fixture.search->state->group[2], ==, 1);
  end (&fixture);
}

static void
test_fixed_sizes_let_nobody_go (void)
{
  static const guint halves[N] = { 0, 0, 1, 1, 1, 1 }, groups[N] = { 0, 0, 0, 1, 1, 1 };
  PzGroupBuilder *builder = fixture_builder (N, 2);
  Fixture fixture;

  add_halves (builder, halves);
  begin (&fixture, builder, groups);
  g_assert_false (pz_group_moves_improve (fixture.search));
  g_assert_cmpmem (fixture.search->state->group, sizeof groups, groups, sizeof groups);
  end (&fixture);
}

static void
test_nothing_moves_when_the_budget_is_used (void)
{
  static const guint halves[N] = { 0, 0, 1, 1, 1, 0 }, groups[N] = { 0, 0, 0, 1, 1, 1 };
  PzGroupBuilder *builder = fixture_builder (N, 2);
  Fixture fixture;

  pz_group_builder_together (builder, 0, 1);
  add_halves (builder, halves);
  begin (&fixture, builder, groups);
  fixture.work.budget = 0;
  g_assert_false (pz_group_moves_improve (fixture.search));
  end (&fixture);
}

/* shakes until the learner is elsewhere; says whether that happened */
static gboolean
shake_until_moved (Fixture *fixture,
                   void   (*shake) (PzGroupSearch *search),
                   guint    learner)
{
  guint before = fixture->search->state->group[learner];

  for (guint k = 0; k < 200; k++)
    {
      shake (fixture->search);
      if (fixture->search->state->group[learner] != before)
        return TRUE;
    }
  return FALSE;
}

static void
test_a_shaken_block_stays_together (void)
{
  static const guint groups[N] = { 0, 0, 1, 1, 2, 2 };
  PzGroupBuilder *builder = fixture_builder (N, 3);
  Fixture fixture;

  pz_group_builder_together (builder, 0, 1);
  begin (&fixture, builder, groups);
  g_assert_true (shake_until_moved (&fixture, pz_group_moves_shake_block, 0));
  g_assert_cmpuint (fixture.search->state->group[0], ==, fixture.search->state->group[1]);
  end (&fixture);
}

/* wherever the pair goes, it would meet one it must not meet: it stays */
static void
test_a_shake_breaks_no_rule (void)
{
  static const guint groups[N] = { 0, 0, 0, 1, 1, 1 };
  static const PzGroupSize loose[] = { { 1, 5 }, { 1, 5 } };
  PzGroupBuilder *builder = fixture_builder (N, 2), *single = fixture_builder (N, 2);
  Fixture fixture;

  pz_group_builder_set_sizes (builder, loose, 2);
  pz_group_builder_together (builder, 0, 1);
  pz_group_builder_apart (builder, 1, 5);
  pz_group_builder_pin (builder, 5, 1);
  begin (&fixture, builder, groups);
  g_assert_false (shake_until_moved (&fixture, pz_group_moves_shake_block, 0));
  end (&fixture);
  pz_group_builder_set_sizes (single, loose, 2);
  pz_group_builder_apart (single, 0, 5);
  pz_group_builder_pin (single, 5, 1);
  begin (&fixture, single, groups);
  g_assert_false (shake_until_moved (&fixture, pz_group_moves_shake_insert, 0));
  end (&fixture);
}

static void
test_a_shaken_learner_goes_where_there_is_room (void)
{
  static const guint groups[N] = { 0, 0, 0, 0, 1, 1 };
  static const PzGroupSize loose[] = { { 2, 5 }, { 2, 5 } };
  PzGroupBuilder *builder = fixture_builder (N, 2), *fixed = fixture_builder (N, 2);
  static const guint even[N] = { 0, 0, 0, 1, 1, 1 };
  Fixture fixture;

  pz_group_builder_set_sizes (builder, loose, 2);
  begin (&fixture, builder, groups);
  for (guint i = 0; i < N; i++)
    g_assert_true (shake_until_moved (&fixture, pz_group_moves_shake_insert, i));
  end (&fixture);
  begin (&fixture, fixed, even);
  for (guint i = 0; i < N; i++)
    g_assert_false (shake_until_moved (&fixture, pz_group_moves_shake_insert, i));
  end (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-moves/a-pair-changes-places-with-two", test_a_pair_changes_places_with_two);
  g_test_add_func ("/core/group-moves/somebody-goes-where-sizes-may-vary", test_somebody_goes_where_sizes_may_vary);
  g_test_add_func ("/core/group-moves/fixed-sizes-let-nobody-go", test_fixed_sizes_let_nobody_go);
  g_test_add_func ("/core/group-moves/nothing-moves-when-the-budget-is-used",
                   test_nothing_moves_when_the_budget_is_used);
  g_test_add_func ("/core/group-moves/a-shaken-block-stays-together", test_a_shaken_block_stays_together);
  g_test_add_func ("/core/group-moves/a-shake-breaks-no-rule", test_a_shake_breaks_no_rule);
  g_test_add_func ("/core/group-moves/a-shaken-learner-goes-where-there-is-room",
                   test_a_shaken_learner_goes_where_there_is_room);
  return g_test_run ();
}
