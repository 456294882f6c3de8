/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-search-private.h"

G_BEGIN_DECLS

/* Partners that are looked at together: a look is at one block or more, each of two chunks, as many numbers as a cache
 * line holds. After the last chunk comes the first. */
#define PZ_GROUP_BLOCK 32
#define PZ_GROUP_CHUNK 16
#define PZ_GROUP_MOST_BLOCKS 4

/* Those who may move alone, as arrays that are worked through many at a time. Places behind the last learner are filled
 * so that nobody ever swaps with them. */
typedef struct
{
  guint n;
  guint stride;   /* n and more: whole chunks, at least a block */
  guint n_chunks;
  guint n_groups;
  guint *learner; /* n: number in the problem */
  gint32 *pairs;  /* n x stride */
  gint32 *sums;   /* groups x stride: of the pairs of each with the members of the group, whoever they are */
  gint32 *own;    /* stride: the sum with the own group */
  gint32 *group;  /* stride */
  gint32 *column; /* groups: sums of who was looked at last */
  gint32 *next_column;
  guint next;     /* whose sums that are, gathered while there is time; G_MAXUINT: nobody's */
  gboolean picks; /* whether the processor can pick out of the column; FALSE gives the same, later */
} PzGroupLanes;

PzGroupLanes *pz_group_lanes_new    (const PzGroupProblem *problem,
                                     const GArray         *singles);
void          pz_group_lanes_free   (PzGroupLanes         *self);
void          pz_group_lanes_set    (PzGroupLanes         *self,
                                     const PzGroupState   *state);
void          pz_group_lanes_look   (PzGroupLanes         *self,
                                     guint                 i,
                                     guint                 chunk,
                                     guint                 n_blocks,
                                     gint32                limit,
                                     guint32              *hits);
void          pz_group_lanes_swap   (PzGroupLanes         *self,
                                     guint                 i,
                                     guint                 j);
void          pz_group_lanes_insert (PzGroupLanes         *self,
                                     guint                 i,
                                     guint                 h);

/* Who stands at a position of the blocks that begin with a chunk. */
static inline guint
pz_group_lanes_place (const PzGroupLanes *self,
                      guint               chunk,
                      guint               position)
{
  chunk += position / PZ_GROUP_CHUNK;
  return (chunk < self->n_chunks ? chunk : chunk - self->n_chunks) * PZ_GROUP_CHUNK + position % PZ_GROUP_CHUNK;
}

/* What swapping i, who was looked at last, and k of another group changes in the pairs. */
static inline gint32
pz_group_lanes_delta (const PzGroupLanes *self,
                      guint               i,
                      guint               k)
{
  gint32 a = self->group[i];

  return self->column[self->group[k]] - self->column[a] + self->sums[(gsize) a * self->stride + k] - self->own[k]
         - 2 * self->pairs[(gsize) i * self->stride + k];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupLanes, pz_group_lanes_free)

G_END_DECLS
