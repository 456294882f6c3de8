/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document.h"

G_BEGIN_DECLS

/**
 * PzConflictKind:
 * @PZ_CONFLICT_VALUES: a field holds several values
 * @PZ_CONFLICT_IN_TRASH: a record in the trash was edited elsewhere after it went there
 */
typedef enum
{
  PZ_CONFLICT_VALUES,
  PZ_CONFLICT_IN_TRASH,
} PzConflictKind;

/**
 * PzFoundConflict:
 * @kind: what has to be decided
 * @record: where; belongs to the document
 * @field: which field; `deleted` for %PZ_CONFLICT_IN_TRASH
 * @edited: for %PZ_CONFLICT_IN_TRASH: the latest of the edits
 *
 * A decision that waits for a person.
 */
typedef struct
{
  PzConflictKind kind;
  PzRecord *record;
  guint field;
  PzStamp edited;
} PzFoundConflict;

/* element-type PzFoundConflict; transfer full, valid until the document changes */
GArray   *pz_document_find_conflicts (PzDocument            *self);
void      pz_document_settle_trash   (PzDocument            *self,
                                      const PzFoundConflict *conflict,
                                      gboolean               restore);
/* FALSE: no decision waits in the file, for certain; quick */
gboolean  pz_document_may_conflict   (GBytes                *bytes);

G_END_DECLS
