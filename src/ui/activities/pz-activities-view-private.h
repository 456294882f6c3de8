/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-activities-view.h"
#include "pz-activity-filter.h"
#include "pz-activity-page.h"

G_BEGIN_DECLS

struct _PzActivitiesView
{
  AdwBin parent_instance;

  PzClassroom *classroom; /* NULL without a class, and so are the next three */
  PzActivityList *list;
  PzActivityFilter *filter;
  GListModel *found;      /* those of the list that the filter lets pass */
  GHashTable *bound;      /* set of GtkListItem that show something, borrowed */
  gboolean leading;       /* nothing stands beside the view */
  gboolean at_today;      /* the list was brought to today since the class came */
  gboolean at_end;        /* on the way there */
  guint idle;             /* source that follows what changed */
  guint tick;             /* waits until the list has its size */

  GtkStack *stack;        /* "calendar", and the place for a page */
  GtkWidget *pages_box;   /* everything of "calendar" */
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkWidget *back_button;
  GtkWidget *new_button;
  GtkWidget *bar;
  GtkWidget *search_entry;
  GtkWidget *menus;
  GtkWidget *setting;
  GtkWidget *strategy;
  GtkStack *pages;
  GtkWidget *list_view;
  AdwStatusPage *empty;
  GtkWidget *empty_button;
  AdwStatusPage *nothing_found;
  AdwStatusPage *failed;
};

/* pz-activities-view-rows.c */
void     pz_activities_view_bind_rows    (GtkWidgetClass   *widget_class);
void     pz_activities_view_refresh_rows (PzActivitiesView *self);
gboolean pz_activities_view_go_to_today  (PzActivitiesView *self);

/* pz-activities-view-page.c */
gboolean pz_activities_view_close_page   (PzActivitiesView *self);
void     pz_activities_view_set_page_collapsed (PzActivitiesView *self);
PzActivityPage *pz_activities_view_get_printed (PzActivitiesView *self);
GVariant *pz_activities_view_dup_place   (PzView           *view);
gboolean pz_activities_view_show_place   (PzView           *view,
                                          GVariant         *place);

G_END_DECLS
