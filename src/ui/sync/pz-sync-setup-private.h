/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sync-setup.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PzSetupCheck:
 * @step: what is tried
 * @environment: clock, chance and folders
 * @classroom_path: (nullable): the class that is put on the server; %NULL: one is fetched from it
 * @is_moving: the class is on a server already, or was
 * @secrets: where passwords and keys are kept
 * @address: of the account's files
 * @user: the account
 * @password: its password
 * @folder: name of the folder of the class
 * @passphrase: (nullable): of the class; %NULL: it is not sealed
 * @device_name: what colleagues see of this device
 * @folders: (out) (element-type utf8): names of the folders that are there, after the account was tried
 * @path: (out): the class on this computer, at the end
 * @field: (out): beside which field the error stands
 *
 * One step, tried with the server: texts in, answers out.
 */
typedef struct
{
  PzSyncSetupStep step;
  PzEnvironment *environment;
  char *classroom_path;
  gboolean is_moving;
  PzSecrets *secrets;
  char *address;
  char *user;
  char *password;
  char *folder;
  char *passphrase;
  char *device_name;

  GPtrArray *folders;
  char *path;
  PzSyncSetupField field;
} PzSetupCheck;

void     pz_sync_setup_move  (PzSyncSetup   *self);

/* pz-sync-setup-check.c: blocks, for a thread */
gboolean pz_setup_check_run  (PzSetupCheck  *self,
                              GCancellable  *cancellable,
                              GError       **error);
void     pz_setup_check_free (PzSetupCheck  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzSetupCheck, pz_setup_check_free)

G_END_DECLS
