/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-clock.h"
#include "pz-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One file: an owner record and flat lists of records by type. Knows nothing of files.
 * Signals: "changed" (PzRecord *record, guint field) after each write; "reloaded" after values came from elsewhere. */
#define PZ_TYPE_DOCUMENT (pz_document_get_type ())
G_DECLARE_FINAL_TYPE (PzDocument, pz_document, PZ, DOCUMENT, GObject)

PzDocument     *pz_document_new           (PzDocumentKind   kind,
                                           const char      *id,
                                           PzClock         *clock);
PzDocument     *pz_document_parse         (PzDocumentKind   kind,
                                           const char      *id,
                                           GBytes          *bytes,
                                           PzClock         *clock,
                                           GError         **error);
GBytes         *pz_document_serialize     (PzDocument      *self);
PzDocumentKind  pz_document_get_kind      (PzDocument      *self);
const char     *pz_document_get_id        (PzDocument      *self);
guint64         pz_document_get_revision  (PzDocument      *self);
PzRecord       *pz_document_get_owner     (PzDocument      *self);
/* a GListModel of the records of a type, in the order of the file, those in the trash included; never NULL */
GListModel     *pz_document_get_records   (PzDocument      *self,
                                           PzRecordType     type);
PzRecord       *pz_document_find          (PzDocument      *self,
                                           const char      *id);
/* a new record with a new id; its fields share one stamp until the document is saved */
PzRecord       *pz_document_add           (PzDocument      *self,
                                           PzRecordType     type);
/* the same with the id it has elsewhere; the first record of an id is the one pz_document_find() gives */
PzRecord       *pz_document_add_with_id   (PzDocument      *self,
                                           PzRecordType     type,
                                           const char      *id);
/* to the trash and back */
void            pz_document_delete        (PzDocument      *self,
                                           PzRecord        *record);
void            pz_document_restore       (PzDocument      *self,
                                           PzRecord        *record);
gboolean        pz_document_is_dirty      (PzDocument      *self);
guint           pz_document_count_pending (PzDocument      *self);
guint           pz_document_count_conflicts (PzDocument    *self);

G_END_DECLS
