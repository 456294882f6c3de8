/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-wrapping-label.h"

#include "ui-fixture.h"

static int
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size)
{
  int least;

  gtk_widget_measure (widget, orientation, for_size, &least, NULL, NULL, NULL);
  return least;
}

/* A text of which every word, and one word that is longer than the line, has room in a narrow place. */
static void
test_takes_the_lines_it_needs (void)
{
  const char *text = "Donaudampfschifffahrtsgesellschaftskapitänspatent & <b>more words</b> behind it";
  GtkWidget *label = g_object_ref_sink (pz_wrapping_label_new (text, "heading"));
  int line = measure (label, GTK_ORIENTATION_VERTICAL, 2000);

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, text);
  g_assert_true (gtk_widget_has_css_class (label, "heading"));
  g_assert_cmpint (measure (label, GTK_ORIENTATION_HORIZONTAL, -1), <, 100);
  g_assert_cmpint (measure (label, GTK_ORIENTATION_VERTICAL, 100), >, 3 * line);
  g_object_unref (label);
}

static void
test_says_nothing_at_first (void)
{
  GtkWidget *label = g_object_ref_sink (pz_wrapping_label_new (NULL, NULL));

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "");
  g_object_unref (label);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/wrapping-label/lines-it-needs", test_takes_the_lines_it_needs);
  g_test_add_func ("/ui/wrapping-label/nothing-at-first", test_says_nothing_at_first);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
