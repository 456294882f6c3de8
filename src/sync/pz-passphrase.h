/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Characters of a generated passphrase, without the hyphens: 125 bits. */
#define PZ_PASSPHRASE_LENGTH 25
/* Characters that stand together. */
#define PZ_PASSPHRASE_GROUP 5
/* Longest passphrase, in bytes; shortest of a person's own choosing, in characters. */
#define PZ_PASSPHRASE_MAX_SIZE 1024
#define PZ_PASSPHRASE_MIN_OWN 12

char     *pz_passphrase_generate  (void);
char     *pz_passphrase_normalise (const char  *text,
                                   GError     **error);
gboolean  pz_passphrase_check_own (const char  *text,
                                   GError     **error);

G_END_DECLS
