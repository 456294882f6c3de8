/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-replica.h"
#include "pz-segment.h"

G_BEGIN_DECLS

/**
 * PzPlacing:
 * @PZ_PLACED: all of it is in the class
 * @PZ_PLACED_LATER: something before it is missing, or has to be settled first; nothing is wrong with it
 * @PZ_PLACED_ASIDE: it belongs to a history that parted from ours, and is left alone from now on
 *
 * What became of an object.
 */
typedef enum
{
  PZ_PLACED,
  PZ_PLACED_LATER,
  PZ_PLACED_ASIDE,
} PzPlacing;

gboolean pz_replica_apply_segment  (PzReplica          *self,
                                    const char         *name,
                                    PzSegment          *segment,
                                    PzPlacing          *placing,
                                    GError            **error);
gboolean pz_replica_apply_snapshot (PzReplica          *self,
                                    const char         *name,
                                    const PzKnowledge  *snapshot,
                                    PzPlacing          *placing,
                                    GError            **error);

G_END_DECLS
