/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-report.h"

#include "pz-output.h"

#include <glib/gi18n-lib.h>

static char *
format_time (gint64 ms)
{
  g_autoptr(GDateTime) time = ms > 0 ? g_date_time_new_from_unix_utc (ms / 1000) : NULL;

  return time != NULL ? g_date_time_format_iso8601 (time) : NULL;
}

/* what moved, as one line of the class */
static void
print_moves (const char         *name,
             const PzSyncStatus *status)
{
  g_autofree char *sent = g_strdup_printf (ngettext ("%u change sent", "%u changes sent", (gulong) status->n_sent),
                                           (guint) status->n_sent);
  g_autofree char *received = g_strdup_printf (ngettext ("%u received", "%u received", (gulong) status->n_received),
                                               (guint) status->n_received);

  /* Translators: %1$s is the name of a class, %2$s as in “3 changes sent”, %3$s as in “2 received” */
  pz_output_line (_("%1$s: %2$s, %3$s"), name, sent, received);
}

static void
print_standing (const PzSyncStatus *status)
{
  if (status->n_waiting == 0 && status->stored > 0)
    pz_output_line ("  %s", _("All changes are stored on the server."));
  else if (status->n_waiting > 0)
    pz_output_line (ngettext ("  %u change is not yet known to be stored on the server.",
                              "  %u changes are not yet known to be stored on the server.", (gulong) status->n_waiting),
                    (guint) status->n_waiting);
  if (status->is_read_only)
    pz_output_line ("  %s", _("Read only: this account may not change the class on the server."));
  if (status->is_full)
    pz_output_line ("  %s", _("The server is full: nothing more could be sent."));
  if (status->is_too_new)
    pz_output_line ("  %s", _("A newer version of Personalize wrote to this class. Update Personalize to send changes."));
  if (status->healed)
    pz_output_line ("  %s", _("The server went back to an older state; what it had lost was sent again."));
  if (status->new_device)
    pz_output_line ("  %s", _("An older copy of this class was in use; this copy takes part as a device of its own now."));
}

static void
print_names (GPtrArray  *names,
             const char *title)
{
  if (names->len > 0)
    pz_output_line ("  %s", title);
  for (guint i = 0; i < names->len; i++)
    pz_output_line ("    %s", (const char *) g_ptr_array_index (names, i));
}

/**
 * pz_sync_report_print:
 *
 * Prints what a person wants to know: what moved, what waits, what is wrong. An error is for the caller to print.
 */
void
pz_sync_report_print (const PzSyncReport *self)
{
  g_autofree char *name = pz_output_clean (pz_class_info_get_name (self->class_info));
  PzSyncStatus *status;

  if (self->session == NULL)
    {
      /* Translators: %s is the name of a class */
      pz_output_line (_("%s: on no server"), name);
      return;
    }
  status = pz_sync_session_get_status (self->session);
  if (self->only_status || self->error != NULL)
    pz_output_line ("%s:", name);
  else
    print_moves (name, status);
  if (self->only_status)
    /* Translators: %s is the address of a folder on a server */
    pz_output_line (_("  Server: %s"), pz_sync_session_get_settings (self->session)->folder);
  print_standing (status);
  print_names (status->aside, _("Files on the server that could not be placed:"));
  print_names (status->incomplete, _("Files on the server that have been incomplete for more than a day:"));
  if (pz_sync_session_is_clock_wrong (self->session))
    pz_output_line ("  %s", _("The clock of this computer and that of the server differ. Check this computer’s clock."));
}

static void
write_names (PzJsonWriter *writer,
             const char   *member,
             GPtrArray    *names)
{
  pz_json_writer_begin_array (writer, member);
  for (guint i = 0; i < names->len; i++)
    pz_json_writer_string (writer, NULL, g_ptr_array_index (names, i));
  pz_json_writer_end_array (writer);
}

static void
write_status (PzJsonWriter       *writer,
              const PzSyncStatus *status)
{
  g_autofree char *stored = format_time (status->stored), *pulled = format_time (status->pulled);

  pz_json_writer_number (writer, "sent", (double) status->n_sent);
  pz_json_writer_number (writer, "received", (double) status->n_received);
  pz_json_writer_number (writer, "waiting", (double) status->n_waiting);
  pz_json_writer_number (writer, "requests", status->n_requests);
  pz_json_writer_string (writer, "stored", stored);
  pz_json_writer_string (writer, "pulled", pulled);
  pz_json_writer_boolean (writer, "read-only", status->is_read_only);
  pz_json_writer_boolean (writer, "full", status->is_full);
  pz_json_writer_boolean (writer, "too-new", status->is_too_new);
  pz_json_writer_boolean (writer, "healed", status->healed);
  pz_json_writer_boolean (writer, "new-device", status->new_device);
  write_names (writer, "set-aside", status->aside);
  write_names (writer, "incomplete", status->incomplete);
}

/**
 * pz_sync_report_write:
 * @writer: in an array
 *
 * Writes the same for programs, as an object.
 */
void
pz_sync_report_write (const PzSyncReport *self,
                      PzJsonWriter       *writer)
{
  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "class", pz_class_info_get_id (self->class_info));
  pz_json_writer_string (writer, "name", pz_class_info_get_name (self->class_info));
  if (self->session != NULL)
    {
      const PzSyncSettings *settings = pz_sync_session_get_settings (self->session);

      pz_json_writer_string (writer, "folder", settings->folder);
      pz_json_writer_boolean (writer, "encrypted", settings->encrypted);
      write_status (writer, pz_sync_session_get_status (self->session));
    }
  pz_json_writer_string (writer, "error", self->error != NULL ? self->error->message : NULL);
  pz_json_writer_end_object (writer);
}
