/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What to offer while somebody types. */
GStrv pz_suggestions_find (const char * const *values,
                           const char         *typed,
                           guint               most);

G_END_DECLS
