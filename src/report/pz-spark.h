/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-course.h"

#include <cairo.h>

G_BEGIN_DECLS

/* The course of a goal as a picture of a word's size: where each measurement stands, and the way that was planned. */
typedef struct
{
  double x, y; /* px from the upper left corner */
} PzSparkPlace;

typedef struct
{
  PzSparkPlace *places; /* of the measurements, in their order */
  guint n_places;
  gboolean has_way; /* whether the next two are set */
  PzSparkPlace from;
  PzSparkPlace to;
} PzSpark;

/* Parts from 0 to 1. */
typedef struct
{
  double red, green, blue, alpha;
} PzSparkColor;

PzSpark *pz_spark_new  (const PzGoalCourse *course,
                        double              width,
                        double              height,
                        gboolean            right_to_left);
void     pz_spark_free (PzSpark            *spark);
void     pz_spark_draw (const PzSpark      *spark,
                        cairo_t            *cr,
                        const PzSparkColor *line,
                        const PzSparkColor *way);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzSpark, pz_spark_free)

G_END_DECLS
