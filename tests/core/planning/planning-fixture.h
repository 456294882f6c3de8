/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "classroom-fixture.h"

#include "pz-classroom-plan.h"
#include "pz-group-account.h"
#include "pz-group-presets.h"

G_BEGIN_DECLS

#define N_LEARNERS 8

/**
 * PlanningFixture:
 * @base: the class "Class 5b", with eight learners at two levels: the first four at the lower one
 * @ids: of the learners, by name: Ana, Ben, Cleo, Dan, Eli, Fay, Gus, Hana
 * @activity: an activity in groups on Tuesday, 24 November 2026, saved
 */
typedef struct
{
  ClassroomFixture base;
  char *ids[N_LEARNERS];
  PzDocument *activity;
} PlanningFixture;

void              planning_set_up    (PlanningFixture *self,
                                      gconstpointer    data);
void              planning_tear_down (PlanningFixture *self,
                                      gconstpointer    data);
void              planning_save      (PlanningFixture *self);
PzClassroomCopy  *planning_copy      (PlanningFixture *self);
PzGroupFormation *planning_prepare   (PlanningFixture *self,
                                      const char      *criteria);
PzGroupFormation *planning_form      (PlanningFixture *self,
                                      const char      *criteria);
PzGroupFormation *planning_judge     (PlanningFixture *self,
                                      const char      *criteria);
PzRecord         *planning_place     (PlanningFixture *self,
                                      guint            round,
                                      const char      *name,
                                      const char      *learners);
char             *planning_dup_group (PlanningFixture *self,
                                      guint            round,
                                      guint            nth);
void              planning_lock      (PlanningFixture *self,
                                      guint            round,
                                      guint            learner);

#define planning_test_add(path, function) \
  g_test_add (path, PlanningFixture, NULL, planning_set_up, function, planning_tear_down)

G_END_DECLS
