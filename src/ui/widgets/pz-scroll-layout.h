/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Around one child that scrolls up and down: it needs the width of what it holds, and makes do with any height. */
#define PZ_TYPE_SCROLL_LAYOUT (pz_scroll_layout_get_type ())
G_DECLARE_FINAL_TYPE (PzScrollLayout, pz_scroll_layout, PZ, SCROLL_LAYOUT, GtkLayoutManager)

GtkLayoutManager *pz_scroll_layout_new (void);

G_END_DECLS
