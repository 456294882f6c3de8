/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-search-private.h"

G_BEGIN_DECLS

/* Partners that are looked at together: a look is at one block or more. */
#define PZ_GROUP_BLOCK 32

/* Those who may move alone, as arrays that are worked through many at a time. Places behind the last learner are filled
 * so that nobody ever swaps with them. */
typedef struct
{
  guint n;
  guint stride;   /* n and more: a multiple of 16, at least a block */
  guint *learner; /* n: number in the problem */
  gint32 *pairs;  /* n x stride */
  gint32 *sums;   /* groups x stride: of the pairs of each with the members of the group, whoever they are */
  gint32 *own;    /* stride: the sum with the own group */
  gint32 *group;  /* stride */
  gint32 *column; /* groups: sums of one learner */
  gboolean picks; /* whether the processor can pick out of the column; FALSE gives the same, later */
} PzGroupLanes;

PzGroupLanes *pz_group_lanes_new    (const PzGroupProblem *problem,
                                     const GArray         *singles);
void          pz_group_lanes_free   (PzGroupLanes         *self);
void          pz_group_lanes_set    (PzGroupLanes         *self,
                                     const PzGroupState   *state);
gboolean      pz_group_lanes_look   (PzGroupLanes         *self,
                                     guint                 i,
                                     guint                 from,
                                     guint                 n_blocks,
                                     gint32                limit,
                                     gint32               *deltas);
void          pz_group_lanes_swap   (PzGroupLanes         *self,
                                     guint                 i,
                                     guint                 j);
void          pz_group_lanes_insert (PzGroupLanes         *self,
                                     guint                 i,
                                     guint                 h);
void          pz_group_lanes_take_column (PzGroupLanes    *self,
                                          guint            i,
                                          guint            n_groups);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupLanes, pz_group_lanes_free)

G_END_DECLS
