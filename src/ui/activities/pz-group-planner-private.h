/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-planner.h"
#include "pz-group-request.h"

G_BEGIN_DECLS

struct _PzGroupPlanner
{
  GtkBox parent_instance;

  PzClassroom *classroom;
  PzDocument *activity;
  char *text;          /* the criteria that are shown */
  gboolean updating;   /* widgets follow the document */
  GSimpleActionGroup *actions;

  GtkWidget *add_button;
  GtkWidget *preset;
  GtkWidget *criteria; /* list box, a row for each criterion */
  GtkWidget *sizes;    /* list box of the rows below */
  GtkWidget *form_button;
  GtkWidget *shuffle_button;

  GtkWidget *by;       /* drop-down: learners in a group, or number of groups */
  GtkWidget *number;   /* spin button */
  GtkWidget *vary;     /* row with a switch: sizes may vary by one */
  GtkWidget *vary_switch;
  GtkWidget *late_switch; /* what tells learners apart is hidden until groups are formed */
  GtkWidget *rounds;   /* spin button */
  GtkWidget *together; /* row */
  GtkWidget *apart;    /* row */
};

PzGroupRequest *pz_group_planner_dup_request (PzGroupPlanner *self);
void            pz_group_planner_take        (PzGroupPlanner *self,
                                              PzGroupRequest *request);

/* pz-group-planner-rows.c */
void            pz_group_planner_add_rows    (PzGroupPlanner *self);
void            pz_group_planner_show_rows   (PzGroupPlanner *self,
                                              PzGroupRequest *request);
GtkWidget      *pz_group_criterion_row_new   (PzGroupPlanner *self,
                                              PzGroupRequest *request,
                                              guint           nth);

G_END_DECLS
