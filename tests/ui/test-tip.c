/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-tip.h"
#include "ui-fixture.h"

/* whether a tooltip comes up when the pointer rests, as GTK asks for it */
static gboolean
comes_up (GtkWidget *widget)
{
  g_autoptr(GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  if (gtk_widget_get_has_tooltip (widget))
    g_signal_emit_by_name (widget, "query-tooltip", 0, 0, FALSE, tooltip, &shown);
  return shown;
}

static void
test_comes_with_a_text (void)
{
  g_autoptr(GtkWidget) label = g_object_ref_sink (gtk_label_new ("Tom"));

  g_assert_null (pz_tip_get (label));
  g_assert_false (comes_up (label));
  pz_tip_set (label, "Tom & <b>Ann</b>");
  g_assert_cmpstr (pz_tip_get (label), ==, "Tom & <b>Ann</b>");
  g_assert_true (comes_up (label));
}

static void
test_goes_with_the_text (void)
{
  static const char *const nothing[] = { NULL, "" };

  for (gsize i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      g_autoptr(GtkWidget) label = g_object_ref_sink (gtk_label_new ("Tom"));

      pz_tip_set (label, "Tom");
      pz_tip_set (label, nothing[i]);
      g_assert_null (pz_tip_get (label));
      g_assert_false (comes_up (label));
    }
}

static void
test_asks_once (void)
{
  g_autoptr(GtkWidget) label = g_object_ref_sink (gtk_label_new ("Tom"));
  guint signal = g_signal_lookup ("query-tooltip", GTK_TYPE_WIDGET);
  gulong handler;

  pz_tip_set (label, "Tom");
  pz_tip_set (label, NULL);
  pz_tip_set (label, "Ann");
  g_assert_cmpstr (pz_tip_get (label), ==, "Ann");
  handler = g_signal_handler_find (label, G_SIGNAL_MATCH_ID, signal, 0, NULL, NULL, NULL);
  g_assert_cmpuint (handler, !=, 0);
  g_signal_handler_disconnect (label, handler);
  g_assert_cmpuint (g_signal_handler_find (label, G_SIGNAL_MATCH_ID, signal, 0, NULL, NULL, NULL), ==, 0);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/tip/comes-with-a-text", test_comes_with_a_text);
  g_test_add_func ("/ui/tip/goes-with-the-text", test_goes_with_the_text);
  g_test_add_func ("/ui/tip/asks-once", test_asks_once);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
