/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-timeline-private.h"

struct _PzTimelineItem
{
  GObject parent_instance;

  PzTimelineKind kind;
  char date[11];
  PzDocument *document;         /* NULL for activities */
  PzRecord *record;             /* of the document */
  PzTimelineActivity *activity; /* for activities alone */
};

G_DEFINE_FINAL_TYPE (PzTimelineItem, pz_timeline_item, G_TYPE_OBJECT)

static void
pz_timeline_item_finalize (GObject *object)
{
  PzTimelineItem *self = PZ_TIMELINE_ITEM (object);

  g_clear_object (&self->record);
  g_clear_object (&self->document);
  g_clear_pointer (&self->activity, pz_timeline_activity_unref);
  G_OBJECT_CLASS (pz_timeline_item_parent_class)->finalize (object);
}

static void
pz_timeline_item_class_init (PzTimelineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_timeline_item_finalize;
}

static void
pz_timeline_item_init (PzTimelineItem *self)
{
}

/**
 * pz_timeline_item_new:
 * @kind: what it is
 * @date: its day, YYYY-MM-DD
 * @document: (nullable): where @record stands
 * @record: (nullable): what it shows; %NULL for activities
 * @activity: (nullable): for activities
 *
 * Returns: (transfer full): an entry
 */
PzTimelineItem *
pz_timeline_item_new (PzTimelineKind      kind,
                      const char         *date,
                      PzDocument         *document,
                      PzRecord           *record,
                      PzTimelineActivity *activity)
{
  PzTimelineItem *self;

  g_return_val_if_fail (kind < PZ_N_TIMELINE_KINDS && date != NULL, NULL);
  g_return_val_if_fail ((record != NULL) == (document != NULL) && (record == NULL) == (activity != NULL), NULL);

  self = g_object_new (PZ_TYPE_TIMELINE_ITEM, NULL);
  self->kind = kind;
  g_strlcpy (self->date, date, sizeof self->date);
  g_set_object (&self->document, document);
  g_set_object (&self->record, record);
  if (activity != NULL)
    self->activity = pz_timeline_activity_ref (activity);
  return self;
}

/**
 * pz_timeline_item_get_kind:
 *
 * Returns: what it is
 */
PzTimelineKind
pz_timeline_item_get_kind (PzTimelineItem *self)
{
  g_return_val_if_fail (PZ_IS_TIMELINE_ITEM (self), PZ_TIMELINE_CHECK_IN);

  return self->kind;
}

/**
 * pz_timeline_item_get_date:
 *
 * Returns: (transfer none): its day, YYYY-MM-DD; of an absence the last one
 */
const char *
pz_timeline_item_get_date (PzTimelineItem *self)
{
  g_return_val_if_fail (PZ_IS_TIMELINE_ITEM (self), NULL);

  return self->date;
}

/**
 * pz_timeline_item_get_document:
 *
 * Returns: (transfer none) (nullable): where the record stands: the learner's document or that of the class
 */
PzDocument *
pz_timeline_item_get_document (PzTimelineItem *self)
{
  g_return_val_if_fail (PZ_IS_TIMELINE_ITEM (self), NULL);

  return self->document;
}

/**
 * pz_timeline_item_get_record:
 *
 * Returns: (transfer none) (nullable): what it shows; %NULL for activities
 */
PzRecord *
pz_timeline_item_get_record (PzTimelineItem *self)
{
  g_return_val_if_fail (PZ_IS_TIMELINE_ITEM (self), NULL);

  return self->record;
}

/**
 * pz_timeline_item_get_activity:
 *
 * Returns: (transfer none) (nullable): the activity; %NULL for everything else
 */
const PzTimelineActivity *
pz_timeline_item_get_activity (PzTimelineItem *self)
{
  g_return_val_if_fail (PZ_IS_TIMELINE_ITEM (self), NULL);

  return self->activity;
}

/**
 * pz_timeline_record_get_goal:
 * @record: what an entry shows
 *
 * Returns: (transfer none) (nullable): id of the goal it belongs to; a goal belongs to itself
 */
const char *
pz_timeline_record_get_goal (PzRecord *record)
{
  g_return_val_if_fail (PZ_IS_RECORD (record), NULL);

  switch (pz_record_get_record_type (record))
    {
    case PZ_RECORD_CHECK_IN:
      return pz_record_get_text (record, PZ_CHECK_IN_GOAL);
    case PZ_RECORD_MEASUREMENT:
      return pz_record_get_text (record, PZ_MEASUREMENT_GOAL);
    case PZ_RECORD_PHASE:
      return pz_record_get_text (record, PZ_PHASE_GOAL);
    case PZ_RECORD_MILESTONE:
      return pz_record_get_text (record, PZ_MILESTONE_GOAL);
    case PZ_RECORD_GOAL:
      return pz_record_get_id (record);
    default:
      return NULL;
    }
}

/**
 * pz_timeline_item_get_goal:
 *
 * Returns: (transfer none) (nullable): id of the goal it belongs to
 */
const char *
pz_timeline_item_get_goal (PzTimelineItem *self)
{
  g_return_val_if_fail (PZ_IS_TIMELINE_ITEM (self), NULL);

  return self->record != NULL ? pz_timeline_record_get_goal (self->record) : NULL;
}
