/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows what an import would do, and lets every learner be left out. */
#define PZ_TYPE_IMPORT_PREVIEW_PAGE (pz_import_preview_page_get_type ())
G_DECLARE_FINAL_TYPE (PzImportPreviewPage, pz_import_preview_page, PZ, IMPORT_PREVIEW_PAGE, AdwBin)

GtkWidget *pz_import_preview_page_new   (PzImportSession     *session);
/* shows the plans as they are; to be called again when there are others */
void       pz_import_preview_page_fill  (PzImportPreviewPage *self);
/* lets go of the plans */
void       pz_import_preview_page_clear (PzImportPreviewPage *self);

G_END_DECLS
