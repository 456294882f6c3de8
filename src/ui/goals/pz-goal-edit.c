/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-edit.h"

#include <glib/gi18n-lib.h>

static void
finish (GtkWidget   *from,
        PzGoalFacts *facts,
        const char  *label,
        const char  *message)
{
  pz_classroom_queue_save (pz_goal_facts_get_classroom (facts), label);
  gtk_widget_activate_action (from, "win.show-undo", "s", message);
}

/**
 * pz_goal_edit_add:
 * @from: a widget of the window
 * @facts: of the goal
 * @draft: a new measurement; must pass pz_measurement_check()
 */
void
pz_goal_edit_add (GtkWidget                *from,
                  PzGoalFacts              *facts,
                  const PzMeasurementDraft *draft)
{
  g_return_if_fail (GTK_IS_WIDGET (from) && PZ_IS_GOAL_FACTS (facts) && draft != NULL);

  pz_measurement_add (pz_goal_facts_get_learner (facts), draft);
  finish (from, facts, C_("undo", "New measurement"), _("Measurement added"));
}

/**
 * pz_goal_edit_change:
 * @from: a widget of the window
 * @facts: of the goal
 * @measurement: one of its measurements
 * @draft: what it shall say; must pass pz_measurement_check()
 * @counts: whether it counts; one that does not is kept, but no rule looks at it
 */
void
pz_goal_edit_change (GtkWidget                *from,
                     PzGoalFacts              *facts,
                     PzRecord                 *measurement,
                     const PzMeasurementDraft *draft,
                     gboolean                  counts)
{
  g_return_if_fail (GTK_IS_WIDGET (from) && PZ_IS_GOAL_FACTS (facts) && PZ_IS_RECORD (measurement) && draft != NULL);

  pz_measurement_change (pz_goal_facts_get_learner (facts), measurement, draft);
  pz_record_set_flag (measurement, PZ_MEASUREMENT_NOT_VALID, !counts);
  finish (from, facts, C_("undo", "Change of a measurement"), _("Measurement changed"));
}

/**
 * pz_goal_edit_remove:
 * @from: a widget of the window
 * @facts: of the goal
 * @measurement: one of its measurements; it goes to the trash
 */
void
pz_goal_edit_remove (GtkWidget   *from,
                     PzGoalFacts *facts,
                     PzRecord    *measurement)
{
  g_return_if_fail (GTK_IS_WIDGET (from) && PZ_IS_GOAL_FACTS (facts) && PZ_IS_RECORD (measurement));

  pz_document_delete (pz_goal_facts_get_learner (facts), measurement);
  finish (from, facts, C_("undo", "Deletion of a measurement"), _("Measurement deleted"));
}

/**
 * pz_goal_edit_set_state:
 * @from: a widget of the window
 * @facts: of a goal that is there
 * @state: whether it is worked on: active, paused or closed
 */
void
pz_goal_edit_set_state (GtkWidget   *from,
                        PzGoalFacts *facts,
                        PzGoalState  state)
{
  PzRecord *goal;

  g_return_if_fail (GTK_IS_WIDGET (from) && PZ_IS_GOAL_FACTS (facts));

  goal = pz_goal_facts_get_goal (facts);
  g_return_if_fail (goal != NULL);
  switch (state)
    {
    case PZ_GOAL_IS_PAUSED:
      pz_record_set_text (goal, PZ_GOAL_STATE, "paused");
      finish (from, facts, C_("undo", "Pause of a goal"), _("Goal paused"));
      break;
    case PZ_GOAL_IS_CLOSED:
      pz_record_set_text (goal, PZ_GOAL_STATE, "closed");
      finish (from, facts, C_("undo", "End of a goal"), _("Goal closed"));
      break;
    case PZ_GOAL_IS_ACTIVE:
    case PZ_GOAL_IS_DRAFT:
    case PZ_N_GOAL_STATES:
    default:
      pz_record_set_text (goal, PZ_GOAL_STATE, "active");
      finish (from, facts, C_("undo", "Goal taken up"), _("Goal taken up again"));
    }
}
