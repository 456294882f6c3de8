/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-tip.h"

/* gtk_widget_set_tooltip_text() asks the display where the pointer is, and waits for the answer: on X11 that is most of
 * what it takes to show another record in a row. Here the text is looked up when the pointer rests. */

#define TIP "pz-tip"

static gboolean
query_tooltip_cb (GtkWidget  *widget,
                  int         x,
                  int         y,
                  gboolean    by_keyboard,
                  GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, pz_tip_get (widget));
  return pz_tip_get (widget) != NULL;
}

/**
 * pz_tip_set:
 * @widget: a part of a row, or another widget that shows one thing after another
 * @text: (nullable): its tooltip, plain text; %NULL or "": none
 *
 * Gives the widget a tooltip that costs nothing before somebody looks. A screen reader is not told of it: it is for the
 * whole of a text that may be shortened.
 */
void
pz_tip_set (GtkWidget  *widget,
            const char *text)
{
  gboolean has_text = text != NULL && *text != '\0';

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_signal_handler_find (widget, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, query_tooltip_cb, NULL) == 0)
    g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_object_set_data_full (G_OBJECT (widget), TIP, has_text ? g_strdup (text) : NULL, g_free);
  gtk_widget_set_has_tooltip (widget, has_text);
}

/**
 * pz_tip_get:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): what pz_tip_set() gave it
 */
const char *
pz_tip_get (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  return g_object_get_data (G_OBJECT (widget), TIP);
}
