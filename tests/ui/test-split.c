/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-split.h"

#include "pz-flow-layout.h"
#include "ui-fixture.h"

typedef struct
{
  GtkWidget *window;
  PzSplit *split;
  GtkWidget *sidebar;
  GtkWidget *content;
  guint n_notified;
} SplitTest;

static void
count_cb (SplitTest *test)
{
  test->n_notified++;
}

static gboolean
is_collapsed (gpointer data)
{
  SplitTest *test = data;

  return test->n_notified > 0 && pz_split_get_collapsed (test->split);
}

static gboolean
is_wide (gpointer data)
{
  SplitTest *test = data;

  return !pz_split_get_collapsed (test->split) && gtk_widget_get_width (test->sidebar) > 0;
}

static void
set_up (SplitTest *test,
        int        width)
{
  test->split = PZ_SPLIT (pz_split_new ());
  test->sidebar = gtk_button_new_with_label ("list");
  test->content = gtk_button_new_with_label ("page");
  g_object_set (test->split, "sidebar-width", 200, "content-width", 300, NULL);
  pz_split_set_sidebar (test->split, test->sidebar);
  pz_split_set_content (test->split, test->content);
  g_signal_connect_swapped (test->split, "notify::collapsed", G_CALLBACK (count_cb), test);
  test->window = ui_present (GTK_WIDGET (test->split), width, 300);
}

static void
tear_down (SplitTest *test)
{
  g_object_ref (test->split);
  gtk_window_destroy (GTK_WINDOW (test->window));
  ui_settle ();
  g_assert_finalize_object (test->split);
}

static void
test_side_by_side (void)
{
  SplitTest test = { 0 };
  graphene_rect_t bounds;

  set_up (&test, 700);
  g_assert_true (ui_wait (is_wide, &test));
  g_assert_true (gtk_widget_get_mapped (test.sidebar));
  g_assert_true (gtk_widget_get_mapped (test.content));
  g_assert_true (gtk_widget_compute_bounds (test.sidebar, GTK_WIDGET (test.split), &bounds));
  g_assert_cmpfloat (bounds.size.width, ==, 200);
  g_assert_true (gtk_widget_compute_bounds (test.content, GTK_WIDGET (test.split), &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, 200);
  g_assert_false (pz_split_go_back (test.split));
  tear_down (&test);
}

static void
test_mirrored (void)
{
  SplitTest test = { 0 };
  graphene_rect_t bounds;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  set_up (&test, 700);
  g_assert_true (ui_wait (is_wide, &test));
  g_assert_true (gtk_widget_compute_bounds (test.content, GTK_WIDGET (test.split), &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, 0);
  g_assert_true (gtk_widget_compute_bounds (test.sidebar, GTK_WIDGET (test.split), &bounds));
  g_assert_cmpfloat (bounds.origin.x, >, 300);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  tear_down (&test);
}

static void
test_one_at_a_time (void)
{
  SplitTest test = { 0 };

  set_up (&test, 360);
  g_assert_true (ui_wait (is_collapsed, &test));
  g_assert_cmpuint (test.n_notified, ==, 1);
  g_assert_true (gtk_widget_get_mapped (test.sidebar));
  g_assert_false (gtk_widget_get_mapped (test.content));
  tear_down (&test);
}

static void
test_there_and_back (void)
{
  SplitTest test = { 0 };

  set_up (&test, 360);
  g_assert_true (ui_wait (is_collapsed, &test));
  gtk_widget_grab_focus (test.sidebar);
  pz_split_set_show_content (test.split, TRUE);
  g_assert_true (pz_split_get_show_content (test.split));
  gtk_test_widget_wait_for_draw (test.window);
  g_assert_true (gtk_widget_get_mapped (test.content));
  g_assert_false (gtk_widget_get_mapped (test.sidebar));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (test.window)) == test.content);
  g_assert_true (pz_split_go_back (test.split));
  g_assert_false (pz_split_go_back (test.split));
  gtk_test_widget_wait_for_draw (test.window);
  g_assert_true (gtk_widget_get_mapped (test.sidebar));
  tear_down (&test);
}

static void
test_replaces_panes (void)
{
  SplitTest test = { 0 };
  GtkWidget *other = gtk_button_new_with_label ("other");

  set_up (&test, 700);
  pz_split_set_content (test.split, other);
  g_assert_true (gtk_widget_get_parent (other) == GTK_WIDGET (test.split));
  pz_split_set_sidebar (test.split, NULL);
  gtk_test_widget_wait_for_draw (test.window);
  g_assert_true (gtk_widget_get_mapped (other));
  tear_down (&test);
}

static void
test_from_xml (void)
{
  const char *xml = "<interface><object class='PzSplit' id='split'><property name='show-content'>True</property>"
                    "<child type='sidebar'><object class='GtkLabel' id='a'/></child>"
                    "<child type='content'><object class='GtkLabel' id='b'/></child></object></interface>";
  g_autoptr(GtkBuilder) builder = NULL;
  GtkWidget *split;

  g_type_ensure (PZ_TYPE_SPLIT);
  builder = gtk_builder_new_from_string (xml, -1);
  split = GTK_WIDGET (gtk_builder_get_object (builder, "split"));
  g_assert_true (pz_split_get_show_content (PZ_SPLIT (split)));
  g_assert_true (gtk_widget_get_parent (GTK_WIDGET (gtk_builder_get_object (builder, "a"))) == split);
  g_assert_true (gtk_widget_get_parent (GTK_WIDGET (gtk_builder_get_object (builder, "b"))) == split);
}

/* what is told without a width has to do for every width, or newer toolkits warn */
static void
test_height_does_for_every_width (void)
{
  SplitTest test = { 0 };
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  int unbound, wide;

  set_up (&test, 700);
  gtk_widget_set_layout_manager (lines, pz_flow_layout_new (0));
  for (guint i = 0; i < 4; i++)
    gtk_box_append (GTK_BOX (lines), gtk_button_new_with_label ("more than a few letters"));
  pz_split_set_sidebar (test.split, lines);
  gtk_widget_measure (GTK_WIDGET (test.split), GTK_ORIENTATION_VERTICAL, -1, &unbound, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (test.split), GTK_ORIENTATION_VERTICAL, 100000, &wide, NULL, NULL, NULL);
  g_assert_cmpint (unbound, >=, wide);
  tear_down (&test);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/split/side-by-side", test_side_by_side);
  g_test_add_func ("/ui/split/mirrored", test_mirrored);
  g_test_add_func ("/ui/split/one-at-a-time", test_one_at_a_time);
  g_test_add_func ("/ui/split/there-and-back", test_there_and_back);
  g_test_add_func ("/ui/split/height-does-for-every-width", test_height_does_for_every_width);
  g_test_add_func ("/ui/split/replaces-panes", test_replaces_panes);
  g_test_add_func ("/ui/split/from-xml", test_from_xml);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
