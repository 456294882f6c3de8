/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-conference.h"

G_BEGIN_DECLS

/* How a conference is shown in a window, and on paper from there: as names and texts are shown now. */
void pz_conference_look_init  (PzConferenceLook *look,
                               PzClassroom      *classroom,
                               PzDocument       *learner);
void pz_conference_look_clear (PzConferenceLook *look);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PzConferenceLook, pz_conference_look_clear)

G_END_DECLS
