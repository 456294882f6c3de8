/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-problem.h"
#include "pz-random.h"

G_BEGIN_DECLS

/**
 * PzGroupPacking:
 * @PZ_GROUP_PACKED: everybody has a place
 * @PZ_GROUP_DOES_NOT_PACK: there is none, whatever is tried
 * @PZ_GROUP_NOT_PACKED: none was found in the steps allowed
 */
typedef enum
{
  PZ_GROUP_PACKED,
  PZ_GROUP_DOES_NOT_PACK,
  PZ_GROUP_NOT_PACKED
} PzGroupPacking;

PzGroupPacking pz_group_pack (const PzGroupProblem *problem,
                              PzRandom             *random,
                              guint                *groups);

G_END_DECLS
