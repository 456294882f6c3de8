/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-error.h"

G_DEFINE_QUARK (pz-sync-error-quark, pz_sync_error)
