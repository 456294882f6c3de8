/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

G_BEGIN_DECLS

/* How many fields of a class two devices wrote without seeing each other. Whoever shows that number shares one count. */
#define PZ_TYPE_CONFLICT_COUNT (pz_conflict_count_get_type ())
G_DECLARE_FINAL_TYPE (PzConflictCount, pz_conflict_count, PZ, CONFLICT_COUNT, GObject)

PzConflictCount *pz_conflict_count_share (PzClassroom     *classroom,
                                          guint            delay);
guint            pz_conflict_count_get   (PzConflictCount *self);

G_END_DECLS
