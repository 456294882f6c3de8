/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-ask.h"
#include "pz-commands.h"
#include "pz-library.h"
#include "pz-output.h"
#include "pz-passphrase.h"
#include "pz-server-address.h"
#include "pz-sync-error.h"
#include "pz-sync-report.h"
#include "pz-sync-set-up.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *set_up;
  char *join;
  char *folder;
  char *user;
  char *password_file;
  char *passphrase_file;
  char *device_name;
  gboolean encrypt;
  gboolean leave;
  gboolean status;
  gboolean devices;
  gboolean all;
  gboolean dry_run;
} options;

static const GOptionEntry entries[] = {
  { "set-up", 0, 0, G_OPTION_ARG_FILENAME, &options.set_up, N_("Put the class on a WebDAV server"), N_("ADDRESS") },
  { "join", 0, 0, G_OPTION_ARG_FILENAME, &options.join, N_("Bring a class that lies on a server to this device"), N_("ADDRESS") },
  { "folder", 0, 0, G_OPTION_ARG_FILENAME, &options.folder, N_("The folder of the class below the address"), N_("NAME") },
  { "user", 0, 0, G_OPTION_ARG_FILENAME, &options.user, N_("The account at the server"), N_("NAME") },
  { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &options.password_file, N_("Read the password from the first line of a file; - is the standard input"), N_("FILE") },
  { "encrypt", 0, 0, G_OPTION_ARG_NONE, &options.encrypt, N_("With --set-up: the server cannot read anything"), NULL },
  { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &options.passphrase_file, N_("Read the passphrase of the class from the first line of a file"), N_("FILE") },
  { "device-name", 0, 0, G_OPTION_ARG_FILENAME, &options.device_name, N_("What others read beside the values of this device"), N_("NAME") },
  { "status", 0, 0, G_OPTION_ARG_NONE, &options.status, N_("Say how it stands, and ask no server"), NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_("The same: move nothing"), NULL },
  { "devices", 0, 0, G_OPTION_ARG_NONE, &options.devices, N_("List the devices that take part"), NULL },
  { "leave", 0, 0, G_OPTION_ARG_NONE, &options.leave, N_("Take the class off the server; nothing is deleted, here or there"), NULL },
  { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_("Every class that is on a server, for timers"), NULL },
  { NULL }
};

static char *
ask_password (GError **error)
{
  return options.user != NULL || options.password_file != NULL
           ? pz_ask_secret (_("Password of the server:"), options.password_file, error)
           : NULL;
}

static char *
ask_passphrase (GError **error)
{
  return pz_ask_secret (_("Passphrase of the class:"), options.passphrase_file, error);
}

static PzClassInfo *
find_class (PzCli   *cli,
            GError **error)
{
  g_autoptr(PzClassroom) classroom = NULL;

  if (cli->class_name != NULL)
    return pz_library_find (cli->environment, cli->class_name, error);
  classroom = pz_cli_open_class (cli, error);
  return classroom != NULL ? pz_library_find (cli->environment, pz_classroom_get_id (classroom), error) : NULL;
}

static void
warn_when_not_kept (PzSecrets *secrets)
{
  if (!pz_secrets_is_lasting (secrets))
    pz_output_message ("%s\n", _("There is no secret service on this computer: the password and the keys are not kept. "
                                 "Give --password-file and --passphrase-file each time."));
}

/* A passphrase of the person's own, or a new one, which is printed: it is all that can ever open the class again. */
static char *
choose_passphrase (GError **error)
{
  char *typed;

  if (options.passphrase_file == NULL)
    return pz_passphrase_generate ();
  typed = ask_passphrase (error);
  if (typed != NULL && pz_passphrase_check_own (typed, error))
    return typed;
  pz_secret_text_free (typed);
  return NULL;
}

static PzExit
set_up (PzCli      *cli,
        PzSecrets  *secrets,
        GError    **error)
{
  g_autoptr(PzClassInfo) info = find_class (cli, error);
  g_autofree char *address = NULL;
  char *password = NULL, *passphrase = NULL;
  gboolean done = FALSE;

  if (info != NULL)
    address = pz_server_address_complete (options.set_up, options.user, error);
  if (address == NULL)
    return PZ_EXIT_PROBLEMS;
  password = ask_password (error);
  if (*error == NULL && options.encrypt)
    passphrase = choose_passphrase (error);
  if (*error == NULL)
    {
      PzSyncAccount account = { address, options.user, password };
      const char *folder = options.folder != NULL ? options.folder : pz_class_info_get_name (info);

      done = pz_sync_set_up (cli->environment, pz_class_info_get_path (info), &account, folder, passphrase,
                             options.device_name, secrets, cli->cancellable, error);
    }
  if (done)
    {
      if (passphrase != NULL && options.passphrase_file == NULL)
        {
          pz_output_line (_("Passphrase of the class: %s"), passphrase);
          pz_output_line ("%s", _("Write it down: without it nobody can read what is on the server, not even you."));
        }
      warn_when_not_kept (secrets);
    }
  pz_secret_text_free (password);
  pz_secret_text_free (passphrase);
  return done ? PZ_EXIT_DONE : PZ_EXIT_PROBLEMS;
}

/* the passphrase is asked for when it turns out that one is needed */
static char *
join_with (PzCli                *cli,
           const PzSyncAccount  *account,
           PzSecrets            *secrets,
           GError              **error)
{
  g_autoptr(GError) local_error = NULL;
  char *passphrase = options.passphrase_file != NULL ? ask_passphrase (&local_error) : NULL;
  char *path = NULL;

  if (local_error == NULL)
    path = pz_sync_join (cli->environment, account, options.folder, passphrase, options.device_name, secrets,
                         cli->cancellable, &local_error);
  if (passphrase == NULL && g_error_matches (local_error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_PASSPHRASE))
    {
      passphrase = ask_passphrase (NULL);
      if (passphrase != NULL)
        {
          g_clear_error (&local_error);
          path = pz_sync_join (cli->environment, account, options.folder, passphrase, options.device_name, secrets,
                               cli->cancellable, &local_error);
        }
    }
  pz_secret_text_free (passphrase);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return path;
}

static PzExit
join (PzCli      *cli,
      PzSecrets  *secrets,
      GError    **error)
{
  g_autofree char *address = NULL, *path = NULL;
  char *password;

  if (options.folder == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("--join needs --folder"));
      return PZ_EXIT_USAGE;
    }
  address = pz_server_address_complete (options.join, options.user, error);
  if (address == NULL)
    return PZ_EXIT_PROBLEMS;
  password = ask_password (error);
  if (*error == NULL)
    {
      PzSyncAccount account = { address, options.user, password };

      path = join_with (cli, &account, secrets, error);
    }
  pz_secret_text_free (password);
  if (path == NULL)
    return PZ_EXIT_PROBLEMS;
  /* Translators: %s is a folder on this computer */
  pz_output_line (_("The class is here now: %s"), path);
  warn_when_not_kept (secrets);
  return PZ_EXIT_DONE;
}

/* what was given in files, once it is needed */
static gboolean
give_secrets (PzSyncSession  *session,
              GCancellable   *cancellable,
              GError        **error)
{
  if (options.password_file != NULL)
    {
      char *password = pz_ask_secret ("", options.password_file, error);

      if (password == NULL)
        return FALSE;
      pz_sync_session_set_password (session, password);
      pz_secret_text_free (password);
    }
  if (options.passphrase_file != NULL && pz_sync_session_get_settings (session)->encrypted)
    {
      char *passphrase = ask_passphrase (error);
      gboolean opened = passphrase != NULL && pz_sync_session_unlock (session, passphrase, cancellable, error);

      pz_secret_text_free (passphrase);
      return opened;
    }
  return TRUE;
}

/* Synchronises one class, or tells how it stands. Returns the status of the process; an error that was printed is none. */
static PzExit
run_class (PzCli        *cli,
           PzClassInfo  *info,
           PzSecrets    *secrets,
           PzJsonWriter *writer)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzSyncSession) session
    = pz_sync_session_new (cli->environment, pz_class_info_get_path (info), secrets, &error);
  PzSyncReport report = { info, session, NULL, options.status || options.dry_run };

  if (session == NULL && options.all && g_error_matches (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_SET_UP))
    return PZ_EXIT_DONE;
  if (session != NULL && !report.only_status && give_secrets (session, cli->cancellable, &error))
    pz_sync_session_run (session, cli->cancellable, &error);
  report.error = error;
  if (cli->json)
    pz_sync_report_write (&report, writer);
  else
    {
      pz_sync_report_print (&report);
      if (error != NULL)
        pz_output_message ("personalizectl: %s\n", error->message);
    }
  if (error != NULL || session == NULL)
    return pz_exit_from_error (error);
  if (pz_sync_session_get_status (session)->is_too_new)
    return PZ_EXIT_BAD_DATA;
  return pz_sync_session_get_status (session)->is_read_only || pz_sync_session_get_status (session)->is_full
           ? PZ_EXIT_CANNOT_WRITE
           : PZ_EXIT_DONE;
}

static GListModel *
list_classes (PzCli   *cli,
              GError **error)
{
  g_autoptr(PzClassInfo) info = NULL;
  GListStore *chosen;

  if (options.all)
    return pz_library_list (cli->environment, FALSE, error);
  info = find_class (cli, error);
  if (info == NULL)
    return NULL;
  chosen = g_list_store_new (PZ_TYPE_CLASS_INFO);
  g_list_store_append (chosen, info);
  return G_LIST_MODEL (chosen);
}

/* all are tried; the first that fails gives the status */
static PzExit
synchronise (PzCli      *cli,
             PzSecrets  *secrets,
             GError    **error)
{
  g_autoptr(GListModel) classes = list_classes (cli, error);
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();
  PzExit status = PZ_EXIT_DONE;

  if (classes == NULL)
    return PZ_EXIT_PROBLEMS;
  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_begin_array (writer, "classes");
  for (guint i = 0; i < g_list_model_get_n_items (classes); i++)
    {
      g_autoptr(PzClassInfo) info = g_list_model_get_item (classes, i);
      PzExit one = run_class (cli, info, secrets, writer);

      if (status == PZ_EXIT_DONE)
        status = one;
    }
  pz_json_writer_end_array (writer);
  pz_json_writer_end_object (writer);
  if (cli->json)
    pz_output_json (writer);
  return status;
}

static PzExit
leave (PzCli      *cli,
       PzSecrets  *secrets,
       GError    **error)
{
  g_autoptr(PzClassInfo) info = find_class (cli, error);
  g_autofree char *name = NULL;

  if (info == NULL || !pz_sync_leave (cli->environment, pz_class_info_get_path (info), secrets, error))
    return PZ_EXIT_PROBLEMS;
  name = pz_output_clean (pz_class_info_get_name (info));
  /* Translators: %s is the name of a class */
  pz_output_line (_("%s: on no server any more; nothing was deleted, here or there"), name);
  return PZ_EXIT_DONE;
}

static void
write_device (PzJsonWriter       *writer,
              const PzSyncDevice *device)
{
  g_autoptr(GDateTime) time = device->seen > 0 ? g_date_time_new_from_unix_utc (device->seen) : NULL;
  g_autofree char *seen = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "id", device->id);
  pz_json_writer_string (writer, "name", device->name);
  pz_json_writer_string (writer, "seen", seen);
  pz_json_writer_boolean (writer, "this", device->is_this);
  pz_json_writer_boolean (writer, "retired", device->is_retired);
  pz_json_writer_end_object (writer);
}

static void
print_device (const PzSyncDevice *device)
{
  g_autofree char *name = pz_output_clean (device->name != NULL ? device->name : "");

  pz_output_line ("%s  %s%s%s", device->id, name, device->is_this ? _(" (this device)") : "",
                  device->is_retired ? _(" (removed)") : "");
}

static PzExit
list_devices (PzCli      *cli,
              PzSecrets  *secrets,
              GError    **error)
{
  g_autoptr(PzClassInfo) info = find_class (cli, error);
  g_autoptr(PzSyncSession) session
    = info != NULL ? pz_sync_session_new (cli->environment, pz_class_info_get_path (info), secrets, error) : NULL;
  g_autoptr(GPtrArray) devices = session != NULL ? pz_sync_session_list_devices (session, error) : NULL;
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();

  if (devices == NULL)
    return PZ_EXIT_PROBLEMS;
  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_begin_array (writer, "devices");
  for (guint i = 0; i < devices->len; i++)
    {
      write_device (writer, g_ptr_array_index (devices, i));
      if (!cli->json)
        print_device (g_ptr_array_index (devices, i));
    }
  pz_json_writer_end_array (writer);
  pz_json_writer_end_object (writer);
  if (cli->json)
    pz_output_json (writer);
  return PZ_EXIT_DONE;
}

static PzExit
run (PzCli              *cli,
     const char *const  *arguments,
     GError            **error)
{
  g_autoptr(PzSecrets) secrets = pz_secrets_new ();

  if ((options.set_up != NULL) + (options.join != NULL) + options.leave + options.devices
        + (options.status || options.dry_run) > 1)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _("Only one of --set-up, --join, --leave, --devices and --status can be done at a time"));
      return PZ_EXIT_USAGE;
    }
  if (options.set_up != NULL)
    return set_up (cli, secrets, error);
  if (options.join != NULL)
    return join (cli, secrets, error);
  if (options.leave)
    return leave (cli, secrets, error);
  if (options.devices)
    return list_devices (cli, secrets, error);
  return synchronise (cli, secrets, error);
}

const PzCommand pz_command_sync = {
  .name = "sync",
  .summary = N_("Synchronize a class with its server, or put it on one"),
  .entries = entries,
  .run = run,
};
