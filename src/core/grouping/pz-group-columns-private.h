/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-problem-private.h"
#include "pz-group-proof.h"

G_BEGIN_DECLS

#define PZ_GROUP_NO_COST G_MAXINT64

/* Groups of the problem that may have the same sizes. */
typedef struct
{
  PzGroupSize size;
  guint count;
  float low;        /* least reduced cost for the duals last looked at */
  gint64 exact_low; /* the same in integers, of the last fixing */
} PzGroupSlot;

/* All groups of one size that could fill a slot and keep the rules: columns of a set partitioning problem. */
typedef struct
{
  guint slot;
  guint size;
  gsize n;
  gsize allocated;
  guint8 *members; /* n x size, rising in each column */
  gint32 *costs;   /* n */
  float *reduced;  /* n: cost less the duals of the members */
} PzGroupBlock;

typedef struct
{
  const PzGroupProblem *problem;
  guint n;
  GArray *slots;  /* PzGroupSlot */
  GArray *blocks; /* PzGroupBlock */
  guint *slot_of; /* m */
  guint64 foes[PZ_GROUP_PROOF_LEARNERS];  /* bits of those who must not be in the group */
  guint64 mates[PZ_GROUP_PROOF_LEARNERS]; /* bits of those who must be */
  gsize n_all;    /* columns before any was excluded */
  guint n_passes;
} PzGroupColumns;

PzGroupColumns *pz_group_columns_new    (const PzGroupProblem *problem,
                                         GCancellable         *cancellable);
void            pz_group_columns_free   (PzGroupColumns       *self);
gsize           pz_group_columns_count  (const PzGroupColumns *self);
double          pz_group_columns_reduce (PzGroupColumns       *self,
                                         const double         *duals);
gint64          pz_group_columns_fix    (PzGroupColumns       *self,
                                         const gint64         *duals,
                                         gint64                upper);

static inline PzGroupSlot *
pz_group_columns_slot (const PzGroupColumns *self,
                       guint                 i)
{
  return &g_array_index (self->slots, PzGroupSlot, i);
}

static inline PzGroupBlock *
pz_group_columns_block (const PzGroupColumns *self,
                        guint                 i)
{
  return &g_array_index (self->blocks, PzGroupBlock, i);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupColumns, pz_group_columns_free)

G_END_DECLS
