/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-activity.h"

G_BEGIN_DECLS

/**
 * PzPartners:
 * @learners: (array zero-terminated=1): ids, in the order that was asked for; those of lists and of the map
 * @n: how many they are
 * @times: (array length=n*n): how often learner i and learner j were in one group; symmetric, 0 where i = j
 * @last: (array length=n*n): the day of the last time, as GDate counts days; 0: never
 * @n_activities: how many activities in pairs or groups were counted
 * @first: the day of the first of them; 0: there is none
 *
 * Who has worked with whom.
 */
typedef struct
{
  GStrv learners;
  guint n;
  guint *times;
  guint32 *last;
  guint n_activities;
  guint32 first;
} PzPartners;

/**
 * PzLeftOut:
 * @learner: place in the list of learners
 * @n_partners: with how many others the learner was in a group
 */
typedef struct
{
  guint learner;
  guint n_partners;
} PzLeftOut;

PzPartners *pz_partners_new           (GPtrArray          *activities,
                                       const char * const *learners);
void        pz_partners_free          (PzPartners         *self);
guint       pz_partners_get_times     (const PzPartners   *self,
                                       guint               a,
                                       guint               b);
guint32     pz_partners_get_last      (const PzPartners   *self,
                                       guint               a,
                                       guint               b);
guint       pz_partners_count         (const PzPartners   *self,
                                       guint               learner);
guint       pz_partners_get_median    (const PzPartners   *self);
double      pz_partners_get_share_met (const PzPartners   *self);
GArray     *pz_partners_list_left_out (const PzPartners   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzPartners, pz_partners_free)

G_END_DECLS
