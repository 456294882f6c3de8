/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks which classes of a roster, and what to read of it. */
#define PZ_TYPE_IMPORT_CLASSES_PAGE (pz_import_classes_page_get_type ())
G_DECLARE_FINAL_TYPE (PzImportClassesPage, pz_import_classes_page, PZ, IMPORT_CLASSES_PAGE, AdwBin)

GtkWidget *pz_import_classes_page_new         (PzImportSession     *session);
guint      pz_import_classes_page_get_n_shown (PzImportClassesPage *self);

G_END_DECLS
