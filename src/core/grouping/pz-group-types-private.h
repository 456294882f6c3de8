/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-columns-private.h"

G_BEGIN_DECLS

void pz_group_types_find (const PzGroupColumns *columns,
                          guint                *types);

G_END_DECLS
