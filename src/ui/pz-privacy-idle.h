/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     pz_privacy_idle_watch (GtkWidget *window);
gboolean pz_privacy_idle_look  (GtkWidget *window,
                                gint64     now);

G_END_DECLS
