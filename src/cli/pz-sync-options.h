/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PzSyncOptions:
 * @all: every class that is on a server
 * @dry_run: say what would happen
 * @set_up: (nullable): address of a server that the class shall be put on
 * @join: (nullable): address of a server with a class to fetch
 * @leave: forget the server
 * @devices: list who takes part
 * @retire: (nullable): name or id of a computer that was lost
 * @new_key: after that, write with a key it does not have
 * @status: say how it stands, without a network
 * @folder: (nullable): name of the folder of the class on the server
 * @user: (nullable): name of the account
 * @encrypt: close the class with a passphrase
 * @device_name: (nullable): what others read beside the values of this device
 * @password_file: (nullable): where the password of the account is; "-" is the standard input
 * @passphrase_file: (nullable): where the passphrase of the class is
 *
 * What was typed behind "sync"; all texts are bytes as typed.
 */
typedef struct
{
  gboolean all;
  gboolean dry_run;
  char *set_up;
  char *join;
  gboolean leave;
  gboolean devices;
  char *retire;
  gboolean new_key;
  gboolean status;
  char *folder;
  char *user;
  gboolean encrypt;
  char *device_name;
  char *password_file;
  char *passphrase_file;
} PzSyncOptions;

extern const GOptionEntry pz_sync_option_entries[];

const PzSyncOptions *pz_sync_options_get   (void);
gboolean             pz_sync_options_check (const PzSyncOptions  *self,
                                            gboolean              names_class,
                                            GError              **error);

G_END_DECLS
