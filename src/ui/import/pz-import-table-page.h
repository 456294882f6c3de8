/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks what the columns of a table mean. */
#define PZ_TYPE_IMPORT_TABLE_PAGE (pz_import_table_page_get_type ())
G_DECLARE_FINAL_TYPE (PzImportTablePage, pz_import_table_page, PZ, IMPORT_TABLE_PAGE, AdwBin)

GtkWidget *pz_import_table_page_new (PzImportSession *session);

G_END_DECLS
