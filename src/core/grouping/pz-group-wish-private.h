/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-settings.h"

G_BEGIN_DECLS

gboolean pz_group_wish_parse (PzGroupWish *wish,
                              const char  *name,
                              char       **parts);

G_END_DECLS
