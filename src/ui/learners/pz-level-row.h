/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-edit.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row that offers the levels of a class in their order. */
GtkWidget *pz_level_row_new (const PzEdit *edit);

G_END_DECLS
