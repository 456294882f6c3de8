/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import.h"

G_BEGIN_DECLS

/* What a person of a roster says about the fields of a learner, compared with what is there, and written. */
GPtrArray *pz_import_compare    (PzClassroom          *classroom,
                                 PzRecord             *learner,
                                 const PzRosterPerson *person);
void       pz_import_write      (PzClassroom          *classroom,
                                 PzRecord             *learner,
                                 const PzRosterPerson *person);
void       pz_import_difference_free (PzImportDifference *self);

G_END_DECLS
