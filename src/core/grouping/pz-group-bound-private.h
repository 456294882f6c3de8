/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-columns-private.h"

G_BEGIN_DECLS

/* Duals, one per learner, on the way to the best bound. */
typedef struct _PzGroupBound PzGroupBound;

/**
 * PzGroupBoundStep:
 * @PZ_GROUP_BOUND_GOES_ON: there is more to gain
 * @PZ_GROUP_BOUND_DONE: the duals gain no more
 */
typedef enum
{
  PZ_GROUP_BOUND_GOES_ON,
  PZ_GROUP_BOUND_DONE
} PzGroupBoundStep;

PzGroupBound    *pz_group_bound_new       (PzGroupColumns *columns,
                                           const double   *start,
                                           gint64          upper);
void             pz_group_bound_free      (PzGroupBound   *self);
PzGroupBoundStep pz_group_bound_step      (PzGroupBound   *self);
void             pz_group_bound_restart   (PzGroupBound   *self);
const double    *pz_group_bound_get_last  (const PzGroupBound *self,
                                           double         *bound);
const double    *pz_group_bound_get_best  (const PzGroupBound *self);

double           pz_group_exp             (double          x);
double           pz_group_log             (double          x);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupBound, pz_group_bound_free)

G_END_DECLS
