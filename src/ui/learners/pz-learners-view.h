/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-learner-page.h"
#include "pz-learners-pane.h"
#include "pz-view.h"

G_BEGIN_DECLS

/* The list of learners and the page of the one that is chosen, side by side or one at a time. */
#define PZ_TYPE_LEARNERS_VIEW (pz_learners_view_get_type ())
G_DECLARE_FINAL_TYPE (PzLearnersView, pz_learners_view, PZ, LEARNERS_VIEW, AdwBin)

GtkWidget      *pz_learners_view_new          (void);
gboolean        pz_learners_view_add          (PzLearnersView  *self,
                                               GError         **error);
guint           pz_learners_view_delete       (PzLearnersView  *self,
                                               char           **message,
                                               GError         **error);
void            pz_learners_view_set_sort     (PzLearnersView  *self,
                                               PzLearnerSort    sort);
void            pz_learners_view_show         (PzLearnersView  *self,
                                               const char      *id);
void            pz_learners_view_set_way_back (PzLearnersView  *self,
                                               gboolean         way_back);
PzClassroom    *pz_learners_view_get_classroom (PzLearnersView *self);
GStrv           pz_learners_view_dup_selected (PzLearnersView *self);
PzLearnersPane *pz_learners_view_get_pane     (PzLearnersView  *self);
PzLearnerPage  *pz_learners_view_get_page     (PzLearnersView  *self);

G_END_DECLS
