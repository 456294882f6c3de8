/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-spark-cell.h"

#include "pz-compat.h"

#define EDGE 4.0       /* px around the picture, so that a dot at its edge is whole */
#define DOT 3.0        /* radius of the last point, px */
#define RING 2.5       /* radius of the target, px */
#define WAY_ALPHA 0.75f

struct _PzGoalSparkCell
{
  GtkWidget parent_instance;

  PzGoalItem *item; /* NULL while nothing is shown */
};

G_DEFINE_FINAL_TYPE (PzGoalSparkCell, pz_goal_spark_cell, GTK_TYPE_WIDGET)

/* What the picture has to hold, in days and values. */
typedef struct
{
  double left, right, low, high;
} Frame;

static void
stretch (Frame *frame,
         double x,
         double y)
{
  frame->left = MIN (frame->left, x);
  frame->right = MAX (frame->right, x);
  frame->low = MIN (frame->low, y);
  frame->high = MAX (frame->high, y);
}

static double
get_part (double value,
          double low,
          double high)
{
  return high > low ? (value - low) / (high - low) : 0.5;
}

static PzGoalSparkPlace
place (const Frame *frame,
       double       x,
       double       y,
       double       width,
       double       height,
       gboolean     right_to_left)
{
  double along = get_part (x, frame->left, frame->right);

  return (PzGoalSparkPlace) {
    EDGE + (right_to_left ? 1 - along : along) * MAX (0, width - 2 * EDGE),
    EDGE + (1 - get_part (y, frame->low, frame->high)) * MAX (0, height - 2 * EDGE),
  };
}

/**
 * pz_goal_spark_init:
 * @self: (out caller-allocates): the picture, freed with pz_goal_spark_clear()
 * @progress: what is to be seen
 * @width: of the picture, px
 * @height: of the picture, px
 * @right_to_left: whether time runs to the left
 *
 * Stretches points and planned way to the edges of the picture: it says where a goal goes, not how far.
 */
void
pz_goal_spark_init (PzGoalSpark          *self,
                    const PzGoalProgress *progress,
                    double                width,
                    double                height,
                    gboolean              right_to_left)
{
  const PzAimline *aimline;
  Frame frame = { G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE };

  g_return_if_fail (self != NULL && progress != NULL);

  *self = (PzGoalSpark) { 0 };
  aimline = &progress->decision.aimline;
  self->has_way = progress->decision.no_aimline.reason == PZ_REFUSAL_NONE && progress->n > 0;
  for (gsize i = 0; i < progress->n; i++)
    stretch (&frame, progress->x[i], progress->y[i]);
  if (self->has_way)
    {
      stretch (&frame, aimline->start, aimline->baseline);
      stretch (&frame, aimline->due, aimline->target);
      self->from = place (&frame, aimline->start, aimline->baseline, width, height, right_to_left);
      self->to = place (&frame, aimline->due, aimline->target, width, height, right_to_left);
    }
  self->n = progress->n;
  self->places = g_new (PzGoalSparkPlace, progress->n + 1);
  for (gsize i = 0; i < progress->n; i++)
    self->places[i] = place (&frame, progress->x[i], progress->y[i], width, height, right_to_left);
}

/**
 * pz_goal_spark_clear:
 * @self: a picture
 *
 * Frees what it holds.
 */
void
pz_goal_spark_clear (PzGoalSpark *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->places, g_free);
  self->n = 0;
}

/* ---- the widget ---- */

static void
set_colour (cairo_t       *cr,
            const GdkRGBA *colour,
            float          alpha)
{
  cairo_set_source_rgba (cr, (double) colour->red, (double) colour->green, (double) colour->blue,
                         (double) (colour->alpha * alpha));
}

static void
draw_way (const PzGoalSpark *spark,
          cairo_t           *cr)
{
  const double dash[] = { 3, 3 };

  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  cairo_move_to (cr, spark->from.x, spark->from.y);
  cairo_line_to (cr, spark->to.x, spark->to.y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_arc (cr, spark->to.x, spark->to.y, RING, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_course (const PzGoalSpark *spark,
             cairo_t           *cr)
{
  const PzGoalSparkPlace *last = &spark->places[spark->n - 1];

  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (gsize i = 0; i < spark->n; i++)
    cairo_line_to (cr, spark->places[i].x, spark->places[i].y);
  cairo_stroke (cr);
  cairo_arc (cr, last->x, last->y, DOT, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
pz_goal_spark_cell_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  PzGoalSparkCell *self = PZ_GOAL_SPARK_CELL (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  PzGoalSpark spark;
  GdkRGBA line, way;
  cairo_t *cr;

  if (self->item == NULL)
    return;
  pz_goal_spark_init (&spark, pz_goal_item_get_progress (self->item), width, height,
                      gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  pz_widget_get_text_color (widget, &line);
  pz_widget_get_text_color (gtk_widget_get_parent (widget), &way);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  set_colour (cr, &way, WAY_ALPHA);
  if (spark.has_way)
    draw_way (&spark, cr);
  set_colour (cr, &line, 1);
  if (spark.n > 0)
    draw_course (&spark, cr);
  cairo_destroy (cr);
  pz_goal_spark_clear (&spark);
}

static void
pz_goal_spark_cell_dispose (GObject *object)
{
  g_clear_object (&PZ_GOAL_SPARK_CELL (object)->item);
  G_OBJECT_CLASS (pz_goal_spark_cell_parent_class)->dispose (object);
}

static void
pz_goal_spark_cell_class_init (PzGoalSparkCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_goal_spark_cell_dispose;
  widget_class->snapshot = pz_goal_spark_cell_snapshot;
  gtk_widget_class_set_css_name (widget_class, "goalspark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pz_goal_spark_cell_init (PzGoalSparkCell *self)
{
}

/**
 * pz_goal_spark_cell_new:
 *
 * Returns: (transfer floating): an empty picture, as large as it is made
 */
GtkWidget *
pz_goal_spark_cell_new (void)
{
  return g_object_new (PZ_TYPE_GOAL_SPARK_CELL, NULL);
}

/**
 * pz_goal_spark_cell_set_item:
 * @self: the picture
 * @item: (nullable): what it shows
 */
void
pz_goal_spark_cell_set_item (PzGoalSparkCell *self,
                             PzGoalItem      *item)
{
  g_return_if_fail (PZ_IS_GOAL_SPARK_CELL (self));

  if (g_set_object (&self->item, item))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
