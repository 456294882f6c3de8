/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A day of a draft, in words; a calendar changes it or takes it away. */
#define PZ_TYPE_DATE_ROW (pz_date_row_get_type ())
G_DECLARE_FINAL_TYPE (PzDateRow, pz_date_row, PZ, DATE_ROW, AdwActionRow)

GtkWidget *pz_date_row_new     (PzRecord   *draft,
                                guint       field);
void       pz_date_row_choose  (PzDateRow  *self,
                                const char *day);

G_END_DECLS
