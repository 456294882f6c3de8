/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-learner-facts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of the list of learners. It draws itself instead of having children: GTK 4.8 keeps 200 rows of a list alive, and
 * a key in the search binds them all again; only what is on the screen then makes its texts. */
#define PZ_TYPE_LEARNER_CELL (pz_learner_cell_get_type ())
G_DECLARE_FINAL_TYPE (PzLearnerCell, pz_learner_cell, PZ, LEARNER_CELL, GtkWidget)

GtkWidget *pz_learner_cell_new       (void);
void       pz_learner_cell_bind      (PzLearnerCell  *self,
                                      PzLearnerRow   *row,
                                      PzLearnerFacts *facts);
void       pz_learner_cell_set_selecting (PzLearnerCell *self,
                                      gboolean        selecting);
void       pz_learner_cell_set_selected (PzLearnerCell *self,
                                      gboolean        selected);
void       pz_learner_cell_refresh   (PzLearnerCell  *self);
char      *pz_learner_cell_dup_label (PzLearnerCell  *self);

G_END_DECLS
