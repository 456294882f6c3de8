/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-timeline.h"

G_BEGIN_DECLS

/**
 * PzTimelineEntry:
 * @kind: what it is
 * @date: its day
 * @document: (nullable): where @record stands; borrowed from the timeline
 * @record: (nullable): what it shows; owned
 * @activity: (nullable): owned
 * @position: in the list it comes from
 *
 * What is known of an entry before anybody looks at it.
 */
typedef struct
{
  PzTimelineKind kind;
  char date[11];
  PzDocument *document;
  PzRecord *record;
  PzTimelineActivity *activity;
  guint position;
} PzTimelineEntry;

struct _PzTimeline
{
  GObject parent_instance;

  PzClassroom *classroom;
  PzDocument *learner;
  PzDocument *own;        /* of the class */
  GPtrArray *activities;  /* NULL until they were read */
  GCancellable *reading;  /* NULL when nothing is being read */
  GArray *entries;        /* of PzTimelineEntry, all kinds, sorted */
  GArray *shown;          /* guint: those of the kind, places in entries */
  GHashTable *items;      /* PzRecord or PzTimelineActivity -> PzTimelineItem: those that were asked for */
  guint kind;
  char *goal;             /* id: nothing but what belongs to it is shown; NULL for everything */
  guint n_shown;          /* how many of shown are in the model */
  guint refresh_source;
};

GArray  *pz_timeline_entries_collect (PzDocument            *learner,
                                      PzDocument            *classroom,
                                      GPtrArray             *activities);
int      pz_timeline_entry_compare   (const PzTimelineEntry *a,
                                      const PzTimelineEntry *b);
const char *
         pz_timeline_entry_get_goal  (const PzTimelineEntry *entry);
const char *
         pz_timeline_record_get_goal (PzRecord              *record);

G_END_DECLS
