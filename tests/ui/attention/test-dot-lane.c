/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-dot-lane.h"
#include "ui-fixture.h"

static void
assert_step (double greatest,
             guint  max_steps,
             double expected)
{
  g_assert_cmpfloat_with_epsilon (pz_dot_lane_get_step (greatest, max_steps), expected, 1e-9);
}

static void
test_steps_are_whole_numbers (void)
{
  assert_step (1, 5, 1);
  assert_step (5, 5, 1);
  assert_step (6, 5, 2);
  assert_step (42, 5, 10);
  assert_step (42, 2, 50);
  assert_step (260, 6, 50);
  assert_step (10000, 3, 5000);
  assert_step (7, 0, 10);
}

static void
test_dots_on_one_scale (void)
{
  GtkWidget *lane = pz_dot_lane_new (FALSE);
  GtkWidget *window = ui_present (lane, 300, 60);
  double first, middle, last;

  pz_dot_lane_set_value (PZ_DOT_LANE (lane), 10, 20, 14);
  ui_settle ();
  first = pz_dot_lane_get_x (PZ_DOT_LANE (lane), 0);
  middle = pz_dot_lane_get_x (PZ_DOT_LANE (lane), 10);
  last = pz_dot_lane_get_x (PZ_DOT_LANE (lane), 20);
  g_assert_cmpfloat (first, >, 0);
  g_assert_cmpfloat (last, <, gtk_widget_get_width (lane));
  g_assert_cmpfloat_with_epsilon (middle, (first + last) / 2, 1e-6);
  /* beyond the scale, a dot stands at its end */
  g_assert_cmpfloat_with_epsilon (pz_dot_lane_get_x (PZ_DOT_LANE (lane), 40), last, 1e-6);
  /* and so does the ring of who has no value: not where those stand who were seen today */
  g_assert_cmpfloat_with_epsilon (pz_dot_lane_get_x (PZ_DOT_LANE (lane), -1), last, 1e-6);
  /* never below one, so that equal zeros have a scale */
  pz_dot_lane_set_value (PZ_DOT_LANE (lane), 0, 0, 0);
  g_assert_cmpfloat_with_epsilon (pz_dot_lane_get_x (PZ_DOT_LANE (lane), 1), last, 1e-6);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_mirrored (void)
{
  GtkWidget *lane = pz_dot_lane_new (FALSE);
  GtkWidget *window = ui_present (lane, 300, 60);
  double ltr = pz_dot_lane_get_x (PZ_DOT_LANE (lane), 0.25);

  gtk_widget_set_direction (lane, GTK_TEXT_DIR_RTL);
  g_assert_cmpfloat_with_epsilon (pz_dot_lane_get_x (PZ_DOT_LANE (lane), 0.25), gtk_widget_get_width (lane) - ltr, 1e-6);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_scale_and_line_are_drawn (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scale = pz_dot_lane_new (TRUE), *lane = pz_dot_lane_new (FALSE);
  GtkWidget *window;

  gtk_box_append (GTK_BOX (box), scale);
  gtk_box_append (GTK_BOX (box), lane);
  pz_dot_lane_set_value (PZ_DOT_LANE (scale), 0, 2600, 0);
  pz_dot_lane_set_value (PZ_DOT_LANE (lane), -1, 2600, 14);
  window = ui_present (box, 200, 100);
  g_assert_cmpint (gtk_widget_get_width (scale), ==, gtk_widget_get_width (lane));
  g_assert_cmpint (gtk_widget_get_height (lane), >=, 24);
  g_object_ref (lane);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
  g_assert_finalize_object (lane);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/dot-lane/steps-are-whole-numbers", test_steps_are_whole_numbers);
  g_test_add_func ("/ui/dot-lane/dots-on-one-scale", test_dots_on_one_scale);
  g_test_add_func ("/ui/dot-lane/mirrored", test_mirrored);
  g_test_add_func ("/ui/dot-lane/scale-and-line-are-drawn", test_scale_and_line_are_drawn);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
