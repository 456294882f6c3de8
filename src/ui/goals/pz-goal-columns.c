/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-columns.h"

#define GAP 12        /* px, between two parts */
#define ARROW_SIZE 16 /* px */

/* The least width of each part, in lines of text, so that larger text gets wider columns. */
#define WHO_LINES 9.0
#define STRATEGY_LINES 5.4
#define LATEST_LINES 7.2
#define COURSE_LINES 4.0
#define STATUS_LINES 6.8

/* Parts of what is left over. */
#define WHO_SHARE 0.5
#define STRATEGY_SHARE 0.2
#define LATEST_SHARE 0.2

static void
put (PzGoalSpan *span,
     int        *start,
     double      width)
{
  span->start = *start;
  span->width = (int) width;
  *start += span->width + GAP;
}

static void
put_line (PzGoalColumns *self,
          double         left_over,
          int            line,
          double         strategy,
          double         status)
{
  gboolean wide = self->shape == PZ_GOAL_ROW_WIDE;
  int start = PZ_GOAL_AVATAR_SIZE + GAP;

  put (&self->who, &start, WHO_LINES * line + left_over * (WHO_SHARE + (wide ? 0 : STRATEGY_SHARE)));
  if (wide)
    put (&self->strategy, &start, strategy + left_over * STRATEGY_SHARE);
  put (&self->latest, &start, LATEST_LINES * line + left_over * LATEST_SHARE);
  put (&self->course, &start, COURSE_LINES * line + left_over * (1 - WHO_SHARE - STRATEGY_SHARE - LATEST_SHARE));
  put (&self->status, &start, status);
  put (&self->arrow, &start, ARROW_SIZE);
}

/* one below the other; the course stands beside the status where there is room for it */
static void
put_narrow (PzGoalColumns *self,
            int            width,
            int            line,
            double         status)
{
  int start = PZ_GOAL_AVATAR_SIZE + GAP;
  int course = (int) (COURSE_LINES * line), beside;

  put (&self->who, &start, MAX (0, width - PZ_GOAL_AVATAR_SIZE - GAP));
  self->latest = self->course = self->status = self->who;
  beside = self->who.width - (int) status - GAP;
  self->course_below = beside < course;
  if (self->course_below)
    return;
  self->status.width = (int) status;
  self->course.start = width - course;
  self->course.width = course;
}

/**
 * pz_goal_columns_init:
 * @self: (out caller-allocates): where the parts stand
 * @width: of the row, px
 * @line: height of a line of text, px
 * @widest: what the longest status word needs, px; 0 when that is not known
 * @head: what stands above the strategies needs, px; 0 when that is not known
 */
void
pz_goal_columns_init (PzGoalColumns *self,
                      int            width,
                      int            line,
                      int            widest,
                      int            head)
{
  double status = MAX (STATUS_LINES * line, widest);
  double middle = PZ_GOAL_AVATAR_SIZE + ARROW_SIZE + 5 * GAP + (WHO_LINES + LATEST_LINES + COURSE_LINES) * line + status;
  double strategy = MAX (STRATEGY_LINES * line, head);
  double wide = middle + GAP + strategy;

  g_return_if_fail (self != NULL && line > 0);

  *self = (PzGoalColumns) { 0 };
  if (width >= wide)
    {
      self->shape = PZ_GOAL_ROW_WIDE;
      put_line (self, width - wide, line, strategy, status);
      return;
    }
  if (width >= middle)
    {
      self->shape = PZ_GOAL_ROW_MIDDLE;
      put_line (self, width - middle, line, strategy, status);
      return;
    }
  self->shape = PZ_GOAL_ROW_NARROW;
  put_narrow (self, width, line, status);
}
