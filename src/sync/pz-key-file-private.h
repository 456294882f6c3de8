/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-environment.h"
#include "pz-key-file.h"

#include <sodium.h>

G_BEGIN_DECLS

#define PZ_KEY_FILE_WRAPPED_SIZE (crypto_secretbox_MACBYTES + PZ_SYNC_KEY_SIZE)

struct _PzKeyFile
{
  char classroom[PZ_ID_LENGTH + 1];
  guint64 epoch; /* from 1 on */
  char key_id[PZ_SYNC_KEY_ID_LENGTH + 1];
  guint passes;
  gsize memory; /* in bytes */
  guint8 salt[crypto_pwhash_argon2id_SALTBYTES];
  guint8 nonce[crypto_secretbox_NONCEBYTES];
  guint8 wrapped[PZ_KEY_FILE_WRAPPED_SIZE];
};

/* all that pz_key_file_new() takes from chance or policy, given: for test vectors */
gboolean pz_key_file_wrap (PzKeyFile   *self,
                           PzSyncKey   *key,
                           const char  *passphrase,
                           GError     **error);

G_END_DECLS
