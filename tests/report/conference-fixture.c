/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conference-fixture.h"

#include "chart-fixture.h"
#include "pz-check-in.h"
#include "pz-date.h"

void
conference_fixture_set_up (ConferenceFixture *self)
{
  *self = (ConferenceFixture) { .look = { .name = (char *) "Noor Haddad", .called = (char *) "Noor" } };
  self->classroom = chart_fixture_make_document (PZ_DOCUMENT_CLASSROOM);
  self->learner = chart_fixture_make_document (PZ_DOCUMENT_LEARNER);
  self->measure = pz_document_add (self->classroom, PZ_RECORD_MEASURE);
  pz_record_set_text (pz_document_get_owner (self->classroom), PZ_CLASSROOM_NAME, "Class 5b");
  pz_record_set_text (self->measure, PZ_MEASURE_KIND, "rate");
  pz_record_set_text (self->measure, PZ_MEASURE_UNIT, "words a minute");
  pz_date_parse ("2026-11-23", &self->look.today);
}

void
conference_fixture_tear_down (ConferenceFixture *self)
{
  g_object_unref (self->classroom);
  g_object_unref (self->learner);
}

PzRecord *
conference_fixture_add_goal (ConferenceFixture *self,
                             const char        *behaviour)
{
  PzRecord *goal = pz_document_add (self->learner, PZ_RECORD_GOAL);

  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reading");
  pz_record_set_text (goal, PZ_GOAL_CONDITION, "Given a new text");
  pz_record_set_text (goal, PZ_GOAL_BEHAVIOUR, behaviour);
  pz_record_set_text (goal, PZ_GOAL_STATE, "active");
  pz_record_set_text (goal, PZ_GOAL_MEASURE, pz_record_get_id (self->measure));
  pz_record_set_text (goal, PZ_GOAL_START, "2026-09-01");
  pz_record_set_text (goal, PZ_GOAL_TARGET_DATE, "2026-12-18");
  pz_record_set_number (goal, PZ_GOAL_BASELINE, 40);
  pz_record_set_number (goal, PZ_GOAL_TARGET, 84);
  return goal;
}

PzRecord *
conference_fixture_measure (ConferenceFixture *self,
                            PzRecord          *goal,
                            const char        *date,
                            double             value)
{
  PzRecord *record = pz_document_add (self->learner, PZ_RECORD_MEASUREMENT);

  pz_record_set_text (record, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
  pz_record_set_text (record, PZ_MEASUREMENT_DATE, date);
  pz_record_set_number (record, PZ_MEASUREMENT_VALUE, value);
  return record;
}

PzRecord *
conference_fixture_say (ConferenceFixture *self,
                        PzRecord          *goal,
                        const char        *date,
                        const char        *kind,
                        const char        *text)
{
  PzRecord *record = pz_document_add (self->learner, PZ_RECORD_CHECK_IN);

  pz_record_set_text (record, PZ_CHECK_IN_GOAL, pz_record_get_id (goal));
  pz_record_set_text (record, PZ_CHECK_IN_DATE, date);
  pz_record_set_text (record, PZ_CHECK_IN_KIND, kind);
  pz_record_set_text (record, PZ_CHECK_IN_TEXT, text);
  return record;
}

/* so many goals alike, measured ten times; words: NULL: nothing was said yet */
PzConference *
conference_fixture_make (ConferenceFixture *self,
                         guint              n_goals,
                         const char        *behaviour,
                         const char        *words)
{
  for (guint i = 0; i < n_goals; i++)
    {
      PzRecord *goal = conference_fixture_add_goal (self, behaviour);

      for (guint point = 0; point < 10; point++)
        {
          g_autofree char *date = g_strdup_printf ("2026-%02u-%02u", 9 + point / 4, 1 + 7 * (point % 4));

          conference_fixture_measure (self, goal, date, 40 + 4.0 * point);
        }
      if (words != NULL)
        conference_fixture_say (self, goal, "2026-11-12", "self", words);
    }
  return pz_conference_new (self->learner, self->classroom, &self->look);
}
