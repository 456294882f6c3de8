/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-standard-node.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One row of a tree of standards: its place, code and statement, whether it is retired, and a number. */
#define PZ_TYPE_STANDARD_CELL (pz_standard_cell_get_type ())
G_DECLARE_FINAL_TYPE (PzStandardCell, pz_standard_cell, PZ, STANDARD_CELL, GtkWidget)

GtkWidget *pz_standard_cell_new      (void);
void       pz_standard_cell_set_row  (PzStandardCell  *self,
                                      GtkTreeListRow  *row,
                                      const char      *path);
void       pz_standard_cell_set_mark (PzStandardCell  *self,
                                      const char      *mark,
                                      const char      *words);
char      *pz_standard_cell_dup_name (PzStandardCell  *self);

G_END_DECLS
