/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PzGroupPast:
 * @groups: (array): a group per learner, from 0; -1 for those who were not there
 * @n_groups: of this grouping
 *
 * A grouping of the past.
 */
typedef struct
{
  const int *groups;
  guint n_groups;
} PzGroupPast;

/**
 * PzGroupLowest:
 * @learner: who
 * @times: in the group with the lowest mean readiness
 * @of: groupings the learner took part in
 * @in_a_row: of these, without a break up to the last
 *
 * Somebody who is in the lowest group again and again.
 */
typedef struct
{
  guint learner;
  guint times;
  guint of;
  guint in_a_row;
} PzGroupLowest;

/* In the same place so often in a row. */
#define PZ_GROUP_IN_A_ROW 3
/* How rarely chance may do as much, over everything that was looked at. */
#define PZ_GROUP_RARE 0.05

double   pz_group_warnings_between     (const double      *readiness,
                                        guint              n_learners,
                                        const PzGroupPast *past);
double   pz_group_warnings_chance      (guint              n_learners,
                                        guint              n_groups);
gboolean pz_group_warnings_is_tracking (const double      *readiness,
                                        guint              n_learners,
                                        const PzGroupPast *pasts,
                                        guint              n_pasts);
GArray  *pz_group_warnings_lowest      (const double      *readiness,
                                        guint              n_learners,
                                        const PzGroupPast *pasts,
                                        guint              n_pasts);
double   pz_group_warnings_movement    (const double      *readiness,
                                        guint              n_learners,
                                        const PzGroupPast *pasts,
                                        guint              n_pasts);
double   pz_group_warnings_tail        (const double      *chances,
                                        guint              n,
                                        guint              times);
char    *pz_group_lowest_dup_text      (const PzGroupLowest *self,
                                        const char          *name);

G_END_DECLS
