/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-problem-private.h"

G_BEGIN_DECLS

/* A grouping with the sums that make the change of a swap a few additions. */
typedef struct
{
  const PzGroupProblem *problem;
  guint *group;        /* n */
  guint *size;         /* m */
  guint *members;      /* m x largest, in any order */
  guint *place;        /* n: where in the members of its group */
  gint32 *sums;        /* n x m: of the pairs of the learner with the members of the group */
  guint *counts;       /* m x values */
  gsize *row;          /* m: where the costs for its size begin, from where those of the value begin */
  guint *number;       /* m: sum of numbers */
  gint32 *number_cost; /* m */
  gint64 total;
  guint n_applied;     /* changes since the total was last found from nothing */
  guint *scratch;      /* 2 x values */
} PzGroupState;

PzGroupState *pz_group_state_new            (const PzGroupProblem *problem);
void          pz_group_state_free           (PzGroupState         *self);
void          pz_group_state_set            (PzGroupState         *self,
                                             const guint          *groups);
void          pz_group_state_swap           (PzGroupState         *self,
                                             guint                 i,
                                             guint                 j,
                                             gint64                delta);
gint64        pz_group_state_exchange_delta (PzGroupState         *self,
                                             const GArray         *from_a,
                                             guint                 a,
                                             const GArray         *from_b,
                                             guint                 b);
void          pz_group_state_exchange       (PzGroupState         *self,
                                             const GArray         *from_a,
                                             guint                 a,
                                             const GArray         *from_b,
                                             guint                 b,
                                             gint64                delta);
void          pz_group_state_check          (const PzGroupState   *self);

/* the steps of a change */
void          pz_group_state_count_in       (PzGroupState         *self,
                                             guint                 i,
                                             guint                 h);
void          pz_group_state_count_out      (PzGroupState         *self,
                                             guint                 i);
void          pz_group_state_settle         (PzGroupState         *self,
                                             guint                 h);
gint64        pz_group_state_move_delta     (PzGroupState         *self,
                                             const GArray         *from_a,
                                             guint                 a,
                                             const GArray         *from_b,
                                             guint                 b);
void          pz_group_state_note           (PzGroupState         *self,
                                             gint64                delta);

static inline gint32
pz_group_state_sum (const PzGroupState *self,
                    guint               i,
                    guint               h)
{
  return self->sums[(gsize) i * self->problem->m + h];
}

/* the values of i and j change places in one attribute */
static inline gint64
pz_group_state_value_delta (const PzGroupState *self,
                            guint               value_i,
                            guint               value_j,
                            guint               a,
                            guint               b)
{
  const PzGroupProblem *problem = self->problem;
  gsize stride = (gsize) (problem->largest - problem->smallest + 1) * problem->width;
  const gint32 *cost_i = problem->value_cost + value_i * stride, *cost_j = problem->value_cost + value_j * stride;
  const guint *count_a = self->counts + (gsize) a * problem->n_values;
  const guint *count_b = self->counts + (gsize) b * problem->n_values;
  const gint32 *ia = cost_i + self->row[a] + count_a[value_i], *ja = cost_j + self->row[a] + count_a[value_j];
  const gint32 *ib = cost_i + self->row[b] + count_b[value_i], *jb = cost_j + self->row[b] + count_b[value_j];

  return (gint64) ia[-1] - ia[0] + ja[1] - ja[0] + ib[1] - ib[0] + jb[-1] - jb[0];
}

/* what values and numbers change when i and j, who are in different groups, change places */
static inline gint64
pz_group_state_table_delta (const PzGroupState *self,
                            guint               i,
                            guint               j)
{
  const PzGroupProblem *problem = self->problem;
  guint a = self->group[i], b = self->group[j], n_attributes = problem->attributes->len;
  const guint16 *values_i = problem->values + (gsize) i * n_attributes;
  const guint16 *values_j = problem->values + (gsize) j * n_attributes;
  gint64 delta = 0;

  for (guint q = 0; q < n_attributes; q++)
    if (values_i[q] != values_j[q])
      delta += pz_group_state_value_delta (self, values_i[q], values_j[q], a, b);
  if (problem->numbers != NULL && problem->numbers[i] != problem->numbers[j])
    {
      guint step = problem->numbers[j] - problem->numbers[i]; /* modulo 2^32, as the sums are */

      delta += pz_group_problem_number_cost (problem, self->size[a], self->number[a] + step);
      delta += pz_group_problem_number_cost (problem, self->size[b], self->number[b] - step);
      delta -= (gint64) self->number_cost[a] + self->number_cost[b];
    }
  return delta;
}

/* How the total changes when i and j, who are in different groups, change places. */
static inline gint64
pz_group_state_swap_delta (const PzGroupState *self,
                           guint               i,
                           guint               j)
{
  guint a = self->group[i], b = self->group[j];

  return (gint64) pz_group_state_sum (self, i, b) - pz_group_state_sum (self, i, a) + pz_group_state_sum (self, j, a)
         - pz_group_state_sum (self, j, b) - 2 * (gint64) pz_group_problem_pair (self->problem, i, j)
         + pz_group_state_table_delta (self, i, j);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupState, pz_group_state_free)

G_END_DECLS
