/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../ui-fixture.h"
#include "pz-goal-facts.h"

G_BEGIN_DECLS

/* The course of the picture everybody knows: Amina reads aloud, guided, with an app, with a partner; today is
 * 23 November 2026. The last measurement was on that day, there are fifteen. */
typedef struct
{
  PzDocument *learner;
  PzRecord *measure;
  PzRecord *goal;
  const char *id; /* of the goal */
} GoalFixture;

void  goal_fixture_load        (GoalFixture *self,
                                UiFixture   *ui);
void  goal_fixture_unload      (GoalFixture *self,
                                UiFixture   *ui);
PzRecord *goal_fixture_measure (GoalFixture *self,
                                const char  *date,
                                double       value,
                                const char  *help,
                                const char  *note);
PzRecord *goal_fixture_phase   (GoalFixture *self,
                                UiFixture   *ui,
                                const char  *start,
                                const char  *strategy,
                                const char  *note);
gboolean goal_fixture_says     (GtkWidget   *root,
                                const char  *text);

G_END_DECLS
