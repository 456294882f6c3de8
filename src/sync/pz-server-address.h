/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *pz_server_address_complete    (const char  *text,
                                         const char  *user,
                                         GError     **error);
GUri     *pz_server_address_parse       (const char  *address,
                                         GError     **error);
char     *pz_server_address_dup_folder  (const char  *address,
                                         const char  *name);
gboolean  pz_server_address_is_loopback (const char  *host);

G_END_DECLS
