/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-plan.h"

static PzRecord *
get_owner (PzDocument *activity)
{
  return pz_document_get_owner (activity);
}

static GStrv
list_learners (PzClassroom *self,
               const GDate *away)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  PzIndex *index = pz_classroom_get_index (self);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    {
      const char *text = pz_index_peek_absences (index, i);
      g_autoptr(PzDaySpans) absences = away != NULL && text != NULL ? pz_day_spans_parse (text, NULL) : NULL;

      if (pz_index_peek_flags (index, i) & (PZ_INDEX_DELETED | PZ_INDEX_ARCHIVED))
        continue;
      if (away == NULL || (absences != NULL && pz_day_spans_contains (absences, away)))
        g_strv_builder_add (ids, pz_index_peek_id (index, i));
    }
  return g_strv_builder_end (ids);
}

/**
 * pz_classroom_dup_learners:
 * @self: a class
 *
 * Returns: (transfer full): ids of the learners who are in the class now, in no useful order
 */
GStrv
pz_classroom_dup_learners (PzClassroom *self)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);
  return list_learners (self, NULL);
}

/**
 * pz_classroom_dup_absent:
 * @self: a class
 * @day: as GDate counts days
 *
 * Returns: (transfer full): ids of the learners who are marked absent that day
 */
GStrv
pz_classroom_dup_absent (PzClassroom *self,
                         guint32      day)
{
  GDate date;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && day > 0, NULL);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return list_learners (self, &date);
}

/**
 * pz_classroom_plan_activity:
 * @self: a class
 * @title: what is done
 * @day: as GDate counts days; 0: not said yet
 *
 * Returns: (transfer full): a new activity, planned
 */
PzDocument *
pz_classroom_plan_activity (PzClassroom *self,
                            const char  *title,
                            guint32      day)
{
  PzDocument *activity;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && title != NULL, NULL);

  activity = pz_classroom_add (self, PZ_DOCUMENT_ACTIVITY);
  pz_record_set_text (get_owner (activity), PZ_ACTIVITY_TITLE, title);
  pz_record_set_text (get_owner (activity), PZ_ACTIVITY_STATE, "planned");
  pz_activity_set_day (activity, day);
  return activity;
}

/**
 * pz_classroom_plan_again:
 * @self: a class
 * @activity: the document of an activity
 * @day: as GDate counts days
 *
 * Returns: (transfer full): a new activity with the same plan and the same groups, planned for that day
 */
PzDocument *
pz_classroom_plan_again (PzClassroom *self,
                         PzDocument  *activity,
                         guint32      day)
{
  PzDocument *copy;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && PZ_IS_DOCUMENT (activity), NULL);

  copy = pz_classroom_add (self, PZ_DOCUMENT_ACTIVITY);
  pz_activity_copy (activity, copy);
  pz_record_set_text (get_owner (copy), PZ_ACTIVITY_STATE, "planned");
  pz_activity_set_day (copy, day);
  return copy;
}

static void
take_place_of (PzDocument *activity,
               PzDocument *regular,
               guint32     day)
{
  char text[PZ_DAY_TEXT_SIZE];

  pz_day_to_text (day, text);
  pz_record_set_text (get_owner (activity), PZ_ACTIVITY_REGULAR, pz_document_get_id (regular));
  pz_record_set_text (get_owner (activity), PZ_ACTIVITY_REGULAR_DAY, text);
}

/**
 * pz_classroom_plan_regular_day:
 * @self: a class
 * @regular: the document of a regular activity
 * @day: one of its days, as GDate counts days
 *
 * Returns: (transfer full): a new activity that takes the place of that day, planned; changing it does not change the week
 */
PzDocument *
pz_classroom_plan_regular_day (PzClassroom *self,
                               PzDocument  *regular,
                               guint32      day)
{
  PzDocument *activity;

  g_return_val_if_fail (day > 0, NULL);

  activity = pz_classroom_plan_again (self, regular, day);
  if (activity != NULL)
    take_place_of (activity, regular, day);
  return activity;
}

/**
 * pz_classroom_repeat_activity:
 * @self: a class
 * @activity: the document of an activity that has a day
 * @weeks: between two days of the regular week
 *
 * Makes it part of the regular week. It stays as it is, and is the first of the days.
 *
 * Returns: (transfer full) (nullable): the new regular activity; %NULL when there is no day, or it is regular already
 */
PzDocument *
pz_classroom_repeat_activity (PzClassroom *self,
                              PzDocument  *activity,
                              guint        weeks)
{
  PzDocument *regular;
  guint32 day;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && PZ_IS_DOCUMENT (activity) && weeks > 0, NULL);

  day = pz_day_from_text (pz_record_get_text (get_owner (activity), PZ_ACTIVITY_DATE));
  if (day == 0 || pz_activity_get_repeats (get_owner (activity)) > 0)
    return NULL;
  regular = pz_classroom_plan_again (self, activity, day);
  pz_activity_set_repeats (get_owner (regular), weeks);
  take_place_of (activity, regular, day);
  return regular;
}

/**
 * pz_classroom_hold_activity:
 * @self: a class
 * @activity: the document of an activity that is not regular
 *
 * It took place: from now on it counts. Who takes part is written down, those marked absent that day as absent.
 */
void
pz_classroom_hold_activity (PzClassroom *self,
                            PzDocument  *activity)
{
  g_auto(GStrv) learners = NULL;
  g_auto(GStrv) absent = NULL;
  guint32 day;

  g_return_if_fail (PZ_IS_CLASSROOM (self) && PZ_IS_DOCUMENT (activity));
  g_return_if_fail (pz_activity_get_repeats (get_owner (activity)) == 0);

  day = pz_day_from_text (pz_record_get_text (get_owner (activity), PZ_ACTIVITY_DATE));
  learners = pz_classroom_dup_learners (self);
  absent = day > 0 ? pz_classroom_dup_absent (self, day) : g_new0 (char *, 1);
  pz_activity_fill (activity, (const char * const *) learners, (const char * const *) absent);
  pz_record_set_text (get_owner (activity), PZ_ACTIVITY_STATE, "held");
}

/**
 * pz_classroom_note_part:
 * @self: a class
 * @activity: the document of an activity
 * @learner: id of a learner
 * @round: from 1
 *
 * For somebody who notes something of one learner: where nobody is named, which means everybody, all are named first.
 *
 * Returns: (transfer none): the participation of the learner
 */
PzRecord *
pz_classroom_note_part (PzClassroom *self,
                        PzDocument  *activity,
                        const char  *learner,
                        guint        round)
{
  g_auto(GStrv) learners = NULL;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && PZ_IS_DOCUMENT (activity) && learner != NULL, NULL);

  learners = pz_classroom_dup_learners (self);
  pz_activity_name_all (activity, (const char * const *) learners);
  return pz_activity_take_part (activity, learner, round);
}

/* whether the class is there but for those named otherwise, or only who is named */
static gboolean
is_for_named (PzDocument *activity)
{
  PzSetting setting = pz_setting_from_name (pz_record_get_text (get_owner (activity), PZ_ACTIVITY_SETTING));
  g_autoptr(GPtrArray) parts = pz_activity_list_parts (activity, 0);

  return setting == PZ_SETTING_ONE_TO_ONE || (parts->len > 0 && !pz_setting_has_groups (setting));
}

/**
 * pz_classroom_toggle_presence:
 * @self: a class
 * @activity: the document of an activity
 * @learner: id of a learner
 * @round: from 1
 *
 * Who is there is noted as absent, who is absent as there, and who does not take part takes part.
 */
void
pz_classroom_toggle_presence (PzClassroom *self,
                              PzDocument  *activity,
                              const char  *learner,
                              guint        round)
{
  PzRecord *part;
  gboolean joins;

  g_return_if_fail (PZ_IS_CLASSROOM (self) && PZ_IS_DOCUMENT (activity) && learner != NULL && round > 0);

  part = pz_activity_find_part (activity, learner, round);
  joins = part != NULL ? g_strcmp0 (pz_record_get_text (part, PZ_PARTICIPATION_PRESENT), "no") == 0
                       : is_for_named (activity);
  pz_record_set_text (pz_classroom_note_part (self, activity, learner, round), PZ_PARTICIPATION_PRESENT,
                      joins ? "yes" : "no");
}

/**
 * pz_activity_leave_day_out:
 * @regular: the document of a regular activity
 * @day: one of its days, as GDate counts days
 *
 * The regular week goes without it that day.
 */
void
pz_activity_leave_day_out (PzDocument *regular,
                           guint32     day)
{
  char text[PZ_DAY_TEXT_SIZE];

  g_return_if_fail (PZ_IS_DOCUMENT (regular) && day > 0);

  pz_day_to_text (day, text);
  pz_record_set_add (get_owner (regular), PZ_ACTIVITY_LEFT_OUT, text);
}

/**
 * pz_activity_end_repetition:
 * @regular: the document of a regular activity
 * @last: the last day it may repeat on, as GDate counts days; 0: for good
 *
 * What is behind that day is no longer planned; what was stays.
 */
void
pz_activity_end_repetition (PzDocument *regular,
                            guint32     last)
{
  char text[PZ_DAY_TEXT_SIZE];

  g_return_if_fail (PZ_IS_DOCUMENT (regular));

  if (last > 0)
    pz_day_to_text (last, text);
  pz_record_set_text (get_owner (regular), PZ_ACTIVITY_REPEATS_UNTIL, last > 0 ? text : NULL);
}
