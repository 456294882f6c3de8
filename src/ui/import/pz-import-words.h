/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import-session.h"

G_BEGIN_DECLS

/* What the import says, as plain text; nothing of it is markup. All strings are the caller's. */
char       *pz_import_words_isolate      (const char               *text);
char       *pz_import_words_date         (const char               *iso);
char       *pz_import_words_advice       (const GError             *error,
                                          guint                     n_done);
char       *pz_import_words_difference   (const PzImportDifference *difference);
char       *pz_import_words_item         (const PzImportItem       *item,
                                          gboolean                  with_line);
const char *pz_import_words_outcome      (const PzImportItem       *item);
char       *pz_import_words_check        (const PzImportItem       *item);
char       *pz_import_words_count        (PzImportKind              kind,
                                          guint                     n);
char       *pz_import_words_contacts     (guint                     n);
char       *pz_import_words_need_look    (guint                     n);
char       *pz_import_words_place        (const PzRosterMessage    *message);
char       *pz_import_words_button       (PzImportSession          *session);
char       *pz_import_words_subtitle     (PzImportSession          *session);
char       *pz_import_words_column       (PzTableImport            *table,
                                          guint                     column);
char       *pz_import_words_examples     (PzTableImport            *table,
                                          guint                     column);

G_END_DECLS
