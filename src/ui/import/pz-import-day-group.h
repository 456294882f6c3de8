/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks whether the day or the month comes first; hidden while no date leaves a doubt. */
#define PZ_TYPE_IMPORT_DAY_GROUP (pz_import_day_group_get_type ())
G_DECLARE_FINAL_TYPE (PzImportDayGroup, pz_import_day_group, PZ, IMPORT_DAY_GROUP, AdwPreferencesGroup)

void pz_import_day_group_set_session (PzImportDayGroup *self,
                                      PzImportSession  *session);

G_END_DECLS
