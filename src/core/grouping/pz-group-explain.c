/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-explain.h"

#include "pz-group-problem-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A copy of the problem in which one criterion alone counts. Only what the solver reads is new. */
static PzGroupProblem *
keep_only (const PzGroupProblem *problem,
           guint                 criterion)
{
  g_autoptr(GArray) factors = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint c = 0; c < problem->criteria->len; c++)
    {
      double deviation = pz_group_problem_criterion (problem, c)->deviation;
      double factor = c == criterion && deviation > 0 ? 1 / deviation : 0;

      g_array_append_val (factors, factor);
    }
  return pz_group_problem_reweigh (problem, (const double *) factors->data);
}

/**
 * pz_group_explain_scales:
 * @problem: a problem
 * @work: budget for each criterion, such as %PZ_GROUP_QUICK
 * @cancellable: (nullable): scales not reached then are those of chance
 *
 * Finds for each criterion what it is worth when it alone counts, and all rules do. What must hold is best at 0.
 *
 * Returns: (transfer full) (array): one for each criterion
 */
PzGroupScale *
pz_group_explain_scales (const PzGroupProblem *problem,
                         guint64               work,
                         GCancellable         *cancellable)
{
  guint n_criteria = pz_group_problem_get_n_criteria (problem);
  PzGroupScale *scales = g_new0 (PzGroupScale, n_criteria + 1);
  g_autofree double *values = g_new0 (double, n_criteria + 1);

  for (guint c = 0; c < n_criteria; c++)
    {
      PzGroupWork how = { 1, work, cancellable };
      g_autoptr(PzGroupProblem) alone = NULL;
      g_autoptr(PzGroupResult) result = NULL;

      scales[c].chance = scales[c].best = pz_group_problem_get_chance (problem, c);
      if (pz_group_problem_is_must (problem, c))
        scales[c].best = 0;
      if (pz_group_problem_is_must (problem, c) || !pz_group_problem_has_effect (problem, c)
          || g_cancellable_is_cancelled (cancellable))
        continue;
      alone = keep_only (problem, c);
      result = alone != NULL ? pz_group_solver_run (alone, &how, NULL) : NULL;
      if (result == NULL)
        continue;
      pz_group_problem_measure (problem, result->groups, values);
      scales[c].best = values[c];
    }
  return scales;
}

/**
 * pz_group_explain_satisfaction:
 * @scale: what the criterion can be worth
 * @value: what it is worth
 *
 * Returns: 0 for chance or worse, 100 for as good as when it alone counts; 100 when there is nothing between the two
 */
double
pz_group_explain_satisfaction (const PzGroupScale *scale,
                               double              value)
{
  double way;

  g_return_val_if_fail (scale != NULL, 0);

  way = scale->chance - scale->best;
  if (!(way > 1e-12))
    return value <= scale->best + 1e-12 ? 100 : 0;
  return CLAMP (100 * (scale->chance - value) / way, 0, 100);
}

/**
 * pz_group_explain_percentile:
 * @problem: a problem
 * @score: see pz_group_problem_get_score()
 *
 * Returns: percent of the groupings by chance that are worse; never finer than the number of them allows: 100 is not
 *   said, the most is 100 less one of them
 */
double
pz_group_explain_percentile (const PzGroupProblem *problem,
                             double                score)
{
  guint n_worse = 0;

  g_return_val_if_fail (problem != NULL, 0);

  if (problem->n_draws == 0)
    return 0;
  while (n_worse < problem->n_draws && problem->draws[problem->n_draws - 1 - n_worse] > score + 1e-9)
    n_worse++;
  return 100.0 * MIN (n_worse, problem->n_draws - 1) / problem->n_draws;
}

/**
 * pz_group_explain_dup_percentile_text:
 * @problem: a problem
 * @score: see pz_group_problem_get_score()
 *
 * Returns: (transfer full): a sentence, translated
 */
char *
pz_group_explain_dup_percentile_text (const PzGroupProblem *problem,
                                      double                score)
{
  /* one decimal, and not rounded up to what was not seen */
  double percent = floor (pz_group_explain_percentile (problem, score) * 10) / 10;

  /* Translators: of groups by chance with the same sizes */
  return g_strdup_printf (_("Better than %.1f %% of groups by chance."), percent);
}

/**
 * pz_group_explain_move:
 * @problem: a problem
 * @before: (array): numbers of groups
 * @after: (array): others, whose sizes may be any
 * @changes: (array) (out caller-allocates): one per criterion: how its part of the score changes
 *
 * What a change by hand does to each criterion; cheap enough for every step of a drag.
 */
void
pz_group_explain_move (const PzGroupProblem *problem,
                       const guint          *before,
                       const guint          *after,
                       double               *changes)
{
  g_autofree double *old = NULL;

  g_return_if_fail (problem != NULL && before != NULL && after != NULL && changes != NULL);

  old = g_new0 (double, problem->criteria->len + 1);
  pz_group_problem_measure (problem, before, old);
  pz_group_problem_measure (problem, after, changes);
  for (guint c = 0; c < problem->criteria->len; c++)
    changes[c] = pz_group_problem_criterion (problem, c)->factor * (changes[c] - old[c]);
}

/* What is looked at: groups that are swapped for a moment, and what they are worth without. */
typedef struct
{
  const PzGroupProblem *problem;
  guint *groups;
  double *values; /* room for one per criterion */
  double score;
  gint64 n_broken;
} Swapping;

static void
measure (Swapping *self,
         double   *score,
         gint64   *n_broken)
{
  pz_group_problem_measure (self->problem, self->groups, self->values);
  *score = pz_group_problem_get_score (self->problem, self->values);
  *n_broken = pz_group_problem_count_broken (self->problem, self->groups);
}

static PzGroupSwap
try_swap (Swapping *self,
          guint     a,
          guint     b)
{
  guint kept = self->groups[a];
  PzGroupSwap swap = { a, b };

  self->groups[a] = self->groups[b];
  self->groups[b] = kept;
  measure (self, &swap.score, &swap.breaks);
  swap.score -= self->score;
  swap.breaks -= self->n_broken;
  self->groups[b] = self->groups[a];
  self->groups[a] = kept;
  return swap;
}

/* rules first, then the score, then the learners, so that the order is always the same */
static int
compare_swaps (gconstpointer a,
               gconstpointer b)
{
  const PzGroupSwap *x = a, *y = b;

  if (x->breaks != y->breaks)
    return x->breaks < y->breaks ? -1 : 1;
  if (x->score < y->score - 1e-12 || x->score > y->score + 1e-12)
    return x->score < y->score ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return x->b < y->b ? -1 : x->b > y->b;
}

static GArray *
list_swaps (const PzGroupProblem *problem,
            const guint          *groups,
            int                   learner,
            guint                 n_swaps,
            GCancellable         *cancellable)
{
  g_autofree guint *work = g_memdup2 (groups, sizeof (guint) * problem->n);
  g_autofree double *values = g_new0 (double, problem->criteria->len + 1);
  GArray *swaps = g_array_new (FALSE, FALSE, sizeof (PzGroupSwap));
  Swapping swapping = { problem, work, values };

  measure (&swapping, &swapping.score, &swapping.n_broken);
  for (guint a = 0; a < problem->n && !g_cancellable_is_cancelled (cancellable); a++)
    for (guint b = learner < 0 ? a + 1 : 0; b < problem->n && (learner < 0 || a == (guint) learner); b++)
      if (groups[a] != groups[b])
        {
          PzGroupSwap swap = try_swap (&swapping, a, b);

          g_array_append_val (swaps, swap);
        }
  g_array_sort (swaps, compare_swaps);
  g_array_set_size (swaps, g_cancellable_is_cancelled (cancellable) ? 0 : MIN (swaps->len, n_swaps));
  return swaps;
}

/**
 * pz_group_explain_swaps_of:
 * @problem: a problem
 * @groups: (array): a grouping
 * @learner: who is asked about
 * @n_swaps: how many at most
 *
 * Why somebody is where they are: what would happen elsewhere.
 *
 * Returns: (transfer full) (element-type PzGroupSwap): the best swaps of the learner (as a), the best first
 */
GArray *
pz_group_explain_swaps_of (const PzGroupProblem *problem,
                           const guint          *groups,
                           guint                 learner,
                           guint                 n_swaps)
{
  g_return_val_if_fail (problem != NULL && groups != NULL && learner < problem->n, NULL);

  return list_swaps (problem, groups, (int) learner, n_swaps, NULL);
}

/**
 * pz_group_explain_best_swaps:
 * @problem: a problem, of a class: all swaps are looked at
 * @groups: (array): a grouping
 * @n_swaps: how many at most
 * @cancellable: (nullable): ends it within as many swaps as there are learners
 *
 * Returns: (transfer full) (element-type PzGroupSwap): the best swaps of all, the best first; none when it was cancelled
 */
GArray *
pz_group_explain_best_swaps (const PzGroupProblem *problem,
                             const guint          *groups,
                             guint                 n_swaps,
                             GCancellable         *cancellable)
{
  g_return_val_if_fail (problem != NULL && groups != NULL, NULL);

  return list_swaps (problem, groups, -1, n_swaps, cancellable);
}

/**
 * pz_group_explain_price:
 * @problem: a problem
 * @without: the same without a rule, such as pz_group_settings_compose() makes of the settings less a wish
 * @groups: (array): the best for @problem
 * @groups_without: (array): the best for @without
 * @changes: (array) (out caller-allocates) (nullable): one per criterion: how much of its part of the score the rule costs
 *
 * What a rule costs: about, or exactly when both groupings are proven. Criteria are weighed as in @problem.
 *
 * Returns: how much better the score would be without the rule, 0 or more
 */
double
pz_group_explain_price (const PzGroupProblem *problem,
                        const PzGroupProblem *without,
                        const guint          *groups,
                        const guint          *groups_without,
                        double               *changes)
{
  g_autofree double *parts = NULL;
  double price = 0;

  g_return_val_if_fail (problem != NULL && without != NULL && groups != NULL && groups_without != NULL, 0);
  g_return_val_if_fail (problem->n == without->n && problem->m == without->m, 0);

  parts = g_new0 (double, problem->criteria->len + 1);
  pz_group_explain_move (problem, groups_without, groups, parts);
  for (guint c = 0; c < problem->criteria->len; c++)
    {
      price += parts[c];
      if (changes != NULL)
        changes[c] = parts[c];
    }
  return MAX (price, 0);
}
