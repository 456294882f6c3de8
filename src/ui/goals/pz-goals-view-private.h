/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-bar.h"
#include "pz-goals-view.h"
#include "pz-row-filler.h"

G_BEGIN_DECLS

struct _PzGoalsView
{
  AdwBin parent_instance;

  PzClassroom *classroom; /* NULL without a class, and so are list and found */
  PzGoalList *list;
  PzGoalFound *found;
  PzRowFiller *filler;
  GHashTable *bound;      /* set of GtkListItem that show something, borrowed */
  guint patience;         /* source that shows the spinner after a moment */
  gboolean patient_no_more;
  gboolean leading;       /* nothing stands beside the view */
  guint layout_source;    /* source that follows the width */

  GtkStack *stack;        /* "goals", and the place for the page of one */
  GtkWidget *pages_box;   /* everything of "goals" */
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkWidget *back_button;
  GtkWidget *new_button;
  GtkWidget *round_box;   /* there is no room for it where nothing stands beside the view: it is in the menu, too */
  GtkWidget *round_button;
  GtkWidget *bar;
  GtkStack *pages;
  GtkWidget *head;
  GtkWidget *list_view;
  GtkSpinner *spinner;
  AdwStatusPage *empty;
  GtkWidget *empty_button;
  AdwStatusPage *nothing_found;
  AdwStatusPage *failed;
};

/* pz-goals-view-rows.c */
void pz_goals_view_bind_rows    (GtkWidgetClass *widget_class);
void pz_goals_view_refresh_rows (PzGoalsView    *self);

/* pz-goals-view-page.c */
gboolean pz_goals_view_close_page     (PzGoalsView *self);
void pz_goals_view_set_page_collapsed (PzGoalsView *self);
GVariant *pz_goals_view_dup_place     (PzView      *view);
gboolean pz_goals_view_show_place     (PzView      *view,
                                       GVariant    *place);

/* pz-goals-view-state.c */
void pz_goals_view_update_state (PzGoalsView    *self);

G_END_DECLS
