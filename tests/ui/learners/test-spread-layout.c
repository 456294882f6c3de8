/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../ui-fixture.h"
#include "pz-spread-layout.h"

static GtkWidget *
make_box (int width,
          int height)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (box, width, height);
  return box;
}

/* Two boxes of 100 and 80 px; the first wants 200 px beside the second. */
static GtkWidget *
make_area (GtkTextDirection direction)
{
  GtkWidget *area = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (area), make_box (100, 40));
  gtk_box_append (GTK_BOX (area), make_box (80, 20));
  gtk_widget_set_layout_manager (area, pz_spread_layout_new (10, 200));
  for (GtkWidget *child = gtk_widget_get_first_child (area); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_direction (child, direction);
  return area;
}

static void
assert_place (GtkWidget *area,
              GtkWidget *child,
              int        x,
              int        y,
              int        width)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, area, &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.origin.x, x, 0.1);
  g_assert_cmpfloat_with_epsilon (bounds.origin.y, y, 0.1);
  g_assert_cmpfloat_with_epsilon (bounds.size.width, width, 0.1);
}

static void
test_side_by_side_or_below (void)
{
  GtkWidget *area = g_object_ref_sink (make_area (GTK_TEXT_DIR_LTR));
  GtkWidget *first = gtk_widget_get_first_child (area), *second = gtk_widget_get_last_child (area);
  int height;

  gtk_widget_measure (area, GTK_ORIENTATION_VERTICAL, 300, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, ==, 40);
  gtk_widget_measure (area, GTK_ORIENTATION_VERTICAL, 289, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, ==, 70);
  gtk_widget_measure (area, GTK_ORIENTATION_HORIZONTAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 100);
  gtk_widget_size_allocate (area, &(GtkAllocation) { 0, 0, 300, 40 }, -1);
  assert_place (area, first, 0, 0, 210);
  assert_place (area, second, 220, 0, 80);
  gtk_widget_size_allocate (area, &(GtkAllocation) { 0, 0, 150, 70 }, -1);
  assert_place (area, first, 0, 0, 150);
  assert_place (area, second, 0, 50, 150);
  g_assert_finalize_object (area);
}

/* what was wide enough for three words is not when the words are twice as large */
static void
test_larger_text_needs_more (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi, usual, large;
  GtkWidget *area, *window;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  area = make_area (GTK_TEXT_DIR_LTR);
  window = ui_present (area, 400, 100);
  gtk_widget_measure (area, GTK_ORIENTATION_VERTICAL, 300, NULL, &usual, NULL, NULL);
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  ui_settle ();
  gtk_widget_measure (area, GTK_ORIENTATION_VERTICAL, 300, NULL, &large, NULL, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  g_assert_cmpint (usual, ==, 40); /* side by side */
  g_assert_cmpint (large, ==, 70); /* one below the other */
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_mirrored_where_text_runs_to_the_left (void)
{
  GtkWidget *area = g_object_ref_sink (make_area (GTK_TEXT_DIR_RTL));
  int height;

  gtk_widget_measure (area, GTK_ORIENTATION_VERTICAL, 300, NULL, &height, NULL, NULL);
  gtk_widget_size_allocate (area, &(GtkAllocation) { 0, 0, 300, 40 }, -1);
  assert_place (area, gtk_widget_get_first_child (area), 90, 0, 210);
  assert_place (area, gtk_widget_get_last_child (area), 0, 0, 80);
  g_assert_finalize_object (area);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/spread-layout/larger-text-needs-more", test_larger_text_needs_more);
  g_test_add_func ("/ui/spread-layout/side-by-side-or-below", test_side_by_side_or_below);
  g_test_add_func ("/ui/spread-layout/mirrored-where-text-runs-to-the-left", test_mirrored_where_text_runs_to_the_left);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
