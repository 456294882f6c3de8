/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-case-plan.h"

G_BEGIN_DECLS

struct _PzCasePlan
{
  PzClassroom *classroom;
  PzCasePackage *package; /* the caller's */
  PzDocument *document;   /* NULL: there is none yet */
  char *id;               /* of the document */
  guint32 fields;         /* of the framework itself */
  gboolean was_deleted;
  GPtrArray *items;       /* PzCaseItem: standards, then associations, each in the order of the file, then what is gone */
  GHashTable *renamed;    /* id in the package -> id in the class, where they differ; owned */
};

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
                                    GError            **error);

G_END_DECLS
