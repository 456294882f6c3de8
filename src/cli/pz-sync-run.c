/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-run.h"

#include "pz-sync-ask.h"
#include "pz-sync-error.h"

#include <glib/gi18n-lib.h>

/* The passphrase opens keys that are not here yet. Returns FALSE without an error when nobody gave one. */
static gboolean
unlock (PzCli                *cli,
        const PzSyncOptions  *options,
        PzSyncSession        *session,
        GError              **error)
{
  char *passphrase = pz_sync_ask (options->passphrase_file, _("Passphrase of the class:"), cli->cancellable, error);
  gboolean good = passphrase != NULL && pz_sync_session_unlock (session, passphrase, cli->cancellable, error);

  pz_secret_text_free (passphrase);
  return good;
}

/* Returns FALSE without an error when nobody gave one. */
static gboolean
sign_in (PzCli                *cli,
         const PzSyncOptions  *options,
         PzSyncSession        *session,
         GError              **error)
{
  char *password = pz_sync_ask (options->password_file, _("Password of the account:"), cli->cancellable, error);
  gboolean good = password != NULL;

  if (good)
    pz_sync_session_set_password (session, password);
  pz_secret_text_free (password);
  return good;
}

/* Whether something was given that may help against what went wrong. */
static gboolean
can_help (PzCli                *cli,
          const PzSyncOptions  *options,
          PzSyncSession        *session,
          const GError         *why,
          guint                 round,
          GError              **error)
{
  if (round == 0 && g_error_matches (why, PZ_SYNC_ERROR, PZ_SYNC_ERROR_SIGN_IN))
    return options->password_file == NULL && sign_in (cli, options, session, error);
  return round < 2 && g_error_matches (why, PZ_SYNC_ERROR, PZ_SYNC_ERROR_PASSPHRASE) && unlock (cli, options, session, error);
}

/**
 * pz_sync_run:
 * @options: with the files of the password and the passphrase, if there are any
 * @session: a class that is on a server
 * @error: as pz_sync_session_run(), or why nothing was read
 *
 * One synchronisation, again after a password or passphrase was given that it lacked.
 *
 * Returns: whether it came to its end
 */
gboolean
pz_sync_run (PzCli                *cli,
             const PzSyncOptions  *options,
             PzSyncSession        *session,
             GError              **error)
{
  g_autoptr(GError) local_error = NULL;

  if (options->password_file != NULL && pz_sync_session_get_settings (session)->user != NULL)
    sign_in (cli, options, session, &local_error);
  for (guint round = 0; local_error == NULL; round++)
    {
      g_autoptr(GError) why = NULL;

      if (pz_sync_session_run (session, cli->cancellable, &why))
        return TRUE;
      if (can_help (cli, options, session, why, round, &local_error))
        continue;
      if (local_error == NULL)
        local_error = g_steal_pointer (&why);
    }
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
