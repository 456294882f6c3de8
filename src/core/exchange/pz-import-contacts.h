/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import.h"

G_BEGIN_DECLS

/* Parents, guardians, relatives and aides a roster links to a learner, compared with the learner's contacts, and
 * written. */
void pz_import_compare_contacts (PzDocument           *learner,
                                 const PzRosterPerson *person,
                                 GPtrArray            *differences);
void pz_import_write_contacts   (PzDocument           *learner,
                                 const PzRosterPerson *person);

G_END_DECLS
