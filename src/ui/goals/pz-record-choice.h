/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-form.h"

G_BEGIN_DECLS

/* Chooses one of the records of the class for a reference of a draft, and makes a new one where none fits. */
GtkWidget *pz_record_choice_add (PzForm      *form,
                                 PzClassroom *classroom,
                                 PzRecord    *draft,
                                 guint        field);

G_END_DECLS
