/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-facts.h"
#include "pz-standard-names.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a goal builds on, as chips to be read: needs, strengths, interests, the standard. */
void pz_goal_links_fill (GtkWidget   *box,
                         PzGoalFacts *facts,
                         PzStandardNames *standards);

G_END_DECLS
