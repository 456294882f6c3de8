/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PZ_SYNC_ERROR (pz_sync_error_quark ())

/**
 * PzSyncError:
 * @PZ_SYNC_ERROR_OFFLINE: no network, no such host, time-out, 5xx, 423, 429: nothing is wrong here, try again later
 * @PZ_SYNC_ERROR_SIGN_IN: 401: the account or its password is not accepted
 * @PZ_SYNC_ERROR_READ_ONLY: 403 on a write: this account may read and no more
 * @PZ_SYNC_ERROR_FULL: 507, 413: the server has no room
 * @PZ_SYNC_ERROR_NOT_FOUND: 404: the folder, or the one file that was asked for
 * @PZ_SYNC_ERROR_OTHER_CLASS: the folder holds another class, or none
 * @PZ_SYNC_ERROR_NOT_THE_SERVER: a page in place of an answer, a redirect to another host: a network that wants a sign-in
 * @PZ_SYNC_ERROR_CERTIFICATE: TLS failed: who answers did not prove to be the server
 * @PZ_SYNC_ERROR_TOO_NEW: written by a newer version of the program
 * @PZ_SYNC_ERROR_DAMAGED: bytes that are not what their name or their seal says
 * @PZ_SYNC_ERROR_TOO_LARGE: over a cap
 * @PZ_SYNC_ERROR_PASSPHRASE: the key of this class is not known here, or the passphrase is another
 * @PZ_SYNC_ERROR_NOT_SET_UP: the class is on no server
 * @PZ_SYNC_ERROR_FAILED: none of these; the text says what
 *
 * What can be wrong with a server and what lies on it, by what the teacher can do about it.
 */
typedef enum
{
  PZ_SYNC_ERROR_OFFLINE,
  PZ_SYNC_ERROR_SIGN_IN,
  PZ_SYNC_ERROR_READ_ONLY,
  PZ_SYNC_ERROR_FULL,
  PZ_SYNC_ERROR_NOT_FOUND,
  PZ_SYNC_ERROR_OTHER_CLASS,
  PZ_SYNC_ERROR_NOT_THE_SERVER,
  PZ_SYNC_ERROR_CERTIFICATE,
  PZ_SYNC_ERROR_TOO_NEW,
  PZ_SYNC_ERROR_DAMAGED,
  PZ_SYNC_ERROR_TOO_LARGE,
  PZ_SYNC_ERROR_PASSPHRASE,
  PZ_SYNC_ERROR_NOT_SET_UP,
  PZ_SYNC_ERROR_FAILED,
} PzSyncError;

GQuark pz_sync_error_quark (void);

G_END_DECLS
