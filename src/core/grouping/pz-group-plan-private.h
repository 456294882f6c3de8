/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-rotation.h"
#include "pz-group-search-private.h"

G_BEGIN_DECLS

/* Meetings are counted in 256ths, so that what is left of earlier ones counts as well. */
#define PZ_GROUP_MEETING 256

/* All rounds while they are searched. */
typedef struct
{
  const PzGroupProblem *problem;
  const PzGroupRounds *rounds;
  PzGroupState **states; /* by round */
  gint32 *met;           /* n x n: meetings of two, earlier ones included */
  gint64 weight;         /* cost of a meeting squared, in PZ_GROUP_UNIT */
  gboolean is_plain;     /* nothing but meetings counts */
  gint64 total;
} PzGroupPlan;

PzGroupPlan *pz_group_plan_new        (const PzGroupProblem *problem,
                                       const PzGroupRounds  *rounds);
void         pz_group_plan_free       (PzGroupPlan          *self);
void         pz_group_plan_set        (PzGroupPlan          *self,
                                       const guint          *groups);
gint64       pz_group_plan_get_total  (const PzGroupPlan    *self);
void         pz_group_plan_swap       (PzGroupPlan          *self,
                                       guint                 round,
                                       guint                 i,
                                       guint                 j,
                                       gint64                delta);
void         pz_group_plan_judge      (const PzGroupProblem *problem,
                                       PzGroupRotation      *rotation);

/* a cost of meetings squared, in 256ths, as part of the total */
static inline gint64
pz_group_plan_weigh (const PzGroupPlan *self,
                     gint64             squares)
{
  return squares * self->weight / PZ_GROUP_MEETING;
}

/* i leaves the others of its group and j takes the place: (m + 1)^2 - m^2 for j, (m - 1)^2 - m^2 for i, in 256ths */
static inline gint64
pz_group_plan_replace_delta (const PzGroupPlan  *self,
                             const PzGroupState *state,
                             guint               i,
                             guint               j)
{
  guint h = state->group[i], size = state->size[h], n = self->problem->n;
  const guint *members = state->members + (gsize) h * self->problem->largest;
  const gint32 *met_i = self->met + (gsize) i * n, *met_j = self->met + (gsize) j * n;
  gint64 delta = 2 * PZ_GROUP_MEETING * ((gint64) size - 1);

  for (guint k = 0; k < size; k++)
    delta += 2 * ((gint64) met_j[members[k]] - met_i[members[k]]);
  /* i itself was among them: nobody meets themselves */
  return delta - 2 * (gint64) met_j[i];
}

/* How the total changes when i and j change places in a round. */
static inline gint64
pz_group_plan_swap_delta (const PzGroupPlan *self,
                          guint              round,
                          guint              i,
                          guint              j)
{
  const PzGroupState *state = self->states[round];
  gint64 delta = pz_group_plan_weigh (self, pz_group_plan_replace_delta (self, state, i, j)
                                                + pz_group_plan_replace_delta (self, state, j, i));

  if (!self->is_plain)
    delta += pz_group_state_swap_delta (state, i, j);
  return delta;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupPlan, pz_group_plan_free)

G_END_DECLS
