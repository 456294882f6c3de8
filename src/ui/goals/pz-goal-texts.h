/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-goal-columns.h"
#include "pz-goal-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PZ_GOAL_SMALL_TEXT 0.85  /* of second lines, against the text of the widget */
#define PZ_GOAL_STRATEGY_LINES 2 /* at most */

typedef enum
{
  PZ_GOAL_TEXT_TITLE,
  PZ_GOAL_TEXT_NAME, /* with the strategy, where that has no column */
  PZ_GOAL_TEXT_STRATEGY,
  PZ_GOAL_TEXT_LATEST, /* with the day, where that has no line */
  PZ_GOAL_TEXT_WHEN,
  PZ_N_GOAL_TEXTS,
} PzGoalText;

/**
 * PzGoalTexts:
 * @layouts: made by pz_goal_texts_ensure(); %NULL until then, and those that say nothing
 * @made: whether they were made
 * @shape: of the row they were made for
 *
 * The texts of a row of the list of goals, to be drawn. All zero to begin with.
 */
typedef struct
{
  PangoLayout *layouts[PZ_N_GOAL_TEXTS];
  gboolean made;
  PzGoalRowShape shape;
} PzGoalTexts;

void     pz_goal_texts_ensure (PzGoalTexts    *self,
                               GtkWidget      *widget,
                               PzGoalItem     *item,
                               PzClassroom    *classroom,
                               PzGoalRowShape  shape);
void     pz_goal_texts_clear  (PzGoalTexts    *self);
gboolean pz_goal_texts_is_cut (const PzGoalTexts *self);

G_END_DECLS
