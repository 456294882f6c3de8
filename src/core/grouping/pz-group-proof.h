/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-solver.h"

G_BEGIN_DECLS

/* More learners, or more groups that could be formed, are not proven. */
#define PZ_GROUP_PROOF_LEARNERS 64
#define PZ_GROUP_PROOF_COLUMNS 5000000

/**
 * PzGroupVerdict:
 * @PZ_GROUP_BEST_FOUND: nothing is known about what better groups there may be
 * @PZ_GROUP_WITHIN: none is better than the bound
 * @PZ_GROUP_PROVEN_ROUNDED: none is better by more than 0.001
 * @PZ_GROUP_PROVEN: none is better
 * @PZ_GROUP_IMPOSSIBLE: none keeps all the rules
 *
 * What is known of a result.
 */
typedef enum
{
  PZ_GROUP_BEST_FOUND,
  PZ_GROUP_WITHIN,
  PZ_GROUP_PROVEN_ROUNDED,
  PZ_GROUP_PROVEN,
  PZ_GROUP_IMPOSSIBLE,
  PZ_N_GROUP_VERDICTS
} PzGroupVerdict;

/**
 * PzGroupProof:
 * @verdict: what is known
 * @bound: no grouping that keeps the rules has a smaller total; %G_MININT64 when nothing is known
 * @improved: the result was replaced by a better grouping
 * @n_columns: groups that could be formed
 * @n_left: of these, not excluded when it ended
 * @n_passes: times all of them were looked at
 * @n_nodes: steps of the exact search
 *
 * How good a result is.
 */
typedef struct
{
  PzGroupVerdict verdict;
  gint64 bound;
  gboolean improved;
  gsize n_columns;
  gsize n_left;
  guint n_passes;
  guint64 n_nodes;
} PzGroupProof;

PzGroupProof pz_group_proof_run      (const PzGroupProblem *problem,
                                      PzGroupResult        *result,
                                      GCancellable         *cancellable);
double       pz_group_proof_get_gap  (const PzGroupProof   *self,
                                      const PzGroupProblem *problem,
                                      const PzGroupResult  *result);
char        *pz_group_proof_dup_text (const PzGroupProof   *self,
                                      const PzGroupProblem *problem,
                                      const PzGroupResult  *result);
const char  *pz_group_verdict_get_name (PzGroupVerdict       verdict);

G_END_DECLS
