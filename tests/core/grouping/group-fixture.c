/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-problem-private.h"

#include <math.h>

/* a builder with groups that differ by 1 at most */
PzGroupBuilder *
fixture_builder (guint n,
                 guint n_groups)
{
  PzGroupBuilder *builder = pz_group_builder_new (n);
  g_autofree PzGroupSize *sizes = g_new (PzGroupSize, n_groups);

  for (guint h = 0; h < n_groups; h++)
    sizes[h].least = sizes[h].most = n / n_groups + (h < n % n_groups);
  pz_group_builder_set_sizes (builder, sizes, n_groups);
  return builder;
}

/* takes the builder */
PzGroupProblem *
fixture_build (PzGroupBuilder *builder)
{
  g_autoptr(GError) error = NULL;
  PzGroupProblem *problem = pz_group_builder_build (builder, &error);

  g_assert_no_error (error);
  pz_group_builder_free (builder);
  return problem;
}

static void
add_random_sizes (PzGroupBuilder *builder,
                  PzRandom       *random,
                  guint           n)
{
  g_autofree PzGroupSize *sizes = NULL;
  guint m = 1 + pz_random_below (random, MIN (n, 4)), least = n / m, most = (n + m - 1) / m;

  switch (pz_random_below (random, 4))
    {
    case 0: /* as many groups as learners */
      m = least = most = n;
      least = most = 1;
      break;
    case 1: /* sizes may vary */
      least = MAX (least, 2) - 1;
      most++;
      break;
    default:
      break;
    }
  sizes = g_new (PzGroupSize, m);
  for (guint h = 0; h < m; h++)
    {
      sizes[h].least = least == most ? least : MIN (least, most);
      sizes[h].most = most;
      if (m > 1 && least + 1 == most && n % m != 0)
        sizes[h].least = sizes[h].most = n / m + (h < n % m);
    }
  pz_group_builder_set_sizes (builder, sizes, m);
}

static void
add_random_criterion (PzGroupBuilder *builder,
                      PzRandom       *random,
                      guint           n,
                      guint           which)
{
  g_autofree double *numbers = g_new (double, n);
  g_autofree int *values = g_new (int, n);
  g_autofree guint64 *tags = g_new (guint64, n);
  g_autofree double *pairs = g_new0 (double, n * n);
  double importance = 1 + pz_random_below (random, 5);
  guint range = 1 + pz_random_below (random, 6); /* 1: all alike */

  for (guint i = 0; i < n; i++)
    {
      numbers[i] = pz_random_below (random, range) + (pz_random_below (random, 2) == 0 ? 0.25 : 0);
      if (pz_random_below (random, 8) == 0)
        numbers[i] = NAN;
      values[i] = (int) pz_random_below (random, MIN (range, n)) - (pz_random_below (random, 5) == 0);
      tags[i] = pz_random_below (random, 1 << range);
      for (guint j = 0; j < i; j++)
        pairs[i * n + j] = pairs[j * n + i] = (double) pz_random_below (random, range) - 1;
    }
  if (which == 0)
    pz_group_builder_add_numbers (builder, pz_random_below (random, 2) == 0 ? PZ_CRITERION_MIXED : PZ_CRITERION_SIMILAR,
                                  importance, numbers);
  else if (which == 1)
    pz_group_builder_add_pairs (builder, importance, pairs);
  else
    {
      static const PzCriterionKind kinds[] = { PZ_CRITERION_SPREAD, PZ_CRITERION_GATHER, PZ_CRITERION_NOT_ALONE,
                                               PZ_CRITERION_COVER, PZ_CRITERION_AT_MOST };
      PzCriterionKind kind = kinds[pz_random_below (random, G_N_ELEMENTS (kinds))];
      guint criterion = which == 2 ? pz_group_builder_add_values (builder, kind, importance, values)
                                   : pz_group_builder_add_tags (builder, kind, importance, tags);

      if (kind == PZ_CRITERION_AT_MOST)
        pz_group_builder_set_limit (builder, criterion, 1);
      if (kind >= PZ_CRITERION_NOT_ALONE && pz_random_below (random, 4) == 0)
        pz_group_builder_set_must (builder, criterion);
    }
}

/* anything a class may be, and what is hard on purpose: all alike, one criterion only, as many groups as learners,
 * sizes that vary, rules that cannot be kept */
PzGroupBuilder *
fixture_random (PzRandom *random,
                guint     max_learners)
{
  guint n = 2 + pz_random_below (random, max_learners - 1);
  PzGroupBuilder *builder = pz_group_builder_new (n);
  guint only = pz_random_below (random, 8);

  add_random_sizes (builder, random, n);
  if (pz_random_below (random, 4) == 0)
    pz_group_builder_set_raw (builder);
  for (guint which = 0; which < 4; which++)
    if (only < 4 ? which == only : pz_random_below (random, 3) > 0)
      add_random_criterion (builder, random, n, which);
  for (guint k = pz_random_below (random, 4); k > 1; k--)
    {
      guint a = pz_random_below (random, n), b = (a + 1 + pz_random_below (random, n - 1)) % n;

      pz_group_builder_together (builder, a, b);
      pz_group_builder_apart (builder, (a + 1) % n, a);
    }
  if (pz_random_below (random, 4) == 0)
    pz_group_builder_pin (builder, pz_random_below (random, n), 0);
  return builder;
}

typedef struct
{
  const PzGroupProblem *problem;
  gboolean strict;
  guint *groups;
  guint *sizes;
  gint64 least;
} Force;

/* those who stay together do, and pins hold */
static gboolean
is_in_place (const PzGroupProblem *problem,
             const guint          *groups)
{
  for (guint k = 0; k < problem->together->len; k++)
    {
      const PzGroupPair *pair = &g_array_index (problem->together, PzGroupPair, k);

      if (groups[pair->a] != groups[pair->b])
        return FALSE;
    }
  for (guint i = 0; i < problem->n; i++)
    if (problem->pins[i] >= 0 && groups[i] != (guint) problem->pins[i])
      return FALSE;
  return TRUE;
}

static void
force (Force *all,
       guint  i)
{
  const PzGroupProblem *problem = all->problem;

  if (i == problem->n)
    {
      if (pz_group_problem_is_grouping (problem, all->groups) && is_in_place (problem, all->groups)
          && (!all->strict || pz_group_problem_count_broken (problem, all->groups) == 0))
        all->least = MIN (all->least, pz_group_problem_get_total (problem, all->groups));
      return;
    }
  for (guint h = 0; h < problem->m; h++)
    if (all->sizes[h] < problem->sizes[h].most)
      {
        all->groups[i] = h;
        all->sizes[h]++;
        force (all, i + 1);
        all->sizes[h]--;
      }
}

/* The least total of all groupings of these sizes in which those who stay together do and pins hold; strict: and every
 * other rule. G_MAXINT64 when there is none. */
gint64
fixture_brute_force (const PzGroupProblem *problem,
                     gboolean              strict)
{
  g_autofree guint *groups = g_new0 (guint, problem->n);
  g_autofree guint *sizes = g_new0 (guint, problem->m);
  Force all = { problem, strict, groups, sizes, G_MAXINT64 };

  force (&all, 0);
  return all.least;
}

/* a year of learners: numbers, values, pairs, and rules */
PzGroupProblem *
fixture_year (guint    n,
              guint    m,
              gboolean with_tables,
              gboolean with_rules)
{
  PzGroupBuilder *builder = fixture_builder (n, m);
  g_autofree double *numbers = g_new (double, n);
  g_autofree int *values = g_new (int, n);
  g_autofree double *pairs = g_new0 (double, (gsize) n * n);
  PzRandom random;

  pz_random_init (&random, n);
  for (guint i = 0; i < n; i++)
    {
      numbers[i] = pz_random_below (&random, 101);
      values[i] = (int) pz_random_below (&random, 5);
      for (guint j = 0; j < i; j++)
        pairs[(gsize) i * n + j] = pairs[(gsize) j * n + i] = pz_random_below (&random, 100);
    }
  pz_group_builder_add_pairs (builder, 3, pairs);
  if (with_tables)
    {
      pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 3, numbers);
      pz_group_builder_add_values (builder, PZ_CRITERION_SPREAD, 3, values);
    }
  for (guint i = 0; i + 9 < n && with_rules; i += 10)
    {
      pz_group_builder_together (builder, i, i + 1);
      pz_group_builder_apart (builder, i + 1, i + 2);
      pz_group_builder_pin (builder, i + 3, i / 10 % m);
    }
  return fixture_build (builder);
}
