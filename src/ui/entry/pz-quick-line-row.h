/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-quick-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One entry that was written: what, whether it is on the disk, and the way back. */
#define PZ_TYPE_QUICK_LINE_ROW (pz_quick_line_row_get_type ())
G_DECLARE_FINAL_TYPE (PzQuickLineRow, pz_quick_line_row, PZ, QUICK_LINE_ROW, GtkListBoxRow)

GtkWidget *pz_quick_line_row_new         (PzQuickSession *session,
                                          PzQuickLine    *line);
GtkWidget *pz_quick_line_row_get_button  (PzQuickLineRow *self);

G_END_DECLS
