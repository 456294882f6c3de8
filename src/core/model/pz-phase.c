/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-phase.h"

#include "pz-date.h"

#include <glib/gi18n-lib.h>

/**
 * pz_phase_init_new:
 * @phase: a phase without values
 * @goal: whose teaching changes
 * @environment: knows what day it is
 *
 * It begins today, until something else is said.
 */
void
pz_phase_init_new (PzRecord      *phase,
                   PzRecord      *goal,
                   PzEnvironment *environment)
{
  g_autofree char *day = NULL;
  GDate today;

  g_return_if_fail (PZ_IS_RECORD (phase) && pz_record_get_record_type (phase) == PZ_RECORD_PHASE);
  g_return_if_fail (PZ_IS_RECORD (goal) && pz_record_get_record_type (goal) == PZ_RECORD_GOAL);
  g_return_if_fail (PZ_IS_ENVIRONMENT (environment));

  pz_environment_get_today (environment, &today);
  day = pz_date_format (&today);
  pz_record_set_text (phase, PZ_PHASE_GOAL, pz_record_get_id (goal));
  pz_record_set_text (phase, PZ_PHASE_START, day);
}

/**
 * pz_phase_check:
 * @phase: what was typed
 * @error: says in words what is missing
 *
 * Returns: whether it may be kept: it says when, and what changed
 */
gboolean
pz_phase_check (PzRecord  *phase,
                GError   **error)
{
  const char *text = NULL;

  g_return_val_if_fail (PZ_IS_RECORD (phase) && pz_record_get_record_type (phase) == PZ_RECORD_PHASE, FALSE);

  if (pz_record_is_empty (phase, PZ_PHASE_START))
    text = _("Say on which day the teaching changed.");
  else if (pz_record_is_empty (phase, PZ_PHASE_STRATEGY) && pz_record_is_empty (phase, PZ_PHASE_NOTE))
    text = _("Choose a strategy, or write what changed.");
  if (text != NULL)
    g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID, text);
  return text == NULL;
}

/**
 * pz_phase_dup_hint:
 * @phase: what was typed
 * @goal: whose teaching changes
 *
 * Returns: (transfer full) (nullable): what might be wrong with its day, in a sentence
 */
char *
pz_phase_dup_hint (PzRecord *phase,
                   PzRecord *goal)
{
  const char *start, *from, *to;

  g_return_val_if_fail (PZ_IS_RECORD (phase) && pz_record_get_record_type (phase) == PZ_RECORD_PHASE, NULL);
  g_return_val_if_fail (PZ_IS_RECORD (goal) && pz_record_get_record_type (goal) == PZ_RECORD_GOAL, NULL);

  start = pz_record_get_text (phase, PZ_PHASE_START);
  from = pz_record_get_text (goal, PZ_GOAL_START);
  to = pz_record_get_text (goal, PZ_GOAL_TARGET_DATE);
  if (start == NULL)
    return NULL;
  if (from != NULL && g_strcmp0 (start, from) < 0)
    return g_strdup (_("The goal began later than that."));
  if (to != NULL && g_strcmp0 (start, to) > 0)
    return g_strdup (_("That is after the target date of the goal."));
  return NULL;
}
