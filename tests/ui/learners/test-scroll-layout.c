/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../ui-fixture.h"
#include "pz-scroll-layout.h"

static void
test_needs_the_width_and_any_height (void)
{
  GtkWidget *area = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  int minimum, natural, height;

  gtk_widget_set_size_request (page, 200, 5000);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), page);
  gtk_box_append (GTK_BOX (area), scroller);
  gtk_widget_set_layout_manager (area, pz_scroll_layout_new ());
  gtk_widget_measure (area, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, >=, 200);
  gtk_widget_measure (area, GTK_ORIENTATION_VERTICAL, -1, &height, &natural, NULL, NULL);
  g_assert_cmpint (height, <=, 100);
  g_assert_cmpint (natural, ==, height);
  gtk_widget_size_allocate (area, &(GtkAllocation) { 0, 0, minimum, 400 }, -1);
  g_assert_cmpint (gtk_widget_get_width (scroller), ==, minimum);
  g_assert_cmpint (gtk_widget_get_height (scroller), ==, 400);
  g_assert_cmpint (gtk_widget_get_height (page), ==, 5000);
  g_assert_finalize_object (area);
}

static void
test_nothing_needs_nothing (void)
{
  GtkWidget *area = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  int minimum;

  gtk_widget_set_layout_manager (area, pz_scroll_layout_new ());
  gtk_widget_measure (area, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 0);
  g_assert_finalize_object (area);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/scroll-layout/needs-the-width-and-any-height", test_needs_the_width_and_any_height);
  g_test_add_func ("/ui/scroll-layout/nothing-needs-nothing", test_nothing_needs_nothing);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
