/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document-private.h"
#include "pz-join.h"

G_BEGIN_DECLS

/**
 * PzRecordIndex:
 * @records: (element-type PzRecord): all of a document, the owner first
 * @keys: (element-type utf8): of each of them: type and id, and a count when a damaged file has several of one kind
 * @by_key: key -> record
 *
 * Finds the record of another copy that is the same as one of ours.
 */
typedef struct
{
  GPtrArray *records;
  GPtrArray *keys;
  GHashTable *by_key;
} PzRecordIndex;

PzRecordIndex *pz_record_index_new      (PzDocument    *document);
void           pz_record_index_free     (PzRecordIndex *self);
PzRecord      *pz_record_index_find     (PzRecordIndex *self,
                                         const char    *key);
/* of the record with the key; an empty one when there is none */
const PzSlot  *pz_record_index_get_slot (PzRecordIndex *self,
                                         const char    *key,
                                         guint          field);

/**
 * PzJoin:
 * @self: gets the result
 * @seen_by_self: (nullable): writes in @self, and those it has lost; not asked for with a @base
 * @other: another copy
 * @seen_by_other: (nullable): writes in @other, and those it has lost
 * @base: (nullable): what both copies began with, where that is known; else the contexts alone decide
 * @changed: whether @self is different now
 */
typedef struct
{
  PzDocument *self;
  const PzContext *seen_by_self;
  PzDocument *other;
  const PzContext *seen_by_other;
  PzRecordIndex *base;
  gboolean changed;
} PzJoin;

void           pz_join_run              (PzJoin        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzRecordIndex, pz_record_index_free)

G_END_DECLS
