/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *pz_ask_secret (const char  *prompt,
                     const char  *file,
                     GError     **error);

G_END_DECLS
