/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-activity-cards.h"
#include "pz-activity-page.h"
#include "pz-group-forming.h"

G_BEGIN_DECLS

struct _PzActivityPage
{
  PzDetailPage parent_instance;

  PzClassroom *classroom;
  PzDocument *activity;
  GSimpleActionGroup *actions;
  GtkWidget *cards;
  GtkWidget *projector;   /* weak: the groups on the whole screen; NULL when they are not */
  PzGroupForming *forming;
  GtkWidget *strip;       /* how good the groups are */
  GtkWidget *planner;     /* what is asked of them */
  gboolean was_forming;   /* when it was last looked */
  guint updating;         /* source that looks at the groups again before the next frame; 0: none */
  guint judging;          /* source that has the groups judged in a moment; 0: none */

  AdwWindowTitle *title;
  GtkWidget *edit_button;
  GtkWidget *menu_button;
  GtkWidget *page;
  GtkWidget *main;        /* the state, and the cards below it */
  GtkWidget *state_box;
  GtkWidget *facts;       /* what the header bar has no room for in a narrow window */
  GtkWidget *state;
  GtkWidget *first_box;   /* what to do next */
  GtkWidget *form_button; /* while there are no groups */
  GtkWidget *held_button;
  GtkWidget *rounds;      /* drop-down; only where there is more than one */
  GtkWidget *add_button;
  GtkWidget *side;        /* what is planned */
  GtkWidget *aims_box;
  GtkWidget *aims;
  GtkWidget *goals_box;
  GtkWidget *goals;
  GtkWidget *hint;
};

/* pz-activity-page-actions.c */
void pz_activity_page_add_actions    (PzActivityPage *self);
void pz_activity_page_update_actions (PzActivityPage *self);
void pz_activity_page_enable         (PzActivityPage *self,
                                      const char     *name,
                                      gboolean        enabled);
void pz_activity_page_finish         (PzActivityPage *self,
                                      const char     *label,
                                      const char     *message);

/* pz-activity-page-groups.c */
void pz_activity_page_add_groups     (PzActivityPage *self);
void pz_activity_page_update_groups  (PzActivityPage *self);
void pz_activity_page_queue_update_groups (PzActivityPage *self);
void pz_activity_page_queue_judge    (PzActivityPage *self);
void pz_activity_page_end_groups     (PzActivityPage *self);

/* pz-activity-page-cards.c */
void pz_activity_page_add_card_actions    (PzActivityPage *self);
void pz_activity_page_update_card_actions (PzActivityPage *self);
void pz_activity_page_close_projector     (PzActivityPage *self);

G_END_DECLS
