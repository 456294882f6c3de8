/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-case-plan.h"
#include "pz-document-apart.h"

G_BEGIN_DECLS

struct _PzCasePlan
{
  PzClassroom *classroom;
  PzCasePackage *package; /* the caller's */
  PzDocumentApart *apart; /* what a thread reads and writes; NULL: the documents of the class itself are used */
  GPtrArray *frameworks;  /* ids of those in the class */
  GHashTable *known;      /* ids of the class, of what is in its document, and of the learners; owned */
  PzDocument *document;   /* NULL: there is none yet */
  char *id;               /* of the document */
  guint32 fields;         /* of the framework itself */
  gboolean was_deleted;
  gboolean is_writing;    /* it cannot be stopped any more */
  GPtrArray *items;       /* PzCaseItem: standards, then associations, each in the order of the file, then what is gone */
  GHashTable *renamed;    /* id in the package -> id in the class, where they differ; owned */
};

/* pz-case-plan.c */
PzCasePlan *pz_case_plan_begin     (PzClassroom        *classroom,
                                    PzCasePackage      *package,
                                    GError            **error);
gboolean    pz_case_plan_build     (PzCasePlan         *self,
                                    GCancellable       *cancellable,
                                    GError            **error);

/* pz-case-apply.c */
gboolean    pz_case_plan_write     (PzCasePlan         *self,
                                    PzDocument         *document,
                                    GCancellable       *cancellable,
                                    GError            **error);

/* pz-case-compare.c */
const char *pz_case_plan_to_id     (const PzCasePlan   *self,
                                    const char         *id);
gboolean    pz_case_is_end         (PzRecordType        type,
                                    guint               field);
gboolean    pz_case_is_read        (PzRecordType        type,
                                    guint               field);
guint32     pz_case_compare        (const PzCasePlan   *self,
                                    const PzCaseRecord *source,
                                    PzRecord           *record);

/* pz-case-rename.c */
gboolean    pz_case_plan_rename    (PzCasePlan         *self,
                                    GCancellable       *cancellable,
                                    GError            **error);

G_END_DECLS
