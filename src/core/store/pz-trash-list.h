/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

G_BEGIN_DECLS

/**
 * PzTrashItem:
 * @kind: of the document it stands in
 * @document: id of that document
 * @record: its own id
 * @type: what it is
 * @document_title: what the document is called: a learner's name; "" of a whole activity
 * @name: what it is called; "" when it has no name
 * @deleted: when it went to the trash, UTC, `YYYY-MM-DDTHH:MM`
 *
 * A record in the trash whose document is not; or a whole activity.
 */
typedef struct
{
  PzDocumentKind kind;
  char *document;
  char *record;
  PzRecordType type;
  char *document_title;
  char *name;
  char *deleted;
} PzTrashItem;

void       pz_trash_item_free              (PzTrashItem         *self);
void       pz_classroom_list_trash_async   (PzClassroom         *self,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
GPtrArray *pz_classroom_list_trash_finish  (PzClassroom         *self,
                                            GAsyncResult        *result,
                                            GError             **error);
gboolean   pz_classroom_restore_record     (PzClassroom         *self,
                                            PzDocumentKind       kind,
                                            const char          *document,
                                            const char          *record,
                                            GError             **error);
gboolean   pz_classroom_purge_record       (PzClassroom         *self,
                                            PzDocumentKind       kind,
                                            const char          *document,
                                            const char          *record,
                                            GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzTrashItem, pz_trash_item_free)

G_END_DECLS
