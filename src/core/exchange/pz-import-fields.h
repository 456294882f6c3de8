/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import.h"

G_BEGIN_DECLS

/* What a person of a roster says about the fields of a learner, compared with what is there, and written. */
GPtrArray *pz_import_compare    (PzClassroom          *classroom,
                                 PzDocument           *document,
                                 const PzRosterPerson *person);
void       pz_import_write      (PzClassroom          *classroom,
                                 PzDocument           *document,
                                 const PzRosterPerson *person);
void       pz_import_difference_free (PzImportDifference *self);
PzImportDifference *pz_import_difference_add (GPtrArray *differences,
                                              guint      field,
                                              char      *before,
                                              char      *after);
char      *pz_import_usable_text (const PzField *field,
                                  const char    *text);

G_END_DECLS
