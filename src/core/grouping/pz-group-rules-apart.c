/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-rules-private.h"

#include "pz-group-clique.h"

/* a is linked to b by "together" through others: their names, on the shortest way, end up in the finding */
static void
add_way (const PzGroupCheck *check,
         PzGroupFinding *finding,
         guint           a,
         guint           b)
{
  const PzGroupProblem *problem = check->problem;
  g_autofree int *before = g_new (int, problem->n);
  g_autofree guint *queue = g_new (guint, problem->n);
  guint n_queue = 0;

  for (guint i = 0; i < problem->n; i++)
    before[i] = -1;
  before[b] = (int) b;
  queue[n_queue++] = b;
  for (guint k = 0; k < n_queue && before[a] < 0; k++)
    for (guint p = 0; p < problem->together->len; p++)
      {
        const PzGroupPair *pair = &g_array_index (problem->together, PzGroupPair, p);
        guint other = pair->a == queue[k] ? pair->b : pair->a;

        if ((pair->a == queue[k] || pair->b == queue[k]) && before[other] < 0)
          {
            before[other] = (int) queue[k];
            queue[n_queue++] = other;
          }
      }
  for (guint i = a; i != b && before[i] >= 0 && (guint) before[i] != b; i = (guint) before[i])
    pz_group_check_add_person (finding, (guint) before[i]);
}

void
pz_group_check_apart (PzGroupCheck *check)
{
  const PzGroupProblem *problem = check->problem;

  for (guint k = 0; k < problem->apart->len; k++)
    {
      const PzGroupPair *pair = &g_array_index (problem->apart, PzGroupPair, k);
      guint unit_a = problem->unit_of[pair->a], unit_b = problem->unit_of[pair->b];
      int pinned_a = pz_group_problem_unit (problem, unit_a)->pinned;
      int pinned_b = pz_group_problem_unit (problem, unit_b)->pinned;
      PzGroupFinding *finding;

      if (unit_a != unit_b && (pinned_a < 0 || pinned_a != pinned_b))
        continue;
      finding = pz_group_check_add (check, unit_a == unit_b ? PZ_CLASH_TOGETHER_AND_APART : PZ_CLASH_PINNED_APART);
      finding->group = pinned_a;
      pz_group_check_add_person (finding, pair->a);
      pz_group_check_add_person (finding, pair->b);
      if (unit_a == unit_b)
        add_way (check, finding, pair->a, pair->b);
    }
}

/* Those who stay together or are pinned to one group are one node; nodes pinned to two groups are apart. */
static guint
number_nodes (const PzGroupProblem *problem,
              guint                *nodes,
              guint                *speakers)
{
  g_autofree int *node_of = g_new (int, problem->units->len + problem->m);
  guint n_nodes = 0;

  for (guint k = 0; k < problem->units->len + problem->m; k++)
    node_of[k] = -1;
  for (guint k = 0; k < 2 * problem->apart->len; k++)
    {
      const PzGroupPair *pair = &g_array_index (problem->apart, PzGroupPair, k / 2);
      guint learner = k % 2 == 0 ? pair->a : pair->b;
      guint unit = problem->unit_of[learner];
      int pinned = pz_group_problem_unit (problem, unit)->pinned;
      guint key = pinned >= 0 ? problem->units->len + (guint) pinned : unit;

      if (node_of[key] < 0)
        {
          speakers[n_nodes] = learner;
          node_of[key] = (int) n_nodes++;
        }
      nodes[learner] = (guint) node_of[key];
    }
  return n_nodes;
}

static int
compare_learners (gconstpointer a,
                  gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

void
pz_group_check_clique (PzGroupCheck *check)
{
  const PzGroupProblem *problem = check->problem;
  g_autofree guint *nodes = g_new0 (guint, problem->n);
  g_autofree guint *speakers = g_new (guint, problem->n + 1);
  guint n_nodes = number_nodes (problem, nodes, speakers);
  g_autofree guint8 *linked = g_new0 (guint8, (gsize) n_nodes * n_nodes + 1);
  g_autofree guint *clique = g_new (guint, problem->m + 1);
  PzGroupFinding *finding;

  for (guint k = 0; k < problem->apart->len; k++)
    {
      const PzGroupPair *pair = &g_array_index (problem->apart, PzGroupPair, k);
      guint a = nodes[pair->a], b = nodes[pair->b];

      /* two of one node are another clash */
      if (a != b)
        linked[(gsize) a * n_nodes + b] = linked[(gsize) b * n_nodes + a] = 1;
    }
  for (guint a = 0; a < n_nodes; a++)
    for (guint b = 0; b < n_nodes; b++)
      {
        int pinned_a = pz_group_problem_unit (problem, problem->unit_of[speakers[a]])->pinned;
        int pinned_b = pz_group_problem_unit (problem, problem->unit_of[speakers[b]])->pinned;

        if (pinned_a >= 0 && pinned_b >= 0 && pinned_a != pinned_b)
          linked[(gsize) a * n_nodes + b] = 1;
      }
  if (pz_group_find_clique (linked, n_nodes, problem->m + 1, clique) == 0)
    return;
  finding = pz_group_check_add (check, PZ_CLASH_ALL_APART);
  finding->n = problem->m + 1;
  finding->limit = problem->m;
  for (guint k = 0; k <= problem->m; k++)
    pz_group_check_add_person (finding, speakers[clique[k]]);
  g_array_sort (finding->people, compare_learners);
}
