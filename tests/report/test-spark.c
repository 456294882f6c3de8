/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-spark.h"

#include <math.h>

#define WIDTH 108
#define HEIGHT 34
#define FIRST_DAY 739000.0
#define NEAR 1e-9

/* A course over a hundred days on a scale from 0 to 100, with these values from its first day on. */
static PzGoalCourse *
make_course (const double *values,
             guint         n)
{
  PzGoalCourse *course = g_new0 (PzGoalCourse, 1);

  course->points = g_array_new (FALSE, FALSE, sizeof (PzGoalPoint));
  for (guint i = 0; i < n; i++)
    {
      const PzGoalPoint point = { FIRST_DAY + 10 * i, values[i] };

      g_array_append_val (course->points, point);
    }
  course->from = (PzGoalPoint){ FIRST_DAY, 20 };
  course->to = (PzGoalPoint){ FIRST_DAY + 100, 80 };
  course->minimum = 0;
  course->maximum = 100;
  return course;
}

static void
test_time_runs_with_the_text (void)
{
  const double values[] = { 50, 50, 50 };
  g_autoptr(PzGoalCourse) course = make_course (values, 3);
  g_autoptr(PzSpark) left = pz_spark_new (course, WIDTH, HEIGHT, FALSE);
  g_autoptr(PzSpark) right = pz_spark_new (course, WIDTH, HEIGHT, TRUE);

  g_assert_cmpuint (left->n_places, ==, 3);
  g_assert_cmpfloat (left->places[0].x, <, left->places[1].x);
  g_assert_cmpfloat_with_epsilon (left->places[1].x - left->places[0].x, left->places[2].x - left->places[1].x, NEAR);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpfloat_with_epsilon (left->places[i].x, WIDTH - right->places[i].x, NEAR);
      g_assert_cmpfloat_with_epsilon (left->places[i].y, HEIGHT / 2.0, NEAR);
    }
  g_assert_cmpfloat_with_epsilon (left->to.x, WIDTH - right->to.x, NEAR);
}

/* two learners with the same value stand at the same height, whatever else was measured */
static void
test_scale_belongs_to_the_measure (void)
{
  const double low[] = { 10, 40 }, high[] = { 40, 100 };
  g_autoptr(PzGoalCourse) one = make_course (low, 2);
  g_autoptr(PzGoalCourse) other = make_course (high, 2);
  g_autoptr(PzSpark) first = pz_spark_new (one, WIDTH, HEIGHT, FALSE);
  g_autoptr(PzSpark) second = pz_spark_new (other, WIDTH, HEIGHT, FALSE);

  g_assert_cmpfloat_with_epsilon (first->places[1].y, second->places[0].y, NEAR);
  g_assert_cmpfloat (first->places[0].y, >, first->places[1].y);
}

static void
test_without_bounds_everything_is_seen (void)
{
  const double values[] = { 12, 15 };
  g_autoptr(PzGoalCourse) course = make_course (values, 2);
  g_autoptr(PzSpark) spark = NULL;

  course->maximum = NAN;
  spark = pz_spark_new (course, WIDTH, HEIGHT, FALSE);
  g_assert_cmpfloat (spark->to.y, <, spark->from.y);
  g_assert_cmpfloat (spark->from.y, <, spark->places[1].y); /* 20 stands above 15 */
  g_assert_cmpfloat (spark->places[1].y, <, spark->places[0].y);
}

static void
assert_within (const PzSparkPlace *place)
{
  g_assert_cmpfloat (place->x, >=, 0);
  g_assert_cmpfloat (place->x, <=, WIDTH);
  g_assert_cmpfloat (place->y, >=, 0);
  g_assert_cmpfloat (place->y, <=, HEIGHT);
}

static void
test_what_is_beyond_the_scale_stays_within (void)
{
  const double values[] = { -500, 1e9 };
  g_autoptr(PzGoalCourse) course = make_course (values, 2);
  g_autoptr(PzSpark) spark = pz_spark_new (course, WIDTH, HEIGHT, FALSE);

  assert_within (&spark->places[0]);
  assert_within (&spark->places[1]);
  assert_within (&spark->to);
}

static void
test_a_single_day_stands_in_the_middle (void)
{
  const double values[] = { 5 };
  g_autoptr(PzGoalCourse) course = make_course (values, 1);
  g_autoptr(PzSpark) spark = NULL;

  course->from.day = course->to.day = NAN;
  course->minimum = course->maximum = NAN;
  course->from.value = course->to.value = NAN;
  spark = pz_spark_new (course, WIDTH, HEIGHT, FALSE);
  g_assert_false (spark->has_way);
  g_assert_cmpfloat_with_epsilon (spark->places[0].x, WIDTH / 2.0, NEAR);
  g_assert_cmpfloat_with_epsilon (spark->places[0].y, HEIGHT / 2.0, NEAR);
}

/* the alpha of a pixel of a picture that was empty before */
static guint
get_alpha (cairo_surface_t *surface,
           double           x,
           double           y)
{
  const guchar *data;

  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  return ((const guint32 *) (gconstpointer) (data + (int) y * cairo_image_surface_get_stride (surface)))[(int) x] >> 24;
}

static void
test_draws_dot_and_ring (void)
{
  const double values[] = { 30, 40 };
  const PzSparkColor black = { 0, 0, 0, 1 };
  g_autoptr(PzGoalCourse) course = make_course (values, 2);
  g_autoptr(PzSpark) spark = pz_spark_new (course, WIDTH, HEIGHT, FALSE);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  pz_spark_draw (spark, cr, &black, &black);
  cairo_destroy (cr);
  g_assert_cmpuint (get_alpha (surface, spark->places[1].x, spark->places[1].y), ==, 255);
  g_assert_cmpuint (get_alpha (surface, spark->to.x, spark->to.y), <, 128); /* hollow */
  g_assert_cmpuint (get_alpha (surface, spark->to.x + 2, spark->to.y), >, 128);
  g_assert_cmpuint (get_alpha (surface, WIDTH - 1, HEIGHT - 1), ==, 0);
  cairo_surface_destroy (surface);
}

static void
test_draws_nothing_of_nothing (void)
{
  const PzSparkColor black = { 0, 0, 0, 1 };
  g_autoptr(PzGoalCourse) course = make_course (NULL, 0);
  g_autoptr(PzSpark) spark = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  course->to.value = NAN;
  spark = pz_spark_new (course, WIDTH, HEIGHT, FALSE);
  pz_spark_draw (spark, cr, &black, &black);
  cairo_destroy (cr);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      g_assert_cmpuint (get_alpha (surface, x, y), ==, 0);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/spark/time-runs-with-the-text", test_time_runs_with_the_text);
  g_test_add_func ("/report/spark/scale-belongs-to-the-measure", test_scale_belongs_to_the_measure);
  g_test_add_func ("/report/spark/without-bounds-everything-is-seen", test_without_bounds_everything_is_seen);
  g_test_add_func ("/report/spark/what-is-beyond-the-scale-stays-within", test_what_is_beyond_the_scale_stays_within);
  g_test_add_func ("/report/spark/a-single-day-stands-in-the-middle", test_a_single_day_stands_in_the_middle);
  g_test_add_func ("/report/spark/draws-dot-and-ring", test_draws_dot_and_ring);
  g_test_add_func ("/report/spark/draws-nothing-of-nothing", test_draws_nothing_of_nothing);
  return g_test_run ();
}
