/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The colour or the symbol of a level: one of a few, each a toggle button with a name. */
#define PZ_TYPE_PALETTE_ROW (pz_palette_row_get_type ())
G_DECLARE_FINAL_TYPE (PzPaletteRow, pz_palette_row, PZ, PALETTE_ROW, AdwPreferencesRow)

GtkWidget *pz_palette_row_new (PzRecord *draft,
                               guint     field);

G_END_DECLS
