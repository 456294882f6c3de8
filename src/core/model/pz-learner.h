/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-record.h"


G_BEGIN_DECLS

/* The typed classes are thin views, registered from the schema table: PzLearner, PzCheckIn and so on. The property's
 * value is the field's value, there is no second copy. */
#define PZ_TYPE_LEARNER (pz_record_type_get_gtype (PZ_RECORD_LEARNER))
#define PZ_TYPE_CONTACT (pz_record_type_get_gtype (PZ_RECORD_CONTACT))
#define PZ_TYPE_GOAL (pz_record_type_get_gtype (PZ_RECORD_GOAL))

/* The GType of records of a type. */
GType  pz_record_type_get_gtype     (PzRecordType  type);

/* The name to show: preferred or given name and family name; a placeholder text when there is none. Never NULL. */
char  *pz_learner_dup_display_name  (PzRecord     *self);

G_END_DECLS
