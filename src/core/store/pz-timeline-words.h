/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-timeline.h"

G_BEGIN_DECLS

/* What an entry of a timeline says to people. */
char *pz_timeline_dup_sentence (PzTimeline     *self,
                                PzTimelineItem *item);
char *pz_timeline_dup_details  (PzTimeline     *self,
                                PzTimelineItem *item);

G_END_DECLS
