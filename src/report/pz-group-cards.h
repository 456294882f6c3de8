/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-activity-edit.h"

G_BEGIN_DECLS

/**
 * PzGroupCardsLook:
 * @title: what the activity is called
 * @line: what stands below it, such as day and class
 * @find: gives what a learner is called and what sorts the name, both (transfer full); %FALSE: is not shown
 * @user_data: (closure find): for @find
 *
 * How cards are shown: whether names are hidden is said by who shows them, who owns the names, too.
 */
typedef struct
{
  const char *title;
  const char *line;
  gboolean (*find) (const char *learner,
                    char      **name,
                    char      **key,
                    gpointer    user_data);
  gpointer user_data;
} PzGroupCardsLook;

/* Of a group: what the learner is called, and the role, %NULL for none. */
typedef struct
{
  char *name;
  char *role;
  char *key; /* sorts the names */
} PzGroupCardsMember;

/**
 * PzGroupCardsGroup:
 * @name: how learners find it
 * @members: (element-type PzGroupCardsMember): by name, at least one
 */
typedef struct
{
  char *name;
  GPtrArray *members;
} PzGroupCardsGroup;

/**
 * PzGroupCardsRound:
 * @name: (nullable): which one it is; %NULL when there is only one
 * @groups: (element-type PzGroupCardsGroup): in the order of the teacher, at least one
 */
typedef struct
{
  char *name;
  GPtrArray *groups;
} PzGroupCardsRound;

/**
 * PzGroupCards:
 * @title: what the activity is called
 * @line: what stands below it
 * @rounds: (element-type PzGroupCardsRound): those in which somebody is in a group; may be empty
 *
 * The groups of an activity as learners see them. Nothing else is in here: no readiness, no support, no reason, no note.
 */
typedef struct
{
  char *title;
  char *line;
  GPtrArray *rounds;
} PzGroupCards;

PzGroupCards *pz_group_cards_new           (PzDocument             *activity,
                                            const PzGroupCardsLook *look);
void          pz_group_cards_free          (PzGroupCards           *self);
char         *pz_group_cards_dup_member    (const PzGroupCardsMember *member);
char         *pz_group_cards_dup_members   (const PzGroupCardsGroup *group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupCards, pz_group_cards_free)

G_END_DECLS
