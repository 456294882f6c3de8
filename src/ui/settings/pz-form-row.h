/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The row for a field of a draft, by the kind of the field. */
GtkWidget *pz_form_row_new (PzRecord *draft,
                            guint     field);

G_END_DECLS
