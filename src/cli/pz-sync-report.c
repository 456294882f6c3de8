/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-report.h"

#include "pz-exit.h"
#include "pz-output.h"
#include "pz-table.h"

#include <glib/gi18n-lib.h>

/* (transfer full): a moment of ms since 1970 as it is said here */
static char *
dup_moment (gint64 ms)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_local (ms / 1000);

  return moment != NULL ? g_date_time_format (moment, "%x %X") : g_strdup ("");
}

static void
print_names (PzSyncSession *session,
             const char    *sentence,
             GPtrArray     *names)
{
  if (names->len == 0)
    return;
  pz_output_line ("  %s", sentence);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *words = pz_sync_session_describe_file (session, g_ptr_array_index (names, i));
      g_autofree char *shown = pz_output_clean (words);

      pz_output_line ("    %s", (char *) g_ptr_array_index (names, i));
      pz_output_line ("      %s", shown);
    }
}

static void
print_remarks (PzSyncSession *session)
{
  const PzSyncStatus *status = pz_sync_session_get_status (session);

  if (status->is_read_only)
    pz_output_line ("  %s", _("Read only: you may not change this class."));
  if (status->is_full)
    pz_output_line ("  %s", _("The server is full."));
  if (status->is_too_new)
    pz_output_line ("  %s", _("Update Personalize to change this class."));
  if (status->healed)
    pz_output_line ("  %s", _("The server went back to an older state; your newer data was sent again."));
  if (status->new_device)
    pz_output_line ("  %s", _("An older copy of this class was in use; its values were sent again."));
  if (status->holds_newer)
    pz_output_line ("  %s", _("A newer version of Personalize wrote something into the class on this computer. Changes are sent, "
                              "but the server cannot be tidied from here, nor cleaned of what was deleted for good: update "
                              "Personalize."));
  if (status->is_erasing)
    pz_output_line ("  %s", _("Something of what was deleted for good may still be on the server; it goes in one of the next "
                              "synchronisations."));
  if (pz_sync_session_is_clock_wrong (session))
    pz_output_line ("  %s", _("Check this computer’s clock."));
  print_names (session, _("Files that could not be placed:"), status->aside);
  print_names (session, _("Files that are damaged, or that somebody without the key has changed; they are not used:"), status->refused);
  print_names (session, _("Files that are incomplete on the server; they will be sent again:"), status->incomplete);
}

/* (transfer full): "3 changes" of what moved */
static char *
dup_changes (guint64 n)
{
  return g_strdup_printf (ngettext ("%u change", "%u changes", (gulong) n), (guint) n);
}

static void
print_waiting (guint64 n)
{
  if (n > 0)
    pz_output_line (ngettext ("  %u change is not known to be on the server yet.",
                              "  %u changes are not known to be on the server yet.", (gulong) n), (guint) n);
}

/**
 * pz_sync_report_lines:
 * @info: a class
 * @session: that ran to its end
 *
 * Says what moved, and what a person should know.
 */
void
pz_sync_report_lines (PzClassInfo   *info,
                      PzSyncSession *session)
{
  const PzSyncStatus *status = pz_sync_session_get_status (session);
  g_autofree char *name = pz_output_clean (pz_class_info_get_name (info));
  g_autofree char *received = dup_changes (status->n_received);
  g_autofree char *sent = dup_changes (status->n_sent);

  if (status->n_received == 0 && status->n_sent == 0)
    /* Translators: %s is the name of a class */
    pz_output_line (_("%s: nothing new."), name);
  else
    /* Translators: the name of a class, and twice a number with its noun, as in “3 changes” */
    pz_output_line (_("%1$s: %2$s received, %3$s sent."), name, received, sent);
  print_waiting (status->n_waiting);
  print_remarks (session);
}

/**
 * pz_sync_report_state:
 * @info: a class
 * @session: that need not have run
 *
 * Says where the class is and how it stands.
 */
void
pz_sync_report_state (PzClassInfo   *info,
                      PzSyncSession *session)
{
  const PzSyncSettings *settings = pz_sync_session_get_settings (session);
  const PzSyncStatus *status = pz_sync_session_get_status (session);
  g_autofree char *name = pz_output_clean (pz_class_info_get_name (info));
  g_autofree char *folder = pz_output_clean (settings->folder);
  g_autofree char *stored = dup_moment (status->stored);
  g_autofree char *pulled = dup_moment (status->pulled);

  pz_output_line ("%s: %s", name, folder);
  pz_output_line ("  %s", settings->encrypted ? _("Encrypted.") : _("Not encrypted."));
  if (settings->paused)
    pz_output_line ("  %s", _("Paused."));
  if (status->stored > 0)
    /* Translators: %s is a day and a time */
    pz_output_line (_("  Everything was last seen on the server at %s."), stored);
  if (status->pulled > 0)
    /* Translators: %s is a day and a time */
    pz_output_line (_("  Changes of others were last taken in at %s."), pulled);
  print_waiting (status->n_waiting);
  print_remarks (session);
}

static void
write_moment (PzJsonWriter *writer,
              const char   *name,
              gint64        ms)
{
  g_autoptr(GDateTime) moment = ms > 0 ? g_date_time_new_from_unix_utc (ms / 1000) : NULL;
  g_autofree char *text = moment != NULL ? g_date_time_format_iso8601 (moment) : NULL;

  pz_json_writer_string (writer, name, text);
}

static void
write_names (PzJsonWriter *writer,
             const char   *name,
             GPtrArray    *names)
{
  pz_json_writer_begin_array (writer, name);
  for (guint i = 0; i < names->len; i++)
    pz_json_writer_string (writer, NULL, g_ptr_array_index (names, i));
  pz_json_writer_end_array (writer);
}

static void
write_settings (PzJsonWriter         *writer,
                const PzSyncSettings *settings)
{
  pz_json_writer_string (writer, "folder", settings->folder);
  pz_json_writer_string (writer, "user", settings->user);
  pz_json_writer_string (writer, "device-name", settings->device_name);
  pz_json_writer_boolean (writer, "encrypted", settings->encrypted);
  pz_json_writer_boolean (writer, "paused", settings->paused);
}

static void
write_status (PzJsonWriter       *writer,
              const PzSyncStatus *status)
{
  pz_json_writer_number (writer, "received", (double) status->n_received);
  pz_json_writer_number (writer, "sent", (double) status->n_sent);
  pz_json_writer_number (writer, "waiting", (double) status->n_waiting);
  pz_json_writer_number (writer, "requests", status->n_requests);
  write_moment (writer, "stored", status->stored);
  write_moment (writer, "pulled", status->pulled);
  pz_json_writer_boolean (writer, "read-only", status->is_read_only);
  pz_json_writer_boolean (writer, "full", status->is_full);
  pz_json_writer_boolean (writer, "too-new", status->is_too_new);
  pz_json_writer_boolean (writer, "holds-newer", status->holds_newer);
  pz_json_writer_boolean (writer, "erasing", status->is_erasing);
  pz_json_writer_boolean (writer, "healed", status->healed);
  pz_json_writer_boolean (writer, "new-device", status->new_device);
  write_names (writer, "aside", status->aside);
  write_names (writer, "incomplete", status->incomplete);
  write_names (writer, "refused", status->refused);
}

/**
 * pz_sync_report_members:
 * @info: a class
 * @session: (nullable): %NULL when it could not even be opened
 * @error: (nullable): how it ended
 * @writer: inside an array
 *
 * Writes all that is known as one object.
 */
void
pz_sync_report_members (PzClassInfo   *info,
                        PzSyncSession *session,
                        const GError  *error,
                        PzJsonWriter  *writer)
{
  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "id", pz_class_info_get_id (info));
  pz_json_writer_string (writer, "name", pz_class_info_get_name (info));
  if (session != NULL)
    {
      write_settings (writer, pz_sync_session_get_settings (session));
      write_status (writer, pz_sync_session_get_status (session));
      pz_json_writer_boolean (writer, "clock-wrong", pz_sync_session_is_clock_wrong (session));
      pz_json_writer_number (writer, "retry-after", pz_sync_session_get_retry_after (session));
    }
  pz_json_writer_string (writer, "error", error != NULL ? error->message : NULL);
  pz_json_writer_number (writer, "status", pz_exit_from_error (error));
  pz_json_writer_end_object (writer);
}

/**
 * pz_sync_report_has_remark:
 * @session: that ran to its end
 *
 * Returns: whether somebody should look at it: not all that waits here can come to the server, or not all from there here
 */
gboolean
pz_sync_report_has_remark (PzSyncSession *session)
{
  const PzSyncStatus *status = pz_sync_session_get_status (session);

  return status->is_read_only || status->is_full || status->is_too_new || status->aside->len > 0
         || status->incomplete->len > 0 || status->refused->len > 0 || pz_sync_session_is_clock_wrong (session);
}

/**
 * pz_sync_report_remark:
 * @device: one that takes part, or did
 *
 * Returns: what there is to say of it beside its name, for people; "" when there is nothing
 */
const char *
pz_sync_report_remark (const PzSyncDevice *device)
{
  if (device->is_this)
    return C_("device", "this one");
  if (device->is_lost)
    return C_("device", "lost");
  return device->is_retired ? C_("device", "retired") : "";
}

/**
 * pz_sync_report_devices:
 * @devices: (element-type PzSyncDevice): who takes part
 *
 * Prints them as a table.
 */
void
pz_sync_report_devices (GPtrArray *devices)
{
  g_autoptr(PzTable) table = pz_table_new (C_("column", "Device"), C_("column", "Last seen"), C_("column", "Id"),
                                           C_("column", "Remark"), NULL);

  for (guint i = 0; i < devices->len; i++)
    {
      const PzSyncDevice *device = g_ptr_array_index (devices, i);
      g_autofree char *seen = device->seen > 0 ? dup_moment (device->seen * 1000) : g_strdup ("");

      pz_table_add_row (table, device->name != NULL ? device->name : "", seen, device->id, pz_sync_report_remark (device));
    }
  pz_table_print (table);
}

/**
 * pz_sync_report_devices_json:
 * @info: a class
 * @devices: (element-type PzSyncDevice): who takes part in it
 *
 * Prints them for programs.
 */
void
pz_sync_report_devices_json (PzClassInfo *info,
                             GPtrArray   *devices)
{
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();

  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "class", pz_class_info_get_id (info));
  pz_json_writer_begin_array (writer, "devices");
  for (guint i = 0; i < devices->len; i++)
    {
      const PzSyncDevice *device = g_ptr_array_index (devices, i);

      pz_json_writer_begin_object (writer, NULL);
      pz_json_writer_string (writer, "id", device->id);
      pz_json_writer_string (writer, "name", device->name);
      write_moment (writer, "seen", device->seen * 1000);
      pz_json_writer_boolean (writer, "this", device->is_this);
      pz_json_writer_boolean (writer, "lost", device->is_lost);
      pz_json_writer_boolean (writer, "retired", device->is_retired);
      pz_json_writer_end_object (writer);
    }
  pz_json_writer_end_array (writer);
  pz_json_writer_end_object (writer);
  pz_output_json (writer);
}
