/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-draft.h"
#include "pz-goal-draft.h"

G_BEGIN_DECLS

/**
 * PzGoalPart:
 * @record: the values as they are typed; of the document of the draft
 * @base: the values it had at first; of the other document
 * @origin: (nullable): id of the record it is of; %NULL: a new one
 *
 * The goal, a step or a level of it.
 */
typedef struct
{
  PzRecord *record;
  PzRecord *base;
  char *origin;
} PzGoalPart;

struct _PzGoalDraft
{
  GObject parent_instance;

  PzDraft *draft;
  PzDraft *base;
  PzGoalPart goal;
  GPtrArray *milestones;               /* PzRecord of the draft, in their order; borrowed */
  GPtrArray *parts;                    /* PzGoalPart of the milestones */
  PzGoalPart levels[PZ_N_GAS_LEVELS];
  GPtrArray *removed;                  /* ids of milestones to delete */
  gboolean shared;
};

PzGoalPart *pz_goal_draft_find_part (PzGoalDraft *self,
                                     PzRecord    *milestone);

G_END_DECLS
