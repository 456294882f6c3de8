/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-keyring.h"

G_BEGIN_DECLS

/* Makes whatever libsodium draws the same for the same seed: keys, nonces, and so the names of sealed objects. */
void sim_keys_seed   (guint64          seed);
/* A new key for a class, of an epoch behind that of all the keys somebody knows; own, all: get it. */
void sim_keys_rotate (PzKeyring       *own,
                      PzKeyring       *all);

G_END_DECLS
