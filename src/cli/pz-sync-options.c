/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-options.h"

#include <glib/gi18n-lib.h>

static PzSyncOptions options;

const GOptionEntry pz_sync_option_entries[] = {
  { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_("Every class that is on a server"), NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_("Say what would happen, and change nothing"), NULL },
  { "set-up", 0, 0, G_OPTION_ARG_FILENAME, &options.set_up, N_("Put the class on this server"), N_("ADDRESS") },
  { "join", 0, 0, G_OPTION_ARG_FILENAME, &options.join, N_("Bring a class from this server to this computer"), N_("ADDRESS") },
  { "folder", 0, 0, G_OPTION_ARG_FILENAME, &options.folder, N_("The folder of the class on the server"), N_("NAME") },
  { "user", 0, 0, G_OPTION_ARG_FILENAME, &options.user, N_("The account on the server"), N_("NAME") },
  { "encrypt", 0, 0, G_OPTION_ARG_NONE, &options.encrypt, N_("Close the class with a passphrase, which is made when no file has one"), NULL },
  { "device-name", 0, 0, G_OPTION_ARG_FILENAME, &options.device_name, N_("What colleagues see beside values of this computer"), N_("NAME") },
  { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &options.password_file, N_("The password of the account is in this file; - reads a line"), N_("FILE") },
  { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &options.passphrase_file, N_("The passphrase of the class is in this file; - reads a line"), N_("FILE") },
  { "status", 0, 0, G_OPTION_ARG_NONE, &options.status, N_("Say how it stands, without asking the server"), NULL },
  { "devices", 0, 0, G_OPTION_ARG_NONE, &options.devices, N_("List the computers that take part"), NULL },
  { "retire", 0, 0, G_OPTION_ARG_FILENAME, &options.retire, N_("A computer was lost: nothing waits for it any more"), N_("DEVICE") },
  { "new-key", 0, 0, G_OPTION_ARG_NONE, &options.new_key, N_("With --retire: close what is written from now on to the lost computer"), NULL },
  { "leave", 0, 0, G_OPTION_ARG_NONE, &options.leave, N_("Forget the server; nothing is deleted here or there"), NULL },
  { NULL }
};

/**
 * pz_sync_options_get:
 *
 * Returns: (transfer none): what the parser found
 */
const PzSyncOptions *
pz_sync_options_get (void)
{
  return &options;
}

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, sentence);
  return FALSE;
}

/**
 * pz_sync_options_check:
 * @names_class: whether --class was given
 * @error: %G_OPTION_ERROR with what does not fit together
 *
 * Returns: whether they say one thing, and all that it takes
 */
gboolean
pz_sync_options_check (const PzSyncOptions  *self,
                       gboolean              names_class,
                       GError              **error)
{
  gboolean begins = self->set_up != NULL || self->join != NULL;
  int n_verbs = (self->set_up != NULL) + (self->join != NULL) + self->leave + self->devices + self->status
                + (self->retire != NULL);

  if (n_verbs > 1)
    return refuse (error, _("Only one of --set-up, --join, --status, --devices, --retire and --leave can be done at a time."));
  if (self->all && (names_class || begins || self->leave || self->devices || self->retire != NULL))
    return refuse (error, _("--all is for synchronising and --status, and names no class."));
  if (self->new_key && self->retire == NULL)
    return refuse (error, _("--new-key is for --retire."));
  if (self->dry_run && (self->leave || self->devices || self->status || self->retire != NULL))
    return refuse (error, _("--dry-run is for synchronising, --set-up and --join."));
  if (!begins && (self->folder != NULL || self->user != NULL || self->device_name != NULL))
    return refuse (error, _("--folder, --user and --device-name are for --set-up and --join."));
  if (begins && (self->folder == NULL || *self->folder == '\0'))
    return refuse (error, _("Name the folder of the class on the server with --folder."));
  if (self->encrypt && self->set_up == NULL)
    return refuse (error, _("Whether a class is encrypted is decided with --set-up."));
  if (self->join != NULL && names_class)
    return refuse (error, _("--join brings a class that is not here yet; --class names one that is."));
  return TRUE;
}
