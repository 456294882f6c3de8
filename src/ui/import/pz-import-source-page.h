/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks where the learners are listed, by the actions import.choose-file, import.choose-folder, import.type-names. */
#define PZ_TYPE_IMPORT_SOURCE_PAGE (pz_import_source_page_get_type ())
G_DECLARE_FINAL_TYPE (PzImportSourcePage, pz_import_source_page, PZ, IMPORT_SOURCE_PAGE, AdwBin)

GtkWidget *pz_import_source_page_new (void);

G_END_DECLS
