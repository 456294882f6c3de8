/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-timeline.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One entry of a timeline: icon, sentence, second line, day. */
#define PZ_TYPE_TIMELINE_ROW (pz_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (PzTimelineRow, pz_timeline_row, PZ, TIMELINE_ROW, GtkListBoxRow)

GtkWidget      *pz_timeline_row_new      (PzTimeline     *timeline,
                                          PzTimelineItem *item);
PzTimelineItem *pz_timeline_row_get_item (PzTimelineRow  *self);
gboolean        pz_timeline_row_is_editable (PzTimelineItem *item);

G_END_DECLS
