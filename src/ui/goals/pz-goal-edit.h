/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-facts.h"
#include "pz-measurement.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the page of a goal changes: each is one step that can be undone, and a toast in the window of from says so. */
void pz_goal_edit_add        (GtkWidget                *from,
                              PzGoalFacts              *facts,
                              const PzMeasurementDraft *draft);
void pz_goal_edit_change     (GtkWidget                *from,
                              PzGoalFacts              *facts,
                              PzRecord                 *measurement,
                              const PzMeasurementDraft *draft,
                              gboolean                  counts);
void pz_goal_edit_remove     (GtkWidget                *from,
                              PzGoalFacts              *facts,
                              PzRecord                 *measurement);
void pz_goal_edit_set_state  (GtkWidget                *from,
                              PzGoalFacts              *facts,
                              PzGoalState               state);

G_END_DECLS
