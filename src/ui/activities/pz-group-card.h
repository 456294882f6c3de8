/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-part-row.h"

G_BEGIN_DECLS

/* Learners who belong together as a card: a group, or those who are in none. Signals: "moved" with the id of a learner
 * who was dropped on it, "hovered" with one who is dragged over it, or %NULL, "rename" and "remove" when the teacher asks for it. */
#define PZ_TYPE_GROUP_CARD (pz_group_card_get_type ())
G_DECLARE_FINAL_TYPE (PzGroupCard, pz_group_card, PZ, GROUP_CARD, GtkBox)

GtkWidget  *pz_group_card_new        (PzRecord    *group);
void        pz_group_card_set_title  (PzGroupCard *self,
                                      const char  *title,
                                      gboolean     locked);
PzRecord   *pz_group_card_get_group  (PzGroupCard *self);
void        pz_group_card_take       (GtkWidget   *row);
void        pz_group_card_place      (PzGroupCard *self,
                                      GtkWidget   *row,
                                      GtkWidget   *after);
GtkWidget  *pz_group_card_get_next   (PzGroupCard *self,
                                      GtkWidget   *after);
void        pz_group_card_finish     (PzGroupCard *self,
                                      guint        n_rows,
                                      const char  *hint);
void        pz_group_card_set_change (PzGroupCard *self,
                                      const char  *change);
PzPartRow  *pz_group_card_find       (PzGroupCard *self,
                                      const char  *learner);

G_END_DECLS
