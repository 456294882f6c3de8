/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks into which class a table or names go. Action when Enter is pressed: import.go-on. */
#define PZ_TYPE_IMPORT_PLACE_GROUP (pz_import_place_group_get_type ())
G_DECLARE_FINAL_TYPE (PzImportPlaceGroup, pz_import_place_group, PZ, IMPORT_PLACE_GROUP, AdwPreferencesGroup)

void pz_import_place_group_set_session (PzImportPlaceGroup *self,
                                        PzImportSession    *session);

G_END_DECLS
