/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document.h"

G_BEGIN_DECLS

/* A value on a day. */
typedef struct
{
  double day;   /* Julian day; NaN when there is none */
  double value; /* in the unit of the measure; NaN when there is none */
} PzGoalPoint;

/* What was measured for a goal, and the way it was to take. */
typedef struct
{
  GArray *points;  /* of PzGoalPoint, complete, by rising day; those of one day as they were added; may be empty */
  PzGoalPoint from; /* baseline and start; each part may be missing */
  PzGoalPoint to;   /* target and target date; each part may be missing */
  double minimum;   /* of the measure, the same for every learner; NaN when the measure does not say */
  double maximum;
} PzGoalCourse;

PzGoalCourse *pz_goal_course_new         (PzDocument         *learner,
                                          PzRecord           *goal,
                                          PzRecord           *measure);
void          pz_goal_course_free        (PzGoalCourse       *course);
gboolean      pz_goal_course_has_way     (const PzGoalCourse *course);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGoalCourse, pz_goal_course_free)

G_END_DECLS
