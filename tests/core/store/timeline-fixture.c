/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-fixture.h"

#include "pz-check-in.h"

#include <math.h>

void
timeline_fixture_set_up (TimelineFixture *self,
                         gconstpointer    data)
{
  g_autofree char *id = NULL;

  classroom_fixture_set_up (&self->base, data);
  id = add_learner (self->base.classroom, "Amina", "Yusuf");
  self->other = add_learner (self->base.classroom, "Elif", "Yıldız");
  self->learner = load_learner (self->base.classroom, id);
}

void
timeline_fixture_tear_down (TimelineFixture *self,
                            gconstpointer    data)
{
  pz_classroom_abandon (self->base.classroom);
  g_clear_object (&self->learner);
  g_free (self->other);
  classroom_fixture_tear_down (&self->base, data);
}

PzRecord *
timeline_add (PzDocument   *document,
              PzRecordType  type,
              guint         date_field,
              const char   *date)
{
  PzRecord *record = pz_document_add (document, type);

  pz_record_set_text (record, date_field, date);
  return record;
}

PzRecord *
timeline_add_goal (PzDocument *document,
                   const char *title,
                   const char *start)
{
  PzRecord *goal = timeline_add (document, PZ_RECORD_GOAL, PZ_GOAL_START, start);

  pz_record_set_text (goal, PZ_GOAL_TITLE, title);
  pz_record_set_text (goal, PZ_GOAL_STATE, "active");
  return goal;
}

PzRecord *
timeline_add_check_in (PzDocument *learner,
                       const char *date,
                       const char *text)
{
  const PzCheckInDraft draft = { PZ_CHECK_IN_IS_NOTE, date, text, NAN, NULL };

  return pz_check_in_add (learner, &draft);
}

static void
add_participation (PzDocument *activity,
                   PzRecord   *group,
                   const char *learner)
{
  PzRecord *part = pz_document_add (activity, PZ_RECORD_PARTICIPATION);

  pz_record_set_text (part, PZ_PARTICIPATION_LEARNER, learner);
  pz_record_set_text (part, PZ_PARTICIPATION_GROUP, pz_record_get_id (group));
  pz_record_set_text (part, PZ_PARTICIPATION_ROLE, "Reader");
}

PzDocument *
timeline_add_activity (TimelineFixture *self,
                       const char      *title,
                       const char      *date)
{
  PzDocument *document = pz_classroom_add (self->base.classroom, PZ_DOCUMENT_ACTIVITY);
  PzRecord *activity = owner_of (document);
  PzRecord *group = pz_document_add (document, PZ_RECORD_GROUP);

  pz_record_set_text (activity, PZ_ACTIVITY_TITLE, title);
  pz_record_set_text (activity, PZ_ACTIVITY_DATE, date);
  pz_record_set_text (activity, PZ_ACTIVITY_SETTING, "groups");
  pz_record_set_text (activity, PZ_ACTIVITY_STATE, "held");
  add_participation (document, group, pz_document_get_id (self->learner));
  add_participation (document, group, self->other);
  g_assert_true (pz_classroom_save (self->base.classroom, "Add activity", NULL));
  return document;
}

guint
timeline_count (PzTimeline *timeline)
{
  return g_list_model_get_n_items (G_LIST_MODEL (timeline));
}

PzTimelineItem *
timeline_peek (PzTimeline *timeline,
               guint       position)
{
  g_autoptr(PzTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (timeline), position);

  return item;
}
