/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-timeline.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The timeline of a learner with its filters, for a page that scrolls. */
#define PZ_TYPE_TIMELINE_VIEW (pz_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (PzTimelineView, pz_timeline_view, PZ, TIMELINE_VIEW, GtkBox)

GtkWidget  *pz_timeline_view_new            (PzTimeline     *timeline);
/* more is loaded as the page comes near its end */
void        pz_timeline_view_set_adjustment (PzTimelineView *self,
                                             GtkAdjustment  *adjustment);
PzTimeline *pz_timeline_view_get_timeline   (PzTimelineView *self);

G_END_DECLS
