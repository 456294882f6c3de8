/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

G_BEGIN_DECLS

/**
 * PzTimelineActivity:
 * @id: of the activity
 * @title: (nullable): what was done
 * @date: the day, YYYY-MM-DD
 * @setting: (nullable): alone, pairs, groups, whole-class, one-to-one
 * @role: (nullable): what the learner did in the group, in the words of the teacher
 * @note: (nullable): what the teacher saw
 * @partners: (array zero-terminated=1): ids of those in the same group, without the learner, each once, sorted
 *
 * An activity that was held and that one learner took part in.
 */
typedef struct
{
  char *id;
  char *title;
  char date[11];
  char *setting;
  char *role;
  char *note;
  GStrv partners;
} PzTimelineActivity;

PzTimelineActivity *pz_timeline_activity_read         (GBytes               *bytes,
                                                       const char           *learner);
PzTimelineActivity *pz_timeline_activity_ref          (PzTimelineActivity   *self);
void                pz_timeline_activity_unref        (PzTimelineActivity   *self);
gboolean            pz_timeline_activity_equal        (const PzTimelineActivity *a,
                                                       const PzTimelineActivity *b);

/* All of them, read from the files in a thread; what waits to be saved is not among them. */
void                pz_classroom_list_activities_async  (PzClassroom         *self,
                                                         const char          *learner,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);
GPtrArray          *pz_classroom_list_activities_finish (PzClassroom         *self,
                                                         GAsyncResult        *result,
                                                         GError             **error);
GPtrArray          *pz_classroom_list_activities        (PzClassroom         *self,
                                                         const char          *learner,
                                                         GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzTimelineActivity, pz_timeline_activity_unref)

G_END_DECLS
