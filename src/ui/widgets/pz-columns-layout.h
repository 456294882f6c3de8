/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children in equal columns, as many as find room, at most max-columns; a row is as high as its highest child. */
#define PZ_TYPE_COLUMNS_LAYOUT (pz_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (PzColumnsLayout, pz_columns_layout, PZ, COLUMNS_LAYOUT, GtkLayoutManager)

GtkLayoutManager *pz_columns_layout_new (int spacing,
                                         int column_width,
                                         int max_columns);

G_END_DECLS
