/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The standard a goal belongs to; activated, it lets one choose another by tree or search. */
#define PZ_TYPE_STANDARD_ROW (pz_standard_row_get_type ())
G_DECLARE_FINAL_TYPE (PzStandardRow, pz_standard_row, PZ, STANDARD_ROW, AdwActionRow)

GtkWidget *pz_standard_row_new (PzClassroom *classroom,
                                PzRecord    *draft,
                                guint        field);

G_END_DECLS
