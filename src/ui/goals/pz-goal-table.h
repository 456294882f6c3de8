/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-facts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The twin of the chart: every measurement in words, the newest first, also those that do not count. Signals: "open" and
 * "remove" (PzRecord *measurement). */
#define PZ_TYPE_GOAL_TABLE (pz_goal_table_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalTable, pz_goal_table, PZ, GOAL_TABLE, AdwBin)

GtkWidget *pz_goal_table_new (PzGoalFacts *facts);

G_END_DECLS
