/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-chart-palette.h"

#include "pz-compat.h"

#define GRID_ALPHA 0.22

static PzSparkColor
get_color (GtkWidget *widget,
           double     alpha)
{
  GdkRGBA rgba;

  pz_widget_get_text_color (widget, &rgba);
  return (PzSparkColor) { rgba.red, rgba.green, rgba.blue, (double) rgba.alpha * alpha };
}

static GtkWidget *
add_color (GtkWidget  *parent,
           const char *css_class)
{
  GtkWidget *widget = g_object_new (GTK_TYPE_SEPARATOR, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (widget, css_class);
  gtk_widget_set_parent (widget, parent);
  gtk_widget_set_child_visible (widget, FALSE);
  return widget;
}

/**
 * pz_chart_palette_init:
 * @palette: (out caller-allocates): the palette
 * @parent: draws a picture; takes the children, and takes them off when it is disposed of
 */
void
pz_chart_palette_init (PzChartPalette *palette,
                       GtkWidget      *parent)
{
  g_return_if_fail (palette != NULL && GTK_IS_WIDGET (parent));

  palette->ground = add_color (parent, "chart-ground");
  palette->dim = add_color (parent, "chart-dim");
  palette->series = add_color (parent, "chart-series");
}

/**
 * pz_chart_palette_read:
 * @palette: the palette
 * @parent: draws a picture
 * @colors: (out caller-allocates): the colours it has now: light, dark, high contrast
 */
void
pz_chart_palette_read (const PzChartPalette *palette,
                       GtkWidget            *parent,
                       PzChartColors        *colors)
{
  g_return_if_fail (palette != NULL && GTK_IS_WIDGET (parent) && colors != NULL);

  *colors = (PzChartColors) { get_color (palette->ground, 1), get_color (parent, 1), get_color (palette->dim, 1),
                              get_color (parent, GRID_ALPHA), get_color (palette->series, 1) };
}
