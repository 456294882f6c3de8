/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-framework-reading.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Everything about one standard: its text, who works at it, its links.
 * Signals: "show-standard" (guint item): of a link; "open-learner" (const char *id): of a goal. */
#define PZ_TYPE_STANDARD_DETAILS (pz_standard_details_get_type ())
G_DECLARE_FINAL_TYPE (PzStandardDetails, pz_standard_details, PZ, STANDARD_DETAILS, AdwBin)

void        pz_standard_details_show         (PzStandardDetails  *self,
                                              PzClassroom        *classroom,
                                              PzFrameworkReading *reading,
                                              guint               item);
void        pz_standard_details_show_learner (PzStandardDetails  *self,
                                              const char         *learner,
                                              const PzCoverage   *coverage);
void        pz_standard_details_clear        (PzStandardDetails  *self);
void        pz_standard_details_show_hint    (PzStandardDetails  *self);
const char *pz_standard_details_get_coverage (PzStandardDetails  *self);
guint       pz_standard_details_get_n_goals  (PzStandardDetails  *self);

G_END_DECLS
