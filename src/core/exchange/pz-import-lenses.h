/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import.h"

G_BEGIN_DECLS

/* What columns of demographics.csv that were asked for say of a learner, compared with the lenses of the class, and
 * written. */
void pz_import_compare_lenses (PzClassroom          *classroom,
                               PzRecord             *learner,
                               const PzRosterPerson *person,
                               GPtrArray            *differences);
void pz_import_write_lenses   (PzClassroom          *classroom,
                               PzRecord             *learner,
                               const PzRosterPerson *person);

G_END_DECLS
