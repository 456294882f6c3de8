/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-keyring.h"

#include <string.h>

typedef struct
{
  guint64 epoch;
  PzSyncKey *key;
} Entry;

struct _PzKeyring
{
  GArray *entries; /* of Entry, the one that seals first */
};

static void
clear_entry (gpointer data)
{
  pz_sync_key_unref (((Entry *) data)->key);
}

/**
 * pz_keyring_new:
 *
 * Returns: (transfer full): a keyring without a key
 */
PzKeyring *
pz_keyring_new (void)
{
  PzKeyring *self = g_new0 (PzKeyring, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  return self;
}

/**
 * pz_keyring_free:
 * @self: (transfer full) (nullable): a keyring
 */
void
pz_keyring_free (PzKeyring *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_free (self);
}

/* Of two keys of one epoch, which two devices made at the same time, all take the one with the greater id. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *left = a, *right = b;

  if (left->epoch != right->epoch)
    return left->epoch > right->epoch ? -1 : 1;
  return strcmp (pz_sync_key_get_id (right->key), pz_sync_key_get_id (left->key));
}

/**
 * pz_keyring_add:
 * @epoch: which key of the class it is, from 1
 * @key: a key; one that is there already is not added again
 */
void
pz_keyring_add (PzKeyring *self,
                guint64    epoch,
                PzSyncKey *key)
{
  Entry entry = { epoch, key };

  g_return_if_fail (self != NULL && key != NULL);

  if (pz_keyring_find (self, pz_sync_key_get_id (key)) != NULL)
    return;
  pz_sync_key_ref (key);
  g_array_append_val (self->entries, entry);
  g_array_sort (self->entries, compare_entries);
}

/**
 * pz_keyring_take:
 * @other: keys of the same class
 *
 * Adds what the other one has.
 */
void
pz_keyring_take (PzKeyring       *self,
                 const PzKeyring *other)
{
  g_return_if_fail (self != NULL && other != NULL);

  for (guint i = 0; i < other->entries->len; i++)
    {
      const Entry *entry = &g_array_index (other->entries, Entry, i);

      pz_keyring_add (self, entry->epoch, entry->key);
    }
}

/**
 * pz_keyring_find:
 * @id: of a key
 *
 * Returns: (transfer none) (nullable): the key
 */
PzSyncKey *
pz_keyring_find (const PzKeyring *self,
                 const char      *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      PzSyncKey *key = g_array_index (self->entries, Entry, i).key;

      if (strcmp (pz_sync_key_get_id (key), id) == 0)
        return key;
    }
  return NULL;
}

/**
 * pz_keyring_get_current:
 * @epoch: (out) (optional): which key of the class it is; 0 when there is none
 *
 * Returns: (transfer none) (nullable): the key that seals what is written now; %NULL when there is none
 */
PzSyncKey *
pz_keyring_get_current (const PzKeyring *self,
                        guint64         *epoch)
{
  return pz_keyring_get_nth (self, 0, epoch);
}

/**
 * pz_keyring_get_n_keys:
 *
 * Returns: how many keys are known
 */
guint
pz_keyring_get_n_keys (const PzKeyring *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

/**
 * pz_keyring_get_nth:
 * @n: from 0, the one that seals first
 * @epoch: (out) (optional): which key of the class it is
 *
 * Returns: (transfer none) (nullable): the key; %NULL when there are not so many
 */
PzSyncKey *
pz_keyring_get_nth (const PzKeyring *self,
                    guint            n,
                    guint64         *epoch)
{
  const Entry *entry;

  g_return_val_if_fail (self != NULL, NULL);

  entry = n < self->entries->len ? &g_array_index (self->entries, Entry, n) : NULL;
  if (epoch != NULL)
    *epoch = entry != NULL ? entry->epoch : 0;
  return entry != NULL ? entry->key : NULL;
}
