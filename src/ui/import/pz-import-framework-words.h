/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import-session.h"

G_BEGIN_DECLS

/* What the preview of a framework says, as plain text. Strings without const are the caller's. */
const char *pz_import_framework_words_kind    (PzImportKind         kind);
char       *pz_import_framework_words_shape   (const PzCasePackage *package);
char       *pz_import_framework_words_count   (PzImportKind         kind,
                                               guint                n);
char       *pz_import_framework_words_group   (PzImportKind         kind,
                                               guint                n);
const char *pz_import_framework_words_outcome (PzImportKind         kind);
char       *pz_import_framework_words_item    (const PzCaseItem    *item);

G_END_DECLS
