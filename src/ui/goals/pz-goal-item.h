/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-progress.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One goal of one learner as lists need it, judged. Never changes once made, and may be made, compared and let go in any
 * thread: when the goal changes, another item takes its place. */
#define PZ_TYPE_GOAL_ITEM (pz_goal_item_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalItem, pz_goal_item, PZ, GOAL_ITEM, GObject)

PzGoalItem           *pz_goal_item_new            (PzGoalProgress *progress);
const PzGoalProgress *pz_goal_item_get_progress   (PzGoalItem     *self);
const char           *pz_goal_item_get_learner    (PzGoalItem     *self);
const char           *pz_goal_item_get_goal       (PzGoalItem     *self);
const char           *pz_goal_item_get_search_key (PzGoalItem     *self);
PzGoalState           pz_goal_item_get_state      (PzGoalItem     *self);
PzStatus              pz_goal_item_get_status     (PzGoalItem     *self);
guint32               pz_goal_item_get_last_day   (PzGoalItem     *self);
int                   pz_goal_item_compare        (gconstpointer   a,
                                                   gconstpointer   b);
gboolean              pz_goal_item_equal          (PzGoalItem     *a,
                                                   PzGoalItem     *b);
gboolean              pz_goal_item_is_same_goal   (gconstpointer   a,
                                                   gconstpointer   b);
guint                 pz_goal_item_hash           (gconstpointer   item);

G_END_DECLS
