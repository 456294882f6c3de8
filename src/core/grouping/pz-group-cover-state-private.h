/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-cover-private.h"

G_BEGIN_DECLS

/* A column as the exact search sees it. */
typedef struct
{
  guint64 inside;
  gint64 reduced;    /* less the least of its slot: 0 or more */
  gint64 cost;
  guint slot;
  guint size;
  guint8 types[PZ_GROUP_PROOF_LEARNERS]; /* of the members, sorted; 0 behind them */
} PzGroupColumn;

struct _PzGroupCover
{
  PzGroupColumns *columns;
  const guint *types;       /* n: learners of one type are interchangeable */
  GCancellable *cancellable;
  guint8 *keys;             /* by hash: open learners by type, slots to fill */
  gint64 *failed;           /* by hash: nothing better from this cost on, with that key */
  guint key_size;
  PzGroupColumn *list;             /* by rising reduced cost */
  guint n_list;
  gint64 bound, tolerance, upper;
  guint *groups;
  guint chosen[PZ_GROUP_PROOF_LEARNERS];
  guint64 n_nodes, max_nodes;
};

void pz_group_cover_list (PzGroupCover *self,
                          const gint64 *duals);

G_END_DECLS
