/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void pz_style_init         (void);
void pz_style_apply_scheme (void);

G_END_DECLS
