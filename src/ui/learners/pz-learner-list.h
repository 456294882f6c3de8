/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-learner-match.h"
#include "pz-learner-order.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What choosing one row does. */
typedef enum
{
  PZ_SELECT_ONE,    /* the row is selected instead of others */
  PZ_SELECT_TOGGLE, /* the row is selected as well, or no longer: a click of the selection mode */
  PZ_SELECT_KEEP,   /* nothing: the cursor moves about in the selection mode */
} PzSelectMode;

/* The learners of an index as a list shows them: searched, filtered, sorted and selected. Selected learners are remembered by id,
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
void           pz_learner_list_set_traits       (PzLearnerList  *self,
                                                 PzClassroomTraits *traits);
void           pz_learner_list_refilter         (PzLearnerList  *self);
void           pz_learner_list_set_filter       (PzLearnerList  *self,
                                                 const PzLearnerFilter *filter,
                                                 guint           limit);
const PzLearnerFilter *pz_learner_list_peek_filter (PzLearnerList *self);
void           pz_learner_list_set_show_unknown (PzLearnerList  *self,
                                                 gboolean        show,
                                                 guint           limit);
gboolean       pz_learner_list_get_show_unknown (PzLearnerList  *self);
gboolean       pz_learner_list_is_pending       (PzLearnerList  *self);
void           pz_learner_list_set_levels       (PzLearnerList  *self,
                                                 GHashTable     *ranks);
void           pz_learner_list_set_sort         (PzLearnerList  *self,
                                                 PzLearnerSort   sort,
                                                 guint           limit);
PzLearnerSort  pz_learner_list_get_sort         (PzLearnerList  *self);
void           pz_learner_list_set_limit        (PzLearnerList  *self,
                                                 guint           limit);
guint          pz_learner_list_count_all        (PzLearnerList  *self);
guint          pz_learner_list_count_found      (PzLearnerList  *self);
guint          pz_learner_list_count_unknown    (PzLearnerList  *self,
                                                 const PzFilterGroup **only);
gboolean       pz_learner_list_find             (PzLearnerList  *self,
                                                 const char     *id,
                                                 guint          *position);
const char    *pz_learner_list_peek_id          (PzLearnerList  *self,
                                                 guint           position);
GStrv          pz_learner_list_dup_selected     (PzLearnerList  *self);
void           pz_learner_list_select_id        (PzLearnerList  *self,
                                                 const char     *id);
void           pz_learner_list_select_all       (PzLearnerList  *self);
gboolean       pz_learner_list_is_all_selected  (PzLearnerList  *self);
guint          pz_learner_list_count_selected   (PzLearnerList  *self);
void           pz_learner_list_set_select_mode  (PzLearnerList  *self,
                                                 PzSelectMode    mode);

G_END_DECLS
