/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-run-private.h"
#include "pz-group-state-private.h"

G_BEGIN_DECLS

/* The tools of a search by moves. */
typedef struct
{
  PzGroupRun *run;
  PzGroupState *state;
  GArray *singles;  /* guint: learners who may move alone */
  GArray *clusters; /* guint: units of several that may move */
  gint64 hard;      /* a change as great as this breaks a rule */
  GArray *leaving;  /* guint: learners of the move that is looked at */
  GArray *coming;
} PzGroupSearch;

PzGroupSearch *pz_group_search_new          (PzGroupRun    *run);
void           pz_group_search_free         (PzGroupSearch *self);
gboolean       pz_group_search_start        (PzGroupSearch *self);
void           pz_group_search_improve      (PzGroupSearch *self);

/* moves of blocks, and into another group */
gboolean       pz_group_moves_improve       (PzGroupSearch *self);
void           pz_group_moves_shake_block   (PzGroupSearch *self);
void           pz_group_moves_shake_insert  (PzGroupSearch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupSearch, pz_group_search_free)

G_END_DECLS
