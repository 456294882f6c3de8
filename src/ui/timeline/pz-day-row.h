/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row that shows a day in words and changes it in a calendar. Signal: "changed" when the day was chosen. */
#define PZ_TYPE_DAY_ROW (pz_day_row_get_type ())
G_DECLARE_FINAL_TYPE (PzDayRow, pz_day_row, PZ, DAY_ROW, AdwActionRow)

GtkWidget *pz_day_row_new     (const char  *title,
                               const GDate *today);
void       pz_day_row_set_day (PzDayRow    *self,
                               const GDate *day);
void       pz_day_row_get_day (PzDayRow    *self,
                               GDate       *day);

G_END_DECLS
