/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sync-words.h"

G_BEGIN_DECLS

/* All that is ever asked of a server. */
typedef enum
{
  PZ_DAV_LIST,
  PZ_DAV_GET,
  PZ_DAV_PUT,
  PZ_DAV_DELETE,
  PZ_DAV_MAKE_FOLDER,
} PzDavVerb;

gboolean pz_dav_trouble_find      (PzDavVerb       verb,
                                   guint           status,
                                   const char     *content_type,
                                   PzSyncTrouble  *trouble);
void     pz_dav_trouble_translate (GError        **error,
                                   const GError   *cause,
                                   guint           certificate_flags);

PzSyncTrouble pz_dav_trouble_of_proxy (guint status);

G_END_DECLS
