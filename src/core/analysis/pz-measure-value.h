/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is counted in the values of a measure, and which way is better. Kinds stand in the order of the schema. */
typedef enum
{
  PZ_MEASURE_IS_COUNT,
  PZ_MEASURE_IS_RATE,    /* so many a minute */
  PZ_MEASURE_IS_PERCENT, /* 0 to 100, or so many of so many */
  PZ_MEASURE_IS_SCORE,
  PZ_MEASURE_IS_LEVEL,           /* steps of the class's scale: their order counts, not their distance */
  PZ_MEASURE_IS_GOAL_ATTAINMENT, /* -2 to 2, 0 is expected */
  PZ_MEASURE_IS_YES_NO,          /* 1 and 0 */
  PZ_N_MEASURE_KINDS,
} PzMeasureKind;

typedef enum
{
  PZ_DIRECTION_INCREASE, /* more is better */
  PZ_DIRECTION_DECREASE,
} PzDirection;

/* Why a value cannot be one of a measure. */
typedef enum
{
  PZ_MEASURE_VALUE_FINE,
  PZ_MEASURE_VALUE_NO_NUMBER,
  PZ_MEASURE_VALUE_TOO_SMALL,
  PZ_MEASURE_VALUE_TOO_GREAT,
  PZ_MEASURE_VALUE_NOT_WHOLE,   /* only whole numbers are counted */
  PZ_MEASURE_VALUE_NOT_A_SHARE, /* the part is greater than the whole, or the whole is not above 0 */
} PzMeasureFault;

/**
 * PzMeasureRange:
 * @kind: what is counted
 * @minimum: the least value; NaN: what the kind says
 * @maximum: the greatest value; NaN: what the kind says
 * @resolution: the smallest step; NaN or 0: what the kind says
 * @direction: which way is better
 */
typedef struct
{
  PzMeasureKind kind;
  double minimum;
  double maximum;
  double resolution;
  PzDirection direction;
} PzMeasureRange;

gboolean       pz_measure_kind_from_name   (const char           *name,
                                            PzMeasureKind        *kind);
gboolean       pz_direction_from_name      (const char           *name,
                                            PzDirection          *direction);
void           pz_measure_range_init       (PzMeasureRange       *range,
                                            PzMeasureKind         kind);
void           pz_measure_range_get_bounds (const PzMeasureRange *range,
                                            double               *minimum,
                                            double               *maximum);
double         pz_measure_range_get_step   (const PzMeasureRange *range);
double         pz_measure_value_count      (const PzMeasureRange *range,
                                            double                value,
                                            double                out_of);
PzMeasureFault pz_measure_value_check      (const PzMeasureRange *range,
                                            double                value,
                                            double                out_of);
double         pz_measure_value_turn       (double                value,
                                            PzDirection           direction);

G_END_DECLS
