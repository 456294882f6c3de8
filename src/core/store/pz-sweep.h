/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean pz_sweep_is_needed   (int         root);
void     pz_sweep_run         (int         root);
void     pz_sweep_remove_tree (int         parent,
                               const char *base);

G_END_DECLS
