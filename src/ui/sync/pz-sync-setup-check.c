/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-setup-private.h"

#include "pz-passphrase.h"
#include "pz-sync-error.h"
#include "pz-sync-set-up.h"

#include <glib/gi18n-lib.h>

static gboolean
is_error (const GError *error,
          PzSyncError   code)
{
  return g_error_matches (error, PZ_SYNC_ERROR, (int) code);
}

/* A server that asks who we are, or has no folder for nobody, is a server: more is known with the account. */
static gboolean
check_server (PzSetupCheck  *self,
              GCancellable  *cancellable,
              GError       **error)
{
  const PzSyncAccount account = { .address = self->address };
  g_autoptr(GError) trouble = NULL;
  g_autoptr(GPtrArray) folders = pz_sync_account_list_folders (&account, cancellable, &trouble);

  if (folders != NULL || is_error (trouble, PZ_SYNC_ERROR_SIGN_IN) || is_error (trouble, PZ_SYNC_ERROR_NOT_FOUND)
      || is_error (trouble, PZ_SYNC_ERROR_FAILED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&trouble));
  self->field = PZ_SYNC_FIELD_SERVER;
  return FALSE;
}

static gboolean
check_account (PzSetupCheck  *self,
               GCancellable  *cancellable,
               GError       **error)
{
  const PzSyncAccount account = { .address = self->address, .user = self->user, .password = self->password };

  self->folders = pz_sync_account_list_folders (&account, cancellable, error);
  if (self->folders != NULL)
    return TRUE;
  self->field = is_error (*error, PZ_SYNC_ERROR_SIGN_IN) ? PZ_SYNC_FIELD_PASSWORD : PZ_SYNC_FIELD_ADDRESS;
  if (!is_error (*error, PZ_SYNC_ERROR_NOT_FOUND))
    return FALSE;
  g_clear_error (error);
  g_set_error_literal (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_FOUND,
                       _("There is no such folder on the server. Correct the address, or ask those who run the server for it."));
  return FALSE;
}

static gboolean
refuse (GError     **error,
        PzSyncError  code,
        const char  *sentence)
{
  g_set_error_literal (error, PZ_SYNC_ERROR, (int) code, sentence);
  return FALSE;
}

/* Whether the folder is what is wanted of it: empty for a class that goes there, a class for who fetches one. */
static gboolean
look_at_folder (PzSetupCheck         *self,
                const PzSyncAccount  *account,
                GCancellable         *cancellable,
                GError              **error)
{
  g_auto(PzSyncFolderInfo) info = { 0 };
  g_autofree char *here = self->classroom_path != NULL ? g_path_get_basename (self->classroom_path) : NULL;

  self->field = PZ_SYNC_FIELD_FOLDER;
  if (!pz_sync_account_look (account, self->folder, &info, cancellable, error))
    return FALSE;
  if (here == NULL && info.kind == PZ_SYNC_FOLDER_NONE)
    return refuse (error, PZ_SYNC_ERROR_OTHER_CLASS, _("There is no class in this folder."));
  if (info.kind == PZ_SYNC_FOLDER_OTHER)
    return refuse (error, PZ_SYNC_ERROR_OTHER_CLASS, here == NULL ? _("There is no class in this folder.")
                                                                  : _("There are other files in this folder. Choose an empty one."));
  if (here != NULL && info.kind == PZ_SYNC_FOLDER_CLASS && g_strcmp0 (info.classroom, here) != 0)
    return refuse (error, PZ_SYNC_ERROR_OTHER_CLASS,
                   _("Another class is in this folder already. Choose another name, or join that class instead."));
  self->field = PZ_SYNC_FIELD_PASSPHRASE;
  if (here == NULL && info.is_encrypted && self->passphrase == NULL)
    return refuse (error, PZ_SYNC_ERROR_PASSPHRASE, _("This class is encrypted. Enter its passphrase."));
  return TRUE;
}

static gboolean
put_on_server (PzSetupCheck         *self,
               const PzSyncAccount  *account,
               GCancellable         *cancellable,
               GError              **error)
{
  return (self->is_moving ? pz_sync_move : pz_sync_set_up) (self->environment, self->classroom_path, account, self->folder,
                                                            self->passphrase, self->device_name, self->secrets, cancellable,
                                                            error);
}

static gboolean
finish (PzSetupCheck  *self,
        GCancellable  *cancellable,
        GError       **error)
{
  const PzSyncAccount account = { .address = self->address, .user = self->user, .password = self->password };

  if (!look_at_folder (self, &account, cancellable, error))
    return FALSE;
  if (self->classroom_path == NULL)
    self->path = pz_sync_join (self->environment, &account, self->folder, self->passphrase, self->device_name, self->secrets,
                               cancellable, error);
  else if (put_on_server (self, &account, cancellable, error))
    self->path = g_strdup (self->classroom_path);
  if (self->path != NULL)
    return TRUE;
  self->field = is_error (*error, PZ_SYNC_ERROR_PASSPHRASE) ? PZ_SYNC_FIELD_PASSPHRASE : PZ_SYNC_FIELD_FOLDER;
  return FALSE;
}

/**
 * pz_setup_check_run:
 * @self: a step to be tried
 * @cancellable: (nullable): to stop
 * @error: a sentence for people; @field says where it belongs
 *
 * Asks the server; blocks.
 *
 * Returns: whether the step is done
 */
gboolean
pz_setup_check_run (PzSetupCheck  *self,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_return_val_if_fail (self != NULL && error != NULL, FALSE);

  switch (self->step)
    {
    case PZ_SYNC_SETUP_SERVER:
      return check_server (self, cancellable, error);
    case PZ_SYNC_SETUP_ACCOUNT:
      return check_account (self, cancellable, error);
    case PZ_SYNC_SETUP_FOLDER:
      return finish (self, cancellable, error);
    case PZ_SYNC_SETUP_DONE:
    default:
      return TRUE;
    }
}

/**
 * pz_setup_check_free:
 * @self: (transfer full): a step
 */
void
pz_setup_check_free (PzSetupCheck *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->environment);
  g_clear_object (&self->secrets);
  g_free (self->classroom_path);
  g_free (self->address);
  g_free (self->user);
  g_free (self->password);
  g_free (self->folder);
  g_free (self->passphrase);
  g_free (self->device_name);
  g_clear_pointer (&self->folders, g_ptr_array_unref);
  g_free (self->path);
  g_free (self);
}
