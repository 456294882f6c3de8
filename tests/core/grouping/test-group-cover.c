/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-cover-private.h"
#include "pz-group-types-private.h"

#define N 6

typedef struct
{
  PzGroupProblem *problem;
  PzGroupColumns *columns;
  PzGroupCover *cover;
  guint types[N];
  gint64 duals[N];
  gint64 upper;
  gint64 bound;
  guint groups[N];
} Fixture;

/* makes all of it from a builder, which is taken; nothing is excluded */
static void
begin (Fixture        *fixture,
       PzGroupBuilder *builder,
       GCancellable   *cancellable)
{
  *fixture = (Fixture) { .problem = fixture_build (builder) };
  fixture->columns = pz_group_columns_new (fixture->problem, NULL);
  pz_group_types_find (fixture->columns, fixture->types);
  fixture->cover = pz_group_cover_new (fixture->columns, fixture->types, cancellable);
  fixture->upper = G_MAXINT32;
  fixture->bound = pz_group_columns_fix (fixture->columns, fixture->duals, fixture->upper);
}

static void
end (Fixture *fixture)
{
  pz_group_cover_free (fixture->cover);
  pz_group_columns_free (fixture->columns);
  pz_group_problem_unref (fixture->problem);
}

static gboolean
run (Fixture *fixture,
     gint64   tolerance,
     guint64  max_nodes)
{
  return pz_group_cover_run (fixture->cover, fixture->duals, fixture->bound, tolerance, max_nodes, &fixture->upper,
                             fixture->groups);
}

/* six in pairs; each two cost the square of how far apart they are, so that neighbours are best: 3 */
static PzGroupBuilder *
make_row (void)
{
  PzGroupBuilder *builder = fixture_builder (N, 3);
  double pairs[N * N] = { 0 };

  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++)
      pairs[i * N + j] = (i - j) * (i - j);
  pz_group_builder_set_raw (builder);
  pz_group_builder_add_pairs (builder, 1.0 / PZ_GROUP_UNIT, pairs);
  return builder;
}

static void
test_finds_the_best_grouping (void)
{
  Fixture fixture;

  begin (&fixture, make_row (), NULL);
  g_assert_cmpuint (pz_group_cover_get_n_nodes (fixture.cover), ==, 0);
  g_assert_true (run (&fixture, 0, G_MAXUINT64));
  g_assert_cmpint (fixture.upper, ==, 3);
  for (guint i = 0; i < N; i += 2)
    g_assert_cmpuint (fixture.groups[i], ==, fixture.groups[i + 1]);
  g_assert_true (pz_group_problem_is_grouping (fixture.problem, fixture.groups));
  g_assert_cmpuint (pz_group_cover_get_n_nodes (fixture.cover), >, 0);
  end (&fixture);
}

static void
test_nothing_better_leaves_all_as_it_was (void)
{
  Fixture fixture;

  begin (&fixture, make_row (), NULL);
  fixture.upper = 3;
  fixture.groups[0] = 77;
  g_assert_true (run (&fixture, 0, G_MAXUINT64));
  g_assert_cmpint (fixture.upper, ==, 3);
  g_assert_cmpuint (fixture.groups[0], ==, 77);
  end (&fixture);
}

static void
test_only_what_is_better_by_more_than_the_tolerance (void)
{
  Fixture fixture;

  begin (&fixture, make_row (), NULL);
  fixture.upper = 13;
  g_assert_true (run (&fixture, 10, G_MAXUINT64));
  g_assert_cmpint (fixture.upper, ==, 13);
  end (&fixture);
  begin (&fixture, make_row (), NULL);
  fixture.upper = 14;
  g_assert_true (run (&fixture, 10, G_MAXUINT64));
  g_assert_cmpint (fixture.upper, ==, 3);
  end (&fixture);
}

static void
test_stops_at_the_nodes_allowed_and_goes_on (void)
{
  Fixture fixture;
  guint n_tries = 1;

  begin (&fixture, make_row (), NULL);
  g_assert_false (run (&fixture, 0, 1));
  while (!run (&fixture, 0, n_tries))
    n_tries++;
  g_assert_cmpuint (n_tries, >, 1);
  g_assert_cmpint (fixture.upper, ==, 3);
  end (&fixture);
}

static void
test_pins_go_where_they_must (void)
{
  PzGroupBuilder *builder = make_row ();
  Fixture fixture;

  pz_group_builder_pin (builder, 0, 2);
  pz_group_builder_pin (builder, 5, 0);
  begin (&fixture, builder, NULL);
  g_assert_true (run (&fixture, 0, G_MAXUINT64));
  g_assert_cmpint (fixture.upper, ==, 3);
  g_assert_cmpuint (fixture.groups[1], ==, 2);
  g_assert_cmpuint (fixture.groups[2], ==, 1);
  g_assert_cmpuint (fixture.groups[4], ==, 0);
  end (&fixture);
}

/* sizes that may vary: every group is filled, none is left over */
static void
test_every_group_is_filled (void)
{
  static const PzGroupSize sizes[] = { { 1, 4 }, { 2, 2 }, { 1, 4 } };
  PzGroupBuilder *builder = make_row ();
  Fixture fixture;

  pz_group_builder_set_sizes (builder, sizes, 3);
  begin (&fixture, builder, NULL);
  g_assert_true (run (&fixture, 0, G_MAXUINT64));
  g_assert_true (pz_group_problem_is_grouping (fixture.problem, fixture.groups));
  g_assert_cmpint (fixture.upper, ==, 3);
  g_assert_cmpint (pz_group_problem_get_total (fixture.problem, fixture.groups), ==, 3);
  end (&fixture);
}

/* all alike: one way in stands for all of them */
static void
test_those_who_are_alike_are_tried_once (void)
{
  Fixture fixture;

  begin (&fixture, fixture_builder (N, 3), NULL);
  g_assert_true (run (&fixture, 0, G_MAXUINT64));
  g_assert_cmpint (fixture.upper, ==, 0);
  /* the root, and two more with fewer open; then nothing is better */
  g_assert_cmpuint (pz_group_cover_get_n_nodes (fixture.cover), ==, 3);
  end (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-cover/finds-the-best-grouping", test_finds_the_best_grouping);
  g_test_add_func ("/core/group-cover/nothing-better-leaves-all-as-it-was", test_nothing_better_leaves_all_as_it_was);
  g_test_add_func ("/core/group-cover/only-what-is-better-by-more-than-the-tolerance",
                   test_only_what_is_better_by_more_than_the_tolerance);
  g_test_add_func ("/core/group-cover/stops-at-the-nodes-allowed-and-goes-on",
                   test_stops_at_the_nodes_allowed_and_goes_on);
  g_test_add_func ("/core/group-cover/pins-go-where-they-must", test_pins_go_where_they_must);
  g_test_add_func ("/core/group-cover/every-group-is-filled", test_every_group_is_filled);
  g_test_add_func ("/core/group-cover/those-who-are-alike-are-tried-once", test_those_who_are_alike_are_tried_once);
  return g_test_run ();
}
