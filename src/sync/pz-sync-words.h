/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sync-error.h"

G_BEGIN_DECLS

/**
 * PzSyncTrouble:
 * @PZ_SYNC_TROUBLE_NO_CONNECTION: nothing answers: no network, refused, unreachable
 * @PZ_SYNC_TROUBLE_NO_HOST: the name of the server is not known just now
 * @PZ_SYNC_TROUBLE_PROXY: a proxy on the way does not let anything through
 * @PZ_SYNC_TROUBLE_TIME_OUT: no byte moved for too long
 * @PZ_SYNC_TROUBLE_BROKEN_OFF: the connection ended before the answer was whole
 * @PZ_SYNC_TROUBLE_BUSY: 423, 429, 503: asked to come back later
 * @PZ_SYNC_TROUBLE_SERVER: any other 5xx
 * @PZ_SYNC_TROUBLE_SIGN_IN: 401
 * @PZ_SYNC_TROUBLE_READ_ONLY: 403 on a write
 * @PZ_SYNC_TROUBLE_NO_ACCESS: 403 on a read
 * @PZ_SYNC_TROUBLE_FULL: 507
 * @PZ_SYNC_TROUBLE_TOO_BIG: 413
 * @PZ_SYNC_TROUBLE_NO_FOLDER: the folder of the class, or the one it lies in, is not there
 * @PZ_SYNC_TROUBLE_NO_FILE: the one file that was asked for is not there
 * @PZ_SYNC_TROUBLE_PORTAL: a page in place of an answer
 * @PZ_SYNC_TROUBLE_OTHER_HOST: sent on to another server
 * @PZ_SYNC_TROUBLE_CERTIFICATE: who answers did not prove to be the server
 * @PZ_SYNC_TROUBLE_CERTIFICATE_DATE: the certificate is too old or too new for this computer's clock
 * @PZ_SYNC_TROUBLE_CERTIFICATE_NAME: the certificate is that of another server
 * @PZ_SYNC_TROUBLE_CERTIFICATE_ISSUER: nobody whom this computer trusts has signed the certificate
 * @PZ_SYNC_TROUBLE_NO_WEBDAV: a server, but none that knows folders
 * @PZ_SYNC_TROUBLE_LIST: a listing that cannot be read or may not be whole
 * @PZ_SYNC_TROUBLE_ANSWER: any other answer that makes no sense
 * @PZ_SYNC_TROUBLE_TOO_LARGE: more bytes than are read
 * @PZ_SYNC_TROUBLE_DAMAGED: bytes that are not what they must be
 * @PZ_SYNC_TROUBLE_TOO_NEW: a newer version wrote something that this one cannot read
 * @PZ_SYNC_TROUBLE_NO_CLASS: the folder holds no class at all
 * @PZ_SYNC_TROUBLE_OTHER_CLASS: the folder holds another class
 * @PZ_SYNC_TROUBLE_PASSPHRASE: sealed with a key that is not known here
 * @PZ_SYNC_TROUBLE_WRONG_PASSPHRASE: it opens no key of the class
 * @PZ_SYNC_TROUBLE_NOT_SEALED: a plain object where all are sealed
 * @PZ_SYNC_TROUBLE_NO_KEYS: a class without a key, where all were to be sealed
 * @PZ_SYNC_TROUBLE_NOT_SET_UP: the class is on no server
 * @PZ_SYNC_TROUBLE_IS_SET_UP: the class is on a server already
 * @PZ_SYNC_TROUBLE_IS_HERE: the class that was to be joined is on this computer already
 * @PZ_SYNC_TROUBLE_NO_PASSWORD: the password of the account is not known here
 * @PZ_SYNC_TROUBLE_FOREIGN_FOLDER: other files lie in the folder
 *
 * All that can go wrong between here and a server, and with what lies on it. Each has its code and its sentence for people in one table.
 */
typedef enum
{
  PZ_SYNC_TROUBLE_NO_CONNECTION,
  PZ_SYNC_TROUBLE_NO_HOST,
  PZ_SYNC_TROUBLE_PROXY,
  PZ_SYNC_TROUBLE_TIME_OUT,
  PZ_SYNC_TROUBLE_BROKEN_OFF,
  PZ_SYNC_TROUBLE_BUSY,
  PZ_SYNC_TROUBLE_SERVER,
  PZ_SYNC_TROUBLE_SIGN_IN,
  PZ_SYNC_TROUBLE_READ_ONLY,
  PZ_SYNC_TROUBLE_NO_ACCESS,
  PZ_SYNC_TROUBLE_FULL,
  PZ_SYNC_TROUBLE_TOO_BIG,
  PZ_SYNC_TROUBLE_NO_FOLDER,
  PZ_SYNC_TROUBLE_NO_FILE,
  PZ_SYNC_TROUBLE_PORTAL,
  PZ_SYNC_TROUBLE_OTHER_HOST,
  PZ_SYNC_TROUBLE_CERTIFICATE,
  PZ_SYNC_TROUBLE_CERTIFICATE_DATE,
  PZ_SYNC_TROUBLE_CERTIFICATE_NAME,
  PZ_SYNC_TROUBLE_CERTIFICATE_ISSUER,
  PZ_SYNC_TROUBLE_NO_WEBDAV,
  PZ_SYNC_TROUBLE_LIST,
  PZ_SYNC_TROUBLE_ANSWER,
  PZ_SYNC_TROUBLE_TOO_LARGE,
  PZ_SYNC_TROUBLE_DAMAGED,
  PZ_SYNC_TROUBLE_TOO_NEW,
  PZ_SYNC_TROUBLE_NO_CLASS,
  PZ_SYNC_TROUBLE_OTHER_CLASS,
  PZ_SYNC_TROUBLE_PASSPHRASE,
  PZ_SYNC_TROUBLE_WRONG_PASSPHRASE,
  PZ_SYNC_TROUBLE_NOT_SEALED,
  PZ_SYNC_TROUBLE_NO_KEYS,
  PZ_SYNC_TROUBLE_NOT_SET_UP,
  PZ_SYNC_TROUBLE_IS_SET_UP,
  PZ_SYNC_TROUBLE_IS_HERE,
  PZ_SYNC_TROUBLE_NO_PASSWORD,
  PZ_SYNC_TROUBLE_FOREIGN_FOLDER,
} PzSyncTrouble;

#define PZ_SYNC_N_TROUBLES (PZ_SYNC_TROUBLE_FOREIGN_FOLDER + 1)

PzSyncError pz_sync_trouble_get_code   (PzSyncTrouble   trouble);
const char *pz_sync_words_get_sentence (PzSyncTrouble   trouble);
void        pz_sync_words_set_error    (GError        **error,
                                        PzSyncTrouble   trouble);
gboolean    pz_sync_words_refuse       (GError        **error,
                                        PzSyncTrouble   trouble);
char       *pz_sync_words_dup_status   (PzSyncError     code,
                                        guint           n_waiting);

G_END_DECLS
