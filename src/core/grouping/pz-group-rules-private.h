/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-problem-private.h"
#include "pz-group-rules.h"

G_BEGIN_DECLS

typedef struct
{
  const PzGroupProblem *problem;
  GPtrArray *findings;
} PzGroupCheck;

PzGroupFinding *pz_group_check_add        (PzGroupCheck   *check,
                                           PzGroupClash    clash);
void            pz_group_check_add_person (PzGroupFinding *finding,
                                           guint           learner);
void            pz_group_check_apart      (PzGroupCheck   *check);
void            pz_group_check_clique     (PzGroupCheck   *check);

G_END_DECLS
