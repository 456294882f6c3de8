/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-index.h"
#include "pz-roster.h"

G_BEGIN_DECLS

/* Finds the learner of a class that a person of a roster is. Each learner is found once. */
typedef struct _PzImportMatcher PzImportMatcher;

PzImportMatcher *pz_import_matcher_new       (PzIndex              *index);
void             pz_import_matcher_free      (PzImportMatcher      *self);
PzLearnerRow    *pz_import_matcher_find      (PzImportMatcher      *self,
                                              const PzRosterPerson *person);
gboolean         pz_import_matcher_has_taken (PzImportMatcher      *self,
                                              const char           *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzImportMatcher, pz_import_matcher_free)

G_END_DECLS
