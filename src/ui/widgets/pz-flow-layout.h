/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children one after the other, as words in a line; those that do not fit begin the next line. */
#define PZ_TYPE_FLOW_LAYOUT (pz_flow_layout_get_type ())
G_DECLARE_FINAL_TYPE (PzFlowLayout, pz_flow_layout, PZ, FLOW_LAYOUT, GtkLayoutManager)

GtkLayoutManager *pz_flow_layout_new (int spacing);

G_END_DECLS
