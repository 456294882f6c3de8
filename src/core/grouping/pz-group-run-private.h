/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-problem-private.h"
#include "pz-group-solver.h"
#include "pz-random.h"

G_BEGIN_DECLS

/* A search that is going on: what it may use, and the best it found. */
typedef struct
{
  const PzGroupProblem *problem;
  const PzGroupWork *work;
  PzRandom random;
  guint *best; /* n */
  gint64 best_total;
  guint64 evaluations; /* of the budget */
  guint64 swaps;       /* looked at; more than evaluations where many are looked at at once */
  guint64 next_look; /* evaluations at which the caller is asked and told again */
  gboolean cancelled;
} PzGroupRun;

void     pz_group_run_look (PzGroupRun  *self);
void     pz_group_run_note (PzGroupRun  *self,
                            const guint *groups,
                            gint64       total);

/* Counts evaluations; FALSE when the search has to end. */
static inline gboolean
pz_group_run_count (PzGroupRun *self,
                    guint       evaluations)
{
  self->evaluations += evaluations;
  self->swaps += evaluations;
  if (self->evaluations >= self->next_look)
    pz_group_run_look (self);
  return !self->cancelled && self->evaluations < self->work->budget;
}

void pz_group_search_run (PzGroupRun *run);
void pz_group_anneal_run (PzGroupRun *run);

G_END_DECLS
