/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Widths that are chosen for text grow with it. */
int pz_text_scale (GtkWidget *widget,
                   int        length);

G_END_DECLS
