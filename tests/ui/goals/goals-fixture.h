/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-list.h"
#include "ui-fixture.h"

G_BEGIN_DECLS

/* What tests of the view of goals share: goals of which the status is known. Today is 2026-11-23. */
typedef enum
{
  COURSE_NONE, /* needs data */
  COURSE_FEW,  /* two points: needs data */
  COURSE_SHORT,/* five points: too early to say */
  COURSE_FLAT, /* not on the way */
  COURSE_GOOD, /* on the way */
  COURSE_DONE, /* met */
} Course;

char       *goals_add_measure  (PzClassroom *classroom,
                                const char  *name,
                                const char  *unit);
char       *goals_add_strategy (PzClassroom *classroom,
                                const char  *name);
char       *goals_add          (PzClassroom *classroom,
                                const char  *learner,
                                const char  *title,
                                const char  *measure,
                                Course       course);
void        goals_add_phase    (PzClassroom *classroom,
                                const char  *learner,
                                const char  *goal,
                                const char  *strategy);
void        goals_add_point    (PzClassroom *classroom,
                                const char  *learner,
                                const char  *goal,
                                const char  *date,
                                double       value);
void        goals_set_state    (PzClassroom *classroom,
                                const char  *learner,
                                const char  *goal,
                                const char  *state);
PzGoalItem *goals_make_item    (UiFixture   *fixture,
                                const char  *learner,
                                const char  *title,
                                guint        n,
                                double       pace);
const char *goals_learner      (UiFixture   *fixture,
                                const char  *given_name);
void        goals_wait         (PzGoalList  *list);
PzGoalItem *goals_item         (PzGoalList  *list,
                                const char  *learner,
                                const char  *goal);

G_END_DECLS
