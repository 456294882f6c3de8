/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More members or roles in one group are not assigned. */
#define PZ_GROUP_MAX_ROLES 64

gboolean pz_group_roles_assign (const guint   *held,
                                const guint32 *last,
                                guint          n_members,
                                guint          n_roles,
                                int           *roles);
guint    pz_group_roles_spread (const guint   *held,
                                guint          n_learners);

G_END_DECLS
