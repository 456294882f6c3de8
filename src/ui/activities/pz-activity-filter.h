/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-activity-item.h"
#include "pz-classroom.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which activities of the calendar to show: by words in title and strategies, by setting, by strategy. */
#define PZ_TYPE_ACTIVITY_FILTER (pz_activity_filter_get_type ())
G_DECLARE_FINAL_TYPE (PzActivityFilter, pz_activity_filter, PZ, ACTIVITY_FILTER, GtkFilter)

PzActivityFilter *pz_activity_filter_new          (PzClassroom      *classroom);
void              pz_activity_filter_set_search   (PzActivityFilter *self,
                                                   const char       *text);
void              pz_activity_filter_set_setting  (PzActivityFilter *self,
                                                   PzSetting         setting);
void              pz_activity_filter_set_strategy (PzActivityFilter *self,
                                                   const char       *strategy);
gboolean          pz_activity_filter_is_empty     (PzActivityFilter *self);

G_END_DECLS
