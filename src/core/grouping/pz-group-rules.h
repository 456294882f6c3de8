/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-problem.h"

G_BEGIN_DECLS

/**
 * PzGroupClash:
 * @PZ_CLASH_SIZES: the sizes do not add up to the learners
 * @PZ_CLASH_TOO_MANY_TOGETHER: those who stay together are more than the largest group holds
 * @PZ_CLASH_TOGETHER_AND_APART: two must be together and apart; the others of the people link them
 * @PZ_CLASH_ALL_APART: there are more who must all be apart than groups
 * @PZ_CLASH_PINNED_APART: two who must be apart stay in one group
 * @PZ_CLASH_PINNED_TOGETHER: two who must be together stay in two groups
 * @PZ_CLASH_TOO_MANY_PINNED: more stay in a group than it holds
 * @PZ_CLASH_DO_NOT_PACK: those who stay together cannot be put in groups of these sizes
 * @PZ_CLASH_ALONE: the only one of a kind must not be alone
 * @PZ_CLASH_TOO_FEW: there are more groups that need somebody than learners who would do
 * @PZ_CLASH_TOO_MANY: there are more of a kind than all groups may have
 *
 * Why rules cannot be kept.
 */
typedef enum
{
  PZ_CLASH_SIZES,
  PZ_CLASH_TOO_MANY_TOGETHER,
  PZ_CLASH_TOGETHER_AND_APART,
  PZ_CLASH_ALL_APART,
  PZ_CLASH_PINNED_APART,
  PZ_CLASH_PINNED_TOGETHER,
  PZ_CLASH_TOO_MANY_PINNED,
  PZ_CLASH_DO_NOT_PACK,
  PZ_CLASH_ALONE,
  PZ_CLASH_TOO_FEW,
  PZ_CLASH_TOO_MANY,
  PZ_N_CLASHES
} PzGroupClash;

/**
 * PzGroupFinding:
 * @clash: what is wrong
 * @people: (element-type guint): learners it is about
 * @n: how many learners
 * @limit: how many there may be, or groups there are
 * @group: where, from 0; or -1
 * @criterion: which one, or -1
 *
 * One reason why no grouping keeps the rules.
 */
typedef struct
{
  PzGroupClash clash;
  GArray *people;
  guint n;
  guint limit;
  int group;
  int criterion;
} PzGroupFinding;

GPtrArray  *pz_group_rules_check      (const PzGroupProblem *problem);
void        pz_group_finding_free     (PzGroupFinding       *self);
const char *pz_group_finding_get_name (const PzGroupFinding *self);
char       *pz_group_finding_dup_text (const PzGroupFinding *self,
                                       const char *const    *names);
char       *pz_group_dup_names        (const guint          *people,
                                       guint                 n_people,
                                       const char *const    *names);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupFinding, pz_group_finding_free)

G_END_DECLS
