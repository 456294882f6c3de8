/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-filter-model.h"
#include "pz-learner-facts.h"
#include "pz-learner-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The list of the learners of a class, with search, filters, order and a selection mode. Signal: "open", when a learner is to be shown. */
#define PZ_TYPE_LEARNERS_PANE (pz_learners_pane_get_type ())
G_DECLARE_FINAL_TYPE (PzLearnersPane, pz_learners_pane, PZ, LEARNERS_PANE, AdwBin)

GtkWidget *pz_learners_pane_new              (void);
void       pz_learners_pane_set_class        (PzLearnersPane *self,
                                              PzClassroom    *classroom,
                                              PzLearnerFacts *facts,
                                              PzLearnerList  *list);
void       pz_learners_pane_set_edges        (PzLearnersPane *self,
                                              gboolean        start,
                                              gboolean        end);
void       pz_learners_pane_set_way_back     (PzLearnersPane *self,
                                              gboolean        way_back);
void       pz_learners_pane_start_search     (PzLearnersPane *self);
void       pz_learners_pane_clear_search     (PzLearnersPane *self);
gboolean   pz_learners_pane_is_searching     (PzLearnersPane *self);
void       pz_learners_pane_set_sort         (PzLearnersPane *self,
                                              PzLearnerSort   sort);
void       pz_learners_pane_refresh          (PzLearnersPane *self);
void       pz_learners_pane_scroll_to        (PzLearnersPane *self,
                                              guint           position);
void       pz_learners_pane_focus_list       (PzLearnersPane *self);
void       pz_learners_pane_set_selecting    (PzLearnersPane *self,
                                              gboolean        selecting);
gboolean   pz_learners_pane_get_selecting    (PzLearnersPane *self);
void       pz_learners_pane_select_all       (PzLearnersPane *self);
GCancellable *pz_learners_pane_begin_progress (PzLearnersPane *self);
void       pz_learners_pane_show_progress    (PzLearnersPane *self,
                                              guint           done,
                                              guint           total);
void       pz_learners_pane_end_progress     (PzLearnersPane *self);
gboolean   pz_learners_pane_is_in_progress   (PzLearnersPane *self);
gboolean   pz_learners_pane_escape           (PzLearnersPane *self);
PzFilterModel *pz_learners_pane_get_filters  (PzLearnersPane *self);
GtkWidget *pz_learners_pane_get_search_entry (PzLearnersPane *self);
GtkWidget *pz_learners_pane_get_list_view    (PzLearnersPane *self);

G_END_DECLS
