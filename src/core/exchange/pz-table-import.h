/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-header-words.h"
#include "pz-roster-date.h"
#include "pz-roster-file.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PzTableImport PzTableImport;

PzTableImport          *pz_table_import_new            (const PzRosterFile   *file,
                                                        GError              **error);
PzTableImport          *pz_table_import_new_from_bytes (const char           *name,
                                                        GBytes               *bytes,
                                                        GError              **error);
void                    pz_table_import_free           (PzTableImport        *self);
const PzTextInfo       *pz_table_import_get_info       (PzTableImport        *self);
char                    pz_table_import_get_delimiter  (PzTableImport        *self);
guint                   pz_table_import_get_n_rows     (PzTableImport        *self);
guint                   pz_table_import_get_n_columns  (PzTableImport        *self);
const char             *pz_table_import_get_header     (PzTableImport        *self,
                                                        guint                 column);
gboolean                pz_table_import_get_has_header (PzTableImport        *self);
void                    pz_table_import_set_has_header (PzTableImport        *self,
                                                        gboolean              has_header);
char                   *pz_table_import_dup_header_key (PzTableImport        *self);
PzTableField            pz_table_import_get_field      (PzTableImport        *self,
                                                        guint                 column);
void                    pz_table_import_set_field      (PzTableImport        *self,
                                                        guint                 column,
                                                        PzTableField          field);
gboolean                pz_table_import_map            (PzTableImport        *self,
                                                        const char           *assignment,
                                                        GError              **error);
PzDayOrder              pz_table_import_get_day_order  (PzTableImport        *self,
                                                        guint                 column);
void                    pz_table_import_set_day_order  (PzTableImport        *self,
                                                        PzDayOrder            order);
gboolean                pz_table_import_needs_day_order (PzTableImport       *self);
char                  **pz_table_import_dup_examples   (PzTableImport        *self,
                                                        guint                 column,
                                                        guint                 n_examples);
const PzRosterMessages *pz_table_import_get_messages   (PzTableImport        *self);
GPtrArray              *pz_table_import_list_people    (PzTableImport        *self,
                                                        PzRosterMessages     *messages,
                                                        GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzTableImport, pz_table_import_free)

G_END_DECLS
