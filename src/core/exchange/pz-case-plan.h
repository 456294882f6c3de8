/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-case.h"
#include "pz-import.h"

G_BEGIN_DECLS

/**
 * PzCaseItem:
 * @kind: new, changed, same, back (was retired or deleted here), or gone (is no longer in the file)
 * @type: standard or association
 * @id: of the record
 * @source: (nullable): what the file says; %NULL of what is gone. Borrowed
 * @fields: mask of 1 << field: what would get another value
 */
typedef struct
{
  PzImportKind kind;
  PzRecordType type;
  char *id;
  const PzCaseRecord *source;
  guint32 fields;
} PzCaseItem;

/* What the import of a framework would do to a class. Shown first, applied as one commit and one undo step. */
typedef struct _PzCasePlan PzCasePlan;

PzCasePlan       *pz_case_plan_new           (PzClassroom          *classroom,
                                              PzCasePackage        *package,
                                              GError              **error);
void              pz_case_plan_new_async     (PzClassroom          *classroom,
                                              PzCasePackage        *package,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
PzCasePlan       *pz_case_plan_new_finish    (PzClassroom          *classroom,
                                              GAsyncResult         *result,
                                              GError              **error);
void              pz_case_plan_free          (PzCasePlan           *self);
const char       *pz_case_plan_get_id        (PzCasePlan           *self);
PzImportKind      pz_case_plan_get_kind      (PzCasePlan           *self);
guint             pz_case_plan_get_n_items   (PzCasePlan           *self);
const PzCaseItem *pz_case_plan_get_item      (PzCasePlan           *self,
                                              guint                 position);
guint             pz_case_plan_count         (PzCasePlan           *self,
                                              PzRecordType          type,
                                              PzImportKind          kind);
char             *pz_case_plan_dup_label     (PzCasePlan           *self,
                                              guint                 position);
gboolean          pz_case_plan_is_empty      (PzCasePlan           *self);
gboolean          pz_case_plan_apply         (PzCasePlan           *self,
                                              GError              **error);
gboolean          pz_case_plan_is_writing    (PzCasePlan           *self);
void              pz_case_plan_apply_async   (PzCasePlan           *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean          pz_case_plan_apply_finish  (PzCasePlan           *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzCasePlan, pz_case_plan_free)

G_END_DECLS
