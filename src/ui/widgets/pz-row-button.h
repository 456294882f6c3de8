/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A button at the end of a row. */
GtkWidget *pz_row_button_new (const char *label);

G_END_DECLS
