/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-wrapping-drop-down.h"

#include "ui-fixture.h"

static const char *const words[] = { "As many learners as there are in a group of this class", "Number of groups", NULL };

static int
get_least_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* In a narrow place the longest string takes lines, not room. */
static void
test_is_narrower_than_its_strings (void)
{
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (words);
  GtkWidget *window = ui_present (drop_down, 300, 100);
  int before;

  ui_settle ();
  before = get_least_width (drop_down);
  pz_wrapping_drop_down_set_up (GTK_DROP_DOWN (drop_down));
  ui_settle ();
  g_assert_cmpint (get_least_width (drop_down), <, before / 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_says_what_is_chosen (void)
{
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (words);
  GtkWidget *window = ui_present (drop_down, 300, 100);
  GtkWidget *label;
  guint n = 0;

  pz_wrapping_drop_down_set_up (GTK_DROP_DOWN (drop_down));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 1);
  ui_settle ();
  while ((label = ui_find (drop_down, GTK_TYPE_LABEL, n++)) != NULL && !gtk_widget_get_mapped (label))
    ;
  g_assert_nonnull (label);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, words[1]);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/wrapping-drop-down/is-narrower-than-its-strings", test_is_narrower_than_its_strings);
  g_test_add_func ("/ui/wrapping-drop-down/says-what-is-chosen", test_says_what_is_chosen);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
