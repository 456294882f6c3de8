/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-json-writer.h"
#include "pz-redactor.h"

G_BEGIN_DECLS

/**
 * PzExportFlags:
 * @PZ_EXPORT_PLAIN: what may be shown to others who work with the class
 * @PZ_EXPORT_PRIVATE: also the fields that never leave this computer
 * @PZ_EXPORT_DELETED: also what lies in the trash
 */
typedef enum
{
  PZ_EXPORT_PLAIN = 0,
  PZ_EXPORT_PRIVATE = 1 << 0,
  PZ_EXPORT_DELETED = 1 << 1,
} PzExportFlags;

/**
 * PzExportView:
 * @flags: what is written
 * @redactor: (nullable): for free text
 * @only: (nullable): id of the one learner who may be named; references to other learners are left out
 *
 * How much of a record its reader may see.
 */
typedef struct
{
  PzExportFlags flags;
  PzRedactor *redactor;
  const char *only;
} PzExportView;

GBytes   *pz_export_csv            (PzClassroom    *classroom,
                                    GError        **error);
GBytes   *pz_export_csv_of         (PzClassroom    *classroom,
                                    const char * const *ids,
                                    GError        **error);
GBytes   *pz_export_class          (PzClassroom    *classroom,
                                    PzExportFlags   flags,
                                    GError        **error);
GBytes   *pz_export_learner        (PzClassroom    *classroom,
                                    const char     *id,
                                    PzExportFlags   flags,
                                    GError        **error);
void      pz_export_write_record   (PzJsonWriter   *writer,
                                    const char     *name,
                                    PzRecord       *record,
                                    const PzExportView *view);
void      pz_export_write_document (PzJsonWriter   *writer,
                                    const char     *name,
                                    PzDocument     *document,
                                    const PzExportView *view);
gboolean  pz_export_save           (const char     *path,
                                    GBytes         *bytes,
                                    gboolean        replace,
                                    GError        **error);

G_END_DECLS
