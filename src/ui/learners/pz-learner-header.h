/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-learner-facts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The top of a learner's page: who it is, and the two things that are done most often. */
#define PZ_TYPE_LEARNER_HEADER (pz_learner_header_get_type ())
G_DECLARE_FINAL_TYPE (PzLearnerHeader, pz_learner_header, PZ, LEARNER_HEADER, GtkBox)

GtkWidget *pz_learner_header_new    (PzClassroom     *classroom,
                                     PzDocument      *document,
                                     PzLearnerFacts  *facts);
void       pz_learner_header_update (PzLearnerHeader *self);

G_END_DECLS
