/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        pz_tip_set (GtkWidget  *widget,
                        const char *text);
const char *pz_tip_get (GtkWidget  *widget);

G_END_DECLS
