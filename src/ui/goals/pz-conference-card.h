/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One goal as the learner sees it: the goal as a sentence, the chart without a verdict, what was measured last, and a field
 * for the learner's own words above those of before. */
#define PZ_TYPE_CONFERENCE_CARD (pz_conference_card_get_type ())
G_DECLARE_FINAL_TYPE (PzConferenceCard, pz_conference_card, PZ, CONFERENCE_CARD, AdwBin)

GtkWidget  *pz_conference_card_new      (PzClassroom      *classroom,
                                         PzDocument       *learner,
                                         const char       *goal);
const char *pz_conference_card_get_goal (PzConferenceCard *self);
GtkWidget  *pz_conference_card_get_text (PzConferenceCard *self);
gboolean    pz_conference_card_keep     (PzConferenceCard *self);

G_END_DECLS
