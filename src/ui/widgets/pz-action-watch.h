/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void pz_action_watch_show (GtkWidget  *button,
                           const char *name);

G_END_DECLS
