/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-learner-order.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The learners of an index as a list shows them: searched, sorted and selected. Selected learners are remembered by id,
 * so they stay selected when the class is read again, and while a search hides them. */
#define PZ_TYPE_LEARNER_LIST (pz_learner_list_get_type ())
G_DECLARE_FINAL_TYPE (PzLearnerList, pz_learner_list, PZ, LEARNER_LIST, GObject)

PzLearnerList *pz_learner_list_new              (PzIndex        *index,
                                                 PzLearnerScope  scope,
                                                 PzLearnerSort   sort);
PzIndex       *pz_learner_list_get_index        (PzLearnerList  *self);
void           pz_learner_list_set_search       (PzLearnerList  *self,
                                                 const char     *text,
                                                 guint           limit);
void           pz_learner_list_set_sort         (PzLearnerList  *self,
                                                 PzLearnerSort   sort,
                                                 guint           limit);
void           pz_learner_list_set_limit        (PzLearnerList  *self,
                                                 guint           limit);
guint          pz_learner_list_count_all        (PzLearnerList  *self);
guint          pz_learner_list_count_found      (PzLearnerList  *self);
gboolean       pz_learner_list_find             (PzLearnerList  *self,
                                                 const char     *id,
                                                 guint          *position);
const char    *pz_learner_list_peek_id          (PzLearnerList  *self,
                                                 guint           position);
GStrv          pz_learner_list_dup_selected     (PzLearnerList  *self);
void           pz_learner_list_select_id        (PzLearnerList  *self,
                                                 const char     *id);

G_END_DECLS
