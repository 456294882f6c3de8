/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-group-forming.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Who takes part in an activity, as cards: the groups of a round, and who is in none. What is done to a learner goes into
 * the document at once, as a step of its own. */
#define PZ_TYPE_ACTIVITY_CARDS (pz_activity_cards_get_type ())
G_DECLARE_FINAL_TYPE (PzActivityCards, pz_activity_cards, PZ, ACTIVITY_CARDS, AdwBin)

GtkWidget *pz_activity_cards_new       (PzClassroom     *classroom,
                                        PzDocument      *activity);
void       pz_activity_cards_set_forming (PzActivityCards *self,
                                          PzGroupForming  *forming);
void       pz_activity_cards_set_round (PzActivityCards *self,
                                        guint            round);
guint      pz_activity_cards_get_round (PzActivityCards *self);
void       pz_activity_cards_add_group (PzActivityCards *self);

G_END_DECLS
