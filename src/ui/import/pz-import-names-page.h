/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Takes typed or pasted names. */
#define PZ_TYPE_IMPORT_NAMES_PAGE (pz_import_names_page_get_type ())
G_DECLARE_FINAL_TYPE (PzImportNamesPage, pz_import_names_page, PZ, IMPORT_NAMES_PAGE, AdwBin)

GtkWidget *pz_import_names_page_new (PzImportSession *session);

G_END_DECLS
