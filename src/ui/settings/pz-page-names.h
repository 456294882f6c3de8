/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void pz_page_name_parts (GtkWidget  *page,
                         const char *title);

G_END_DECLS
