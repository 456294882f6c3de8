/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-holidays.h"

#include "pz-holidays.h"
#include "pz-output.h"

#include <glib/gi18n-lib.h>

static void
write_holiday (PzJsonWriter    *writer,
               const PzHoliday *holiday)
{
  char day[PZ_DAY_TEXT_SIZE];

  pz_json_writer_begin_object (writer, NULL);
  pz_day_to_text (holiday->days.first, day);
  pz_json_writer_string (writer, "first", day);
  pz_day_to_text (holiday->days.last, day);
  pz_json_writer_string (writer, "last", day);
  pz_json_writer_string (writer, "summary", holiday->summary);
  pz_json_writer_boolean (writer, "known", holiday->known);
  pz_json_writer_boolean (writer, "chosen", holiday->chosen);
  pz_json_writer_end_object (writer);
}

static void
write_holidays (PzJsonWriter     *writer,
                const PzHolidays *holidays,
                PzClassroom      *classroom,
                guint             n_new)
{
  pz_json_writer_begin_object (writer, "calendar");
  pz_json_writer_string (writer, "id", pz_classroom_get_id (classroom));
  pz_json_writer_string (writer, "name", pz_classroom_get_name (classroom));
  pz_json_writer_number (writer, "n-new", n_new);
  pz_json_writer_number (writer, "n-events", holidays->n_events);
  pz_json_writer_number (writer, "n-outside", holidays->n_outside);
  pz_json_writer_number (writer, "n-unread", holidays->n_unread);
  pz_json_writer_number (writer, "n-too-long", holidays->n_too_long);
  pz_json_writer_number (writer, "n-rules", holidays->n_rules);
  pz_json_writer_begin_array (writer, "holidays");
  for (guint i = 0; i < holidays->items->len; i++)
    write_holiday (writer, g_ptr_array_index (holidays->items, i));
  pz_json_writer_end_array (writer);
  pz_json_writer_end_object (writer);
}

static void
print_holiday (const PzHoliday *holiday)
{
  g_autoptr(PzDaySpans) days = pz_day_spans_new (&holiday->days, 1);
  g_autofree char *text = pz_day_spans_to_text (days);
  g_autofree char *summary = pz_output_clean (holiday->summary);

  pz_output_line ("  %s %-21s  %s", holiday->known ? "=" : holiday->chosen ? "+" : "?", text, summary);
}

static void
print_left_out (const PzHolidays *holidays)
{
  if (holidays->n_unread > 0)
    /* Translators: %u is a number of events of a calendar */
    pz_output_message (ngettext ("  %u event cannot be read", "  %u events cannot be read", holidays->n_unread),
                       holidays->n_unread);
  if (holidays->n_too_long > 0)
    /* Translators: %u is a number of events of a calendar */
    pz_output_message (ngettext ("  %u event is too long for holidays", "  %u events are too long for holidays",
                                 holidays->n_too_long),
                       holidays->n_too_long);
  if (holidays->n_rules > 0)
    /* Translators: %u is a number of events of a calendar */
    pz_output_message (ngettext ("  %u event repeats in a way that is not understood; only its first time was read",
                                 "  %u events repeat in a way that is not understood; only their first time was read",
                                 holidays->n_rules),
                       holidays->n_rules);
}

static void
print_holidays (const PzHolidays *holidays,
                PzClassroom      *classroom,
                guint             n_new)
{
  g_autofree char *name = pz_output_clean (pz_classroom_get_name (classroom));

  /* Translators: %1$s is a class, %2$u how many holidays are new to it */
  pz_output_line (ngettext ("%1$s: %2$u new holiday", "%1$s: %2$u new holidays", n_new), name, n_new);
  for (guint i = 0; i < holidays->items->len; i++)
    print_holiday (g_ptr_array_index (holidays->items, i));
  print_left_out (holidays);
}

/* what would be new is counted in memory, and forgotten after a dry run */
static gboolean
apply (PzClassroom  *classroom,
       PzHolidays   *holidays,
       gboolean      dry_run,
       guint        *n_new,
       GError      **error)
{
  PzRecord *record = pz_document_get_owner (pz_classroom_get_document (classroom));

  pz_holidays_compare (holidays, record);
  *n_new = pz_holidays_apply (holidays, record);
  if (dry_run)
    {
      pz_classroom_abandon (classroom);
      return TRUE;
    }
  return *n_new == 0 || pz_classroom_save (classroom, C_("undo", "Import of holidays"), error);
}

/**
 * pz_import_holidays:
 * @cli: the class is the one of --class, or the only one
 * @writer: (nullable): inside the object of a file; %NULL: say it on the terminal
 * @path: of an .ics file
 * @dry_run: write nothing
 * @error: the file or the class cannot be read or written
 *
 * Makes closed days of the holidays in a calendar.
 *
 * Returns: %FALSE when @error is set; the class is then as it was
 */
gboolean
pz_import_holidays (PzCli         *cli,
                    PzJsonWriter  *writer,
                    const char    *path,
                    gboolean       dry_run,
                    GError       **error)
{
  g_autoptr(PzHolidays) holidays = NULL;
  g_autoptr(PzClassroom) classroom = NULL;
  GDate today;
  guint n_new;

  pz_environment_get_today (cli->environment, &today);
  holidays = pz_holidays_load (path, &today, error);
  classroom = holidays != NULL ? pz_cli_open_class (cli, error) : NULL;
  if (classroom == NULL || !apply (classroom, holidays, dry_run, &n_new, error))
    return FALSE;
  if (writer != NULL)
    write_holidays (writer, holidays, classroom, n_new);
  else
    print_holidays (holidays, classroom, n_new);
  if (!dry_run)
    pz_classroom_close (classroom, NULL);
  return TRUE;
}
