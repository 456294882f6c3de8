/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days as they stand in fields, YYYY-MM-DD, and as days to count with. */
gboolean pz_date_parse  (const char  *text,
                         GDate       *date);
char    *pz_date_format (const GDate *date);

G_END_DECLS
