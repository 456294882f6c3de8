/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-keyring.h"
#include "pz-listing.h"
#include "pz-remote.h"

#include "pz-environment.h"

G_BEGIN_DECLS

/* The key files of a class on its server. All calls block, for a second and more: they are for worker threads. */

guint64  pz_sync_keys_get_last_epoch (const PzListing  *listing);
gboolean pz_sync_keys_publish        (PzRemote         *remote,
                                      PzEnvironment    *environment,
                                      const char       *classroom,
                                      const PzKeyring  *keyring,
                                      const char       *passphrase,
                                      GCancellable     *cancellable,
                                      GError          **error);
gboolean pz_sync_keys_unlock         (PzRemote         *remote,
                                      const char       *classroom,
                                      const char       *passphrase,
                                      PzKeyring        *keyring,
                                      GCancellable     *cancellable,
                                      GError          **error);

G_END_DECLS
