/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-timeline-private.h"

#include "pz-absence.h"
#include "pz-date.h"

#include <string.h>

typedef struct
{
  GArray *entries;
  PzDocument *learner;
  PzDocument *classroom;
} Collecting;

static void
entry_clear (PzTimelineEntry *entry)
{
  g_clear_object (&entry->record);
  g_clear_pointer (&entry->activity, pz_timeline_activity_unref);
}

static void
add_record (Collecting     *collecting,
            PzTimelineKind  kind,
            PzDocument     *document,
            PzRecord       *record,
            guint           position,
            const char     *date)
{
  PzTimelineEntry entry = { .kind = kind, .document = document, .position = position };

  if (date == NULL || !pz_date_is_valid (date))
    return;
  g_strlcpy (entry.date, date, sizeof entry.date);
  entry.record = g_object_ref (record);
  g_array_append_val (collecting->entries, entry);
}

/* A goal of the learner: one of their own, or one the class shares with them. One nobody finds counts as their own. */
static gboolean
is_goal_shown (Collecting *collecting,
               PzDocument *document,
               const char *id)
{
  PzRecord *goal = id != NULL ? pz_document_find (collecting->learner, id) : NULL;

  if (goal == NULL && id != NULL)
    goal = pz_document_find (collecting->classroom, id);
  if (goal == NULL || pz_record_get_record_type (goal) != PZ_RECORD_GOAL)
    return document == collecting->learner;
  if (pz_record_is_deleted (goal))
    return FALSE;
  return document == collecting->learner
         || pz_record_set_has (goal, PZ_GOAL_LEARNERS, pz_document_get_id (collecting->learner));
}

/* the last day of an absence, so that one that goes on stands on top */
static void
add_absence (Collecting *collecting,
             PzRecord   *record,
             guint       position)
{
  GDate from, to;
  g_autofree char *date = NULL;

  if (!pz_absence_get_days (record, &from, &to))
    return;
  date = pz_date_format (&to);
  add_record (collecting, PZ_TIMELINE_ABSENCE, collecting->learner, record, position, date);
}

/**
 * pz_timeline_entry_get_goal:
 * @entry: an entry
 *
 * Returns: (nullable): id of the goal it belongs to
 */
const char *
pz_timeline_entry_get_goal (const PzTimelineEntry *entry)
{
  g_return_val_if_fail (entry != NULL, NULL);
  return entry->record != NULL ? pz_timeline_record_get_goal (entry->record) : NULL;
}

static void
add_one (Collecting *collecting,
         PzDocument *document,
         PzRecord   *record,
         guint       position)
{
  const char *date = NULL, *goal = pz_timeline_record_get_goal (record);
  PzTimelineKind kind = PZ_TIMELINE_CHANGE;

  switch (pz_record_get_record_type (record))
    {
    case PZ_RECORD_CHECK_IN:
      add_record (collecting, PZ_TIMELINE_CHECK_IN, document, record, position, pz_record_get_text (record, PZ_CHECK_IN_DATE));
      return;
    case PZ_RECORD_ABSENCE:
      add_absence (collecting, record, position);
      return;
    case PZ_RECORD_MEASUREMENT:
      kind = PZ_TIMELINE_MEASUREMENT;
      date = pz_record_get_text (record, PZ_MEASUREMENT_DATE);
      break;
    case PZ_RECORD_PHASE:
      date = pz_record_get_text (record, PZ_PHASE_START);
      break;
    case PZ_RECORD_MILESTONE:
      date = pz_record_get_text (record, PZ_MILESTONE_REACHED);
      break;
    default: /* a goal: one that is still being written has not begun */
      if (g_strcmp0 (pz_record_get_text (record, PZ_GOAL_STATE), "draft") != 0)
        date = pz_record_get_text (record, PZ_GOAL_START);
      break;
    }
  if (date != NULL && is_goal_shown (collecting, document, goal))
    add_record (collecting, kind, document, record, position, date);
}

static void
add_list (Collecting   *collecting,
          PzDocument   *document,
          PzRecordType  type)
{
  GListModel *records = pz_document_get_records (document, type);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (records, i);

      if (!pz_record_is_deleted (record))
        add_one (collecting, document, record, i);
    }
}

static int
get_type_order (const PzTimelineEntry *entry)
{
  return entry->record != NULL ? (int) pz_record_get_record_type (entry->record) : -1;
}

/**
 * pz_timeline_entry_compare:
 *
 * Newest first; on one day by kind, then what was added last first. Two different entries are never equal.
 *
 * Returns: below, at or above 0, as @a comes before, is, or comes behind @b
 */
int
pz_timeline_entry_compare (const PzTimelineEntry *a,
                           const PzTimelineEntry *b)
{
  int order = strcmp (b->date, a->date);

  if (order != 0)
    return order;
  if (a->kind != b->kind)
    return a->kind < b->kind ? -1 : 1;
  order = get_type_order (a) - get_type_order (b);
  if (order != 0)
    return order;
  if (a->document != b->document) /* the learner's own come before those the class shares */
    return a->document != NULL && pz_document_get_kind (a->document) == PZ_DOCUMENT_LEARNER ? -1 : 1;
  return a->position == b->position ? 0 : a->position > b->position ? -1 : 1;
}

/**
 * pz_timeline_entries_collect:
 * @learner: the document of a learner
 * @classroom: the document of the class
 * @activities: (nullable) (element-type PzTimelineActivity): what the learner took part in
 *
 * Returns: (transfer full) (element-type PzTimelineEntry): everything that happened, sorted; nothing that is in the trash
 */
GArray *
pz_timeline_entries_collect (PzDocument *learner,
                             PzDocument *classroom,
                             GPtrArray  *activities)
{
  static const PzRecordType own[] = { PZ_RECORD_CHECK_IN, PZ_RECORD_MEASUREMENT, PZ_RECORD_ABSENCE,
                                      PZ_RECORD_PHASE, PZ_RECORD_GOAL, PZ_RECORD_MILESTONE };
  static const PzRecordType shared[] = { PZ_RECORD_PHASE, PZ_RECORD_GOAL, PZ_RECORD_MILESTONE };
  Collecting collecting = { g_array_new (FALSE, FALSE, sizeof (PzTimelineEntry)), learner, classroom };

  g_array_set_clear_func (collecting.entries, (GDestroyNotify) entry_clear);
  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    add_list (&collecting, learner, own[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (shared); i++)
    add_list (&collecting, classroom, shared[i]);
  for (guint i = 0; activities != NULL && i < activities->len; i++)
    {
      PzTimelineActivity *activity = g_ptr_array_index (activities, i);
      PzTimelineEntry entry = { .kind = PZ_TIMELINE_ACTIVITY, .position = i };

      g_strlcpy (entry.date, activity->date, sizeof entry.date);
      entry.activity = pz_timeline_activity_ref (activity);
      g_array_append_val (collecting.entries, entry);
    }
  g_array_sort (collecting.entries, (GCompareFunc) pz_timeline_entry_compare);
  return collecting.entries;
}
