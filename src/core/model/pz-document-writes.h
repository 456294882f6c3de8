/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document.h"

G_BEGIN_DECLS

/* What a document looks like to other devices: values, each with the tag of its write, under a key. A key is the name
 * of a field, `set/element` for an element of a set, and `type` for the record itself, whose write made it. Fields
 * that never leave this device, and writes that have no number yet, are not to be seen here. */

/* The key that stands for the whole of a record, when it is made or removed for good. */
#define PZ_WRITE_WHOLE "*"
/* The key of the type of a record. */
#define PZ_WRITE_TYPE "type"

/**
 * PzWrite:
 * @record: id of the record
 * @field: a key, or %PZ_WRITE_WHOLE
 * @stamp: its tag and when it was
 * @value: (nullable): one JSON value; for %PZ_WRITE_WHOLE an object of values by key; %NULL: it only takes away
 * @replaces: (nullable) (element-type PzStamp): tags it takes the place of
 *
 * One write as it is sent.
 */
typedef struct
{
  char *record;
  char *field;
  PzStamp stamp;
  char *value;
  GArray *replaces;
} PzWrite;

void     pz_write_free               (PzWrite             *self);

typedef void     (*PzDocumentValueFunc) (const char    *record,
                                         const char    *field,
                                         const PzStamp *stamp,
                                         const char    *value,
                                         gpointer       user_data);
typedef void     (*PzDocumentTagFunc)   (const char    *record,
                                         const PzStamp *tag,
                                         gpointer       user_data);
typedef gboolean (*PzStampFunc)         (const PzStamp *stamp,
                                         gpointer       user_data);

/* pz-document-writes.c: numbered values in and out */
void     pz_document_each_value      (PzDocument          *self,
                                      PzDocumentValueFunc  func,
                                      gpointer             user_data);
void     pz_document_each_tag        (PzDocument          *self,
                                      PzDocumentTagFunc    func,
                                      gpointer             user_data);
gboolean pz_document_put_value       (PzDocument          *self,
                                      const char          *record,
                                      const char          *field,
                                      const PzStamp       *stamp,
                                      const char          *value);
gboolean pz_document_drop_value      (PzDocument          *self,
                                      const char          *record,
                                      const char          *field,
                                      const PzStamp       *tag);
gboolean pz_document_drop_untyped    (PzDocument          *self,
                                      PzDocumentValueFunc  func,
                                      gpointer             user_data);

/* pz-document-number.c: from pending to numbered and back */
gboolean pz_document_may_wait        (GBytes              *bytes);
guint64  pz_document_number_writes   (PzDocument          *self,
                                      guint64              device,
                                      guint64              last,
                                      GPtrArray           *writes);
guint    pz_document_release_writes  (PzDocument          *self,
                                      PzStampFunc          is_known,
                                      gpointer             user_data);
void     pz_document_move_writes     (PzDocument          *self,
                                      guint64              from,
                                      guint64              above,
                                      guint64              to);
gboolean pz_document_has_foreign     (PzDocument          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzWrite, pz_write_free)

G_END_DECLS
