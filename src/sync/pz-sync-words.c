/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-words.h"

#include <glib/gi18n-lib.h>

/* What each trouble is for the engine, and what it is called for people. */
static const struct
{
  PzSyncError code;
  const char *sentence;
} troubles[] = {
  [PZ_SYNC_TROUBLE_NO_CONNECTION] = { PZ_SYNC_ERROR_OFFLINE, N_("There is no connection to the server.") },
  [PZ_SYNC_TROUBLE_NO_HOST] = { PZ_SYNC_ERROR_OFFLINE, N_("No server of this name was found. Is there a network?") },
  [PZ_SYNC_TROUBLE_PROXY] = { PZ_SYNC_ERROR_OFFLINE, N_("The proxy of this network does not let the program through to the server.") },
  [PZ_SYNC_TROUBLE_TIME_OUT] = { PZ_SYNC_ERROR_OFFLINE, N_("The server did not answer in time.") },
  [PZ_SYNC_TROUBLE_BROKEN_OFF] = { PZ_SYNC_ERROR_OFFLINE, N_("The connection broke off before the answer was complete.") },
  [PZ_SYNC_TROUBLE_BUSY] = { PZ_SYNC_ERROR_OFFLINE, N_("The server is busy. This is tried again later.") },
  [PZ_SYNC_TROUBLE_SERVER] = { PZ_SYNC_ERROR_OFFLINE, N_("The server has trouble of its own. This is tried again later.") },
  [PZ_SYNC_TROUBLE_SIGN_IN] = { PZ_SYNC_ERROR_SIGN_IN, N_("The server does not accept this user name and password. Sign in again.") },
  [PZ_SYNC_TROUBLE_READ_ONLY] = { PZ_SYNC_ERROR_READ_ONLY, N_("Read only: you may not change this class.") },
  [PZ_SYNC_TROUBLE_NO_ACCESS] = { PZ_SYNC_ERROR_FAILED, N_("This account may not read the class folder on the server.") },
  [PZ_SYNC_TROUBLE_FULL] = { PZ_SYNC_ERROR_FULL, N_("The server is full.") },
  [PZ_SYNC_TROUBLE_TOO_BIG] = { PZ_SYNC_ERROR_FULL, N_("The server does not take a file of this size.") },
  [PZ_SYNC_TROUBLE_NO_FOLDER] = { PZ_SYNC_ERROR_NOT_FOUND,
                                N_("The class folder was not found on the server. Nothing was deleted here.") },
  [PZ_SYNC_TROUBLE_NO_FILE] = { PZ_SYNC_ERROR_NOT_FOUND, N_("The file is no longer on the server.") },
  [PZ_SYNC_TROUBLE_PORTAL] = { PZ_SYNC_ERROR_NOT_THE_SERVER,
                             N_("This network asks you to sign in first: a web page came in place of the server’s answer.") },
  [PZ_SYNC_TROUBLE_OTHER_HOST] = { PZ_SYNC_ERROR_NOT_THE_SERVER,
                                 N_("The answer leads to another address. Perhaps this network asks you to sign in first.") },
  [PZ_SYNC_TROUBLE_CERTIFICATE] = { PZ_SYNC_ERROR_CERTIFICATE,
                                  N_("The server could not prove who it is: its certificate is not valid. Nothing was sent to it.") },
  [PZ_SYNC_TROUBLE_CERTIFICATE_DATE] = { PZ_SYNC_ERROR_CERTIFICATE,
                                       N_("The certificate of the server is not valid at this date. Check this computer’s clock.") },
  [PZ_SYNC_TROUBLE_CERTIFICATE_NAME] = { PZ_SYNC_ERROR_CERTIFICATE,
                                       N_("Another server answers under this name. Perhaps this network asks you to sign in first.") },
  [PZ_SYNC_TROUBLE_CERTIFICATE_ISSUER] = { PZ_SYNC_ERROR_CERTIFICATE,
                                         N_("Nobody whom this computer trusts vouches for the server. "
                                            "Ask those who run it for a valid certificate.") },
  [PZ_SYNC_TROUBLE_NO_WEBDAV] = { PZ_SYNC_ERROR_FAILED, N_("There is a server at this address, but no WebDAV folder.") },
  [PZ_SYNC_TROUBLE_LIST] = { PZ_SYNC_ERROR_FAILED, N_("The server’s list of files is not complete or cannot be read.") },
  [PZ_SYNC_TROUBLE_ANSWER] = { PZ_SYNC_ERROR_FAILED, N_("The server gave an answer that Personalize does not understand.") },
  [PZ_SYNC_TROUBLE_TOO_LARGE] = { PZ_SYNC_ERROR_TOO_LARGE, N_("A file on the server is larger than Personalize reads.") },
  [PZ_SYNC_TROUBLE_DAMAGED] = { PZ_SYNC_ERROR_DAMAGED, N_("A file on the server is damaged.") },
  [PZ_SYNC_TROUBLE_TOO_NEW] = { PZ_SYNC_ERROR_TOO_NEW,
                                N_("A newer version of Personalize wrote to this class. Update Personalize to change it.") },
  [PZ_SYNC_TROUBLE_NO_CLASS] = { PZ_SYNC_ERROR_OTHER_CLASS,
                                 N_("The folder on the server does not hold this class. Nothing was deleted here.") },
  [PZ_SYNC_TROUBLE_OTHER_CLASS] = { PZ_SYNC_ERROR_OTHER_CLASS,
                                    N_("This folder on the server holds another class. Nothing was changed.") },
  [PZ_SYNC_TROUBLE_PASSPHRASE] = { PZ_SYNC_ERROR_PASSPHRASE, N_("Enter the passphrase of this class.") },
  [PZ_SYNC_TROUBLE_WRONG_PASSPHRASE] = { PZ_SYNC_ERROR_PASSPHRASE, N_("This is not the passphrase of this class.") },
  [PZ_SYNC_TROUBLE_NOT_SEALED] = { PZ_SYNC_ERROR_DAMAGED,
                                   N_("A file on the server is not encrypted, though this class is. It was not read.") },
  [PZ_SYNC_TROUBLE_NO_KEYS] = { PZ_SYNC_ERROR_FAILED, N_("The class on the server is not encrypted. Nothing was changed.") },
  [PZ_SYNC_TROUBLE_NOT_SET_UP] = { PZ_SYNC_ERROR_NOT_SET_UP, N_("This class is not on a server.") },
  [PZ_SYNC_TROUBLE_IS_SET_UP] = { PZ_SYNC_ERROR_FAILED,
                                  N_("This class is on a server already. Leave that one first.") },
  [PZ_SYNC_TROUBLE_IS_HERE] = { PZ_SYNC_ERROR_FAILED,
                                N_("This class is on this computer already. Open it, and set up synchronisation there.") },
  [PZ_SYNC_TROUBLE_NO_PASSWORD] = { PZ_SYNC_ERROR_SIGN_IN, N_("The password of the server is not known here. Sign in again.") },
  [PZ_SYNC_TROUBLE_FOREIGN_FOLDER] = { PZ_SYNC_ERROR_OTHER_CLASS,
                                       N_("Other files lie in this folder on the server. Choose an empty or a new one.") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (troubles) == PZ_SYNC_N_TROUBLES);

/* The line that says how it stands, by what the person can do about it. */
static const char *const states[] = {
  [PZ_SYNC_ERROR_OFFLINE] = N_("Offline."),
  [PZ_SYNC_ERROR_SIGN_IN] = N_("Sign in again."),
  [PZ_SYNC_ERROR_READ_ONLY] = N_("Read only: you may not change this class."),
  [PZ_SYNC_ERROR_FULL] = N_("The server is full."),
  [PZ_SYNC_ERROR_NOT_FOUND] = N_("The class folder was not found on the server. Nothing was deleted here."),
  [PZ_SYNC_ERROR_OTHER_CLASS] = N_("The folder on the server does not hold this class. Nothing was deleted here."),
  [PZ_SYNC_ERROR_NOT_THE_SERVER] = N_("This network asks you to sign in first."),
  [PZ_SYNC_ERROR_CERTIFICATE] = N_("The server could not prove who it is."),
  [PZ_SYNC_ERROR_TOO_NEW] = N_("Update Personalize to change this class."),
  [PZ_SYNC_ERROR_DAMAGED] = N_("A file on the server is incomplete or damaged."),
  [PZ_SYNC_ERROR_TOO_LARGE] = N_("A file on the server is larger than Personalize reads."),
  [PZ_SYNC_ERROR_PASSPHRASE] = N_("Enter the passphrase of this class."),
  [PZ_SYNC_ERROR_NOT_SET_UP] = N_("This class is not on a server."),
  [PZ_SYNC_ERROR_FAILED] = N_("The server could not be used."),
};
G_STATIC_ASSERT (G_N_ELEMENTS (states) == PZ_SYNC_ERROR_FAILED + 1);

/**
 * pz_sync_trouble_get_code:
 * @trouble: what went wrong
 *
 * Returns: what the engine makes of it
 */
PzSyncError
pz_sync_trouble_get_code (PzSyncTrouble trouble)
{
  g_return_val_if_fail ((guint) trouble < PZ_SYNC_N_TROUBLES, PZ_SYNC_ERROR_FAILED);
  return troubles[trouble].code;
}

/**
 * pz_sync_words_get_sentence:
 * @trouble: what went wrong
 *
 * Returns: a sentence for people: what happened, in their language, without a number or a word of protocols
 */
const char *
pz_sync_words_get_sentence (PzSyncTrouble trouble)
{
  g_return_val_if_fail ((guint) trouble < PZ_SYNC_N_TROUBLES, "");
  return _(troubles[trouble].sentence);
}

/**
 * pz_sync_words_set_error:
 * @error: (out): is set to the code and the sentence of the trouble
 * @trouble: what went wrong
 */
void
pz_sync_words_set_error (GError        **error,
                         PzSyncTrouble   trouble)
{
  g_set_error_literal (error, PZ_SYNC_ERROR, (int) pz_sync_trouble_get_code (trouble), pz_sync_words_get_sentence (trouble));
}

/**
 * pz_sync_words_refuse:
 * @error: (out): is set to the code and the sentence of the trouble
 * @trouble: what went wrong
 *
 * Returns: %FALSE, for whoever says that with the error
 */
gboolean
pz_sync_words_refuse (GError        **error,
                      PzSyncTrouble   trouble)
{
  pz_sync_words_set_error (error, trouble);
  return FALSE;
}

/**
 * pz_sync_words_dup_status:
 * @code: how the last try ended
 * @n_waiting: changes that are not known to be on the server
 *
 * Returns: (transfer full): the line that tells how it stands: "Offline. 3 changes wait here."
 */
char *
pz_sync_words_dup_status (PzSyncError code,
                          guint       n_waiting)
{
  g_autofree char *waiting = NULL;

  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (states), NULL);

  if (n_waiting == 0)
    return g_strdup (_(states[code]));
  waiting = g_strdup_printf (ngettext ("%u change waits here.", "%u changes wait here.", n_waiting), n_waiting);
  /* Translators: how synchronisation stands, two sentences: %1$s why nothing moves, as in “Offline.”,
   * %2$s how much is not sent, as in “3 changes wait here.” */
  return g_strdup_printf (_("%1$s %2$s"), _(states[code]), waiting);
}
