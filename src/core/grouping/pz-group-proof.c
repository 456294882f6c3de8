/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-proof.h"

#include "pz-group-bound-private.h"
#include "pz-group-cover-private.h"
#include "pz-group-types-private.h"

#include <math.h>
#include <string.h>

/* A set partitioning problem over all groups that could be formed (Balas and Padberg 1976): duals give a bound, the
 * bound excludes most groups by their reduced costs, and the few that are left are searched exactly. */

/* Excluding columns is worth a pass when this share of them stays at most. */
#define WORTH 0.7
/* So few columns are searched exactly; on failure fewer, with more nodes. */
#define FEW 400
#define FIRST_NODES 20000
#define LAST_NODES 2000000
#define ROUNDED_NODES 50000000
#define MAX_PASSES 2000
/* 0.001: what the rounding of the tables may come to. */
#define TOLERANCE (PZ_GROUP_UNIT / 1000)

typedef struct
{
  const PzGroupProblem *problem;
  PzGroupColumns *columns;
  PzGroupCover *cover;
  GCancellable *cancellable;
  gint64 upper;     /* cost of the best grouping known */
  guint *groups;    /* n: it */
  gint64 bound;     /* no grouping costs less */
  gsize few;
  guint64 n_nodes;  /* for the next exact search */
} Proof;

static gint64
fix (Proof        *self,
     const double *duals,
     gint64       *rounded,
     gint64        tolerance)
{
  gint64 bound;

  for (guint i = 0; i < self->problem->n; i++)
    rounded[i] = llround (duals[i]);
  bound = pz_group_columns_fix (self->columns, rounded, self->upper - tolerance);
  /* columns excluded before are in no grouping better than the one known */
  self->bound = MAX (self->bound, MIN (bound, self->upper - tolerance));
  return bound;
}

/* TRUE when it is known that nothing is better */
static gboolean
exclude (Proof        *self,
         const double *duals)
{
  gint64 rounded[PZ_GROUP_PROOF_LEARNERS], bound = fix (self, duals, rounded, 0);
  gsize n_left = pz_group_columns_count (self->columns);

  if (bound >= self->upper || n_left == 0)
    return TRUE;
  if (n_left > self->few)
    return FALSE;
  if (pz_group_cover_run (self->cover, rounded, bound, 0, self->n_nodes, &self->upper, self->groups))
    return TRUE;
  self->few /= 2;
  self->n_nodes *= 4;
  return FALSE;
}

static gboolean
is_worth_excluding (const Proof *self,
                    double       bound)
{
  gsize n_kept = 0, n_all = pz_group_columns_count (self->columns);
  float gap = (float) ((double) self->upper - bound + 1);

  for (guint b = 0; b < self->columns->blocks->len; b++)
    {
      const PzGroupBlock *block = pz_group_columns_block (self->columns, b);
      float limit = pz_group_columns_slot (self->columns, block->slot)->low + gap;

      for (gsize i = 0; i < block->n; i++)
        n_kept += block->reduced[i] <= limit;
    }
  return bound >= (double) self->upper || (double) n_kept <= WORTH * (double) n_all;
}

/* the duals gain no more: search exactly, and when that is too long, up to the rounding */
static gboolean
finish (Proof          *self,
        const double   *duals,
        PzGroupVerdict *verdict)
{
  for (gint64 tolerance = 0; tolerance <= TOLERANCE; tolerance += TOLERANCE)
    {
      gint64 rounded[PZ_GROUP_PROOF_LEARNERS], bound = fix (self, duals, rounded, tolerance);

      *verdict = tolerance == 0 ? PZ_GROUP_PROVEN : PZ_GROUP_PROVEN_ROUNDED;
      if (bound >= self->upper - tolerance || pz_group_columns_count (self->columns) == 0
          || pz_group_cover_run (self->cover, rounded, bound, tolerance, tolerance == 0 ? LAST_NODES : ROUNDED_NODES,
                                 &self->upper, self->groups))
        return TRUE;
    }
  return FALSE;
}

/* what a group of the grouping known costs, shared by its members */
static double
find_share (const Proof *self,
            guint        group)
{
  const PzGroupProblem *problem = self->problem;
  g_autofree guint *counts = g_new0 (guint, problem->n_values + 1);
  guint size = 0, sum = 0;
  gint64 cost = 0;

  for (guint i = 0; i < problem->n; i++)
    {
      if (self->groups[i] != group)
        continue;
      size++;
      sum += problem->numbers != NULL ? problem->numbers[i] : 0;
      for (guint q = 0; q < problem->attributes->len; q++)
        counts[problem->values[(gsize) i * problem->attributes->len + q]]++;
      for (guint j = 0; j < i; j++)
        if (self->groups[j] == group)
          cost += pz_group_problem_pair (problem, i, j);
    }
  if (problem->numbers != NULL)
    cost += pz_group_problem_number_cost (problem, size, sum);
  for (guint v = 0; v < problem->n_values; v++)
    cost += problem->value_cost[pz_group_problem_value_row (problem, v, size) + counts[v]];
  return (double) cost / size;
}

/* each learner's share of the group known; the same for learners of one type, which is never worse */
static void
find_start (const Proof *self,
            const guint *types,
            double      *duals)
{
  const PzGroupProblem *problem = self->problem;
  g_autofree double *shares = g_new0 (double, problem->m);

  for (guint h = 0; h < problem->m; h++)
    shares[h] = find_share (self, h);
  for (guint i = 0; i < problem->n; i++)
    {
      double sum = 0;
      guint n_alike = 0;

      for (guint j = 0; j < problem->n; j++)
        if (types[j] == types[i])
          {
            sum += shares[self->groups[j]];
            n_alike++;
          }
      duals[i] = sum / n_alike;
    }
}

static PzGroupVerdict
prove (Proof       *self,
       const guint *types)
{
  double start[PZ_GROUP_PROOF_LEARNERS] = { 0 }, last;
  g_autoptr(PzGroupBound) bound = NULL;
  PzGroupBoundStep step = PZ_GROUP_BOUND_GOES_ON;
  PzGroupVerdict verdict;

  find_start (self, types, start);
  bound = pz_group_bound_new (self->columns, start, self->upper);
  while (step == PZ_GROUP_BOUND_GOES_ON && self->columns->n_passes < MAX_PASSES)
    {
      const double *duals = pz_group_bound_get_last (bound, &last);

      if (g_cancellable_is_cancelled (self->cancellable))
        return PZ_GROUP_WITHIN;
      if (is_worth_excluding (self, last))
        {
          if (exclude (self, duals))
            return PZ_GROUP_PROVEN;
          pz_group_bound_restart (bound);
        }
      step = pz_group_bound_step (bound);
    }
  return finish (self, pz_group_bound_get_best (bound), &verdict) ? verdict : PZ_GROUP_WITHIN;
}

/* more than any grouping that keeps the rules costs */
static gint64
find_ceiling (const PzGroupColumns *columns)
{
  gint64 ceiling = 1;

  for (guint k = 0; k < columns->slots->len; k++)
    {
      gint64 dearest = 0;

      for (guint b = 0; b < columns->blocks->len; b++)
        {
          const PzGroupBlock *block = pz_group_columns_block (columns, b);

          for (gsize i = 0; block->slot == k && i < block->n; i++)
            dearest = MAX (dearest, block->costs[i]);
        }
      ceiling += dearest * pz_group_columns_slot (columns, k)->count;
    }
  return ceiling;
}

static void
take_better (const Proof   *proof,
             PzGroupResult *result,
             PzGroupProof  *self)
{
  memcpy (result->groups, proof->groups, sizeof (guint) * result->n);
  result->total = proof->upper;
  result->broken = pz_group_problem_count_broken (proof->problem, result->groups);
  self->improved = TRUE;
  g_assert (pz_group_problem_get_total (proof->problem, result->groups) == result->total && result->broken == 0);
}

/* what is known of a result with broken rules is whether there is one without */
static PzGroupVerdict
judge (PzGroupVerdict       verdict,
       const PzGroupResult *result)
{
  if (result->broken == 0)
    return verdict;
  return verdict == PZ_GROUP_PROVEN || verdict == PZ_GROUP_PROVEN_ROUNDED ? PZ_GROUP_IMPOSSIBLE : PZ_GROUP_BEST_FOUND;
}

/**
 * pz_group_proof_run:
 * @problem: a problem
 * @result: of pz_group_solver_run(); replaced when something better is found
 * @cancellable: (nullable): ends it with what is known so far
 *
 * Finds out how good a result is. Works in any thread. Bounds are kept in integers: what is said to be proven does not
 * rest on floating point.
 *
 * Returns: what is known
 */
PzGroupProof
pz_group_proof_run (const PzGroupProblem *problem,
                    PzGroupResult        *result,
                    GCancellable         *cancellable)
{
  PzGroupProof self = { PZ_GROUP_BEST_FOUND, G_MININT64 };
  g_autoptr(PzGroupColumns) columns = NULL;
  g_autoptr(PzGroupCover) cover = NULL;
  g_autofree guint *types = NULL;
  g_autofree guint *groups = NULL;
  Proof proof = { problem };
  gint64 before;

  g_return_val_if_fail (problem != NULL && result != NULL && result->n == problem->n, self);

  if (problem->n > PZ_GROUP_PROOF_LEARNERS || (columns = pz_group_columns_new (problem, cancellable)) == NULL)
    return self;
  types = g_new (guint, problem->n);
  groups = g_memdup2 (result->groups, sizeof (guint) * problem->n);
  pz_group_types_find (columns, types);
  cover = pz_group_cover_new (columns, types, cancellable);
  before = result->broken == 0 ? result->total : find_ceiling (columns);
  proof = (Proof) { problem, columns, cover, cancellable, before, groups, G_MININT64, FEW, FIRST_NODES };
  self.verdict = prove (&proof, types);
  if (proof.upper < before)
    take_better (&proof, result, &self);
  self.verdict = judge (self.verdict, result);
  self.bound = self.verdict == PZ_GROUP_PROVEN ? result->total : proof.bound;
  self.n_columns = columns->n_all;
  self.n_left = pz_group_columns_count (columns);
  self.n_passes = columns->n_passes;
  self.n_nodes = pz_group_cover_get_n_nodes (cover);
  return self;
}
