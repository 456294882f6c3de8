/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PzStepDone:
 * @widget: who asked, still there
 * @classroom: the class
 * @message: what was taken back or done again, or why not; translated, plain text
 *
 * Called once it is done; a save is queued then.
 */
typedef void (*PzStepDone) (GtkWidget   *widget,
                            PzClassroom *classroom,
                            const char  *message);

gboolean pz_step_move (GtkWidget   *widget,
                       PzClassroom *classroom,
                       gboolean     forward,
                       PzStepDone   done);

G_END_DECLS
