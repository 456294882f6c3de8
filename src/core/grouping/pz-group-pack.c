/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-pack.h"

#include "pz-group-problem-private.h"

#include <stdlib.h>
#include <string.h>

#define MAX_STEPS 20000

typedef struct
{
  const PzGroupProblem *problem;
  PzRandom *random;
  guint *loads;  /* by group */
  guint *places; /* by unit: its group */
  guint *blocks; /* units of more than one that are not pinned, the largest first */
  guint n_blocks;
  guint n_left;  /* learners without a place */
  guint steps;
} Pack;

/* whether the sizes still allow those who are left to fill up the groups */
static gboolean
may_fill (const Pack *pack)
{
  const PzGroupSize *sizes = pack->problem->sizes;
  guint missing = 0, room = 0;

  for (guint h = 0; h < pack->problem->m; h++)
    {
      if (pack->loads[h] > sizes[h].most)
        return FALSE;
      missing += sizes[h].least - MIN (sizes[h].least, pack->loads[h]);
      room += sizes[h].most - pack->loads[h];
    }
  return missing <= pack->n_left && pack->n_left <= room;
}

static void
shuffle (PzRandom *random,
         guint    *numbers,
         guint     n)
{
  for (guint i = n; random != NULL && i > 1; i--)
    {
      guint j = pz_random_below (random, i);
      guint kept = numbers[i - 1];

      numbers[i - 1] = numbers[j];
      numbers[j] = kept;
    }
}

/* groups that are alike and did not do need not be tried again */
static gboolean
was_tried (const Pack  *pack,
           const guint *order,
           guint        n_tried)
{
  const PzGroupSize *sizes = pack->problem->sizes;
  guint h = order[n_tried];

  for (guint k = 0; k < n_tried; k++)
    if (pack->loads[order[k]] == pack->loads[h] && sizes[order[k]].least == sizes[h].least
        && sizes[order[k]].most == sizes[h].most)
      return TRUE;
  return FALSE;
}

static PzGroupPacking
place_blocks (Pack  *pack,
              guint  next)
{
  g_autofree guint *order = NULL;
  guint m = pack->problem->m, size;

  if (!may_fill (pack))
    return PZ_GROUP_DOES_NOT_PACK;
  if (next == pack->n_blocks)
    return PZ_GROUP_PACKED;
  if (++pack->steps > MAX_STEPS)
    return PZ_GROUP_NOT_PACKED;
  order = g_new (guint, m);
  for (guint h = 0; h < m; h++)
    order[h] = h;
  shuffle (pack->random, order, m);
  size = pz_group_problem_unit (pack->problem, pack->blocks[next])->n;
  for (guint k = 0; k < m; k++)
    {
      PzGroupPacking result;

      if (was_tried (pack, order, k))
        continue;
      pack->loads[order[k]] += size;
      pack->n_left -= size;
      pack->places[pack->blocks[next]] = order[k];
      result = place_blocks (pack, next + 1);
      if (result != PZ_GROUP_DOES_NOT_PACK)
        return result;
      pack->loads[order[k]] -= size;
      pack->n_left += size;
    }
  return PZ_GROUP_DOES_NOT_PACK;
}

static void
place_singles (Pack  *pack,
               guint *singles,
               guint  n_singles)
{
  const PzGroupSize *sizes = pack->problem->sizes;
  g_autofree guint *open = g_new (guint, pack->problem->m);
  guint n_open = 0, k = 0;

  shuffle (pack->random, singles, n_singles);
  for (guint h = 0; h < pack->problem->m; h++)
    {
      for (; pack->loads[h] < sizes[h].least; pack->loads[h]++)
        pack->places[singles[k++]] = h;
      if (pack->loads[h] < sizes[h].most)
        open[n_open++] = h;
    }
  for (; k < n_singles; k++)
    {
      guint at = pack->random != NULL ? pz_random_below (pack->random, n_open) : 0;
      guint h = open[at];

      pack->places[singles[k]] = h;
      if (++pack->loads[h] == sizes[h].most)
        open[at] = open[--n_open];
    }
}

static int
compare_sizes (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const PzGroupProblem *problem = user_data;
  guint x = *(const guint *) a, y = *(const guint *) b;
  guint size_x = pz_group_problem_unit (problem, x)->n, size_y = pz_group_problem_unit (problem, y)->n;

  return size_x != size_y ? (size_x < size_y) - (size_x > size_y) : (x > y) - (x < y);
}

/**
 * pz_group_pack:
 * @problem: a problem
 * @random: (nullable): for a grouping by chance
 * @groups: (array) (out caller-allocates): a group per learner, filled when packed
 *
 * Puts everybody somewhere: pins, those who stay together and sizes are kept, nothing else is looked at. Depth first with
 * the largest units first; groups that are alike are tried once.
 *
 * Returns: whether it was done
 */
PzGroupPacking
pz_group_pack (const PzGroupProblem *problem,
               PzRandom             *random,
               guint                *groups)
{
  g_autofree guint *loads = g_new0 (guint, problem->m);
  g_autofree guint *places = g_new0 (guint, problem->units->len);
  g_autofree guint *blocks = g_new (guint, problem->units->len);
  g_autofree guint *singles = g_new (guint, problem->units->len);
  Pack pack = { problem, random, loads, places, blocks, 0, problem->n, 0 };
  PzGroupPacking result;
  guint n_singles = 0;

  for (guint u = 0; u < problem->units->len; u++)
    {
      const PzGroupUnit *unit = pz_group_problem_unit (problem, u);

      if (unit->pinned >= 0)
        {
          places[u] = (guint) unit->pinned;
          loads[places[u]] += unit->n;
          pack.n_left -= unit->n;
        }
      else if (unit->n > 1)
        blocks[pack.n_blocks++] = u;
      else
        singles[n_singles++] = u;
    }
  g_qsort_with_data (blocks, (int) pack.n_blocks, sizeof (guint), compare_sizes, (gpointer) problem);
  result = place_blocks (&pack, 0);
  if (result != PZ_GROUP_PACKED)
    return result;
  place_singles (&pack, singles, n_singles);
  for (guint i = 0; i < problem->n; i++)
    groups[i] = places[problem->unit_of[i]];
  return PZ_GROUP_PACKED;
}
