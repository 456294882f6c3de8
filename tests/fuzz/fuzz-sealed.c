/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-passphrase.h"
#include "pz-sync-key-private.h"

#include <string.h>

const char *const pz_fuzz_dictionary[] = { "\x80", "O", "l", "-", "01ABC-DEFGH-", "\xC2\xA0", "\xCC\x88", "\xEF\xBC\x90", NULL };

/* No bytes open but those that were sealed, and these give what they were made of. A passphrase made of any text stays
 * the same when it is normalised again. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static const guint8 secret[PZ_SYNC_KEY_SIZE] = { 7 }, nonce[24] = { 9 };
  static PzSyncKey *key = NULL; /* made once: each has pages of memory of its own */
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GBytes) about = g_bytes_new_static (data, size / 2);
  g_autoptr(GBytes) opened = NULL, sealed = NULL, again = NULL;
  g_autofree char *text = g_strndup ((const char *) data, size);
  char *normal = pz_passphrase_normalise (text, NULL);
  char *normal_again = normal != NULL ? pz_passphrase_normalise (normal, NULL) : NULL;

  if (key == NULL)
    key = pz_sync_key_new (secret);
  opened = pz_sync_key_open (key, bytes, about, NULL);
  sealed = pz_sync_key_seal_with_nonce (key, bytes, about, nonce);
  again = pz_sync_key_open (key, sealed, about, NULL);
  g_assert_null (opened);
  g_assert_true (g_bytes_equal (again, bytes));
  g_assert_cmpstr (normal, ==, normal_again);
  pz_secret_text_free (normal);
  pz_secret_text_free (normal_again);
  return 0;
}
