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
  guint serial;       /* of what was known of the groups when the cards were planned last */
  guint round;
  guint idle;         /* source that builds the cards; 0: they are as they are to be */
  char *focus;        /* id of the learner whose row is to get the focus then; NULL: nobody */
  GtkWidget *flow;    /* the cards */
  GHashTable *rows;   /* id of a learner -> PzPartRow: all that are on cards */
  GSimpleActionGroup *actions;

  /* while the cards are built */
  GPtrArray *plan;    /* PzPlannedCard: what they are to be; NULL: that is to be found out */
  gboolean stale;     /* something changed since that was found out */
  GHashTable *places; /* id of a learner, of the plan -> PzPlannedCard */
  GPtrArray *gone;    /* PzPartRow: rows of those who are on no card any more */
  gboolean in_turns;  /* too many learners to build all of it at once */
  gboolean renamed;   /* learners may be called otherwise than their rows say */
  GtkWidget *card;    /* the last one that is done, or is being done; NULL: none is */
  GtkWidget *row;     /* of the card that is being done, the last one that is done; NULL: none is */
  guint n_cards;      /* of the plan that are done */
  guint n_rows;       /* of the next one that are done */
};

/* A learner to show, with what sorts them. */
typedef struct
{
  char *id;
  char *key;
  PzRecord *part; /* owned; NULL: nothing is noted of the learner */
} PzActivityPerson;

/* A card as it is to be. */
typedef struct
{
  PzRecord *group;   /* owned; NULL: those in none */
  char *title;
  const char *hint;  /* what to do with the card; NULL: nothing is to be said */
  GPtrArray *people; /* PzActivityPerson, by name */
} PzPlannedCard;

/* pz-activity-cards-plan.c */
GPtrArray  *pz_activity_cards_plan        (PzActivityCards *self);

/* pz-activity-cards-build.c */
gboolean    pz_activity_cards_build       (PzActivityCards *self,
                                           gboolean         has_turn);
void        pz_activity_cards_drop_plan   (PzActivityCards *self);

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
