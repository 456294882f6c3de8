/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

G_BEGIN_DECLS

/* A document with thousands of records that a thread reads and edits, beside those that are open in the class. Whatever it
 * is stopped at, the class knows nothing of it before pz_classroom_take_apart(). One thread at a time. */
typedef struct _PzDocumentApart PzDocumentApart;

PzDocumentApart *pz_document_apart_new        (PzClassroom      *classroom,
                                               PzDocumentKind    kind,
                                               const char       *id);
PzDocumentApart *pz_document_apart_new_beside (PzDocumentApart  *other,
                                               const char       *id);
void             pz_document_apart_free       (PzDocumentApart  *self);
PzDocument      *pz_document_apart_read       (PzDocumentApart  *self,
                                               GError          **error);
PzDocument      *pz_document_apart_make       (PzDocumentApart  *self,
                                               GError          **error);
PzDocument      *pz_document_apart_get        (PzDocumentApart  *self);
gboolean         pz_document_apart_snapshot   (PzDocumentApart  *self,
                                               const char       *reason,
                                               GError          **error);
void             pz_document_let_go           (PzDocument       *document);
PzDocument      *pz_classroom_find_open       (PzClassroom      *self,
                                               PzDocumentKind    kind,
                                               const char       *id);
gboolean         pz_classroom_take_apart      (PzClassroom      *self,
                                               PzDocumentApart  *apart,
                                               const char       *label,
                                               GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzDocumentApart, pz_document_apart_free)

G_END_DECLS
