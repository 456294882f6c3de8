/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "goals-fixture.h"
#include "pz-goals-view.h"
#include "pz-window.h"

G_BEGIN_DECLS

/* The window of a class that shows its goals, for tests of their view. */
typedef struct
{
  PzWindow *window;
  PzGoalsView *view;
} GoalsShown;

GoalsShown  goals_show       (UiFixture  *fixture);
void        goals_close      (GoalsShown *shown);
guint       goals_count_rows (GoalsShown *shown);
const char *goals_get_page   (GoalsShown *shown);
GtkWidget  *goals_get_bar    (GoalsShown *shown);
GtkWidget  *goals_get_row    (GoalsShown *shown,
                              guint       n);

G_END_DECLS
