/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void pz_wrapping_drop_down_set_up (GtkDropDown *drop_down);

G_END_DECLS
