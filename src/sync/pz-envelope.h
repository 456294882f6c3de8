/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is stored of an object, and what it may become when it is inflated, at most. */
#define PZ_ENVELOPE_MAX_STORED (8 * 1024 * 1024)
#define PZ_ENVELOPE_MAX_INFLATED (64 * 1024 * 1024)

GBytes *pz_envelope_close (GBytes  *json);
GBytes *pz_envelope_open  (GBytes  *bytes,
                           GError **error);
GBytes *pz_deflate        (GBytes  *bytes);
GBytes *pz_inflate        (GBytes  *bytes,
                           gsize    most,
                           GError **error);

G_END_DECLS
