/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void pz_status_init (AdwStatusPage *page);
void pz_status_show (AdwStatusPage *page,
                     const char    *icon,
                     const char    *title,
                     const char    *description);

G_END_DECLS
