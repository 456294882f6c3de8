/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-timeline-activity.h"

G_BEGIN_DECLS

/* What stands in a timeline. On one day they follow each other in this order. */
typedef enum
{
  PZ_TIMELINE_CHECK_IN,
  PZ_TIMELINE_MEASUREMENT,
  PZ_TIMELINE_ACTIVITY,
  PZ_TIMELINE_ABSENCE,
  PZ_TIMELINE_CHANGE, /* a phase, a goal that begins, a milestone that is reached */
  PZ_N_TIMELINE_KINDS
} PzTimelineKind;

/* One entry of a timeline. A snapshot: when the entry changes, the timeline puts a new item in its place. */
#define PZ_TYPE_TIMELINE_ITEM (pz_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (PzTimelineItem, pz_timeline_item, PZ, TIMELINE_ITEM, GObject)

PzTimelineItem     *pz_timeline_item_new          (PzTimelineKind      kind,
                                                   const char         *date,
                                                   PzDocument         *document,
                                                   PzRecord           *record,
                                                   PzTimelineActivity *activity);
PzTimelineKind      pz_timeline_item_get_kind     (PzTimelineItem     *self);
const char         *pz_timeline_item_get_date     (PzTimelineItem     *self);
PzDocument         *pz_timeline_item_get_document (PzTimelineItem     *self);
PzRecord           *pz_timeline_item_get_record   (PzTimelineItem     *self);
const char         *pz_timeline_item_get_goal     (PzTimelineItem     *self);
const PzTimelineActivity *
                    pz_timeline_item_get_activity (PzTimelineItem     *self);

G_END_DECLS
