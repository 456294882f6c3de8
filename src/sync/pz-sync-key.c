/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-key-private.h"

#include "pz-sync-words.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#define NONCE_SIZE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG_SIZE crypto_aead_xchacha20poly1305_ietf_ABYTES
/* What is hashed under the key to name it. */
#define ID_TEXT "personalize-key-id"
/* Follows the content; zeros fill up to the padded size. */
#define END_OF_CONTENT 0x80

G_STATIC_ASSERT (NONCE_SIZE == 24 && TAG_SIZE == 16);
G_STATIC_ASSERT (PZ_SYNC_KEY_SIZE == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

struct _PzSyncKey
{
  gatomicrefcount ref_count;
  guint8 *bytes; /* (owned): by sodium_malloc; read-only */
  char id[PZ_SYNC_KEY_ID_LENGTH + 1];
};

/* Without random numbers and its self-check the library may not be used at all. */
void
pz_sync_key_prepare (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      if (sodium_init () < 0)
        g_error ("the encryption library cannot be used");
      g_once_init_leave (&once, 1);
    }
}

static void
derive_id (PzSyncKey *self)
{
  guint8 hash[crypto_generichash_BYTES_MIN];

  crypto_generichash (hash, sizeof hash, (const guint8 *) ID_TEXT, strlen (ID_TEXT), self->bytes, PZ_SYNC_KEY_SIZE);
  sodium_bin2hex (self->id, sizeof self->id, hash, PZ_SYNC_KEY_ID_LENGTH / 2);
}

/* Its bytes are still to be filled in. */
static PzSyncKey *
allocate (void)
{
  PzSyncKey *self;

  pz_sync_key_prepare ();
  self = g_new0 (PzSyncKey, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->bytes = sodium_malloc (PZ_SYNC_KEY_SIZE);
  if (self->bytes == NULL)
    g_error ("out of memory for a key");
  return self;
}

static PzSyncKey *
complete (PzSyncKey *self)
{
  derive_id (self);
  sodium_mprotect_readonly (self->bytes);
  return self;
}

/**
 * pz_sync_key_new_random:
 *
 * Returns: (transfer full): a key that nobody has
 */
PzSyncKey *
pz_sync_key_new_random (void)
{
  PzSyncKey *self = allocate ();

  randombytes_buf (self->bytes, PZ_SYNC_KEY_SIZE);
  return complete (self);
}

/**
 * pz_sync_key_new:
 * @bytes: (array fixed-size=32): they are copied; the caller wipes its own
 *
 * Returns: (transfer full): the key of these bytes
 */
PzSyncKey *
pz_sync_key_new (const guint8 *bytes)
{
  PzSyncKey *self;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = allocate ();
  memcpy (self->bytes, bytes, PZ_SYNC_KEY_SIZE);
  return complete (self);
}

/**
 * pz_sync_key_ref:
 * @self: a key
 *
 * Returns: (transfer full): the same
 */
PzSyncKey *
pz_sync_key_ref (PzSyncKey *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * pz_sync_key_unref:
 * @self: (transfer full): a key; its bytes are wiped with the last reference
 */
void
pz_sync_key_unref (PzSyncKey *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  sodium_free (self->bytes); /* wipes */
  g_free (self);
}

/**
 * pz_sync_key_get_id:
 * @self: a key
 *
 * Returns: the 16 hex digits that name it; they tell nothing of it
 */
const char *
pz_sync_key_get_id (PzSyncKey *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->id;
}

const guint8 *
pz_sync_key_get_bytes (PzSyncKey *self)
{
  return self->bytes;
}

/**
 * pz_sync_key_dup_text:
 * @self: a key
 *
 * Returns: (transfer full): the key itself as 64 hex digits, for the secret service alone; to be freed by
 *   pz_secret_text_free()
 */
char *
pz_sync_key_dup_text (PzSyncKey *self)
{
  char *text;

  g_return_val_if_fail (self != NULL, NULL);
  text = g_malloc (2 * PZ_SYNC_KEY_SIZE + 1);
  return sodium_bin2hex (text, 2 * PZ_SYNC_KEY_SIZE + 1, self->bytes, PZ_SYNC_KEY_SIZE);
}

/**
 * pz_sync_key_from_text:
 * @text: what pz_sync_key_dup_text() gave
 *
 * Returns: (transfer full) (nullable): that key; %NULL when the text is none
 */
PzSyncKey *
pz_sync_key_from_text (const char *text)
{
  guint8 bytes[PZ_SYNC_KEY_SIZE];
  PzSyncKey *self = NULL;
  const char *end = NULL;
  gsize length = 0;

  g_return_val_if_fail (text != NULL, NULL);

  if (strlen (text) == 2 * PZ_SYNC_KEY_SIZE
      && sodium_hex2bin (bytes, sizeof bytes, text, strlen (text), NULL, &length, &end) == 0 && length == sizeof bytes)
    self = pz_sync_key_new (bytes);
  sodium_memzero (bytes, sizeof bytes);
  return self;
}

/**
 * pz_sync_key_padded_size:
 * @size: of something, in bytes
 *
 * Sizes in steps, so that they tell little: as many low bits of a size are zero as leave a step of at most 12 % (Padmé:
 * Nikitin, Barman et al. 2019, "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", algorithm 1).
 *
 * Returns: the next step
 */
gsize
pz_sync_key_padded_size (gsize size)
{
  guint e, s;
  gsize mask;

  if (size < 2)
    return size;
  e = g_bit_storage (size) - 1;
  s = g_bit_storage (e);
  mask = ((gsize) 1 << (e - s)) - 1;
  return (size + mask) & ~mask;
}

GBytes *
pz_sync_key_seal_with_nonce (PzSyncKey    *self,
                             GBytes       *content,
                             GBytes       *about,
                             const guint8 *nonce)
{
  gsize n_content, n_about, n_padded;
  const guint8 *data = g_bytes_get_data (content, &n_content);
  const guint8 *ad = g_bytes_get_data (about, &n_about);
  guint8 *padded, *sealed;

  n_padded = pz_sync_key_padded_size (n_content + 1);
  padded = g_malloc0 (n_padded);
  if (n_content > 0)
    memcpy (padded, data, n_content);
  padded[n_content] = END_OF_CONTENT;
  sealed = g_malloc (NONCE_SIZE + n_padded + TAG_SIZE);
  memcpy (sealed, nonce, NONCE_SIZE);
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed + NONCE_SIZE, NULL, padded, n_padded, ad, n_about, NULL, nonce,
                                              self->bytes);
  sodium_memzero (padded, n_padded);
  g_free (padded);
  return g_bytes_new_take (sealed, NONCE_SIZE + n_padded + TAG_SIZE);
}

/**
 * pz_sync_key_seal:
 * @self: a key
 * @content: what nobody else shall read or change; at most %PZ_SYNC_KEY_MAX_CONTENT
 * @about: what it is, which is not part of the result but must be the same when it is opened
 *
 * XChaCha20-Poly1305 with a random nonce of 192 bits: `nonce 24 B | ciphertext | tag 16 B`, where the content is followed
 * by one byte 80 and zeros up to a size of pz_sync_key_padded_size().
 *
 * Returns: (transfer full): the sealed bytes, other ones each time
 */
GBytes *
pz_sync_key_seal (PzSyncKey *self,
                  GBytes    *content,
                  GBytes    *about)
{
  guint8 nonce[NONCE_SIZE];

  g_return_val_if_fail (self != NULL && content != NULL && about != NULL, NULL);
  g_return_val_if_fail (g_bytes_get_size (content) <= PZ_SYNC_KEY_MAX_CONTENT, NULL);

  randombytes_buf (nonce, sizeof nonce);
  return pz_sync_key_seal_with_nonce (self, content, about, nonce);
}

/* The size without what was added, or -1. */
static gssize
find_end (const guint8 *padded,
          gsize         size)
{
  while (size > 0 && padded[size - 1] == 0)
    size--;
  return size > 0 && padded[size - 1] == END_OF_CONTENT ? (gssize) size - 1 : -1;
}

/**
 * pz_sync_key_open:
 * @self: the key it was sealed with
 * @sealed: what pz_sync_key_seal() gave, as it came back
 * @about: what it must be
 * @error: %PZ_SYNC_ERROR_DAMAGED: changed, cut, swapped with another, or sealed with another key;
 *   %PZ_SYNC_ERROR_TOO_LARGE
 *
 * Returns: (transfer full) (nullable): the content
 */
GBytes *
pz_sync_key_open (PzSyncKey  *self,
                  GBytes     *sealed,
                  GBytes     *about,
                  GError    **error)
{
  gsize n_sealed, n_about;
  const guint8 *data, *ad;
  gssize n_content = -1;
  guint8 *padded;

  g_return_val_if_fail (self != NULL && sealed != NULL && about != NULL, NULL);

  data = g_bytes_get_data (sealed, &n_sealed);
  ad = g_bytes_get_data (about, &n_about);
  if (n_sealed > NONCE_SIZE + TAG_SIZE + pz_sync_key_padded_size (PZ_SYNC_KEY_MAX_CONTENT + 1))
    {
      pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_TOO_LARGE);
      return NULL;
    }
  padded = g_malloc (n_sealed + 1);
  if (n_sealed >= PZ_SYNC_KEY_OVERHEAD
      && crypto_aead_xchacha20poly1305_ietf_decrypt (padded, NULL, NULL, data + NONCE_SIZE, n_sealed - NONCE_SIZE, ad, n_about,
                                                     data, self->bytes) == 0)
    n_content = find_end (padded, n_sealed - NONCE_SIZE - TAG_SIZE);
  if (n_content < 0)
    {
      sodium_memzero (padded, n_sealed);
      g_free (padded);
      g_set_error_literal (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED,
                           _("A file on the server is damaged, or was changed by somebody without the key."));
      return NULL;
    }
  return g_bytes_new_take (padded, (gsize) n_content);
}

/**
 * pz_secret_text_free:
 * @text: (transfer full) (nullable): a password, a passphrase, a key; is wiped first
 */
void
pz_secret_text_free (char *text)
{
  if (text == NULL)
    return;
  sodium_memzero (text, strlen (text));
  g_free (text);
}
