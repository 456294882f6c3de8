/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-retire.h"

#include "pz-error.h"
#include "pz-json-writer.h"
#include "pz-output.h"
#include "pz-passphrase.h"
#include "pz-search-fold.h"
#include "pz-sync-key.h"
#include "pz-sync-report.h"
#include "pz-sync-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So much of an id says which one is meant, in characters. */
#define SHORTEST_ID 4

static gboolean
is_called (const PzSyncDevice *device,
           const char         *wanted)
{
  g_autofree char *name = device->name != NULL ? pz_search_fold (device->name) : NULL;

  return name != NULL && *wanted != '\0' && g_str_equal (name, wanted);
}

/* (transfer container) (element-type PzSyncDevice): by the whole name; when none has it, by the beginning of the id */
static GPtrArray *
match_devices (GPtrArray  *devices,
               const char *typed)
{
  g_autofree char *wanted = pz_search_fold (typed);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < devices->len; i++)
    if (is_called (g_ptr_array_index (devices, i), wanted))
      g_ptr_array_add (found, g_ptr_array_index (devices, i));
  for (guint i = 0; found->len == 0 && strlen (typed) >= SHORTEST_ID && i < devices->len; i++)
    if (g_str_has_prefix (((PzSyncDevice *) g_ptr_array_index (devices, i))->id, typed))
      g_ptr_array_add (found, g_ptr_array_index (devices, i));
  return found;
}

static void
set_ambiguous (GPtrArray   *found,
               const char  *typed,
               GError     **error)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const PzSyncDevice *device = g_ptr_array_index (found, i);
      g_autofree char *name = pz_output_clean (device->name != NULL ? device->name : "");

      g_string_append_printf (list, "\n  %s  %s  %s", device->id, name, pz_sync_report_remark (device));
    }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               /* Translators: what was typed to name a computer, and the list of all that it fits, each on a line */
               _("“%1$s” fits several computers. Give the id of the one that was lost:%2$s"), typed, list->str);
}

/* (transfer none) (nullable): the one other device that is meant */
static const PzSyncDevice *
find_device (GPtrArray   *devices,
             const char  *typed,
             GError     **error)
{
  g_autoptr(GPtrArray) found = match_devices (devices, typed);
  const PzSyncDevice *device;

  if (found->len > 1)
    {
      set_ambiguous (found, typed, error);
      return NULL;
    }
  if (found->len == 0)
    {
      g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND,
                   /* Translators: %s is what was typed to name a computer */
                   _("No computer of the class is called “%s”. “personalizectl sync --devices” lists them."), typed);
      return NULL;
    }
  device = g_ptr_array_index (found, 0);
  if (!device->is_this)
    return device;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               /* Translators: %s is the name of this computer, or its id */
               _("“%s” is this computer. It forgets the server with --leave."), typed);
  return NULL;
}

/* What a person has to know of a lost computer, and what is left to do. passphrase: (nullable): of the new key */
static void
print_retired (const PzSyncSettings *settings,
               const PzSyncDevice   *device,
               const char           *passphrase)
{
  g_autofree char *name = pz_output_clean (device->name != NULL ? device->name : device->id);

  /* Translators: %s is the name of a computer, or its id */
  pz_output_line (_("“%s” counts as lost: nothing waits for it any more."), name);
  pz_output_line ("  %s", _("What it has sent stays in the class. What it has not sent is on it alone: if it is found and "
                            "synchronises again, that comes too."));
  if (passphrase != NULL)
    {
      pz_output_line ("  %s", _("The class has a new key. What the lost computer has read stays readable to it; what is "
                                "written from now on is closed to it."));
      /* Translators: %s is the passphrase */
      pz_output_line (_("  The new passphrase of the class, for everybody else who shares it, and to keep:\n    %s"), passphrase);
    }
  else if (settings->encrypted)
    pz_output_line ("  %s", _("It has the key of the class, and can read it as long as it gets to the server. --new-key closes "
                              "what is written from now on to it."));
  if (settings->user != NULL)
    pz_output_line ("  %s", _("Change the password of the account it uses on the server, or withdraw its app password: until "
                              "then it gets there."));
  else
    pz_output_line ("  %s", _("The server asks for no account: whoever has the computer gets there."));
}

static void
print_json (PzClassInfo        *info,
            const PzSyncDevice *device,
            gboolean            is_told,
            const char         *passphrase)
{
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();

  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "class", pz_class_info_get_id (info));
  pz_json_writer_string (writer, "device", device->id);
  pz_json_writer_string (writer, "name", device->name);
  pz_json_writer_boolean (writer, "told", is_told);
  pz_json_writer_string (writer, "passphrase", passphrase);
  pz_json_writer_end_object (writer);
  pz_output_json (writer);
}

/* Closes what is written from now on to whoever has the old key; passphrase: (out): of the new one. */
static gboolean
make_new_key (PzCli                *cli,
              const PzSyncOptions  *options,
              PzSyncSession        *session,
              char                **passphrase,
              GError              **error)
{
  g_autofree char *made = pz_passphrase_generate ();

  if (!pz_sync_session_change_passphrase (session, made, TRUE, cli->cancellable, error))
    return FALSE;
  *passphrase = g_steal_pointer (&made); /* it holds from here on, whatever comes */
  return pz_sync_run (cli, options, session, error);
}

static gboolean
check_new_key (const PzSyncOptions  *options,
               PzSyncSession        *session,
               GError              **error)
{
  if (!options->new_key || pz_sync_session_get_settings (session)->encrypted)
    return TRUE;
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                       _("The class is not encrypted: it has no key. Retire the computer without --new-key."));
  return FALSE;
}

/**
 * pz_sync_retire:
 * @info: a class that is on a server
 * @options: with the computer that was lost
 * @error: it is not clear which one, or why the others could not be told yet
 *
 * Notes that a computer was lost, and tells the others; with a new key, if that is asked for.
 *
 * Returns: the status of the program
 */
PzExit
pz_sync_retire (PzCli                *cli,
                PzClassInfo          *info,
                const PzSyncOptions  *options,
                GError              **error)
{
  g_autoptr(PzSecrets) secrets = pz_secrets_new ();
  g_autoptr(PzSyncSession) session = pz_sync_session_new (cli->environment, pz_class_info_get_path (info), secrets, error);
  g_autoptr(GPtrArray) devices = session != NULL ? pz_sync_session_list_devices (session, error) : NULL;
  g_autofree char *typed = pz_cli_dup_text (options->retire);
  const PzSyncDevice *device = devices != NULL ? find_device (devices, typed, error) : NULL;
  char *passphrase = NULL;
  gboolean is_told;

  if (device == NULL || !check_new_key (options, session, error) || !pz_sync_session_retire (session, device->id, error))
    return PZ_EXIT_USAGE;
  is_told = pz_sync_run (cli, options, session, error)
            && (!options->new_key || make_new_key (cli, options, session, &passphrase, error));
  if (cli->json)
    print_json (info, device, is_told, passphrase);
  else
    print_retired (pz_sync_session_get_settings (session), device, passphrase);
  pz_secret_text_free (passphrase);
  return is_told ? PZ_EXIT_DONE : PZ_EXIT_PROBLEMS;
}
