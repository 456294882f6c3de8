/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-draft.h"

G_BEGIN_DECLS

/* Longest content of a template, in bytes: as many characters as its field allows, four bytes each. */
#define PZ_GOAL_TEMPLATE_MAX_SIZE 40000
#define PZ_GOAL_TEMPLATE_MAX_STEPS 50

/* Goals that were kept to be given again: records of the class, kind "goal" of the templates. Their content is one line of
 * JSON; every member may be missing, unknown ones are passed over:
 *   {"title":"…","condition":"…","behaviour":"…","criterion":"…","occasions":3,"measure":"ID","target":60,
 *    "standard":"ID","review-every":7,"days":180,"milestones":[{"text":"…","days":30}],"levels":["…","…","…","…","…"]}
 * Names, kinds and bounds are those of the fields of a goal. `days` counts from the start: of the whole goal until its
 * target date, of a milestone until its date. `levels` are the five words from -2 to +2, "" where there are none. What is
 * of one learner alone is not in it: baseline, dates, needs, strengths, interests, notes. */
GPtrArray *pz_goal_template_list    (PzDocument   *classroom);
char      *pz_goal_template_to_text (PzGoalDraft  *draft);
gboolean   pz_goal_template_apply   (const char   *text,
                                     PzGoalDraft  *draft,
                                     GError      **error);
PzRecord  *pz_goal_template_save    (PzDocument   *classroom,
                                     const char   *name,
                                     PzGoalDraft  *draft,
                                     GError      **error);

G_END_DECLS
