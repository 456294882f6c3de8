/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-spark.h"

#include <math.h>

/* All in px. */
#define DOT_RADIUS 3.0
#define RING_RADIUS 2.5
#define LINE_WIDTH 2.0
#define WAY_WIDTH 1.25
#define MARGIN 4.0 /* dot and ring stay within the picture */

typedef struct
{
  double low, high; /* low < high */
} Span;

static void
widen (Span   *span,
       double  number)
{
  if (!isfinite (number))
    return;
  span->low = MIN (span->low, number);
  span->high = MAX (span->high, number);
}

/* Something that can be divided by: a single number stands in the middle. */
static Span
finish_span (Span span)
{
  if (span.low > span.high)
    return (Span){ 0, 1 };
  if (span.low == span.high)
    return (Span){ span.low - 1, span.high + 1 };
  return span;
}

static Span
get_days (const PzGoalCourse *course)
{
  Span span = { INFINITY, -INFINITY };

  widen (&span, course->from.day);
  widen (&span, course->to.day);
  for (guint i = 0; i < course->points->len; i++)
    widen (&span, g_array_index (course->points, PzGoalPoint, i).day);
  return finish_span (span);
}

/* The scale belongs to the measure, so that two learners can be compared; a measure without bounds takes those of the
 * goal and its measurements. */
static Span
get_values (const PzGoalCourse *course)
{
  Span span = { INFINITY, -INFINITY };

  if (!isfinite (course->minimum) || !isfinite (course->maximum) || course->minimum >= course->maximum)
    {
      widen (&span, course->from.value);
      widen (&span, course->to.value);
      for (guint i = 0; i < course->points->len; i++)
        widen (&span, g_array_index (course->points, PzGoalPoint, i).value);
    }
  widen (&span, course->minimum);
  widen (&span, course->maximum);
  return finish_span (span);
}

/* from MARGIN to length - MARGIN; what lies beyond the scale stands at its end */
static double
place (Span   span,
       double number,
       double length)
{
  double part = CLAMP ((number - span.low) / (span.high - span.low), 0, 1);

  return MARGIN + part * MAX (0, length - 2 * MARGIN);
}

/**
 * pz_spark_new:
 * @course: what to draw
 * @width: px
 * @height: px
 * @right_to_left: whether time runs to the left
 *
 * Returns: (transfer full): where everything stands
 */
PzSpark *
pz_spark_new (const PzGoalCourse *course,
              double              width,
              double              height,
              gboolean            right_to_left)
{
  PzSpark *spark;
  Span days, values;

  g_return_val_if_fail (course != NULL, NULL);

  spark = g_new0 (PzSpark, 1);
  days = get_days (course);
  values = get_values (course);
  spark->n_places = course->points->len;
  spark->places = g_new (PzSparkPlace, spark->n_places);
  spark->has_way = pz_goal_course_has_way (course);
  for (guint i = 0; i < spark->n_places + 2; i++)
    {
      const PzGoalPoint *point = i < spark->n_places    ? &g_array_index (course->points, PzGoalPoint, i)
                                 : i == spark->n_places ? &course->from
                                                        : &course->to;
      PzSparkPlace *at = i < spark->n_places ? &spark->places[i] : i == spark->n_places ? &spark->from : &spark->to;

      if (i >= spark->n_places && !spark->has_way)
        break;
      at->x = place (days, point->day, width);
      at->y = height - place (values, point->value, height);
      if (right_to_left)
        at->x = width - at->x;
    }
  return spark;
}

/**
 * pz_spark_free:
 * @spark: (transfer full): a picture
 */
void
pz_spark_free (PzSpark *spark)
{
  g_return_if_fail (spark != NULL);

  g_free (spark->places);
  g_free (spark);
}

static void
set_color (cairo_t            *cr,
           const PzSparkColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

/* a dashed line that ends at the rim of the ring */
static void
draw_way (const PzSpark      *spark,
          cairo_t            *cr,
          const PzSparkColor *color)
{
  const double dashes[] = { 3, 3 };
  double dx = spark->to.x - spark->from.x, dy = spark->to.y - spark->from.y, length = hypot (dx, dy);

  set_color (cr, color);
  cairo_set_line_width (cr, WAY_WIDTH);
  if (length > RING_RADIUS)
    {
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      cairo_move_to (cr, spark->from.x, spark->from.y);
      cairo_line_to (cr, spark->to.x - dx * RING_RADIUS / length, spark->to.y - dy * RING_RADIUS / length);
      cairo_stroke (cr);
    }
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_new_path (cr);
  cairo_arc (cr, spark->to.x, spark->to.y, RING_RADIUS, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_line (const PzSpark      *spark,
           cairo_t            *cr,
           const PzSparkColor *color)
{
  const PzSparkPlace *last = &spark->places[spark->n_places - 1];

  set_color (cr, color);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_new_path (cr);
  for (guint i = 0; i < spark->n_places; i++)
    cairo_line_to (cr, spark->places[i].x, spark->places[i].y);
  cairo_stroke (cr);
  cairo_arc (cr, last->x, last->y, DOT_RADIUS, 0, 2 * G_PI);
  cairo_fill (cr);
}

/**
 * pz_spark_draw:
 * @spark: where everything stands
 * @cr: draws from its origin on
 * @line: colour of the measurements
 * @way: colour of the way that was planned
 */
void
pz_spark_draw (const PzSpark      *spark,
               cairo_t            *cr,
               const PzSparkColor *line,
               const PzSparkColor *way)
{
  g_return_if_fail (spark != NULL && cr != NULL && line != NULL && way != NULL);

  cairo_save (cr);
  if (spark->has_way)
    draw_way (spark, cr, way);
  if (spark->n_places > 0)
    draw_line (spark, cr, line);
  cairo_restore (cr);
}
