/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-activity.h"

G_BEGIN_DECLS

/**
 * PzGroupRoleHistory:
 * @learners: (array zero-terminated=1): ids, in the order that was asked for
 * @n: how many they are
 * @roles: (array zero-terminated=1): as they were written last, the one that was held most often first
 * @n_roles: how many they are
 * @times: (array length=n*n_roles): how often each learner held each role, role by role within a learner
 * @last: (array length=n*n_roles): the day of the last time, as GDate counts days; 0: never
 * @n_activities: how many activities with roles were counted
 *
 * Who held which role.
 */
typedef struct
{
  GStrv learners;
  guint n;
  GStrv roles;
  guint n_roles;
  guint *times;
  guint32 *last;
  guint n_activities;
} PzGroupRoleHistory;

PzGroupRoleHistory *pz_group_role_history_new        (GPtrArray                *activities,
                                                      const char * const       *learners,
                                                      const char               *except);
void                pz_group_role_history_free       (PzGroupRoleHistory       *self);
gboolean            pz_group_role_history_find       (const PzGroupRoleHistory *self,
                                                      const char               *role,
                                                      guint                    *place);
guint               pz_group_role_history_get_times  (const PzGroupRoleHistory *self,
                                                      guint                     learner,
                                                      guint                     role);
guint32             pz_group_role_history_get_last   (const PzGroupRoleHistory *self,
                                                      guint                     learner,
                                                      guint                     role);
GStrv               pz_group_role_history_dup_latest (const PzGroupRoleHistory *self);
GArray             *pz_group_role_history_list_never (const PzGroupRoleHistory *self,
                                                      guint                     role);
guint               pz_group_role_history_get_spread (const PzGroupRoleHistory *self,
                                                      guint                     role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupRoleHistory, pz_group_role_history_free)

G_END_DECLS
