/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-activity-list.h"

#include "pz-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The calendar of a class; in the place of it the page of an activity, or who has worked with whom. */
#define PZ_TYPE_ACTIVITIES_VIEW (pz_activities_view_get_type ())
G_DECLARE_FINAL_TYPE (PzActivitiesView, pz_activities_view, PZ, ACTIVITIES_VIEW, AdwBin)

GtkWidget      *pz_activities_view_new           (void);
PzActivityList *pz_activities_view_get_list      (PzActivitiesView *self);
GListModel     *pz_activities_view_get_found     (PzActivitiesView *self);
void            pz_activities_view_show_activity (PzActivitiesView *self,
                                                  const char       *id);
void            pz_activities_view_show_planned  (PzActivitiesView *self,
                                                  const char       *regular,
                                                  guint32           day);
void            pz_activities_view_show_partners (PzActivitiesView *self);
void            pz_activities_view_form_groups   (PzActivitiesView *self);

G_END_DECLS
