/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A learner in an activity: name, role, whether they are there. Activated, it says present or absent; keys and the menu do
 * the rest. The commands are the actions "part.*" of the cards around it, with the id of the learner. */
#define PZ_TYPE_PART_ROW (pz_part_row_get_type ())
G_DECLARE_FINAL_TYPE (PzPartRow, pz_part_row, PZ, PART_ROW, GtkListBoxRow)

/* Returns: (transfer full): what can be done with the learner of the row now */
typedef GMenuModel *(*PzPartMenu) (PzPartRow *row,
                                   gpointer   user_data);

GtkWidget  *pz_part_row_new         (PzClassroom *classroom,
                                     const char  *learner,
                                     PzRecord    *part);
void        pz_part_row_set_part    (PzPartRow   *self,
                                     PzRecord    *part);
const char *pz_part_row_get_learner (PzPartRow   *self);
void        pz_part_row_set_menu    (PzPartRow   *self,
                                     PzPartMenu   create,
                                     gpointer     user_data);
void        pz_part_row_update      (PzPartRow   *self);

G_END_DECLS
