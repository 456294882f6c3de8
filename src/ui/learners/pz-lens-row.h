/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row that shows what is noted about a learner for a lens of the class, and why, and changes it. */
GtkWidget *pz_lens_row_new (PzClassroom *classroom,
                            PzRecord    *learner,
                            PzRecord    *lens);

G_END_DECLS
