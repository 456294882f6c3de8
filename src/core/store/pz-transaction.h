/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-file-change.h"

G_BEGIN_DECLS

gboolean pz_transaction_run (PzStore       *store,
                             GPtrArray     *changes,
                             GPtrArray     *history,
                             GCancellable  *cancellable,
                             GError       **error);

G_END_DECLS
