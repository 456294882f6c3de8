/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "progress-fixture.h"

#include "pz-date.h"
#include "pz-environment.h"

#include <math.h>

static PzDocument *
make_class (void)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed ("/nowhere", G_GINT64_CONSTANT (1795392000000), 1);
  g_autoptr(PzClock) clock = pz_clock_new (environment, 7);

  return pz_document_new (PZ_DOCUMENT_CLASSROOM, "classroomclassro", clock);
}

void
progress_fixture_day (const char *text,
                      GDate      *day)
{
  g_assert_true (pz_date_parse (text, day));
}

/* five days a week, none closed */
PzSchoolDays *
progress_fixture_days (void)
{
  g_autoptr(PzDocument) classroom = make_class ();

  return pz_school_days_new (pz_document_get_owner (classroom));
}

static PzGoalSource *
make_source (const ProgressSetting *setting)
{
  PzGoalSource *source = pz_goal_source_new ("d4m7kq2x9v5t0rhb", "g4m7kq2x9v5t0rhb");

  source->start = pz_day_from_text (PROGRESS_START);
  source->due = pz_day_from_text (PROGRESS_DUE);
  source->baseline = setting->baseline;
  source->target = setting->target;
  pz_goal_source_set_counts (source, setting->occasions > 0 ? setting->occasions : (double) NAN, NAN);
  for (gsize i = 0; i < setting->n; i++)
    {
      const PzGoalScore score = { source->start + 7 * (guint32) i, setting->values[i], NAN, FALSE };

      pz_goal_source_add_score (source, &score);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (setting->phases) && setting->phases[i] > 0; i++)
    pz_goal_source_add_phase (source, source->start + setting->phases[i], setting->strategies[i]);
  if (setting->away[0] != NULL)
    {
      const PzDaySpan span = { pz_day_from_text (setting->away[0]), pz_day_from_text (setting->away[1]) };

      source->absences = pz_day_spans_new (&span, 1);
    }
  pz_goal_source_finish (source);
  return source;
}

PzGoalProgress *
progress_fixture_make (const ProgressSetting *setting)
{
  g_autoptr(PzDocument) classroom = make_class ();
  g_autoptr(PzGoalRules) rules = NULL;
  PzRecord *measure = pz_document_add (classroom, PZ_RECORD_MEASURE);
  PzGoalSource *source = make_source (setting);
  GDate today;

  pz_record_set_text (measure, PZ_MEASURE_KIND, "score");
  pz_record_set_number (measure, PZ_MEASURE_MINIMUM, 0);
  pz_record_set_number (measure, PZ_MEASURE_MAXIMUM, 100);
  pz_record_set_text (measure, PZ_MEASURE_DIRECTION, setting->decrease ? "decrease" : "increase");
  source->measure = g_strdup (pz_record_get_id (measure));
  progress_fixture_day (setting->today, &today);
  rules = pz_goal_rules_new (classroom, &today);
  return pz_goal_progress_new (source, rules);
}
