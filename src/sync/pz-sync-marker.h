/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-remote.h"

G_BEGIN_DECLS

/* The file that says which class lies in a folder. */
#define PZ_SYNC_MARKER "personalize-classroom-1"

GBytes *pz_sync_marker_make  (const char    *classroom);
char   *pz_sync_marker_parse (GBytes        *bytes,
                              GError       **error);
char   *pz_sync_marker_get   (PzRemote      *remote,
                              GCancellable  *cancellable,
                              GError       **error);

G_END_DECLS
