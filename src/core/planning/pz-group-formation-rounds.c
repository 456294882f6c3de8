/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-formation-private.h"

/**
 * pz_group_formation_get_n_rounds:
 * @self: groups
 *
 * Returns: for how many rounds there are groups; 0 while none were found
 */
guint
pz_group_formation_get_n_rounds (const PzGroupFormation *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->rotation != NULL)
    return self->rotation->n_rounds;
  return self->result != NULL;
}

/**
 * pz_group_formation_peek_round:
 * @self: groups that were found
 * @round: from 1; ignored where there is only one
 *
 * Returns: (array): the number of a group for each learner
 */
const guint *
pz_group_formation_peek_round (const PzGroupFormation *self,
                               guint                   round)
{
  g_return_val_if_fail (self != NULL && pz_group_formation_get_n_rounds (self) > 0 && round > 0, NULL);

  if (self->rotation == NULL)
    return self->result->groups;
  g_return_val_if_fail (round <= self->rotation->n_rounds, NULL);
  return self->rotation->groups + (gsize) (round - 1) * self->rotation->n;
}

/**
 * pz_group_formation_of_rounds:
 * @order: (transfer full): what is asked for, of several rounds, with seats
 * @copy: the class
 * @error: %PZ_ERROR_INVALID when a round has other groups than those asked for, or somebody is in none
 *
 * Takes the groups that all rounds have now as those that were found, so that they can be compared with others.
 *
 * Returns: (transfer full): groups, or %NULL
 */
PzGroupFormation *
pz_group_formation_of_rounds (PzGroupOrder           *order,
                              const PzClassroomCopy  *copy,
                              GError                **error)
{
  g_autoptr(PzGroupFormation) self = NULL;

  g_return_val_if_fail (order != NULL && order->seats != NULL && order->n_rounds > 1 && copy != NULL, NULL);

  order->seats->n_locked = order->n_rounds; /* all stay as they are, and are only counted */
  self = pz_group_formation_prepare (order, copy, error);
  if (self == NULL || !pz_group_formation_search (self, NULL, NULL, NULL, error))
    return NULL;
  return g_steal_pointer (&self);
}
