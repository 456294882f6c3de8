/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-learners-view.h"
#include "pz-split.h"

G_BEGIN_DECLS

struct _PzLearnersView
{
  AdwBin parent_instance;

  PzClassroom *classroom;
  PzLearnerList *list;
  PzLearnerFacts *facts;
  PzClassValues *values;
  gboolean leading;

  PzSplit *split;
  GtkWidget *pane;
  GtkWidget *content;
  GtkWidget *header;
  GtkWidget *back_button;
  GtkWidget *menu_button;
  AdwWindowTitle *title;
  GtkWidget *stack;
  GtkWidget *several;   /* status page: several learners are selected */
  GtkWidget *damaged;   /* status page: the file cannot be read */
  GtkWidget *damaged_learner;
  GtkWidget *page_bin;
};

G_END_DECLS
