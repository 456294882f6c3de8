/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-interval-lane.h"

#include "pz-compat.h"

#include <math.h>

/* px */
#define RADIUS 5.5
#define HEIGHT 24
#define MIN_WIDTH 80
#define NATURAL_WIDTH 240
#define END 5
#define FAINT 0.3f

struct _PzIntervalLane
{
  GtkWidget parent_instance;

  double value;
  double lower;
  double upper;
};

G_DEFINE_FINAL_TYPE (PzIntervalLane, pz_interval_lane, GTK_TYPE_WIDGET)

static void
pz_interval_lane_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : HEIGHT;
}

static void
draw_scale (PzIntervalLane *self,
            cairo_t        *cr,
            double          y)
{
  const double dashes[] = { 2, 3 };
  GdkRGBA colour;
  double middle = floor (pz_interval_lane_get_x (self, 0.5)) + 0.5;

  pz_widget_get_text_color (gtk_widget_get_parent (GTK_WIDGET (self)), &colour);
  colour.alpha *= FAINT;
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, pz_interval_lane_get_x (self, 0), y);
  cairo_line_to (cr, pz_interval_lane_get_x (self, 1), y);
  cairo_stroke (cr);
  colour.alpha = 1;
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, middle, 0);
  cairo_line_to (cr, middle, HEIGHT);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
pz_interval_lane_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  PzIntervalLane *self = PZ_INTERVAL_LANE (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  double y = floor ((double) height / 2) + 0.5, ends[] = { self->lower, self->upper };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GdkRGBA colour;

  draw_scale (self, cr, y);
  pz_widget_get_text_color (widget, &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, pz_interval_lane_get_x (self, self->lower), y);
  cairo_line_to (cr, pz_interval_lane_get_x (self, self->upper), y);
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      cairo_move_to (cr, pz_interval_lane_get_x (self, ends[i]), y - END);
      cairo_line_to (cr, pz_interval_lane_get_x (self, ends[i]), y + END);
    }
  cairo_stroke (cr);
  cairo_arc (cr, pz_interval_lane_get_x (self, self->value), y, RADIUS, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
pz_interval_lane_class_init (PzIntervalLaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = pz_interval_lane_measure;
  widget_class->snapshot = pz_interval_lane_snapshot;
  gtk_widget_class_set_css_name (widget_class, "intervallane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pz_interval_lane_init (PzIntervalLane *self)
{
}

/**
 * pz_interval_lane_new:
 * @value: where the dot stands, 0 to 1
 * @lower: where its interval begins
 * @upper: where it ends
 *
 * Returns: (transfer floating): the picture
 */
GtkWidget *
pz_interval_lane_new (double value,
                      double lower,
                      double upper)
{
  PzIntervalLane *self = g_object_new (PZ_TYPE_INTERVAL_LANE, NULL);

  self->value = value;
  self->lower = lower;
  self->upper = upper;
  return GTK_WIDGET (self);
}

/**
 * pz_interval_lane_get_x:
 * @self: a lane
 * @value: 0 to 1
 *
 * Returns: where it stands, in px from the left edge
 */
double
pz_interval_lane_get_x (PzIntervalLane *self,
                        double          value)
{
  double width, x;

  g_return_val_if_fail (PZ_IS_INTERVAL_LANE (self), 0);

  width = gtk_widget_get_width (GTK_WIDGET (self));
  x = RADIUS + 1 + MAX (0, width - 2 * (RADIUS + 1)) * CLAMP (value, 0, 1);
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width - x : x;
}
