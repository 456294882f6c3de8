/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-timeline-item.h"

G_BEGIN_DECLS

/* How many entries are shown at once, and how many more each time. */
#define PZ_TIMELINE_PAGE 30

/* Shows every kind of entry. */
#define PZ_TIMELINE_ALL PZ_N_TIMELINE_KINDS

/* Everything that happened with a learner, newest first: a GListModel of PzTimelineItem. Shows a page and, when asked,
 * one more; makes its items when they are looked at. Follows the documents of the learner and of the class.
 * Properties (notify): complete, loading. */
#define PZ_TYPE_TIMELINE (pz_timeline_get_type ())
G_DECLARE_FINAL_TYPE (PzTimeline, pz_timeline, PZ, TIMELINE, GObject)

PzTimeline     *pz_timeline_new                (PzClassroom     *classroom,
                                                PzDocument      *learner);
PzClassroom    *pz_timeline_get_classroom      (PzTimeline      *self);
PzDocument     *pz_timeline_get_learner        (PzTimeline      *self);
guint           pz_timeline_get_kind           (PzTimeline      *self);
void            pz_timeline_set_kind           (PzTimeline      *self,
                                                guint            kind);
const char     *pz_timeline_get_goal           (PzTimeline      *self);
void            pz_timeline_set_goal           (PzTimeline      *self,
                                                const char      *goal);
gboolean        pz_timeline_is_complete        (PzTimeline      *self);
gboolean        pz_timeline_is_loading         (PzTimeline      *self);
void            pz_timeline_load_more          (PzTimeline      *self);
void            pz_timeline_refresh            (PzTimeline      *self);
/* activities stand in other documents: read in a thread, or at once */
void            pz_timeline_read_activities    (PzTimeline      *self);
gboolean        pz_timeline_read_activities_now (PzTimeline     *self,
                                                GError         **error);

G_END_DECLS
