/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-quick-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One reading in the list of quick entry: in full when it is the one Enter writes, in one line otherwise. */
#define PZ_TYPE_QUICK_ROW (pz_quick_row_get_type ())
G_DECLARE_FINAL_TYPE (PzQuickRow, pz_quick_row, PZ, QUICK_ROW, GtkListBoxRow)

GtkWidget *pz_quick_row_new  (void);
void       pz_quick_row_show (PzQuickRow     *self,
                              PzQuickSession *session,
                              guint           position);

G_END_DECLS
