/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-progress.h"

G_BEGIN_DECLS

/* Which number it is: for who shows only some of them. */
typedef enum
{
  PZ_GOAL_NUMBER_PACE,
  PZ_GOAL_NUMBER_LIKELY,   /* between what the pace is */
  PZ_GOAL_NUMBER_ASKED,    /* the pace the target asks for */
  PZ_GOAL_NUMBER_FORECAST,
  PZ_GOAL_NUMBER_CHANCE,
  PZ_GOAL_NUMBER_POINTS,
  PZ_GOAL_NUMBER_RULE,     /* of the last four points */
  PZ_GOAL_NUMBER_HELD,
  PZ_GOAL_NUMBER_MISSING,
  PZ_GOAL_NUMBER_SCATTER,
  PZ_GOAL_NUMBER_ALIKE,    /* neighbouring points are */
  PZ_N_GOAL_NUMBERS,
} PzGoalNumberKind;

/**
 * PzGoalNumber:
 * @kind: which number
 * @name: what it is, translated
 * @value: it with its unit, translated
 */
typedef struct
{
  PzGoalNumberKind kind;
  char *name;
  char *value;
} PzGoalNumber;

/* The numbers behind the sentence of a goal. None is without the data its rule asks for. */
GPtrArray *pz_goal_numbers_list (const PzGoalProgress *progress,
                                 PzRecord             *measure);

G_END_DECLS
