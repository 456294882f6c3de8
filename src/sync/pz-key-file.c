/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-key-file-private.h"

#include "pz-passphrase.h"
#include "pz-sync-error.h"
#include "pz-sync-key-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Begins what is hashed into the key that wraps. */
#define BINDING "personalize-key-file"

G_STATIC_ASSERT (crypto_secretbox_KEYBYTES == crypto_generichash_BYTES);

static gboolean
refuse (GError      **error,
        PzSyncError   code,
        const char   *sentence)
{
  g_set_error_literal (error, PZ_SYNC_ERROR, (int) code, sentence);
  return FALSE;
}

/* The passphrase, made slow to guess (Argon2id), then bound to the place of the key: a file moved to another class, or
 * given another epoch, does not open. */
static gboolean
derive (PzKeyFile   *self,
        const char  *passphrase,
        guint8      *key,
        GError     **error)
{
  guint8 stretched[crypto_generichash_KEYBYTES];
  g_autofree char *place = g_strdup_printf (BINDING "|%s|%" G_GUINT64_FORMAT "|%s", self->classroom, self->epoch,
                                            self->key_id);
  char *normal = pz_passphrase_normalise (passphrase, error);
  gboolean ok;

  if (normal == NULL)
    return FALSE;
  ok = crypto_pwhash_argon2id (stretched, sizeof stretched, normal, strlen (normal), self->salt, self->passes, self->memory,
                               crypto_pwhash_argon2id_ALG_ARGON2ID13) == 0;
  if (ok)
    crypto_generichash (key, crypto_secretbox_KEYBYTES, (const guint8 *) place, strlen (place), stretched, sizeof stretched);
  sodium_memzero (stretched, sizeof stretched);
  pz_secret_text_free (normal);
  return ok || refuse (error, PZ_SYNC_ERROR_FAILED, _("There is not enough memory to check the passphrase. Close other programs."));
}

gboolean
pz_key_file_wrap (PzKeyFile   *self,
                  PzSyncKey   *key,
                  const char  *passphrase,
                  GError     **error)
{
  guint8 wrapping[crypto_secretbox_KEYBYTES];
  gboolean ok;

  pz_sync_key_prepare ();
  g_strlcpy (self->key_id, pz_sync_key_get_id (key), sizeof self->key_id);
  ok = derive (self, passphrase, wrapping, error);
  if (ok)
    crypto_secretbox_easy (self->wrapped, pz_sync_key_get_bytes (key), PZ_SYNC_KEY_SIZE, self->nonce, wrapping);
  sodium_memzero (wrapping, sizeof wrapping);
  return ok;
}

/**
 * pz_key_file_new:
 * @key: the key of a class
 * @classroom: id of the class
 * @epoch: how many keys the class has had with this one, from 1 on
 * @passphrase: of the class, as a person types it
 * @error: %PZ_SYNC_ERROR_PASSPHRASE, or %PZ_SYNC_ERROR_FAILED without memory
 *
 * Takes most of a second and 256 MiB on purpose (Argon2id, MODERATE): not for the main loop.
 *
 * Returns: (transfer full) (nullable): the key wrapped by the passphrase
 */
PzKeyFile *
pz_key_file_new (PzSyncKey   *key,
                 const char  *classroom,
                 guint64      epoch,
                 const char  *passphrase,
                 GError     **error)
{
  g_autoptr(PzKeyFile) self = NULL;

  g_return_val_if_fail (key != NULL && passphrase != NULL, NULL);
  g_return_val_if_fail (pz_id_is_valid (classroom) && strlen (classroom) == PZ_ID_LENGTH, NULL);
  g_return_val_if_fail (epoch > 0 && epoch <= PZ_KEY_FILE_MAX_EPOCH, NULL);

  self = g_new0 (PzKeyFile, 1);
  g_strlcpy (self->classroom, classroom, sizeof self->classroom);
  self->epoch = epoch;
  self->passes = crypto_pwhash_argon2id_OPSLIMIT_MODERATE;
  self->memory = crypto_pwhash_argon2id_MEMLIMIT_MODERATE;
  pz_sync_key_prepare ();
  randombytes_buf (self->salt, sizeof self->salt);
  randombytes_buf (self->nonce, sizeof self->nonce);
  return pz_key_file_wrap (self, key, passphrase, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * pz_key_file_free:
 * @self: (transfer full) (nullable): a key file
 */
void
pz_key_file_free (PzKeyFile *self)
{
  g_free (self);
}

/**
 * pz_key_file_unlock:
 * @self: a key file as it came from a server
 * @passphrase: of the class, as a person types it
 * @error: %PZ_SYNC_ERROR_PASSPHRASE: another passphrase, or a file that was changed: the two cannot be told apart;
 *   %PZ_SYNC_ERROR_FAILED without memory
 *
 * Takes as long as making it: not for the main loop.
 *
 * Returns: (transfer full) (nullable): the key
 */
PzSyncKey *
pz_key_file_unlock (PzKeyFile   *self,
                    const char  *passphrase,
                    GError     **error)
{
  guint8 wrapping[crypto_secretbox_KEYBYTES], bytes[PZ_SYNC_KEY_SIZE];
  g_autoptr(PzSyncKey) key = NULL;

  g_return_val_if_fail (self != NULL && passphrase != NULL, NULL);

  pz_sync_key_prepare ();
  if (!derive (self, passphrase, wrapping, error))
    return NULL;
  if (crypto_secretbox_open_easy (bytes, self->wrapped, sizeof self->wrapped, self->nonce, wrapping) == 0)
    key = pz_sync_key_new (bytes);
  sodium_memzero (wrapping, sizeof wrapping);
  sodium_memzero (bytes, sizeof bytes);
  if (key != NULL && g_str_equal (pz_sync_key_get_id (key), self->key_id))
    return g_steal_pointer (&key);
  refuse (error, PZ_SYNC_ERROR_PASSPHRASE, _("This is not the passphrase of this class."));
  return NULL;
}

/**
 * pz_key_file_get_classroom:
 * @self: a key file
 *
 * Returns: id of the class that it says to belong to, which is true once it was unlocked
 */
const char *
pz_key_file_get_classroom (PzKeyFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->classroom;
}

/**
 * pz_key_file_get_epoch:
 * @self: a key file
 *
 * Returns: which of the keys of the class it says to hold, which is true once it was unlocked
 */
guint64
pz_key_file_get_epoch (PzKeyFile *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->epoch;
}

/**
 * pz_key_file_get_key_id:
 * @self: a key file
 *
 * Returns: the 16 hex digits that name the key in it
 */
const char *
pz_key_file_get_key_id (PzKeyFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->key_id;
}
