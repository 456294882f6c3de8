/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int  pz_lock_take        (int       root,
                          guint     wait_ms,
                          gboolean *left_over,
                          GError  **error);
void pz_lock_release     (int       lock,
                          gboolean  clean);
gboolean pz_lock_is_left (int       root);

G_END_DECLS
