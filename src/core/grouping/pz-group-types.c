/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-types-private.h"

static gboolean
has_same_values (const PzGroupProblem *problem,
                 guint                 i,
                 guint                 j)
{
  for (guint q = 0; q < problem->attributes->len; q++)
    {
      const PzGroupAttribute *attribute = &g_array_index (problem->attributes, PzGroupAttribute, q);
      const PzGroupCriterion *criterion = pz_group_problem_criterion (problem, attribute->criterion);
      gboolean counts = criterion->must || criterion->factor > 0;

      if (counts && problem->values[(gsize) i * problem->attributes->len + q]
                        != problem->values[(gsize) j * problem->attributes->len + q])
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_same_number (const PzGroupProblem *problem,
                 guint                 i,
                 guint                 j)
{
  if (problem->numbers == NULL || problem->numbers[i] == problem->numbers[j])
    return TRUE;
  for (guint c = 0; c < problem->criteria->len; c++)
    if (pz_group_problem_criterion (problem, c)->numbers != NULL)
      return pz_group_problem_criterion (problem, c)->factor <= 0;
  return TRUE;
}

static gboolean
has_same_pairs (const PzGroupProblem *problem,
                guint                 i,
                guint                 j)
{
  for (guint k = 0; k < problem->n; k++)
    if (k != i && k != j && pz_group_problem_pair (problem, i, k) != pz_group_problem_pair (problem, j, k))
      return FALSE;
  return TRUE;
}

static gboolean
has_same_links (const PzGroupColumns *columns,
                guint                 i,
                guint                 j)
{
  guint64 others = ~((guint64) 1 << i | (guint64) 1 << j);

  return (columns->foes[i] & others) == (columns->foes[j] & others)
         && (columns->mates[i] & others) == (columns->mates[j] & others);
}

static gboolean
has_same_pin (const PzGroupProblem *problem,
              guint                 i,
              guint                 j)
{
  return pz_group_problem_unit (problem, problem->unit_of[i])->pinned
         == pz_group_problem_unit (problem, problem->unit_of[j])->pinned;
}

/* types: n; the number of the first learner of the same type. Two of one type can change places in any grouping, and
 * nothing changes: same values, same pairs with all others, same rules. */
void
pz_group_types_find (const PzGroupColumns *columns,
                     guint                *types)
{
  const PzGroupProblem *problem = columns->problem;

  for (guint i = 0; i < problem->n; i++)
    {
      types[i] = i;
      for (guint j = 0; j < i && types[i] == i; j++)
        if (types[j] == j && has_same_values (problem, i, j) && has_same_number (problem, i, j)
            && has_same_pairs (problem, i, j) && has_same_links (columns, i, j) && has_same_pin (problem, i, j))
          types[i] = j;
    }
}
