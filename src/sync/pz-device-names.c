/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-device-names.h"

#include "pz-store.h"
#include "pz-sync-state.h"

#include <glib/gi18n-lib.h>

/* Digits of the id of a device without a name that are shown of it. */
#define SHORT_ID 4

struct _PzDeviceNames
{
  GHashTable *names; /* id, 16 hexadecimal digits -> name; both owned */
};

static void
take_names (PzDeviceNames  *self,
            const PzVector *vector)
{
  g_autoptr(GPtrArray) entries = pz_vector_list (vector);

  for (guint i = 0; i < entries->len; i++)
    {
      const PzVectorEntry *entry = g_ptr_array_index (entries, i);

      if (entry->name != NULL && *entry->name != '\0')
        g_hash_table_replace (self->names, g_strdup_printf ("%016" G_GINT64_MODIFIER "x", entry->device),
                              g_strdup (entry->name));
    }
}

/**
 * pz_device_names_read:
 * @environment: where the class is
 * @classroom: id of the class
 * @path: its folder
 *
 * Reads what synchronisation has written down. A class that was never synchronised knows no names; where nothing can be
 * read, none is known either: devices are then told apart by a few letters. Blocks for the time of reading a file.
 *
 * Returns: (transfer full): the names, may be none
 */
PzDeviceNames *
pz_device_names_read (PzEnvironment *environment,
                      const char    *classroom,
                      const char    *path)
{
  PzDeviceNames *self = g_new0 (PzDeviceNames, 1);
  g_autoptr(PzStore) store = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(PzSyncState) state = NULL;

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  store = pz_store_open (environment, path, PZ_STORE_READ_ONLY, NULL);
  bytes = store != NULL ? pz_store_read (store, PZ_SYNC_STATE_FILE, NULL, NULL) : NULL;
  state = bytes != NULL ? pz_sync_state_parse (classroom, bytes, NULL) : NULL;
  if (state != NULL)
    take_names (self, state->known->vector);
  if (store != NULL)
    pz_store_close (store);
  return self;
}

/**
 * pz_device_names_free:
 * @self: (transfer full): names
 */
void
pz_device_names_free (PzDeviceNames *self)
{
  g_hash_table_unref (self->names);
  g_free (self);
}

/**
 * pz_device_names_find:
 * @self: names
 * @device: 16 hexadecimal digits
 *
 * Returns: (nullable) (transfer none): what people call it
 */
const char *
pz_device_names_find (const PzDeviceNames *self,
                      const char          *device)
{
  g_return_val_if_fail (self != NULL && device != NULL, NULL);

  return g_hash_table_lookup (self->names, device);
}

/**
 * pz_device_names_dup_words:
 * @self: names
 * @device: 16 hexadecimal digits
 * @here: whether it is this one
 *
 * Returns: (transfer full): the device in a few words
 */
char *
pz_device_names_dup_words (const PzDeviceNames *self,
                           const char          *device,
                           gboolean             here)
{
  const char *name = pz_device_names_find (self, device);
  g_autofree char *short_id = NULL;

  if (here)
    return g_strdup (C_("device", "This computer"));
  if (name != NULL)
    return g_strdup (name);
  short_id = g_strndup (device, SHORT_ID);
  /* Translators: %s is a few letters that tell one other computer from the next */
  return g_strdup_printf (C_("device", "Another computer (%s)"), short_id);
}
