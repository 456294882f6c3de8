/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-commands.h"
#include "pz-output.h"
#include "pz-sync-begin.h"
#include "pz-sync-report.h"
#include "pz-sync-retire.h"
#include "pz-sync-run.h"
#include "pz-sync-set-up.h"

#include <glib/gi18n-lib.h>

/* whether nothing but what is here is asked */
static gboolean
is_local (const PzSyncOptions *options)
{
  return options->status || options->dry_run;
}

static void
print_session (PzClassInfo         *info,
               PzSyncSession       *session,
               const PzSyncOptions *options)
{
  const PzSyncStatus *status = pz_sync_session_get_status (session);

  if (options->status)
    pz_sync_report_state (info, session);
  else if (options->dry_run)
    {
      g_autofree char *name = pz_output_clean (pz_class_info_get_name (info));

      /* Translators: the name of a class, how many changes wait here */
      pz_output_line (ngettext ("%1$s: %2$u change would be sent.", "%1$s: %2$u changes would be sent.",
                                (gulong) status->n_waiting), name, (guint) status->n_waiting);
    }
  else
    pz_sync_report_lines (info, session);
}

/* Does what is asked for with one class, and says what came of it; writer: NULL for people. */
static PzExit
treat (PzCli                *cli,
       const PzSyncOptions  *options,
       PzClassInfo          *info,
       PzSecrets            *secrets,
       PzJsonWriter         *writer,
       GError              **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(PzSyncSession) session = pz_sync_session_new (cli->environment, pz_class_info_get_path (info), secrets,
                                                          &local_error);
  PzExit exit_status;

  if (session != NULL && !is_local (options))
    pz_sync_run (cli, options, session, &local_error);
  if (writer != NULL)
    pz_sync_report_members (info, session, local_error, writer);
  else if (local_error == NULL)
    print_session (info, session, options);
  exit_status = pz_exit_from_error (local_error);
  if (local_error == NULL && !is_local (options) && pz_sync_report_has_remark (session))
    exit_status = PZ_EXIT_PROBLEMS;
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return exit_status;
}

/* Every class that is on a server. One that cannot be synchronised does not keep the others from it. */
static PzExit
treat_all (PzCli                *cli,
           const PzSyncOptions  *options,
           PzSecrets            *secrets,
           PzJsonWriter         *writer,
           GError              **error)
{
  g_autoptr(GListModel) classes = pz_library_list (cli->environment, FALSE, error);
  PzExit worst = PZ_EXIT_DONE;

  for (guint i = 0; classes != NULL && i < g_list_model_get_n_items (classes); i++)
    {
      g_autoptr(PzClassInfo) info = g_list_model_get_item (classes, i);
      g_autofree char *name = pz_output_clean (pz_class_info_get_name (info));
      g_autofree char *settings = g_build_filename (pz_class_info_get_path (info), PZ_SYNC_SETTINGS_FILE, NULL);
      g_autoptr(GError) local_error = NULL;
      PzExit one;

      if (!g_file_test (settings, G_FILE_TEST_EXISTS))
        continue;
      one = treat (cli, options, info, secrets, writer, &local_error);
      worst = MAX (worst, one);
      if (local_error != NULL)
        pz_output_message ("%s: %s", name, local_error->message);
    }
  return worst;
}

static PzExit
treat_chosen (PzCli                *cli,
              const PzSyncOptions  *options,
              PzSecrets            *secrets,
              PzJsonWriter         *writer,
              GError              **error)
{
  g_autoptr(PzClassInfo) info = NULL;

  if (options->all)
    return treat_all (cli, options, secrets, writer, error);
  info = pz_cli_find_class (cli, error);
  return info != NULL ? treat (cli, options, info, secrets, writer, error) : PZ_EXIT_USAGE;
}

static PzExit
treat_and_print (PzCli                *cli,
                 const PzSyncOptions  *options,
                 GError              **error)
{
  g_autoptr(PzSecrets) secrets = pz_secrets_new ();
  g_autoptr(PzJsonWriter) writer = cli->json ? pz_json_writer_new () : NULL;
  PzExit exit_status;

  if (writer == NULL)
    return treat_chosen (cli, options, secrets, NULL, error);
  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_begin_array (writer, "classes");
  exit_status = treat_chosen (cli, options, secrets, writer, error);
  pz_json_writer_end_array (writer);
  pz_json_writer_end_object (writer);
  pz_output_json (writer);
  return exit_status;
}

static PzExit
leave (PzCli        *cli,
       PzClassInfo  *info,
       GError      **error)
{
  g_autoptr(PzSecrets) secrets = pz_secrets_new ();
  g_autofree char *name = pz_output_clean (pz_class_info_get_name (info));

  if (!pz_sync_leave (cli->environment, pz_class_info_get_path (info), secrets, error))
    return PZ_EXIT_PROBLEMS;
  if (!cli->json)
    /* Translators: %s is the name of a class */
    pz_output_line (_("%s is on no server any more. Nothing was deleted, here or there."), name);
  return PZ_EXIT_DONE;
}

static PzExit
list_devices (PzCli        *cli,
              PzClassInfo  *info,
              GError      **error)
{
  g_autoptr(PzSecrets) secrets = pz_secrets_new ();
  g_autoptr(PzSyncSession) session = pz_sync_session_new (cli->environment, pz_class_info_get_path (info), secrets, error);
  g_autoptr(GPtrArray) devices = session != NULL ? pz_sync_session_list_devices (session, error) : NULL;

  if (devices == NULL)
    return PZ_EXIT_PROBLEMS;
  if (cli->json)
    pz_sync_report_devices_json (info, devices);
  else
    pz_sync_report_devices (devices);
  return PZ_EXIT_DONE;
}

static PzExit
run (PzCli              *cli,
     const char *const  *arguments,
     GError            **error)
{
  const PzSyncOptions *options = pz_sync_options_get ();
  g_autoptr(PzClassInfo) info = NULL;

  if (!pz_sync_options_check (options, cli->class_name != NULL, error))
    return PZ_EXIT_USAGE;
  if (options->join != NULL)
    return pz_sync_begin_join (cli, options, error);
  if (options->set_up == NULL && !options->leave && !options->devices && options->retire == NULL)
    return treat_and_print (cli, options, error);
  info = pz_cli_find_class (cli, error);
  if (info == NULL)
    return PZ_EXIT_USAGE;
  if (options->leave)
    return leave (cli, info, error);
  if (options->retire != NULL)
    return pz_sync_retire (cli, info, options, error);
  return options->devices ? list_devices (cli, info, error) : pz_sync_begin_set_up (cli, info, options, error);
}

const PzCommand pz_command_sync = {
  .name = "sync",
  .summary = N_("Synchronise classes with a server"),
  .entries = pz_sync_option_entries,
  .run = run,
};
