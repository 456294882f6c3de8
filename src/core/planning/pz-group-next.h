/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

G_BEGIN_DECLS

PzDocument *pz_classroom_plan_new_partners (PzClassroom *classroom,
                                            PzDocument  *activity,
                                            guint32      day);

G_END_DECLS
