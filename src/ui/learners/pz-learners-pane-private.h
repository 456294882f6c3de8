/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-filter-model.h"
#include "pz-goal-watch.h"
#include "pz-learners-pane.h"
#include "pz-row-filler.h"

G_BEGIN_DECLS

struct _PzLearnersPane
{
  AdwBin parent_instance;

  PzClassroom *classroom;
  PzLearnerFacts *facts;
  PzLearnerList *list;
  PzFilterModel *filters;
  PzGoalWatch *goals;  /* NULL until the first rows are painted: what goals wait for is read then */
  guint goals_source;
  gconstpointer goals_shown; /* what rows were last told of them; only compared */
  PzRowFiller *filler;
  gboolean by_pointer; /* the last input on the list came from a mouse or a finger */
  GCancellable *progress; /* stops the change of many learners that is under way; NULL without one */
  gboolean leading;    /* nothing but the sidebar to go back to */
  gboolean way_back;   /* another view to go back to */
  gboolean narrow;     /* the only pane in sight */
  gboolean selecting;  /* rows have check marks, a click adds to the selection */

  GtkWidget *header;
  GtkWidget *back_button;
  GtkWidget *new_button;
  GtkWidget *entry_button;
  AdwWindowTitle *title;
  GtkWidget *sort_button;
  GtkWidget *select_button;
  GtkWidget *all_button;
  GtkWidget *cancel_button;
  GtkWidget *search_entry;
  GtkWidget *filter_bar;
  GtkWidget *status;
  GtkWidget *status_label;
  GtkWidget *unknown_button;
  GtkWidget *stack;
  GtkWidget *list_view;
  AdwStatusPage *nothing_found;
  AdwStatusPage *empty;
  GtkWidget *selection_bar; /* revealer */
  GtkWidget *set_button;
  GtkWidget *add_button;
  GtkWidget *selection_menu_button;
};

/* pz-learners-pane-status.c */
void pz_learners_pane_update_state      (PzLearnersPane *self);
void pz_learners_pane_update_title      (PzLearnersPane *self);

/* pz-learners-pane-rows.c */
void pz_learners_pane_bind_rows         (GtkWidgetClass *widget_class);
void pz_learners_pane_fill_when_quiet   (PzLearnersPane *self);
void pz_learners_pane_watch_goals       (PzLearnersPane *self);
void pz_learners_pane_rank_levels       (PzLearnersPane *self);

/* pz-learners-pane-select.c */
void pz_learners_pane_init_selection    (PzLearnersPane *self);
void pz_learners_pane_update_header     (PzLearnersPane *self);
void pz_learners_pane_update_selection  (PzLearnersPane *self);
void pz_learners_pane_toggle            (PzLearnersPane *self,
                                         guint           position);

G_END_DECLS
