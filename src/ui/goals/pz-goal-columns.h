/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PZ_GOAL_AVATAR_SIZE 36 /* px */

/* What a row of the list of goals has room for. */
typedef enum
{
  PZ_GOAL_ROW_WIDE,   /* everything in one line */
  PZ_GOAL_ROW_MIDDLE, /* the strategy stands behind the name */
  PZ_GOAL_ROW_NARROW, /* one below the other */
} PzGoalRowShape;

/* From the start side of the row, px. */
typedef struct
{
  int start;
  int width; /* 0: it is not there */
} PzGoalSpan;

/**
 * PzGoalColumns:
 * @shape: what there is room for
 * @course_below: of a narrow row: the course has a line of its own
 * @who: title and name, behind the picture
 * @strategy: what is used now
 * @latest: the last value and when it was
 * @course: the line of all values
 * @status: the word
 * @arrow: the mark that there is more
 *
 * Where the parts of a row stand. In a narrow row all parts begin where @who does, but for the
 * course: it stands beside the status where both find room.
 */
typedef struct
{
  PzGoalRowShape shape;
  gboolean course_below;
  PzGoalSpan who;
  PzGoalSpan strategy;
  PzGoalSpan latest;
  PzGoalSpan course;
  PzGoalSpan status;
  PzGoalSpan arrow;
} PzGoalColumns;

void pz_goal_columns_init (PzGoalColumns *self,
                           int            width,
                           int            line,
                           int            widest,
                           int            head);

G_END_DECLS
