/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What people leave out when they search is taken away, from names and from what was typed alike. */
char *pz_search_fold (const char *text);

G_END_DECLS
