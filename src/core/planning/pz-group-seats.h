/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-activity-edit.h"

G_BEGIN_DECLS

/**
 * PzGroupSeats:
 * @n_rounds: planned together
 * @n_locked: of these, the first in which everybody who is in a group is locked: they stay as they are
 * @n_groups: the most groups a round has now
 * @places: of each round, a table: id of a learner -> place of the group among those of the round, from 1
 * @pins: ids of learners -> place of the group in which they are locked, from 1; those of locked rounds are not among them
 * @torn: (nullable): id of a learner who is locked in different groups of different rounds
 * @absent: (array zero-terminated=1): ids of those noted as not there
 *
 * Where learners are in the groups of an activity, and who has to stay there. Never changes: may be read in any thread.
 */
typedef struct
{
  guint n_rounds;
  guint n_locked;
  guint n_groups;
  GPtrArray *places;
  GHashTable *pins;
  char *torn;
  GStrv absent;
} PzGroupSeats;

PzGroupSeats *pz_group_seats_new       (PzDocument          *activity,
                                        guint                n_rounds);
void          pz_group_seats_free      (PzGroupSeats        *self);
guint         pz_group_seats_get_place (const PzGroupSeats  *self,
                                        guint                round,
                                        const char          *learner);
GArray       *pz_group_seats_arrange   (const PzGroupSeats  *self,
                                        guint                n_groups,
                                        GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupSeats, pz_group_seats_free)

G_END_DECLS
