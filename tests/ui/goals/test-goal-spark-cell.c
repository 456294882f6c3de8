/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-spark-cell.h"
#include "goals-fixture.h"

/* Returns: whether something is drawn */
static gboolean
draws (GtkWidget *widget)
{
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  gdk_paintable_snapshot (picture, GDK_SNAPSHOT (snapshot), gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return FALSE;
  gsk_render_node_unref (node);
  return TRUE;
}

/* nothing, one point, all the same */
static void
test_draws_what_it_is_given (UiFixture     *fixture,
                             gconstpointer  names)
{
  GtkWidget *cell = pz_goal_spark_cell_new ();
  GtkWidget *window = ui_present (cell, 120, 40);

  for (guint n = 0; n < 3; n++)
    {
      g_autoptr(PzGoalItem) item = goals_make_item (fixture, "a", "Reads", n, 0);

      pz_goal_spark_cell_set_item (PZ_GOAL_SPARK_CELL (cell), item);
      gtk_test_widget_wait_for_draw (window);
      g_assert_true (draws (cell));
      pz_goal_spark_cell_set_item (PZ_GOAL_SPARK_CELL (cell), NULL);
      g_assert_finalize_object (g_steal_pointer (&item)); /* it holds it no longer */
      gtk_test_widget_wait_for_draw (window);
      g_assert_false (draws (cell));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
#define ADD(path, test) \
  g_test_add ("/ui/goal-spark-cell/" path, UiFixture, NULL, ui_fixture_set_up, test, ui_fixture_tear_down)
  ADD ("draws-what-it-is-given", test_draws_what_it_is_given);
#undef ADD
}

int
main (int argc, char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
