/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "classroom-fixture.h"
#include "pz-timeline.h"

G_BEGIN_DECLS

/* A class with one learner, Amina, whose document is open, and Elif. */
typedef struct
{
  ClassroomFixture base;
  PzDocument *learner;
  char *other; /* id of Elif */
} TimelineFixture;

void      timeline_fixture_set_up    (TimelineFixture *self,
                                      gconstpointer    data);
void      timeline_fixture_tear_down (TimelineFixture *self,
                                      gconstpointer    data);
PzRecord *timeline_add               (PzDocument      *document,
                                      PzRecordType     type,
                                      guint            date_field,
                                      const char      *date);
PzRecord *timeline_add_goal          (PzDocument      *document,
                                      const char      *title,
                                      const char      *start);
PzRecord *timeline_add_check_in      (PzDocument      *learner,
                                      const char      *date,
                                      const char      *text);
/* an activity of Amina and Elif in one group, saved; transfer full */
PzDocument *timeline_add_activity    (TimelineFixture *self,
                                      const char      *title,
                                      const char      *date);

guint           timeline_count (PzTimeline *timeline);
/* the timeline holds it */
PzTimelineItem *timeline_peek  (PzTimeline *timeline,
                                guint       position);

#define timeline_test_add(path, function) \
  g_test_add (path, TimelineFixture, NULL, timeline_fixture_set_up, function, timeline_fixture_tear_down)

G_END_DECLS
