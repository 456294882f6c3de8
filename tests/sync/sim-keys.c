/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sim-keys.h"

#include "pz-random.h"

#include <sodium.h>

static PzRandom chance;

static const char *
get_name (void)
{
  return "simulation";
}

static guint32
draw (void)
{
  return pz_random_below (&chance, G_MAXUINT32);
}

static void
fill (void *const  bytes,
      const size_t length)
{
  for (size_t i = 0; i < length; i++)
    ((guint8 *) bytes)[i] = (guint8) pz_random_below (&chance, 256);
}

void
sim_keys_seed (guint64 seed)
{
  static randombytes_implementation implementation = { get_name, draw, NULL, NULL, fill, NULL };

  /* it draws for itself when it begins: in the first run alone, which would not be that of its seed */
  if (sodium_init () < 0)
    g_error ("libsodium cannot be used");
  pz_random_init (&chance, seed);
  randombytes_set_implementation (&implementation);
}

void
sim_keys_rotate (PzKeyring *own,
                 PzKeyring *all)
{
  g_autoptr(PzSyncKey) key = pz_sync_key_new_random ();
  guint64 epoch = 0;

  if (pz_keyring_get_n_keys (own) > 0)
    pz_keyring_get_current (own, &epoch);
  pz_keyring_add (own, epoch + 1, key);
  pz_keyring_add (all, epoch + 1, key);
}
