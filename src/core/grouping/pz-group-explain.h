/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-proof.h"

G_BEGIN_DECLS

/**
 * PzGroupScale:
 * @chance: mean value of the criterion over groupings by chance
 * @best: its value when nothing else counts but the rules
 *
 * What a criterion can be worth.
 */
typedef struct
{
  double chance;
  double best;
} PzGroupScale;

/**
 * PzGroupSwap:
 * @a: a learner
 * @b: another one, in another group
 * @score: how the score changes when the two change places; below 0 is better
 * @breaks: rules that are broken more (or, below 0, less) often then
 *
 * A swap somebody may think of.
 */
typedef struct
{
  guint a;
  guint b;
  double score;
  gint64 breaks;
} PzGroupSwap;

PzGroupScale *pz_group_explain_scales       (const PzGroupProblem *problem,
                                             guint64               work,
                                             GCancellable         *cancellable);
double        pz_group_explain_satisfaction (const PzGroupScale   *scale,
                                             double                value);
double        pz_group_explain_percentile   (const PzGroupProblem *problem,
                                             double                score);
void          pz_group_explain_move         (const PzGroupProblem *problem,
                                             const guint          *before,
                                             const guint          *after,
                                             double               *changes);
GArray       *pz_group_explain_swaps_of     (const PzGroupProblem *problem,
                                             const guint          *groups,
                                             guint                 learner,
                                             guint                 n_swaps);
GArray       *pz_group_explain_best_swaps   (const PzGroupProblem *problem,
                                             const guint          *groups,
                                             guint                 n_swaps,
                                             GCancellable         *cancellable);
double        pz_group_explain_price        (const PzGroupProblem *problem,
                                             const PzGroupProblem *without,
                                             const guint          *groups,
                                             const guint          *groups_without,
                                             double               *changes);
char         *pz_group_explain_dup_percentile_text (const PzGroupProblem *problem,
                                                    double                score);

G_END_DECLS
