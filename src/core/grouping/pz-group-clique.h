/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint pz_group_find_clique (const guint8 *linked,
                            guint         n,
                            guint         wanted,
                            guint        *clique);

G_END_DECLS
