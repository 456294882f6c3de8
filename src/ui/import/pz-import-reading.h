/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-case.h"
#include "pz-one-roster.h"
#include "pz-table-import.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Most rows of a table: it is for one class, or for the classes of one teacher. */
#define PZ_IMPORT_MAX_ROWS 10000

/* What was read of a file or folder: a roster, a table or a framework of competencies, one of the three. Shared by counting; made in a thread. */
typedef struct _PzImportReading PzImportReading;

PzImportReading  *pz_import_reading_ref              (PzImportReading          *self);
void              pz_import_reading_unref            (PzImportReading          *self);
void              pz_import_reading_load_async       (GFile                    *file,
                                                      GCancellable             *cancellable,
                                                      GAsyncReadyCallback       callback,
                                                      gpointer                  user_data);
void              pz_import_reading_reload_async     (PzImportReading          *self,
                                                      const PzOneRosterOptions *options,
                                                      GCancellable             *cancellable,
                                                      GAsyncReadyCallback       callback,
                                                      gpointer                  user_data);
PzImportReading  *pz_import_reading_finish           (GAsyncResult             *result,
                                                      GError                  **error);
const char       *pz_import_reading_get_name         (PzImportReading          *self);
PzRoster         *pz_import_reading_get_roster       (PzImportReading          *self);
PzTableImport    *pz_import_reading_get_table        (PzImportReading          *self);
PzCasePackage    *pz_import_reading_get_framework    (PzImportReading          *self);
const char *const *pz_import_reading_get_demographics (PzImportReading         *self);
const PzRosterMessages *pz_import_reading_get_source_messages (PzImportReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzImportReading, pz_import_reading_unref)

G_END_DECLS
