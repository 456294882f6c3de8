/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom-copy.h"
#include "pz-group-account.h"

G_BEGIN_DECLS

/* Called in the main context with the best groups so far: a number of a group per learner. */
typedef void (*PzGroupFound) (const PzGroupFormation *formation,
                              const guint            *groups,
                              gpointer                user_data);

/**
 * PzGroupJob:
 * @source: of the class
 * @order: (nullable): what is asked for, until the work begins
 * @round: to judge as it is, from 1; 0: to form groups
 * @groups: (nullable) (element-type PzRecord): those of the round, of a job that judges, in their order when it began
 * @with_account: groups that are formed are put into words, too
 * @now: (nullable): the same order once more: what there is now of several rounds is put into words, too
 * @formation: (nullable): what was found
 * @account: (nullable): what there is to say about it, of groups that were judged
 * @present: (nullable): the groups of now, of several rounds
 * @present_account: (nullable): what there is to say about them
 * @clashes: (nullable): why the rules cannot be kept
 * @error: (nullable): why there is nothing else
 *
 * Work of a thread for the groups of an activity. Shared by references; what was found is only read once it is set.
 */
typedef struct
{
  gatomicrefcount ref_count;
  PzClassroomSource *source;
  PzGroupOrder *order;
  guint round;
  GPtrArray *groups;
  gboolean with_account;
  PzGroupOrder *now;
  PzGroupFormation *formation;
  PzGroupAccount *account;
  PzGroupFormation *present;
  PzGroupAccount *present_account;
  char *clashes;
  GError *error;

  PzGroupFound found;
  gpointer found_data;
  GCancellable *cancellable;
  gint64 told; /* when the last groups were told, us; 0: none yet */
  gint64 told_total; /* of the groups that were told last */
} PzGroupJob;

PzGroupJob *pz_group_job_new        (PzClassroom          *classroom,
                                     PzGroupOrder         *order,
                                     guint                 round);
PzGroupJob *pz_group_job_ref        (PzGroupJob           *self);
void        pz_group_job_unref      (PzGroupJob           *self);
void        pz_group_job_run_async  (PzGroupJob           *self,
                                     PzGroupFound          found,
                                     gpointer              found_data,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
PzGroupJob *pz_group_job_run_finish (GAsyncResult         *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupJob, pz_group_job_unref)

G_END_DECLS
