/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-begin.h"

#include "pz-json-writer.h"
#include "pz-output.h"
#include "pz-passphrase.h"
#include "pz-server-address.h"
#include "pz-sync-ask.h"
#include "pz-sync-key.h"
#include "pz-sync-set-up.h"
#include "pz-sync-words.h"

#include <glib/gi18n-lib.h>

/* Where a class is put, or comes from, and what opens it. */
typedef struct
{
  char *address;
  char *user;        /* (nullable) */
  char *password;    /* (nullable) */
  char *folder;
  char *device_name;
  char *passphrase;  /* (nullable) */
} Place;

static void
place_clear (Place *self)
{
  g_free (self->address);
  g_free (self->user);
  pz_secret_text_free (self->password);
  g_free (self->folder);
  g_free (self->device_name);
  pz_secret_text_free (self->passphrase);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static PzSyncAccount
get_account (const Place *self)
{
  return (PzSyncAccount) { self->address, self->user, self->password };
}

static gboolean
read_account (PzCli                *cli,
              const PzSyncOptions  *options,
              Place                *place,
              GError              **error)
{
  g_autofree char *typed = pz_cli_dup_text (options->set_up != NULL ? options->set_up : options->join);
  g_autoptr(GError) local_error = NULL;

  place->user = pz_cli_dup_text (options->user);
  place->folder = pz_cli_dup_text (options->folder);
  place->device_name = options->device_name != NULL ? pz_cli_dup_text (options->device_name)
                                                    : g_utf8_make_valid (g_get_host_name (), -1);
  place->address = pz_server_address_complete (typed, place->user, error);
  if (place->address == NULL)
    return FALSE;
  if (place->user == NULL)
    return TRUE;
  place->password = pz_sync_ask (options->password_file, _("Password of the account:"), cli->cancellable, &local_error);
  if (place->password != NULL)
    return TRUE;
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_NO_PASSWORD);
  return FALSE;
}

/* Leaves no passphrase and no error when nobody gave one. */
static gboolean
read_passphrase (PzCli                *cli,
                 const PzSyncOptions  *options,
                 Place                *place,
                 GError              **error)
{
  g_autoptr(GError) local_error = NULL;

  place->passphrase = pz_sync_ask (options->passphrase_file, _("Passphrase of the class:"), cli->cancellable, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Without a service that keeps passwords they are asked for each time. */
static void
remark_secrets (PzSecrets *secrets)
{
  if (!pz_secrets_is_lasting (secrets))
    pz_output_message ("%s", _("No service of this session keeps passwords: give --password-file and --passphrase-file "
                               "each time."));
}

static void
print_begun (PzCli       *cli,
             gboolean     joined,
             const char  *path,
             const Place *place,
             gboolean     show_passphrase)
{
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();
  g_autofree char *id = g_path_get_basename (path);
  g_autofree char *folder = pz_server_address_dup_folder (place->address, place->folder);

  if (!cli->json)
    {
      if (joined)
        /* Translators: %s is an address */
        pz_output_line (_("The class of %s is on this computer now."), folder);
      else
        /* Translators: %s is an address */
        pz_output_line (_("The class is now at %s."), folder);
      if (show_passphrase)
        /* Translators: %s is the passphrase */
        pz_output_line (_("Passphrase of the class, for colleagues and to keep; without it nobody can read it again:\n  %s"),
                        place->passphrase);
      return;
    }
  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "class", id);
  pz_json_writer_string (writer, "path", path);
  pz_json_writer_string (writer, "folder", folder);
  pz_json_writer_string (writer, "passphrase", show_passphrase ? place->passphrase : NULL);
  pz_json_writer_end_object (writer);
  pz_output_json (writer);
}

static const char *
get_kind_name (PzSyncFolderKind kind)
{
  return kind == PZ_SYNC_FOLDER_NONE ? "none" : kind == PZ_SYNC_FOLDER_CLASS ? "class" : "other";
}

static const char *
get_kind_sentence (const PzSyncFolderInfo *info)
{
  switch (info->kind)
    {
    case PZ_SYNC_FOLDER_NONE:
      return _("The folder is empty or not there yet: a class can be put there.");
    case PZ_SYNC_FOLDER_CLASS:
      return info->is_encrypted ? _("A class lies there; its passphrase is needed to join it.")
                                : _("A class lies there; it can be joined.");
    case PZ_SYNC_FOLDER_OTHER:
    default:
      return _("Other files lie there: choose another folder.");
    }
}

/* What would happen, as far as a look tells it. */
static PzExit
look (PzCli       *cli,
      const Place *place,
      GError     **error)
{
  const PzSyncAccount account = get_account (place);
  g_auto(PzSyncFolderInfo) info = { 0 };
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();

  if (!pz_sync_account_look (&account, place->folder, &info, cli->cancellable, error))
    return PZ_EXIT_PROBLEMS;
  if (!cli->json)
    {
      pz_output_line ("%s", get_kind_sentence (&info));
      return PZ_EXIT_DONE;
    }
  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "address", place->address);
  pz_json_writer_string (writer, "holds", get_kind_name (info.kind));
  pz_json_writer_string (writer, "class", info.classroom);
  pz_json_writer_boolean (writer, "encrypted", info.is_encrypted);
  pz_json_writer_end_object (writer);
  pz_output_json (writer);
  return PZ_EXIT_DONE;
}

/* Returns whether there is one now; made: it has to be shown. */
static gboolean
choose_passphrase (PzCli                *cli,
                   const PzSyncOptions  *options,
                   Place                *place,
                   gboolean             *made,
                   GError              **error)
{
  *made = FALSE;
  if (!options->encrypt)
    return TRUE;
  if (options->passphrase_file != NULL && !read_passphrase (cli, options, place, error))
    return FALSE;
  if (place->passphrase != NULL)
    return pz_passphrase_check_own (place->passphrase, error);
  place->passphrase = pz_passphrase_generate ();
  *made = TRUE;
  return TRUE;
}

/**
 * pz_sync_begin_set_up:
 * @info: a class that is on no server
 * @options: with the address
 * @error: why it is still on none
 *
 * Puts the class on a server, with a first synchronisation. A passphrase nobody gave is made and printed.
 *
 * Returns: the status of the program
 */
PzExit
pz_sync_begin_set_up (PzCli                *cli,
                      PzClassInfo          *info,
                      const PzSyncOptions  *options,
                      GError              **error)
{
  g_auto(Place) place = { 0 };
  g_autoptr(PzSecrets) secrets = pz_secrets_new ();
  PzSyncAccount account;
  gboolean made;

  if (!read_account (cli, options, &place, error))
    return PZ_EXIT_PROBLEMS;
  if (options->dry_run)
    return look (cli, &place, error);
  if (!choose_passphrase (cli, options, &place, &made, error))
    return PZ_EXIT_PROBLEMS;
  account = get_account (&place);
  if (!pz_sync_set_up (cli->environment, pz_class_info_get_path (info), &account, place.folder, place.passphrase,
                       place.device_name, secrets, cli->cancellable, error))
    return PZ_EXIT_PROBLEMS;
  remark_secrets (secrets);
  print_begun (cli, FALSE, pz_class_info_get_path (info), &place, made);
  return PZ_EXIT_DONE;
}

/* (transfer full) (nullable): the folder of the class; asks for the passphrase only when it takes one */
static char *
join (PzCli                *cli,
      const PzSyncOptions  *options,
      Place                *place,
      PzSecrets            *secrets,
      GError              **error)
{
  const PzSyncAccount account = get_account (place);
  g_auto(PzSyncFolderInfo) info = { 0 };

  if (!pz_sync_account_look (&account, place->folder, &info, cli->cancellable, error)
      || (info.is_encrypted && !read_passphrase (cli, options, place, error)))
    return NULL;
  return pz_sync_join (cli->environment, &account, place->folder, place->passphrase, place->device_name, secrets,
                       cli->cancellable, error);
}

/**
 * pz_sync_begin_join:
 * @options: with the address
 * @error: why the class is not here; nothing is left of it then
 *
 * Brings a class from a server to this computer.
 *
 * Returns: the status of the program
 */
PzExit
pz_sync_begin_join (PzCli                *cli,
                    const PzSyncOptions  *options,
                    GError              **error)
{
  g_auto(Place) place = { 0 };
  g_autoptr(PzSecrets) secrets = pz_secrets_new ();
  g_autofree char *path = NULL;

  if (!read_account (cli, options, &place, error))
    return PZ_EXIT_PROBLEMS;
  if (options->dry_run)
    return look (cli, &place, error);
  path = join (cli, options, &place, secrets, error);
  if (path == NULL)
    return PZ_EXIT_PROBLEMS;
  remark_secrets (secrets);
  print_begun (cli, TRUE, path, &place, FALSE);
  return PZ_EXIT_DONE;
}
