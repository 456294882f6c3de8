/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The order in which people count: 2 before 10, "6.RP.A.2" before "6.RP.A.10". The same in every locale. */
int pz_natural_compare (const char *a,
                        const char *b);

G_END_DECLS
