/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-entry.h"
#include "pz-record.h"

G_BEGIN_DECLS

typedef struct _PzDocument PzDocument;

/**
 * PzUnknown:
 * @name: of a member we do not know
 * @slice: its JSON, byte for byte
 *
 * Something a newer version wrote, kept for it. An array of them keeps the order of the file.
 */
typedef struct
{
  char *name;
  char *slice;
} PzUnknown;

void      pz_unknown_free        (PzUnknown  *self);
PzUnknown *pz_unknown_new        (const char *name,
                                  const char *slice,
                                  gsize       length);

/**
 * PzChange:
 * @record: id
 * @type: of the record
 * @field: of its type; -1: the record was added
 * @element: (nullable): for sets, which element came or went
 * @before: what was shown
 * @after: what is shown now; for sets NONE or the element
 * @others: (nullable) (element-type PzValue): what waited beside @before for a decision that this was
 *
 * One step of editing, for history and undo.
 */
typedef struct
{
  char *record;
  PzRecordType type;
  int field;
  char *element;
  PzValue before;
  PzValue after;
  GArray *others;
} PzChange;

PzChange *pz_change_new          (PzRecord      *record,
                                  int            field,
                                  const char    *element,
                                  const PzValue *before,
                                  const PzValue *after);
void      pz_change_free         (PzChange      *self);

PzRecord *pz_record_new          (PzRecordType   type,
                                  const char    *id);
void      pz_record_set_document (PzRecord      *self,
                                  PzDocument    *document);
PzDocument *pz_record_get_document (PzRecord    *self);
PzSlot   *pz_record_get_slot     (PzRecord      *self,
                                  guint          field);
PzStamp  *pz_record_get_star     (PzRecord      *self,
                                  gboolean      *has_star);
void      pz_record_set_star     (PzRecord      *self,
                                  const PzStamp *star);
void      pz_record_set_fresh    (PzRecord      *self,
                                  gboolean       fresh);
gboolean  pz_record_is_fresh     (PzRecord      *self);
/* element-type PzUnknown; never NULL */
GPtrArray *pz_record_get_unknown (PzRecord      *self);
/* stamps of fields we do not know */
GPtrArray *pz_record_get_unknown_stamps (PzRecord *self);
PzEntry   pz_record_new_entry    (PzRecord      *self,
                                  guint          field,
                                  PzHlc          seen);
void      pz_record_mark_shared  (PzRecord      *self);
void      pz_record_write        (PzRecord      *self,
                                  guint          field,
                                  const PzValue *value);
void      pz_record_write_values (PzRecord      *self,
                                  guint          field,
                                  const GArray  *values,
                                  PzHlc          seen);
void      pz_record_tell         (PzRecord      *self,
                                  guint          field,
                                  const char    *element,
                                  const PzValue *before,
                                  const PzValue *after);
/* transfer full, element-type PzValue: the different values of a single field, the shown one first; never NULL */
GArray   *pz_record_list_values  (PzRecord      *self,
                                  guint          field);
void      pz_record_notify_field (PzRecord      *self,
                                  guint          field);
gboolean  pz_record_apply_value  (PzRecord      *self,
                                  guint          field,
                                  const PzValue *value);
const PzValue *pz_record_peek_value (PzRecord   *self,
                                     guint       field);

G_END_DECLS
