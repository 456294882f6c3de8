/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-standard-order.h"

G_BEGIN_DECLS

/* Status words that can be told apart, see pz_coverage_new(). */
#define PZ_COVERAGE_MAX_STATUSES 8

/**
 * PzCoverageGoal:
 * @learner: number of a learner, below the number of learners
 * @standard: number of a standard in the order
 * @status: number of a status word, below %PZ_COVERAGE_MAX_STATUSES; what it means is the caller's
 *
 * That a learner has a goal at a standard. A goal several share is there once for each of them.
 */
typedef struct
{
  guint learner;
  guint standard;
  guint status;
} PzCoverageGoal;

/**
 * PzCoverageFact:
 * @n_goals: goals at the standard itself
 * @n_learners: learners who have at least one of them, each counted once
 * @n_by_status: of the goals: how many have each status
 * @n_learners_below: learners with a goal at the standard or at anything that stands below it, each counted once
 * @n_standards_below: standards with a goal, of the standard itself and all that stand below it, each counted once
 */
typedef struct
{
  guint n_goals;
  guint n_learners;
  guint n_by_status[PZ_COVERAGE_MAX_STATUSES];
  guint n_learners_below;
  guint n_standards_below;
} PzCoverageFact;

/* Which standards of a framework have a goal, and of how many learners. Plain counts, no inference. */
typedef struct _PzCoverage PzCoverage;

PzCoverage           *pz_coverage_new           (const PzStandardOrder *order,
                                                 const PzCoverageGoal  *goals,
                                                 guint                  n_goals,
                                                 guint                  n_learners);
void                  pz_coverage_free          (PzCoverage            *self);
const PzCoverageFact *pz_coverage_get           (const PzCoverage      *self,
                                                 guint                  item);
guint                 pz_coverage_get_n_covered (const PzCoverage      *self);
GArray               *pz_coverage_list          (const PzCoverage      *self,
                                                 guint                  learner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzCoverage, pz_coverage_free)

G_END_DECLS
