/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void pz_lazy_menu_set (GtkMenuButton *button,
                       const char    *resource,
                       const char    *id);

G_END_DECLS
