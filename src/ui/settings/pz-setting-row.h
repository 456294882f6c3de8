/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A setting of the program as a few words to choose from. Signal: "chosen" after it was written. */
#define PZ_TYPE_SETTING_ROW (pz_setting_row_get_type ())
G_DECLARE_FINAL_TYPE (PzSettingRow, pz_setting_row, PZ, SETTING_ROW, AdwComboRow)

GtkWidget  *pz_setting_row_new       (const char   *key,
                                      const char   *title,
                                      const char   *subtitle);
void        pz_setting_row_add       (PzSettingRow *self,
                                      const char   *value,
                                      const char   *label);
void        pz_setting_row_start     (PzSettingRow *self);
const char *pz_setting_row_get_value (PzSettingRow *self);
void        pz_setting_row_choose    (PzSettingRow *self,
                                      const char   *value);

G_END_DECLS
