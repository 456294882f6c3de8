/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sync-facts.h"
#include "pz-sync-rhythm.h"

#include "pz-environment.h"
#include "pz-secrets.h"

G_BEGIN_DECLS

/**
 * PzSyncJob:
 * @PZ_SYNC_JOB_RUN: one synchronisation
 * @PZ_SYNC_JOB_START: the same, after looking anew where the class is
 * @PZ_SYNC_JOB_SIGN_IN: the text is a password: try it, keep it when it works
 * @PZ_SYNC_JOB_UNLOCK: the text is the passphrase of the class
 * @PZ_SYNC_JOB_LIST_DEVICES: who takes part
 * @PZ_SYNC_JOB_RETIRE: the text is the id of a device that is lost: note it, and tell the others
 * @PZ_SYNC_JOB_NEW_KEY: a device is lost: what is written from now on is sealed with a new key, under a new passphrase
 * @PZ_SYNC_JOB_SHOW_PASSPHRASE: look it up in the keyring
 * @PZ_SYNC_JOB_CHANGE_PASSPHRASE: the text is the new one
 * @PZ_SYNC_JOB_SAVE_FILES: the text is the path of a folder: copy the files there that are not used
 * @PZ_SYNC_JOB_LEAVE: forget the server
 *
 * What is done with the server, one at a time and never on the main loop.
 */
typedef enum
{
  PZ_SYNC_JOB_RUN,
  PZ_SYNC_JOB_START,
  PZ_SYNC_JOB_SIGN_IN,
  PZ_SYNC_JOB_UNLOCK,
  PZ_SYNC_JOB_LIST_DEVICES,
  PZ_SYNC_JOB_RETIRE,
  PZ_SYNC_JOB_NEW_KEY,
  PZ_SYNC_JOB_SHOW_PASSPHRASE,
  PZ_SYNC_JOB_CHANGE_PASSPHRASE,
  PZ_SYNC_JOB_SAVE_FILES,
  PZ_SYNC_JOB_LEAVE,
} PzSyncJob;

/**
 * PzSyncPlace:
 * @folder: address of the folder of the class
 * @user: (nullable): the account
 * @device_name: what colleagues see of this device
 * @encrypted: whether the class is sealed before it leaves the computer
 * @lasting: whether this computer has a keyring; else the password is asked for after each start
 *
 * Where the class is, for people. No secrets.
 */
typedef struct
{
  char *folder;
  char *user;
  char *device_name;
  gboolean encrypted;
  gboolean lasting;
} PzSyncPlace;

/**
 * PzSyncAnswer:
 * @place: (nullable): where the class is; %NULL: on no server
 * @facts: how it stands, when @has_run
 * @turnout: how it ended, when @has_run
 * @retry_after: when the server wants to be asked again, s; 0: it did not say
 * @n_received: changes of others that were taken in
 * @n_saved: files that were copied
 * @has_run: whether a synchronisation was tried
 * @healed: the server had lost something that was sent again
 * @new_device: this device took another id
 * @devices: (nullable) (element-type PzSyncDevice): who takes part
 * @text: (nullable): the passphrase that was looked up or made
 *
 * What a job brought.
 */
typedef struct
{
  PzSyncPlace *place;
  PzSyncFacts facts;
  PzSyncTurnout turnout;
  guint retry_after;
  guint64 n_received;
  guint n_saved;
  gboolean has_run;
  gboolean healed;
  gboolean new_device;
  GPtrArray *devices;
  char *text;
} PzSyncAnswer;

/* The side of the worker thread: a class, its server, and what they say to each other. Reference counted; all but
 * pz_sync_work_do() may be called from any thread, and that from one at a time. */
typedef struct _PzSyncWork PzSyncWork;

PzSyncWork   *pz_sync_work_new    (PzEnvironment  *environment,
                                   const char     *classroom_path,
                                   PzSecrets      *secrets);
PzSyncWork   *pz_sync_work_ref    (PzSyncWork     *self);
void          pz_sync_work_unref  (PzSyncWork     *self);
PzSyncAnswer *pz_sync_work_do     (PzSyncWork     *self,
                                   PzSyncJob       job,
                                   const char     *text,
                                   GCancellable   *cancellable,
                                   GError        **error);
void          pz_sync_answer_free (PzSyncAnswer   *self);
void          pz_sync_place_free  (PzSyncPlace    *self);
void          pz_sync_place_split (const PzSyncPlace *self,
                                   char          **address,
                                   char          **name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzSyncWork, pz_sync_work_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzSyncAnswer, pz_sync_answer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzSyncPlace, pz_sync_place_free)

G_END_DECLS
