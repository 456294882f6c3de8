/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-roster.h"

G_BEGIN_DECLS

PzRosterClass *pz_roster_class_new       (void);
void           pz_roster_enrollment_free (PzRosterEnrollment *self);

G_END_DECLS
