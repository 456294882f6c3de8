/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-schema.h"
#include "pz-store.h"

G_BEGIN_DECLS

/**
 * PzRecordName:
 * @type: of the record
 * @name: what people call it: a name, a title, a day; "" when it has none
 * @deleted: (nullable): when it went to the trash, UTC, `YYYY-MM-DDTHH:MM`
 *
 * A record as others refer to it.
 */
typedef struct
{
  PzRecordType type;
  char *name;
  char *deleted;
} PzRecordName;

typedef struct _PzRecordNames PzRecordNames;

PzRecordNames      *pz_record_names_new  (PzStore        *store,
                                          const char     *classroom);
void                pz_record_names_free (PzRecordNames  *self);
const PzRecordName *pz_record_names_find (PzRecordNames  *self,
                                          PzDocumentKind  kind,
                                          const char     *document,
                                          const char     *record);
const char         *pz_record_names_look_up (PzRecordNames  *self,
                                          PzDocumentKind  kind,
                                          const char     *document,
                                          PzRecordType    target,
                                          const char     *id);

GHashTable         *pz_record_names_list (PzRecordNames  *self,
                                          PzDocumentKind  kind,
                                          const char     *document);

char               *pz_day_to_words      (const char     *day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzRecordNames, pz_record_names_free)

G_END_DECLS
