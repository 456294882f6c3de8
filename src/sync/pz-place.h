/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *pz_place_describe (const char *folder,
                         const char *machine_id);

G_END_DECLS
