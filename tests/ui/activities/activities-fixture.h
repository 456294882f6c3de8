/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui-fixture.h"

#include "pz-activities-view.h"
#include "pz-classroom-plan.h"
#include "pz-group-forming.h"
#include "pz-window.h"

G_BEGIN_DECLS

/* It is Monday, 23 November 2026 in these tests. */
#define TODAY "2026-11-23"

/* The window of a class that shows its calendar. */
typedef struct
{
  PzWindow *window;
  PzActivitiesView *view;
} ActivitiesShown;

PzDocument     *activities_add          (UiFixture       *fixture,
                                         const char      *title,
                                         const char      *date,
                                         const char      *setting);
PzDocument     *activities_add_regular  (UiFixture       *fixture,
                                         const char      *title,
                                         const char      *date);
const char     *activities_learner      (UiFixture       *fixture,
                                         const char      *given_name);
char           *activities_add_strategy (UiFixture       *fixture,
                                         const char      *name);
void            activities_wait         (PzActivityList  *list);
char           *activities_dup_rows     (GListModel      *model);
PzActivityItem *activities_find         (GListModel      *model,
                                         const char      *title);
guint           activities_count        (GtkWidget       *root,
                                         GType            type);
GtkWidget      *activities_find_button  (GtkWidget       *root,
                                         const char      *label);
void            activities_form         (PzGroupForming  *forming,
                                         guint64          seed);
void            activities_wait_formed  (PzGroupForming  *forming);
void            activities_wait_account (PzGroupForming  *forming);
char           *activities_dup_groups   (UiFixture       *fixture,
                                         PzDocument      *activity);
ActivitiesShown activities_show         (UiFixture       *fixture);
void            activities_close        (ActivitiesShown *shown);
void            activities_draw         (ActivitiesShown *shown);

G_END_DECLS
