/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GStrv    pz_href_split          (const char *href);
gboolean pz_href_is_name        (const char *part,
                                 gsize       most);
gboolean pz_href_have_same_name (const char *a,
                                 const char *b);

G_END_DECLS
