/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *pz_sync_ask (const char    *file,
                   const char    *question,
                   GCancellable  *cancellable,
                   GError       **error);

G_END_DECLS
