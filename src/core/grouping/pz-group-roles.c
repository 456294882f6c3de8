/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-roles.h"

#include <string.h>

/* A square table of costs while it is solved: rows are members, columns are roles, then places without one. */
typedef struct
{
  guint n;
  gint64 costs[PZ_GROUP_MAX_ROLES + 1][PZ_GROUP_MAX_ROLES + 1]; /* from 1 */
  gint64 row[PZ_GROUP_MAX_ROLES + 1], column[PZ_GROUP_MAX_ROLES + 1];
  guint taken[PZ_GROUP_MAX_ROLES + 1]; /* by column: the row that has it, 0 for none */
} Assignment;

/* finds a place for one more row: the shortest way of changes from it to a free column */
static void
place_row (Assignment *self,
           guint       row)
{
  gint64 least[PZ_GROUP_MAX_ROLES + 1];
  guint before[PZ_GROUP_MAX_ROLES + 1] = { 0 };
  gboolean seen[PZ_GROUP_MAX_ROLES + 1] = { FALSE };
  guint here = 0;

  for (guint j = 0; j <= self->n; j++)
    least[j] = G_MAXINT64;
  self->taken[0] = row;
  do
    {
      gint64 step = G_MAXINT64;
      guint next = 0;

      seen[here] = TRUE;
      for (guint j = 1; j <= self->n; j++)
        if (!seen[j])
          {
            gint64 cost = self->costs[self->taken[here]][j] - self->row[self->taken[here]] - self->column[j];

            if (cost < least[j])
              {
                least[j] = cost;
                before[j] = here;
              }
            if (least[j] < step)
              {
                step = least[j];
                next = j;
              }
          }
      for (guint j = 0; j <= self->n; j++)
        if (seen[j])
          {
            self->row[self->taken[j]] += step;
            self->column[j] -= step;
          }
        else
          least[j] -= step;
      here = next;
    }
  while (self->taken[here] != 0);
  for (; here != 0; here = before[here])
    self->taken[here] = self->taken[before[here]];
}

/* Cost of a role for a member: the square of the times it was held decides; among equals, whose last turn is older. A
 * place without a role costs nothing. */
static void
fill_costs (Assignment    *self,
            const guint   *held,
            const guint32 *last,
            guint          n_members,
            guint          n_roles)
{
  for (guint i = 0; i < n_members; i++)
    for (guint r = 0; r < n_roles; r++)
      {
        gsize at = (gsize) i * n_roles + r;
        gint64 times = MIN (held[at], 10000);

        /* all turns of a group together weigh less than one time held */
        self->costs[i + 1][r + 1] = times * times * ((gint64) 1 << 34) + (last != NULL ? MIN (last[at], 1u << 27) : 0);
      }
}

/**
 * pz_group_roles_assign:
 * @held: (array): members x roles: how often each held each
 * @last: (array) (nullable): members x roles: the day of the last turn, 0 for never
 * @n_members: of one group, at most %PZ_GROUP_MAX_ROLES
 * @n_roles: at most %PZ_GROUP_MAX_ROLES
 * @roles: (array) (out caller-allocates): a role per member, -1 for those without
 *
 * Gives each role to a member so that roles go round: the sum of the squares of the times held is as small as it can be,
 * and among equals the oldest turn comes first (the Hungarian method, Kuhn 1955, as a series of shortest paths).
 * When there are more roles than members, the roles that cost most are left out.
 *
 * Returns: %FALSE when there are too many; @roles is then unchanged
 */
gboolean
pz_group_roles_assign (const guint   *held,
                       const guint32 *last,
                       guint          n_members,
                       guint          n_roles,
                       int           *roles)
{
  g_autofree Assignment *self = NULL;

  g_return_val_if_fail (held != NULL && roles != NULL, FALSE);

  if (n_members > PZ_GROUP_MAX_ROLES || n_roles > PZ_GROUP_MAX_ROLES)
    return FALSE;
  self = g_new0 (Assignment, 1);
  self->n = MAX (n_members, n_roles);
  fill_costs (self, held, last, n_members, n_roles);
  for (guint i = 1; i <= self->n; i++)
    place_row (self, i);
  for (guint i = 0; i < n_members; i++)
    roles[i] = -1;
  for (guint j = 1; j <= n_roles; j++)
    if (self->taken[j] <= n_members)
      roles[self->taken[j] - 1] = (int) j - 1;
  return TRUE;
}

/**
 * pz_group_roles_spread:
 * @held: (array length=n_learners): how often each held one role
 * @n_learners: how many
 *
 * Returns: most less fewest; 0 or 1 is fair
 */
guint
pz_group_roles_spread (const guint *held,
                       guint        n_learners)
{
  guint most = 0, fewest = G_MAXUINT;

  g_return_val_if_fail (held != NULL || n_learners == 0, 0);

  for (guint i = 0; i < n_learners; i++)
    {
      most = MAX (most, held[i]);
      fewest = MIN (fewest, held[i]);
    }
  return n_learners > 0 ? most - fewest : 0;
}
