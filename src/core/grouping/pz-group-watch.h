/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-activity.h"
#include "pz-group-warnings.h"

G_BEGIN_DECLS

/**
 * PzGroupMix:
 * @day: of the activity, as GDate counts days
 * @between: the share of the scatter of readiness between its groups, 0 to 1; NAN when all numbers are the same
 * @chance: the share to be expected by chance
 *
 * How one grouping mixed readiness.
 */
typedef struct
{
  guint32 day;
  double between;
  double chance;
} PzGroupMix;

/**
 * PzGroupGathered:
 * @times: in how many groupings all of those who were there were in one group
 * @of: in how many there were two or more of them
 * @in_a_row: of these, without a break up to the last
 *
 * Learners who have something in common, and stay together.
 */
typedef struct
{
  guint times;
  guint of;
  guint in_a_row;
} PzGroupGathered;

/**
 * PzGroupWatch:
 * @n: learners, in the order that was asked for
 * @groupings: private
 * @mixes: (element-type PzGroupMix): of each grouping, the first one first; each round is a grouping
 * @lowest: (element-type PzGroupLowest): who is in the lowest group again and again, by number of the learner
 * @tracking: whether the last groupings rather stream than mix
 * @movement: the share of learners who came to a group of another rank from one grouping to the next; NAN: there are not two
 *
 * What groupings did with readiness over time, those made by hand among them.
 */
typedef struct
{
  guint n;
  GArray *groupings;
  GArray *mixes;
  GArray *lowest;
  gboolean tracking;
  double movement;
} PzGroupWatch;

PzGroupWatch *pz_group_watch_new  (GPtrArray          *activities,
                                   const char * const *learners,
                                   const double       *readiness,
                                   guint32             today);
void          pz_group_watch_free (PzGroupWatch       *self);
gboolean      pz_group_watch_is_gathered (const PzGroupWatch *self,
                                   const gboolean     *has,
                                   guint               n_values,
                                   PzGroupGathered    *gathered);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupWatch, pz_group_watch_free)

G_END_DECLS
