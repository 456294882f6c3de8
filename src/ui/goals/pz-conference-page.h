/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a learner and the teacher look at together, as a view of the window: the learner's name, the goals that are worked
 * on, each with its chart and room for the learner's own words. Nothing of other learners, no verdict, no notes.
 * Signal: "done" when it is left. */
#define PZ_TYPE_CONFERENCE_PAGE (pz_conference_page_get_type ())
G_DECLARE_FINAL_TYPE (PzConferencePage, pz_conference_page, PZ, CONFERENCE_PAGE, AdwBin)

GtkWidget         *pz_conference_page_new         (PzClassroom      *classroom,
                                                   PzDocument       *learner);
PzDocument        *pz_conference_page_get_learner (PzConferencePage *self);
GtkPrintOperation *pz_conference_page_make_print  (PzConferencePage *self);
void               pz_conference_page_print       (PzConferencePage *self);

G_END_DECLS
