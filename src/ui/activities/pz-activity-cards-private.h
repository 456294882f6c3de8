/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-activity-cards.h"
#include "pz-activity-edit.h"
#include "pz-group-card.h"

G_BEGIN_DECLS

struct _PzActivityCards
{
  AdwBin parent_instance;

  PzClassroom *classroom;
  PzDocument *activity;
  PzGroupForming *forming; /* NULL: it is not known what a move changes */
  guint round;
  gboolean anew;     /* the rows of before are not right any more */
  GHashTable *rows;  /* while the cards are made: rows of before, by learner */
  GHashTable *parts; /* while the cards are made: what is noted, by learner */
  guint idle;        /* source that builds the cards anew */
  char *focus;       /* id of the learner whose row is to get the focus then; NULL: nobody */
  GtkWidget *flow;   /* the cards */
  GSimpleActionGroup *actions;
};

/* A learner to show, with what sorts them. */
typedef struct
{
  char *id;
  char *key;
} PzActivityPerson;

/* pz-activity-people.c */
GPtrArray  *pz_activity_people_new        (void);
void        pz_activity_people_add        (PzActivityCards *self,
                                           GPtrArray       *people,
                                           const char      *id);
GPtrArray  *pz_activity_people_list_group (PzActivityCards *self,
                                           GPtrArray       *parts,
                                           PzRecord        *group,
                                           GHashTable      *placed);
GPtrArray  *pz_activity_people_list_rest  (PzActivityCards *self,
                                           GHashTable      *placed);
void        pz_activity_people_sort       (GPtrArray       *people);

/* pz-activity-cards-actions.c */
void        pz_activity_cards_add_actions (PzActivityCards *self);
GMenuModel *pz_activity_cards_create_menu (PzPartRow       *row,
                                           gpointer         user_data);
void        pz_activity_cards_move        (PzActivityCards *self,
                                           const char      *learner,
                                           PzRecord        *group);
void        pz_activity_cards_rename      (PzActivityCards *self,
                                           PzRecord        *group);
void        pz_activity_cards_remove      (PzActivityCards *self,
                                           PzRecord        *group);

G_END_DECLS
