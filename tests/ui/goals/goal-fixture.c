/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goal-fixture.h"

#include <locale.h>
#include <string.h>

static const struct
{
  const char *date;
  double value;
  const char *help;
  const char *note;
} course[] = {
  { "2026-08-24", 48, "alone", NULL },     { "2026-08-31", 50, "alone", NULL },     { "2026-09-07", 49, "alone", NULL },
  { "2026-09-14", 53, "alone", NULL },     { "2026-09-24", 56, "with-help", NULL }, { "2026-10-01", 54, "with-help", NULL },
  { "2026-10-08", 59, "with-help", NULL }, { "2026-10-15", 57, "with-help", NULL }, { "2026-10-22", 60, "with-help", NULL },
  { "2026-10-28", 58, "with-help", "Tired after sport. App on, finger under the line." },
  { "2026-11-05", 68, "alone", NULL },     { "2026-11-09", 71, "alone", NULL },     { "2026-11-12", 72, "alone", NULL },
  { "2026-11-19", 76, "alone", "Two long words sounded out without a prompt." },
  { "2026-11-23", 77, NULL, NULL },
};

PzRecord *
goal_fixture_measure (GoalFixture *self,
                      const char  *date,
                      double       value,
                      const char  *help,
                      const char  *note)
{
  PzRecord *record = pz_document_add (self->learner, PZ_RECORD_MEASUREMENT);

  pz_record_set_text (record, PZ_MEASUREMENT_GOAL, self->id);
  pz_record_set_text (record, PZ_MEASUREMENT_DATE, date);
  pz_record_set_number (record, PZ_MEASUREMENT_VALUE, value);
  pz_record_set_text (record, PZ_MEASUREMENT_INDEPENDENCE, help);
  pz_record_set_text (record, PZ_MEASUREMENT_NOTE, note);
  return record;
}

PzRecord *
goal_fixture_phase (GoalFixture *self,
                    UiFixture   *ui,
                    const char  *start,
                    const char  *strategy,
                    const char  *note)
{
  PzRecord *record = pz_document_add (self->learner, PZ_RECORD_PHASE);

  pz_record_set_text (record, PZ_PHASE_GOAL, self->id);
  pz_record_set_text (record, PZ_PHASE_START, start);
  pz_record_set_text (record, PZ_PHASE_NOTE, note);
  if (strategy != NULL)
    {
      PzRecord *made = pz_document_add (pz_classroom_get_document (ui->classroom), PZ_RECORD_STRATEGY);

      pz_record_set_text (made, PZ_STRATEGY_NAME, strategy);
      pz_record_set_text (record, PZ_PHASE_STRATEGY, pz_record_get_id (made));
    }
  return record;
}

static void
add_check_in (GoalFixture *self,
              const char  *date,
              const char  *kind,
              double       minutes,
              const char  *text)
{
  PzRecord *record = pz_document_add (self->learner, PZ_RECORD_CHECK_IN);

  pz_record_set_text (record, PZ_CHECK_IN_GOAL, self->id);
  pz_record_set_text (record, PZ_CHECK_IN_DATE, date);
  pz_record_set_text (record, PZ_CHECK_IN_KIND, kind);
  pz_record_set_number (record, PZ_CHECK_IN_MINUTES, minutes);
  pz_record_set_text (record, PZ_CHECK_IN_TEXT, text);
}

static void
add_goal (GoalFixture *self)
{
  self->goal = pz_document_add (self->learner, PZ_RECORD_GOAL);
  self->id = pz_record_get_id (self->goal);
  pz_record_set_text (self->goal, PZ_GOAL_TITLE, "Reads aloud fluently");
  pz_record_set_text (self->goal, PZ_GOAL_CONDITION, "Given a new text of her level");
  pz_record_set_text (self->goal, PZ_GOAL_BEHAVIOUR, "reads aloud");
  pz_record_set_text (self->goal, PZ_GOAL_CRITERION, "at least 84 words a minute on three days in a row");
  pz_record_set_text (self->goal, PZ_GOAL_MEASURE, pz_record_get_id (self->measure));
  pz_record_set_text (self->goal, PZ_GOAL_START, "2026-08-24");
  pz_record_set_text (self->goal, PZ_GOAL_TARGET_DATE, "2026-12-18");
  pz_record_set_number (self->goal, PZ_GOAL_BASELINE, 48);
  pz_record_set_number (self->goal, PZ_GOAL_TARGET, 84);
  pz_record_set_number (self->goal, PZ_GOAL_OCCASIONS, 3);
  pz_record_set_add (self->goal, PZ_GOAL_NEEDS, "decoding long words");
  pz_record_set_add (self->goal, PZ_GOAL_INTERESTS, "birds of prey");
}

void
goal_fixture_load (GoalFixture *self,
                   UiFixture   *ui)
{
  PzDocument *classroom = pz_classroom_get_document (ui->classroom);
  g_autoptr(GError) error = NULL;

  setlocale (LC_TIME, "C"); /* what is said of days is compared with English words */
  self->learner = pz_classroom_load (ui->classroom, PZ_DOCUMENT_LEARNER,
                                     pz_index_peek_id (pz_classroom_get_index (ui->classroom), 0), &error);
  g_assert_no_error (error);
  pz_record_set_text (pz_document_get_owner (classroom), PZ_CLASSROOM_TERM_START, "2026-11-02");
  pz_record_set_text (pz_document_get_owner (classroom), PZ_CLASSROOM_TERM_END, "2026-12-18");
  self->measure = pz_document_add (classroom, PZ_RECORD_MEASURE);
  pz_record_set_text (self->measure, PZ_MEASURE_NAME, "Words read per minute");
  pz_record_set_text (self->measure, PZ_MEASURE_UNIT, "words a minute");
  pz_record_set_text (self->measure, PZ_MEASURE_KIND, "rate");
  pz_record_set_number (self->measure, PZ_MEASURE_MINIMUM, 0);
  pz_record_set_number (self->measure, PZ_MEASURE_MAXIMUM, 120);
  add_goal (self);
  goal_fixture_phase (self, ui, "2026-08-24", "Guided reading", NULL);
  goal_fixture_phase (self, ui, "2026-09-22", "Read-aloud app", NULL);
  goal_fixture_phase (self, ui, "2026-11-03", "Partner, repeated reading", "The app did the reading for her");
  for (gsize i = 0; i < G_N_ELEMENTS (course); i++)
    goal_fixture_measure (self, course[i].date, course[i].value, course[i].help, course[i].note);
  add_check_in (self, "2026-09-30", "family", 10, "Reads menus aloud to her little brother.");
  add_check_in (self, "2026-11-10", "one-to-one", 20, "Reads with a partner, likes it.");
  ui_save (ui->classroom);
}

void
goal_fixture_unload (GoalFixture *self,
                     UiFixture   *ui)
{
  ui_settle ();
  ui_save (ui->classroom);
  g_clear_object (&self->learner);
}

/* whether a label that is shown has the text in it */
gboolean
goal_fixture_says (GtkWidget  *root,
                   const char *text)
{
  if (!gtk_widget_get_visible (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (goal_fixture_says (child, text))
      return TRUE;
  return FALSE;
}
