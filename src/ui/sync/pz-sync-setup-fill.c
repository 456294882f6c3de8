/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-setup-private.h"

#include "pz-passphrase.h"

/* What is filled in without anybody typing it. */

/**
 * pz_sync_setup_new_passphrase:
 * @self: a set-up
 *
 * Another passphrase that nobody can guess, in groups of five.
 */
void
pz_sync_setup_new_passphrase (PzSyncSetup *self)
{
  g_autofree char *passphrase = pz_passphrase_generate ();

  g_return_if_fail (PZ_IS_SYNC_SETUP (self));
  pz_sync_setup_set_text (self, PZ_SYNC_FIELD_PASSPHRASE, passphrase);
}

/**
 * pz_sync_setup_set_place:
 * @self: a set-up of a class that goes to a server
 * @place: where it is, or was before its folder went
 * @passphrase: (nullable): its passphrase, when it is sealed and that is known
 *
 * Fills in what is known, so that the class can be put there again, or elsewhere.
 */
void
pz_sync_setup_set_place (PzSyncSetup       *self,
                         const PzSyncPlace *place,
                         const char        *passphrase)
{
  g_autofree char *address = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (PZ_IS_SYNC_SETUP (self) && !pz_sync_setup_is_joining (self) && place != NULL);

  pz_sync_setup_move (self);
  pz_sync_place_split (place, &address, &name);
  pz_sync_setup_set_text (self, PZ_SYNC_FIELD_SERVER, address);
  pz_sync_setup_set_text (self, PZ_SYNC_FIELD_USER, place->user != NULL ? place->user : "");
  pz_sync_setup_set_text (self, PZ_SYNC_FIELD_FOLDER, name);
  if (place->device_name != NULL)
    pz_sync_setup_set_text (self, PZ_SYNC_FIELD_DEVICE, place->device_name);
  pz_sync_setup_set_encrypted (self, place->encrypted);
  if (place->encrypted && passphrase != NULL)
    pz_sync_setup_set_text (self, PZ_SYNC_FIELD_PASSPHRASE, passphrase);
}
