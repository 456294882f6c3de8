/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers as people type and read them in fields. */
char     *pz_number_to_text   (double       number);
gboolean  pz_number_from_text (const char  *text,
                               double      *number,
                               GError     **error);

G_END_DECLS
