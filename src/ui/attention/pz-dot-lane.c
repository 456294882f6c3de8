/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-dot-lane.h"

#include "pz-compat.h"

#include <math.h>

#define RADIUS 5.5
#define MIN_WIDTH 64
#define NATURAL_WIDTH 260
#define HEIGHT 28
#define SCALE_GAP 6
#define LINE_ALPHA 0.18f
#define LIMIT_ALPHA 0.55f

struct _PzDotLane
{
  GtkWidget parent_instance;

  gboolean is_scale;
  double value;    /* below 0: there is none, a ring stands at the end: it is as bad as can be */
  double greatest; /* above 0 */
  double limit;    /* a mark on the line; 0: none */
};

G_DEFINE_FINAL_TYPE (PzDotLane, pz_dot_lane, GTK_TYPE_WIDGET)

static PangoLayout *
make_number (PzDotLane *self,
             double     number)
{
  g_autofree char *text = g_strdup_printf ("%d", (int) lround (number));

  return gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
}

/* how many numbers fit side by side */
static guint
count_steps (PzDotLane *self)
{
  g_autoptr(PangoLayout) layout = make_number (self, self->greatest);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return (guint) CLAMP (gtk_widget_get_width (GTK_WIDGET (self)) / (width + 24), 1, 10);
}

static void
pz_dot_lane_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  PzDotLane *self = PZ_DOT_LANE (widget);
  int height = HEIGHT;

  if (self->is_scale)
    {
      g_autoptr(PangoLayout) layout = make_number (self, 0);

      pango_layout_get_pixel_size (layout, NULL, &height);
      height += SCALE_GAP;
    }
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : height;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : height;
}

static void
draw_numbers (PzDotLane   *self,
              GtkSnapshot *snapshot)
{
  double step = pz_dot_lane_get_step (self->greatest, count_steps (self));
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  GdkRGBA colour;

  /* where there is room for little, the ends say how far the scale goes */
  step = MIN (step, self->greatest);
  pz_widget_get_text_color (GTK_WIDGET (self), &colour);
  for (double number = 0; number <= self->greatest; number += step)
    {
      g_autoptr(PangoLayout) layout = make_number (self, number);
      int text_width;
      float x;

      pango_layout_get_pixel_size (layout, &text_width, NULL);
      x = (float) pz_dot_lane_get_x (self, number) - (float) text_width / 2;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (CLAMP (x, 0, MAX (0, width - (float) text_width)), 0));
      gtk_snapshot_append_layout (snapshot, layout, &colour);
      gtk_snapshot_restore (snapshot);
    }
}

static void
draw_line (PzDotLane *self,
           cairo_t   *cr,
           GdkRGBA   *colour)
{
  double y = floor (gtk_widget_get_height (GTK_WIDGET (self)) / 2.0) + 0.5;
  const double dashes[] = { 2, 3 };
  GdkRGBA faint = *colour;

  faint.alpha = LINE_ALPHA;
  gdk_cairo_set_source_rgba (cr, &faint);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, pz_dot_lane_get_x (self, 0), y);
  cairo_line_to (cr, pz_dot_lane_get_x (self, self->greatest), y);
  cairo_stroke (cr);
  if (self->limit <= 0 || self->limit > self->greatest)
    return;
  faint.alpha = LIMIT_ALPHA;
  gdk_cairo_set_source_rgba (cr, &faint);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, floor (pz_dot_lane_get_x (self, self->limit)) + 0.5, 0);
  cairo_line_to (cr, floor (pz_dot_lane_get_x (self, self->limit)) + 0.5, gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_stroke (cr);
}

static void
draw_dot (PzDotLane *self,
          cairo_t   *cr)
{
  double x = pz_dot_lane_get_x (self, self->value);
  double y = floor (gtk_widget_get_height (GTK_WIDGET (self)) / 2.0) + 0.5;
  GdkRGBA colour;

  pz_widget_get_text_color (GTK_WIDGET (self), &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_arc (cr, x, y, self->value < 0 ? RADIUS - 1 : RADIUS, 0, 2 * G_PI);
  cairo_set_line_width (cr, 2);
  if (self->value < 0)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
}

static void
pz_dot_lane_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  PzDotLane *self = PZ_DOT_LANE (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  GdkRGBA colour;
  cairo_t *cr;

  if (self->is_scale)
    {
      draw_numbers (self, snapshot);
      return;
    }
  pz_widget_get_text_color (gtk_widget_get_parent (widget), &colour);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw_line (self, cr, &colour);
  cairo_new_path (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  draw_dot (self, cr);
  cairo_destroy (cr);
}

static void
pz_dot_lane_class_init (PzDotLaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = pz_dot_lane_measure;
  widget_class->snapshot = pz_dot_lane_snapshot;
  gtk_widget_class_set_css_name (widget_class, "dotlane");
  /* the row says name and value */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pz_dot_lane_init (PzDotLane *self)
{
  self->greatest = 1;
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

/**
 * pz_dot_lane_new:
 * @is_scale: the numbers above the lines, instead of a line
 *
 * Returns: (transfer floating): a lane from 0 to 1
 */
GtkWidget *
pz_dot_lane_new (gboolean is_scale)
{
  PzDotLane *self = g_object_new (PZ_TYPE_DOT_LANE, NULL);

  self->is_scale = is_scale;
  gtk_widget_add_css_class (GTK_WIDGET (self), is_scale ? "dot-scale" : "dot-line");
  return GTK_WIDGET (self);
}

/**
 * pz_dot_lane_set_value:
 * @self: a lane
 * @value: where the dot stands; below 0: there is no value, an empty ring stands at the end
 * @greatest: the end of the line; at least 1 is taken
 * @limit: where a mark stands; 0: none
 */
void
pz_dot_lane_set_value (PzDotLane *self,
                       double     value,
                       double     greatest,
                       double     limit)
{
  g_return_if_fail (PZ_IS_DOT_LANE (self));

  self->value = value;
  self->greatest = MAX (1, greatest);
  self->limit = limit;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * pz_dot_lane_get_step:
 * @greatest: of the scale, above 0
 * @max_steps: at most so many parts
 *
 * Returns: 1, 2 or 5 times a power of ten, at least 1: whole numbers to read
 */
double
pz_dot_lane_get_step (double greatest,
                      guint  max_steps)
{
  const double nice[] = { 1, 2, 5 };

  for (double power = 1;; power *= 10)
    for (gsize i = 0; i < G_N_ELEMENTS (nice); i++)
      if (greatest / (nice[i] * power) <= MAX (1, max_steps))
        return nice[i] * power;
}

/**
 * pz_dot_lane_get_x:
 * @self: a lane
 * @value: from 0 to the greatest, or below 0, as of pz_dot_lane_set_value()
 *
 * Returns: where it stands, in px from the left edge
 */
double
pz_dot_lane_get_x (PzDotLane *self,
                   double     value)
{
  double width, part, x;

  g_return_val_if_fail (PZ_IS_DOT_LANE (self), 0);

  width = gtk_widget_get_width (GTK_WIDGET (self));
  part = value < 0 ? 1 : MIN (value / self->greatest, 1);
  x = RADIUS + 1 + MAX (0, width - 2 * (RADIUS + 1)) * part;
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width - x : x;
}
