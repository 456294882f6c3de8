/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Two children: the first takes what the second leaves beside it; when that is less than a given width, the second goes
 * below and takes the whole width. */
#define PZ_TYPE_SPREAD_LAYOUT (pz_spread_layout_get_type ())
G_DECLARE_FINAL_TYPE (PzSpreadLayout, pz_spread_layout, PZ, SPREAD_LAYOUT, GtkLayoutManager)

GtkLayoutManager *pz_spread_layout_new (int spacing,
                                        int first_width);

G_END_DECLS
