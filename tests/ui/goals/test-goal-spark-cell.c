/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-spark-cell.h"
#include "goals-fixture.h"

#define WIDTH 100.0
#define HEIGHT 30.0

static void
assert_inside (const PzGoalSparkPlace *place)
{
  g_assert_cmpfloat (place->x, >=, 0);
  g_assert_cmpfloat (place->x, <=, WIDTH);
  g_assert_cmpfloat (place->y, >=, 0);
  g_assert_cmpfloat (place->y, <=, HEIGHT);
}

static void
test_points_and_way (UiFixture     *fixture,
                     gconstpointer  names)
{
  g_autoptr(PzGoalItem) item = goals_make_item (fixture, "a", "Reads", 12, 1.8);
  PzGoalSpark spark;

  pz_goal_spark_init (&spark, pz_goal_item_get_progress (item), WIDTH, HEIGHT, FALSE);
  g_assert_cmpuint (spark.n, ==, 12);
  for (gsize i = 0; i < spark.n; i++)
    {
      assert_inside (&spark.places[i]);
      if (i > 0)
        g_assert_cmpfloat (spark.places[i].x, >, spark.places[i - 1].x);
    }
  g_assert_cmpfloat (spark.places[11].y, <, spark.places[0].y); /* more is higher */
  g_assert_true (spark.has_way);
  assert_inside (&spark.from);
  assert_inside (&spark.to);
  g_assert_cmpfloat (spark.to.x, >, spark.places[11].x); /* the target is yet to come */
  g_assert_cmpfloat (spark.to.y, <, spark.from.y);
  pz_goal_spark_clear (&spark);
  g_assert_null (spark.places);
}

static void
test_mirrored (UiFixture     *fixture,
               gconstpointer  names)
{
  g_autoptr(PzGoalItem) item = goals_make_item (fixture, "a", "Reads", 12, 1.8);
  PzGoalSpark left, right;

  pz_goal_spark_init (&left, pz_goal_item_get_progress (item), WIDTH, HEIGHT, FALSE);
  pz_goal_spark_init (&right, pz_goal_item_get_progress (item), WIDTH, HEIGHT, TRUE);
  for (gsize i = 0; i < left.n; i++)
    {
      g_assert_cmpfloat_with_epsilon (left.places[i].x + right.places[i].x, WIDTH, 1e-9);
      g_assert_cmpfloat_with_epsilon (left.places[i].y, right.places[i].y, 1e-9);
    }
  pz_goal_spark_clear (&left);
  pz_goal_spark_clear (&right);
}

/* nothing, one point, all the same */
static void
test_little_to_show (UiFixture     *fixture,
                     gconstpointer  names)
{
  for (guint n = 0; n < 2; n++)
    {
      g_autoptr(PzGoalItem) item = goals_make_item (fixture, "a", "Reads", n, 0);
      PzGoalSpark spark;

      pz_goal_spark_init (&spark, pz_goal_item_get_progress (item), WIDTH, HEIGHT, FALSE);
      g_assert_cmpuint (spark.n, ==, n);
      for (gsize i = 0; i < n; i++)
        assert_inside (&spark.places[i]);
      g_assert_cmpint (spark.has_way, ==, n > 0);
      pz_goal_spark_clear (&spark);
    }
}

static void
test_draws (UiFixture     *fixture,
            gconstpointer  names)
{
  GtkWidget *cell = pz_goal_spark_cell_new ();
  GtkWidget *window = ui_present (cell, 120, 40);

  for (guint n = 0; n < 3; n++)
    {
      g_autoptr(PzGoalItem) item = goals_make_item (fixture, "a", "Reads", n, 0);

      pz_goal_spark_cell_set_item (PZ_GOAL_SPARK_CELL (cell), item);
      gtk_test_widget_wait_for_draw (window);
      pz_goal_spark_cell_set_item (PZ_GOAL_SPARK_CELL (cell), NULL);
      g_assert_finalize_object (g_steal_pointer (&item)); /* it holds it no longer */
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
#define ADD(path, test) \
  g_test_add ("/ui/goal-spark-cell/" path, UiFixture, NULL, ui_fixture_set_up, test, ui_fixture_tear_down)
  ADD ("points-and-way", test_points_and_way);
  ADD ("mirrored", test_mirrored);
  ADD ("little-to-show", test_little_to_show);
  ADD ("draws", test_draws);
#undef ADD
}

int
main (int argc, char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
