/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-measure-value.h"

#include "analysis-fixture.h"
#include "pz-schema.h"

static void
test_kinds_are_those_of_the_schema (void)
{
  const PzField *field = &pz_schema_get_record (PZ_RECORD_MEASURE)->fields[PZ_MEASURE_KIND];
  g_auto(GStrv) names = g_strsplit (field->extra, "|", -1);
  PzMeasureKind kind = PZ_MEASURE_IS_SCORE;

  g_assert_cmpuint (g_strv_length (names), ==, PZ_N_MEASURE_KINDS);
  for (guint i = 0; i < PZ_N_MEASURE_KINDS; i++)
    {
      g_assert_true (pz_measure_kind_from_name (names[i], &kind));
      g_assert_cmpint (kind, ==, (int) i);
    }
  kind = PZ_MEASURE_IS_SCORE;
  g_assert_false (pz_measure_kind_from_name ("weight", &kind));
  g_assert_false (pz_measure_kind_from_name (NULL, &kind));
  g_assert_cmpint (kind, ==, PZ_MEASURE_IS_SCORE);
}

static void
test_directions (void)
{
  PzDirection direction = PZ_DIRECTION_INCREASE;

  g_assert_true (pz_direction_from_name ("decrease", &direction));
  g_assert_cmpint (direction, ==, PZ_DIRECTION_DECREASE);
  g_assert_false (pz_direction_from_name ("down", &direction));
  g_assert_false (pz_direction_from_name (NULL, &direction));
  g_assert_cmpint (direction, ==, PZ_DIRECTION_DECREASE);
  g_assert_true (pz_direction_from_name ("increase", &direction));
  g_assert_cmpint (direction, ==, PZ_DIRECTION_INCREASE);
}

static void
test_turned_twice_is_the_value (void)
{
  assert_near (pz_measure_value_turn (3, PZ_DIRECTION_INCREASE), 3);
  assert_near (pz_measure_value_turn (3, PZ_DIRECTION_DECREASE), -3);
  assert_near (pz_measure_value_turn (-3, PZ_DIRECTION_DECREASE), 3);
  g_assert_false (signbit (pz_measure_value_turn (0, PZ_DIRECTION_DECREASE)));
}

static void
test_a_kind_brings_bounds_and_step (void)
{
  PzMeasureRange range;
  double minimum, maximum;

  pz_measure_range_init (&range, PZ_MEASURE_IS_GOAL_ATTAINMENT);
  pz_measure_range_get_bounds (&range, &minimum, &maximum);
  assert_near (minimum, -2);
  assert_near (maximum, 2);
  assert_near (pz_measure_range_get_step (&range), 1);
  pz_measure_range_init (&range, PZ_MEASURE_IS_RATE);
  range.maximum = 250;
  range.resolution = 0.5;
  pz_measure_range_get_bounds (&range, &minimum, &maximum);
  assert_near (minimum, 0);
  assert_near (maximum, 250);
  assert_near (pz_measure_range_get_step (&range), 0.5);
  pz_measure_range_init (&range, PZ_MEASURE_IS_SCORE);
  pz_measure_range_get_bounds (&range, &minimum, &maximum);
  g_assert_true (isinf (minimum) && isinf (maximum));
  assert_near (pz_measure_range_get_step (&range), 0);
}

static void
test_a_share_counts_as_percent (void)
{
  PzMeasureRange percent, count;

  pz_measure_range_init (&percent, PZ_MEASURE_IS_PERCENT);
  pz_measure_range_init (&count, PZ_MEASURE_IS_COUNT);
  assert_near (pz_measure_value_count (&percent, 12, 15), 80);
  assert_near (pz_measure_value_count (&percent, 80, NAN), 80);
  assert_near (pz_measure_value_count (&count, 12, 15), 12);
  g_assert_true (isnan (pz_measure_value_count (&percent, 0, 0)));
}

/* kind, value, out of: what is wrong */
static const struct
{
  PzMeasureKind kind;
  double value;
  double out_of;
  PzMeasureFault fault;
} values[] = {
  { PZ_MEASURE_IS_COUNT, 12, NAN, PZ_MEASURE_VALUE_FINE },
  { PZ_MEASURE_IS_COUNT, -1, NAN, PZ_MEASURE_VALUE_TOO_SMALL },
  { PZ_MEASURE_IS_COUNT, 1.5, NAN, PZ_MEASURE_VALUE_NOT_WHOLE },
  { PZ_MEASURE_IS_COUNT, NAN, NAN, PZ_MEASURE_VALUE_NO_NUMBER },
  { PZ_MEASURE_IS_COUNT, INFINITY, NAN, PZ_MEASURE_VALUE_NO_NUMBER },
  { PZ_MEASURE_IS_RATE, 79.5, NAN, PZ_MEASURE_VALUE_FINE },
  { PZ_MEASURE_IS_RATE, -0.5, NAN, PZ_MEASURE_VALUE_TOO_SMALL },
  { PZ_MEASURE_IS_PERCENT, 100, NAN, PZ_MEASURE_VALUE_FINE },
  { PZ_MEASURE_IS_PERCENT, 100.5, NAN, PZ_MEASURE_VALUE_TOO_GREAT },
  { PZ_MEASURE_IS_PERCENT, 12, 15, PZ_MEASURE_VALUE_FINE },
  { PZ_MEASURE_IS_PERCENT, 16, 15, PZ_MEASURE_VALUE_NOT_A_SHARE },
  { PZ_MEASURE_IS_PERCENT, -1, 15, PZ_MEASURE_VALUE_NOT_A_SHARE },
  { PZ_MEASURE_IS_PERCENT, 0, 0, PZ_MEASURE_VALUE_NOT_A_SHARE },
  { PZ_MEASURE_IS_SCORE, -3.25, NAN, PZ_MEASURE_VALUE_FINE },
  { PZ_MEASURE_IS_LEVEL, 2, NAN, PZ_MEASURE_VALUE_FINE },
  { PZ_MEASURE_IS_LEVEL, 2.5, NAN, PZ_MEASURE_VALUE_NOT_WHOLE },
  { PZ_MEASURE_IS_GOAL_ATTAINMENT, -2, NAN, PZ_MEASURE_VALUE_FINE },
  { PZ_MEASURE_IS_GOAL_ATTAINMENT, -3, NAN, PZ_MEASURE_VALUE_TOO_SMALL },
  { PZ_MEASURE_IS_YES_NO, 1, NAN, PZ_MEASURE_VALUE_FINE },
  { PZ_MEASURE_IS_YES_NO, 2, NAN, PZ_MEASURE_VALUE_TOO_GREAT },
  { PZ_MEASURE_IS_YES_NO, 0.5, NAN, PZ_MEASURE_VALUE_NOT_WHOLE },
};

static void
test_values_are_checked (void)
{
  PzMeasureRange halves;

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      PzMeasureRange range;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      pz_measure_range_init (&range, values[i].kind);
      g_assert_cmpint (pz_measure_value_check (&range, values[i].value, values[i].out_of), ==, values[i].fault);
    }
  /* a class may count half points */
  pz_measure_range_init (&halves, PZ_MEASURE_IS_COUNT);
  halves.resolution = 0.5;
  g_assert_cmpint (pz_measure_value_check (&halves, 1.5, NAN), ==, PZ_MEASURE_VALUE_FINE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/measure-value/kinds-are-those-of-the-schema", test_kinds_are_those_of_the_schema);
  g_test_add_func ("/core/measure-value/directions", test_directions);
  g_test_add_func ("/core/measure-value/turned-twice-is-the-value", test_turned_twice_is_the_value);
  g_test_add_func ("/core/measure-value/a-kind-brings-bounds-and-step", test_a_kind_brings_bounds_and_step);
  g_test_add_func ("/core/measure-value/a-share-counts-as-percent", test_a_share_counts_as_percent);
  g_test_add_func ("/core/measure-value/values-are-checked", test_values_are_checked);
  return g_test_run ();
}
