/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Beyond so many values the exact distribution is not counted out; the normal one is then as good. */
#define PZ_KENDALL_MAX_EXACT 300

double pz_kendall_test (const double *values,
                        gsize         n,
                        gint64       *s,
                        gboolean     *exact);

G_END_DECLS
