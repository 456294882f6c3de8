/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is written into a file for use elsewhere. */
typedef enum
{
  PZ_EXPORT_TABLE,      /* CSV: one row a learner */
  PZ_EXPORT_EVERYTHING, /* JSON: the whole class */
  PZ_EXPORT_PERSON,     /* JSON: all that is kept about one learner, for the person */
} PzExportKind;

char    *pz_export_task_dup_name (PzClassroom          *classroom,
                                  PzExportKind          kind);
void     pz_export_task_async    (PzClassroom          *classroom,
                                  PzExportKind          kind,
                                  const char * const   *learners,
                                  GFile                *file,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
gboolean pz_export_task_finish   (PzClassroom          *classroom,
                                  GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
