/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Finds a learner of the class by a part of the name. Signal: "chosen" (char *id). */
#define PZ_TYPE_LEARNER_CHOOSER (pz_learner_chooser_get_type ())
G_DECLARE_FINAL_TYPE (PzLearnerChooser, pz_learner_chooser, PZ, LEARNER_CHOOSER, GtkPopover)

GtkWidget *pz_learner_chooser_new          (PzClassroom        *classroom);
void       pz_learner_chooser_set_left_out (PzLearnerChooser   *self,
                                            const char * const *ids);

G_END_DECLS
