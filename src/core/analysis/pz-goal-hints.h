/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-draft.h"

G_BEGIN_DECLS

/* Measurements a goal needs until its target date before a trend can be told. */
#define PZ_GOAL_LEAST_PROBES 8

typedef enum
{
  PZ_GOAL_HINT_VAGUE_VERB,        /* nobody can see whether somebody "understands" */
  PZ_GOAL_HINT_NO_NUMBER,         /* neither criterion nor target says how much is enough */
  PZ_GOAL_HINT_NO_UNIT,           /* a number, but of what? */
  PZ_GOAL_HINT_NO_MEASURE,
  PZ_GOAL_HINT_NO_TARGET,         /* measured, but the number stands in words only */
  PZ_GOAL_HINT_BASELINE_OUTSIDE,  /* no value of the measure */
  PZ_GOAL_HINT_TARGET_OUTSIDE,
  PZ_GOAL_HINT_TARGET_NOT_BETTER, /* not on the better side of the baseline */
  PZ_GOAL_HINT_NO_DATE,
  PZ_GOAL_HINT_DATE_TOO_EARLY,    /* not after the start */
  PZ_GOAL_HINT_TOO_FEW_PROBES,
  PZ_GOAL_HINT_NO_LINK,           /* to a need, strength, interest or standard */
  PZ_GOAL_HINT_LEVELS_MISSING,    /* of goal attainment */
} PzGoalHintKind;

/* Where the hint belongs that is about no field of the goal but about its goal attainment levels. */
#define PZ_GOAL_HINT_AT_LEVELS PZ_N_GOAL_FIELDS

/**
 * PzGoalHint:
 * @kind: what might be better
 * @field: of the goal, or %PZ_GOAL_HINT_AT_LEVELS
 * @text: a sentence for people, translated
 */
typedef struct
{
  PzGoalHintKind kind;
  guint field;
  char *text;
} PzGoalHint;

GPtrArray *pz_goal_draft_check      (PzGoalDraft *draft,
                                     PzDocument  *classroom);
gboolean   pz_goal_measure_baseline (PzDocument  *learner,
                                     PzDocument  *classroom,
                                     PzRecord    *goal,
                                     double      *baseline);

G_END_DECLS
