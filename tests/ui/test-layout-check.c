/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-check.h"
#include "ui-fixture.h"

#include <string.h>

#define SENTENCE "A sentence that is much longer than the place it has been given here"

static void
assert_fault (GtkWidget  *child,
              const char *expected)
{
  GtkWidget *window = ui_present (child, 200, 120);
  g_autoptr(GPtrArray) faults = layout_find_faults (window);

  g_assert_cmpuint (faults->len, ==, expected != NULL ? 1 : 0);
  if (expected != NULL)
    g_assert_true (g_str_has_prefix (faults->pdata[0], expected));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
make_label (gboolean ellipsize)
{
  GtkWidget *label = gtk_label_new (SENTENCE);

  gtk_label_set_ellipsize (GTK_LABEL (label), ellipsize ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  return label;
}

/* Places its children where nobody would: at 0,0, with 60x16 px, whatever they need. */
static GtkWidget *
make_squeezing_box (GtkWidget *first,
                    GtkWidget *second)
{
  GtkWidget *fixed = gtk_fixed_new ();

  gtk_fixed_put (GTK_FIXED (fixed), first, 0, 0);
  if (second != NULL)
    gtk_fixed_put (GTK_FIXED (fixed), second, 4, 4);
  return fixed;
}

static void
test_wrapped_text_is_well (void)
{
  GtkWidget *label = make_label (FALSE);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  assert_fault (label, NULL);
}

static void
test_shortened_text_needs_a_tooltip (void)
{
  GtkWidget *label = make_label (TRUE);

  assert_fault (make_label (TRUE), "shortened");
  gtk_widget_set_tooltip_text (label, SENTENCE);
  assert_fault (label, NULL);
}

static void
test_texts_over_each_other_are_found (void)
{
  assert_fault (make_squeezing_box (gtk_label_new ("One"), gtk_label_new ("Two")), "drawn over each other");
  assert_fault (make_squeezing_box (gtk_label_new ("One"), NULL), NULL);
}

static gboolean
place_outside_cb (GtkOverlay   *overlay,
                  GtkWidget    *child,
                  GdkRectangle *place)
{
  *place = (GdkRectangle) { -100, 0, 90, 20 };
  return TRUE;
}

static void
test_text_outside_is_found (void)
{
  GtkWidget *overlay = gtk_overlay_new ();

  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), gtk_label_new ("Gone"));
  g_signal_connect (overlay, "get-child-position", G_CALLBACK (place_outside_cb), NULL);
  assert_fault (overlay, "outside the window");
}

static void
test_text_scrolled_away_is_no_fault (void)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < 40; i++)
    gtk_box_append (GTK_BOX (box), gtk_label_new ("Line"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  assert_fault (scroller, NULL);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/layout-check/wrapped-text-is-well", test_wrapped_text_is_well);
  g_test_add_func ("/ui/layout-check/shortened-text-needs-a-tooltip", test_shortened_text_needs_a_tooltip);
  g_test_add_func ("/ui/layout-check/texts-over-each-other-are-found", test_texts_over_each_other_are_found);
  g_test_add_func ("/ui/layout-check/text-outside-is-found", test_text_outside_is_found);
  g_test_add_func ("/ui/layout-check/text-scrolled-away-is-no-fault", test_text_scrolled_away_is_no_fault);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
