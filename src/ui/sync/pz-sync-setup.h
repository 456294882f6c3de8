/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sync-work.h"

G_BEGIN_DECLS

/**
 * PzSyncSetupStep:
 * @PZ_SYNC_SETUP_SERVER: which server
 * @PZ_SYNC_SETUP_ACCOUNT: whose account
 * @PZ_SYNC_SETUP_FOLDER: which folder, and whether the class is sealed
 * @PZ_SYNC_SETUP_DONE: the class is on the server, or here
 */
typedef enum
{
  PZ_SYNC_SETUP_SERVER,
  PZ_SYNC_SETUP_ACCOUNT,
  PZ_SYNC_SETUP_FOLDER,
  PZ_SYNC_SETUP_DONE,
} PzSyncSetupStep;

/**
 * PzSyncSetupField:
 * @PZ_SYNC_FIELD_NONE: nowhere
 * @PZ_SYNC_FIELD_SERVER: the name of the server
 * @PZ_SYNC_FIELD_ADDRESS: the completed address
 * @PZ_SYNC_FIELD_USER: the account
 * @PZ_SYNC_FIELD_PASSWORD: its password
 * @PZ_SYNC_FIELD_FOLDER: the name of the folder
 * @PZ_SYNC_FIELD_PASSPHRASE: of the class
 * @PZ_SYNC_FIELD_DEVICE: what colleagues see of this device
 *
 * What is filled in, and where a problem stands.
 */
typedef enum
{
  PZ_SYNC_FIELD_NONE,
  PZ_SYNC_FIELD_SERVER,
  PZ_SYNC_FIELD_ADDRESS,
  PZ_SYNC_FIELD_USER,
  PZ_SYNC_FIELD_PASSWORD,
  PZ_SYNC_FIELD_FOLDER,
  PZ_SYNC_FIELD_PASSPHRASE,
  PZ_SYNC_FIELD_DEVICE,
} PzSyncSetupField;

/* What is asked to put a class on a server, or to fetch one from there: three steps, each checked with the server before
 * the next. No widgets. Signal: "changed". */
#define PZ_TYPE_SYNC_SETUP (pz_sync_setup_get_type ())
G_DECLARE_FINAL_TYPE (PzSyncSetup, pz_sync_setup, PZ, SYNC_SETUP, GObject)

PzSyncSetup      *pz_sync_setup_new             (PzEnvironment    *environment,
                                                 const char       *classroom_path,
                                                 PzSecrets        *secrets);
void              pz_sync_setup_set_place       (PzSyncSetup      *self,
                                                 const PzSyncPlace *place,
                                                 const char       *passphrase);
gboolean          pz_sync_setup_is_joining      (PzSyncSetup      *self);
PzSyncSetupStep   pz_sync_setup_get_step        (PzSyncSetup      *self);
gboolean          pz_sync_setup_is_busy         (PzSyncSetup      *self);
PzSyncSetupField  pz_sync_setup_get_field       (PzSyncSetup      *self);
const char       *pz_sync_setup_get_problem     (PzSyncSetup      *self);
const char       *pz_sync_setup_get_text        (PzSyncSetup      *self,
                                                 PzSyncSetupField  field);
void              pz_sync_setup_set_text        (PzSyncSetup      *self,
                                                 PzSyncSetupField  field,
                                                 const char       *text);
gboolean          pz_sync_setup_get_encrypted   (PzSyncSetup      *self);
void              pz_sync_setup_set_encrypted   (PzSyncSetup      *self,
                                                 gboolean          encrypted);
void              pz_sync_setup_new_passphrase  (PzSyncSetup      *self);
GPtrArray        *pz_sync_setup_get_folders     (PzSyncSetup      *self);
gboolean          pz_sync_setup_can_go_on       (PzSyncSetup      *self);
void              pz_sync_setup_go_on           (PzSyncSetup      *self);
void              pz_sync_setup_go_back         (PzSyncSetup      *self);
void              pz_sync_setup_cancel          (PzSyncSetup      *self);
const char       *pz_sync_setup_get_result      (PzSyncSetup      *self);

G_END_DECLS
