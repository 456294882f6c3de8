/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-anneal-private.h"

#define N 5

/* five learners of whom the third may not move; each two cost what their numbers have as a product */
static PzGroupProblem *
make_five (void)
{
  PzGroupBuilder *builder = fixture_builder (N, 2);
  double pairs[N * N] = { 0 };

  for (guint i = 0; i < N; i++)
    for (guint j = 0; j < N; j++)
      pairs[i * N + j] = i == j ? 0 : (i + 1) * (j + 1);
  pz_group_builder_set_raw (builder);
  pz_group_builder_add_pairs (builder, 1, pairs);
  return fixture_build (builder);
}

/* 1 2 3 in the first group and 4 5 in the second, counted from 1 */
static PzGroupLanes *
make_lanes (const PzGroupProblem *problem)
{
  static const guint singles[] = { 0, 1, 3, 4 }, groups[N] = { 0, 0, 0, 1, 1 };
  g_autoptr(GArray) movable = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(PzGroupState) state = pz_group_state_new (problem);
  PzGroupLanes *lanes;

  g_array_append_vals (movable, singles, G_N_ELEMENTS (singles));
  pz_group_state_set (state, groups);
  lanes = pz_group_lanes_new (problem, movable);
  pz_group_lanes_set (lanes, state);
  return lanes;
}

static void
test_lanes_hold_those_who_may_move (void)
{
  g_autoptr(PzGroupProblem) problem = make_five ();
  g_autoptr(PzGroupLanes) lanes = make_lanes (problem);

  g_assert_cmpuint (lanes->n, ==, 4);
  g_assert_cmpuint (lanes->stride, ==, PZ_GROUP_BLOCK);
  g_assert_cmpuint (lanes->learner[2], ==, 3);
  g_assert_cmpint (lanes->pairs[2 * PZ_GROUP_BLOCK + 3], ==, 4 * 5 * PZ_GROUP_UNIT);
  /* of learner 4 with 1, 2 and 3, who does not move but is there; and with 5 */
  g_assert_cmpint (lanes->sums[2], ==, 4 * (1 + 2 + 3) * PZ_GROUP_UNIT);
  g_assert_cmpint (lanes->own[2], ==, 4 * 5 * PZ_GROUP_UNIT);
  g_assert_cmpint (lanes->group[2], ==, 1);
}

static void
test_looks_at_a_block_at_once (void)
{
  g_autoptr(PzGroupProblem) problem = make_five ();
  g_autoptr(PzGroupLanes) lanes = make_lanes (problem);
  guint32 hits;

  /* 1 and 4 change places: 2 3 4 and 1 5 cost 6 + 8 + 12 and 5, it was 2 + 3 + 6 and 20; 1 and 5: 2 3 5 and 1 4 */
  pz_group_lanes_look (lanes, 0, 0, 1, 0, &hits);
  g_assert_cmpuint (hits, ==, 1 << 2);
  g_assert_cmpint (pz_group_lanes_delta (lanes, 0, 2), ==, (31 - 31) * PZ_GROUP_UNIT);
  g_assert_cmpint (pz_group_lanes_delta (lanes, 0, 3), ==, (6 + 10 + 15 + 4 - 31) * PZ_GROUP_UNIT);
  pz_group_lanes_look (lanes, 0, 0, 1, 4 * PZ_GROUP_UNIT, &hits);
  g_assert_cmpuint (hits, ==, 1 << 2 | 1 << 3);
  pz_group_lanes_look (lanes, 0, 0, 1, -1, &hits);
  g_assert_cmpuint (hits, ==, 0);
  /* nobody with themselves, with one of the same group, or with a place behind the last */
  pz_group_lanes_look (lanes, 0, 0, 1, 1 << 27, &hits);
  g_assert_cmpuint (hits, ==, 1 << 2 | 1 << 3);
}

static void
test_after_the_last_chunk_comes_the_first (void)
{
  g_autoptr(PzGroupProblem) problem = make_five ();
  g_autoptr(PzGroupLanes) lanes = make_lanes (problem);
  guint32 hits;

  g_assert_cmpuint (pz_group_lanes_place (lanes, 0, 17), ==, 17);
  g_assert_cmpuint (pz_group_lanes_place (lanes, 1, 3), ==, PZ_GROUP_CHUNK + 3);
  g_assert_cmpuint (pz_group_lanes_place (lanes, 1, PZ_GROUP_CHUNK + 2), ==, 2);
  pz_group_lanes_look (lanes, 0, 1, 1, 0, &hits);
  g_assert_cmpuint (hits, ==, 1 << (PZ_GROUP_CHUNK + 2));
}

static void
assert_lanes_are_true (PzGroupLanes       *lanes,
                       const PzGroupState *state)
{
  g_autoptr(GArray) singles = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(PzGroupLanes) anew = NULL;

  g_array_append_vals (singles, lanes->learner, lanes->n);
  anew = pz_group_lanes_new (state->problem, singles);
  pz_group_lanes_set (anew, state);
  g_assert_cmpmem (lanes->sums, sizeof (gint32) * lanes->stride * state->problem->m, anew->sums,
                   sizeof (gint32) * lanes->stride * state->problem->m);
  g_assert_cmpmem (lanes->own, sizeof (gint32) * lanes->stride, anew->own, sizeof (gint32) * lanes->stride);
  g_assert_cmpmem (lanes->group, sizeof (gint32) * lanes->stride, anew->group, sizeof (gint32) * lanes->stride);
}

/* Looks once, and compares with every swap by itself. Returns the best partner, or G_MAXUINT. */
static guint
look_and_compare (PzGroupLanes  *lanes,
                  PzGroupSearch *search,
                  guint          i,
                  PzRandom      *random)
{
  guint32 hits[PZ_GROUP_MOST_BLOCKS];
  guint n_blocks = 1 + pz_random_below (random, lanes->n_chunks / 2), chunk = pz_random_below (random, lanes->n_chunks);
  guint best = G_MAXUINT;
  gint32 limit = (gint32) pz_random_below (random, 2 * PZ_GROUP_UNIT);
  gint64 least = G_MAXINT64;

  pz_group_lanes_look (lanes, i, chunk, n_blocks, limit, hits);
  for (guint k = 0; k < n_blocks * PZ_GROUP_BLOCK; k++)
    {
      guint j = pz_group_lanes_place (lanes, chunk, k);
      gboolean hit = (hits[k / PZ_GROUP_BLOCK] >> k % PZ_GROUP_BLOCK) & 1;
      gint64 delta;

      if (j >= lanes->n || lanes->group[j] == lanes->group[i])
        {
          g_assert_false (hit); /* nobody swaps with these */
          continue;
        }
      delta = pz_group_state_swap_delta (search->state, lanes->learner[i], lanes->learner[j]);
      g_assert_cmpint (pz_group_lanes_delta (lanes, i, j), ==, delta);
      g_assert_cmpint (hit, ==, delta <= limit);
      if (delta < least)
        {
          least = delta;
          best = j;
        }
    }
  return best;
}

static void
test_blocks_say_what_swaps_change (void)
{
  for (guint n = 20; n <= 120; n += 20)
    {
      g_autoptr(PzGroupProblem) problem = fixture_year (n, n > 100 ? 40 : 5, FALSE, TRUE);
      PzGroupWork work = { 0, 1000 };
      PzGroupRun run = { problem, &work };
      g_autoptr(PzGroupSearch) search = NULL;
      g_autoptr(PzGroupLanes) lanes = NULL;
      gboolean picks;
      guint i = 0;

      pz_random_init (&run.random, n);
      search = pz_group_search_new (&run);
      g_assert_true (pz_group_search_start (search));
      lanes = pz_group_lanes_new (problem, search->singles);
      pz_group_lanes_set (lanes, search->state);
      picks = lanes->picks;
      for (guint step = 0; step < 200; step++)
        {
          guint best;

          /* every second time as on a processor that cannot pick; now in turn, now anybody */
          lanes->picks = picks && step % 2 == 0;
          i = step % 3 == 0 ? pz_random_below (&run.random, lanes->n) : (i + 1) % lanes->n;
          best = look_and_compare (lanes, search, i, &run.random);
          if (best == G_MAXUINT || step % 4 == 0)
            continue;
          pz_group_state_swap (search->state, lanes->learner[i], lanes->learner[best],
                               pz_group_lanes_delta (lanes, i, best));
          pz_group_lanes_swap (lanes, i, best);
          assert_lanes_are_true (lanes, search->state);
        }
    }
}

static void
test_moving_into_a_group_keeps_the_sums (void)
{
  g_autoptr(PzGroupProblem) problem = fixture_year (40, 5, FALSE, FALSE);
  PzGroupWork work = { 0, 1000 };
  PzGroupRun run = { problem, &work };
  g_autoptr(PzGroupSearch) search = pz_group_search_new (&run);
  g_autoptr(PzGroupLanes) lanes = pz_group_lanes_new (problem, search->singles);

  pz_random_init (&run.random, 1);
  g_assert_true (pz_group_search_start (search));
  pz_group_lanes_set (lanes, search->state);
  /* one into each group in turn: sizes are as before at the end */
  for (guint h = 0; h < 5; h++)
    {
      guint i = 0;

      while (lanes->group[i] != (gint32) h)
        i++;
      search->state->group[lanes->learner[i]] = (h + 1) % 5;
      pz_group_lanes_insert (lanes, i, (h + 1) % 5);
      assert_lanes_are_true (lanes, search->state);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-lanes/lanes-hold-those-who-may-move", test_lanes_hold_those_who_may_move);
  g_test_add_func ("/core/group-lanes/looks-at-a-block-at-once", test_looks_at_a_block_at_once);
  g_test_add_func ("/core/group-lanes/after-the-last-chunk-comes-the-first", test_after_the_last_chunk_comes_the_first);
  g_test_add_func ("/core/group-lanes/blocks-say-what-swaps-change", test_blocks_say_what_swaps_change);
  g_test_add_func ("/core/group-lanes/moving-into-a-group-keeps-the-sums", test_moving_into_a_group_keeps_the_sums);
  return g_test_run ();
}
