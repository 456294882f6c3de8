/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-keyring.h"
#include "pz-object-name.h"

G_BEGIN_DECLS

GBytes *pz_sealed_envelope_close (GBytes             *json,
                                  PzSyncKey          *key,
                                  const char         *classroom,
                                  const PzObjectName *about);
GBytes *pz_sealed_envelope_open  (GBytes             *bytes,
                                  const PzKeyring    *keyring,
                                  const char         *classroom,
                                  const PzObjectName *about,
                                  GError            **error);
gboolean pz_sealed_envelope_has_key (GBytes          *bytes,
                                  PzSyncKey          *key);

G_END_DECLS
