/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-problem-private.h"

static guint
find_root (guint *parents,
           guint  i)
{
  while (parents[i] != i)
    {
      parents[i] = parents[parents[i]];
      i = parents[i];
    }
  return i;
}

/* Learners linked by "together", directly or through others, become one unit; units come in the order of their first
 * learner. A unit is pinned to the group of its first pinned learner: others are a clash that the rules name. */
void
pz_group_units_build (PzGroupProblem *self)
{
  g_autofree guint *parents = g_new (guint, self->n);
  guint n_members = 0;

  for (guint i = 0; i < self->n; i++)
    parents[i] = i;
  for (guint k = 0; k < self->together->len; k++)
    {
      const PzGroupPair *pair = &g_array_index (self->together, PzGroupPair, k);
      guint a = find_root (parents, pair->a), b = find_root (parents, pair->b);

      parents[MAX (a, b)] = MIN (a, b);
    }
  self->members = g_new (guint, self->n);
  self->unit_of = g_new (guint, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      PzGroupUnit unit = { n_members, 0, -1 };

      if (find_root (parents, i) != i)
        continue;
      for (guint j = i; j < self->n; j++)
        if (find_root (parents, j) == i)
          {
            self->members[n_members++] = j;
            self->unit_of[j] = self->units->len;
            unit.n++;
            if (unit.pinned < 0)
              unit.pinned = self->pins[j];
          }
      g_array_append_val (self->units, unit);
    }
}
