/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-activity-item.h"
#include "pz-classroom.h"

G_BEGIN_DECLS

/* The calendar of a class: its activities, and the days its regular week plans in the weeks around today. Reads the files
 * in a thread whenever they change. Signal: "changed" when it was read, or could not be. */
#define PZ_TYPE_ACTIVITY_LIST (pz_activity_list_get_type ())
G_DECLARE_FINAL_TYPE (PzActivityList, pz_activity_list, PZ, ACTIVITY_LIST, GObject)

PzActivityList *pz_activity_list_new            (PzClassroom    *classroom);
PzClassroom    *pz_activity_list_get_classroom  (PzActivityList *self);
GPtrArray      *pz_activity_list_get_activities (PzActivityList *self);
guint32         pz_activity_list_get_today      (PzActivityList *self);
gboolean        pz_activity_list_is_read        (PzActivityList *self);
gboolean        pz_activity_list_is_busy        (PzActivityList *self);
const GError   *pz_activity_list_get_error      (PzActivityList *self);
void            pz_activity_list_retry          (PzActivityList *self);

G_END_DECLS
