/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-chart-words.h"

#include "pz-chart-words.h"
#include "pz-privacy.h"

#include <glib/gi18n-lib.h>

/**
 * pz_goal_chart_words_dup_hint:
 * @facts: of the goal
 * @measurement: a measurement of it
 *
 * Returns: (transfer full): what stands beside the point: "19 November · 76 words a minute · alone"
 */
char *
pz_goal_chart_words_dup_hint (PzGoalFacts *facts,
                              PzRecord    *measurement)
{
  g_autofree char *day = NULL;
  g_autofree char *value = NULL;
  const char *help;

  g_return_val_if_fail (PZ_IS_GOAL_FACTS (facts) && PZ_IS_RECORD (measurement), NULL);

  day = pz_chart_words_dup_day (pz_record_get_text (measurement, PZ_MEASUREMENT_DATE));
  value = pz_chart_words_dup_value (pz_goal_facts_get_measure (facts), measurement);
  help = pz_chart_words_get_help (measurement);
  return help != NULL ? g_strjoin (" · ", day, value, help, NULL) : g_strjoin (" · ", day, value, NULL);
}

/**
 * pz_goal_chart_words_dup_phase:
 * @facts: of the goal
 * @phase: when the teaching changed
 *
 * Returns: (transfer full): what it is called: the strategy, or its note, or that something changed
 */
char *
pz_goal_chart_words_dup_phase (PzGoalFacts *facts,
                               PzRecord    *phase)
{
  const char *name;

  g_return_val_if_fail (PZ_IS_GOAL_FACTS (facts) && PZ_IS_RECORD (phase), NULL);

  name = pz_goal_facts_get_strategy_name (facts, pz_record_get_text (phase, PZ_PHASE_STRATEGY));
  if (name == NULL && !pz_privacy_is_hidden ())
    name = pz_record_get_text (phase, PZ_PHASE_NOTE);
  return g_strdup (name != NULL ? name : C_("phase", "Change"));
}

/* A goal of which nothing is known yet has a month to be looked at. */
static void
bound_days (PzChartInput *input,
            PzGoalFacts  *facts)
{
  GDate today;

  if (input->values->len > 0 || input->has_aimline || input->due > 0)
    return;
  pz_goal_facts_get_today (facts, &today);
  input->last = g_date_get_julian (&today);
  input->first = input->last - 28;
}

/**
 * pz_goal_chart_words_make:
 * @facts: of a goal that is there
 *
 * Returns: (transfer full): all that a picture of the goal shows; its values stand in the order of
 *   pz_goal_facts_get_points()
 */
PzChartInput *
pz_goal_chart_words_make (PzGoalFacts *facts)
{
  const PzGoalProgress *progress;
  GPtrArray *phases;
  PzChartInput *input;

  g_return_val_if_fail (PZ_IS_GOAL_FACTS (facts) && pz_goal_facts_get_progress (facts) != NULL, NULL);

  progress = pz_goal_facts_get_progress (facts);
  phases = pz_goal_facts_get_phases (facts);
  input = pz_chart_input_new (progress);
  pz_chart_input_add_measurements (input, &progress->range, pz_goal_facts_get_points (facts));
  for (guint i = 0; i < phases->len; i++)
    {
      guint32 start = pz_day_from_text (pz_record_get_text (phases->pdata[i], PZ_PHASE_START));
      g_autofree char *label = pz_goal_chart_words_dup_phase (facts, phases->pdata[i]);

      if (start > 0)
        pz_chart_input_add_phase (input, start, label);
    }
  bound_days (input, facts);
  pz_chart_words_add (input, pz_goal_facts_get_measure (facts));
  return input;
}
