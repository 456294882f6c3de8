/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-bar.h"
#include "pz-standard-names.h"

G_BEGIN_DECLS

struct _PzGoalBar
{
  AdwBin parent_instance;

  PzGoalList *list;   /* NULL without a class */
  PzGoalFound *found;
  PzGoalFilter *filter;
  PzStandardNames *standards; /* NULL without a class */
  gboolean has_standards;
  GSimpleActionGroup *actions;
  gboolean updating;  /* buttons are set, not pressed */
  int narrow;         /* whether all stands in one line that is pushed sideways; -1: not laid out yet */

  GtkWidget *first_line;
  GtkWidget *search_entry;
  GtkWidget *menus;
  GtkWidget *pills;
  GtkWidget *all_button;
  GtkWidget *status_buttons[PZ_N_STATUSES];
  GtkWidget *by_buttons[PZ_N_GOAL_BYS];
  GtkWidget *state_button;
};

/* pz-goal-bar.c */
void pz_goal_bar_tell         (PzGoalBar *self);

/* pz-goal-bar-menus.c */
void pz_goal_bar_add_menus    (PzGoalBar *self);
void pz_goal_bar_update_menus (PzGoalBar *self);

G_END_DECLS
