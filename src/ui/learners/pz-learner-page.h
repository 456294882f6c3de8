/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-class-values.h"
#include "pz-learner-facts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* All about one learner, in fields that can be changed. */
#define PZ_TYPE_LEARNER_PAGE (pz_learner_page_get_type ())
G_DECLARE_FINAL_TYPE (PzLearnerPage, pz_learner_page, PZ, LEARNER_PAGE, AdwBin)

GtkWidget  *pz_learner_page_new        (PzClassroom    *classroom,
                                        PzDocument     *document,
                                        PzLearnerFacts *facts,
                                        PzClassValues  *values);
const char *pz_learner_page_get_id     (PzLearnerPage  *self);
PzDocument *pz_learner_page_get_document (PzLearnerPage *self);
void        pz_learner_page_focus_name (PzLearnerPage  *self);
void        pz_learner_page_commit     (PzLearnerPage  *self);

G_END_DECLS
