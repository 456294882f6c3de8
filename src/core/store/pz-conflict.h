/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document-conflicts.h"
#include "pz-record-names.h"

G_BEGIN_DECLS

/**
 * PzConflictValue:
 * @device: who wrote it, 16 hexadecimal digits
 * @here: whether that is the device this class is open on
 * @time: when, ms since 1970 UTC
 * @text: (nullable): as it stands in the field, in full; %NULL: the field was emptied there
 * @words: (nullable): the same for people, see pz_conflict_dup_words()
 *
 * One of the answers to choose from.
 */
typedef struct
{
  char *device;
  gboolean here;
  gint64 time;
  char *text;
  char *words;
} PzConflictValue;

/**
 * PzConflict:
 * @id: short, of letters and digits; another one as soon as there are other values to choose from
 * @kind: what has to be decided
 * @document_kind: of the document
 * @document: its id
 * @record: id of the record
 * @type: of the record
 * @field: of its type; `deleted` for %PZ_CONFLICT_IN_TRASH
 * @document_title: what the document is called: a learner's name; "" when it has no name
 * @record_title: (nullable): what the record is called; %NULL when it is the document, or has no name
 * @archived: the document is of a learner who is no longer shown
 * @values: (element-type PzConflictValue): two or more, the shown one first. For %PZ_CONFLICT_IN_TRASH two: it stays in
 *   the trash, which is so now, or it comes back; who and when are of the deletion and of the last edit
 *
 * A decision that waits for a person, as it was when it was read. Never changed: any thread may read it.
 */
typedef struct
{
  char *id;
  PzConflictKind kind;
  PzDocumentKind document_kind;
  char *document;
  char *record;
  PzRecordType type;
  guint field;
  char *document_title;
  char *record_title;
  gboolean archived;
  GPtrArray *values;
} PzConflict;

PzConflict            *pz_conflict_new           (PzDocument            *document,
                                                  const PzFoundConflict *found,
                                                  PzDocument            *classroom,
                                                  PzRecordNames         *names,
                                                  guint64                here);
void                   pz_conflict_free          (PzConflict            *self);
char                  *pz_conflict_compute_id    (const PzFoundConflict *found);
const PzConflictValue *pz_conflict_get_value     (const PzConflict      *self,
                                                  guint                  i);
const char            *pz_conflict_get_label     (const PzConflict      *self);
char                  *pz_conflict_dup_words     (const PzConflict      *self,
                                                  guint                  i);
gboolean               pz_conflict_can_merge     (const PzConflict      *self);
gboolean               pz_conflict_is_at         (const PzConflict      *self,
                                                  PzRecord              *record,
                                                  guint                  field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzConflict, pz_conflict_free)

G_END_DECLS
