/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-case.h"
#include "pz-commands.h"
#include "pz-error.h"
#include "pz-holidays.h"
#include "pz-import-framework.h"
#include "pz-import-holidays.h"
#include "pz-import-report.h"
#include "pz-library.h"
#include "pz-one-roster.h"
#include "pz-output.h"
#include "pz-roster-choice.h"
#include "pz-table-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static struct
{
  gboolean dry_run;
  char **only;
  char *teacher;
  char **map;
  gboolean no_header;
  char *name;
  char **demographics;
  gboolean day_first;
  gboolean month_first;
  gboolean archive_gone;
  gboolean bring_back;
} options;

static const GOptionEntry entries[] = {
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_("Say what would happen, and write nothing"), NULL },
  { "only", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.only, N_("Only this class of a roster, by title, code or id; may be repeated"), N_("CLASS") },
  { "teacher", 0, 0, G_OPTION_ARG_FILENAME, &options.teacher, N_("Only classes of a roster this person teaches"), N_("WHO") },
  { "map", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.map, N_("What a column of a table means; may be repeated"), N_("COLUMN=FIELD") },
  { "no-header", 0, 0, G_OPTION_ARG_NONE, &options.no_header, N_("The first row of a table is somebody’s"), NULL },
  { "name", 0, 0, G_OPTION_ARG_FILENAME, &options.name, N_("Name of the new class a table becomes (by the file); --class imports into a class"), N_("NAME") },
  { "demographics", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.demographics, N_("Read this column of demographics.csv too; may be repeated"), N_("COLUMN") },
  { "day-first", 0, 0, G_OPTION_ARG_NONE, &options.day_first, N_("1/05/2023 is the first of May"), NULL },
  { "month-first", 0, 0, G_OPTION_ARG_NONE, &options.month_first, N_("1/05/2023 is the fifth of January"), NULL },
  { "archive-gone", 0, 0, G_OPTION_ARG_NONE, &options.archive_gone, N_("Archive learners who are no longer in the roster"), NULL },
  { "bring-back", 0, 0, G_OPTION_ARG_NONE, &options.bring_back, N_("Bring back learners who were deleted here"), NULL },
  { NULL }
};

/* One run: what is printed as JSON, and whether rows were left out. */
typedef struct
{
  PzCli *cli;
  PzJsonWriter *writer; /* NULL: text */
  gboolean left_out;
  gboolean written; /* whether any class was */
} Run;

static PzDayOrder
get_day_order (void)
{
  return options.day_first ? PZ_DAY_ORDER_DAY_FIRST : options.month_first ? PZ_DAY_ORDER_MONTH_FIRST : PZ_DAY_ORDER_UNKNOWN;
}

/* an option that does not apply must not be passed over in silence: something else would happen than was asked for */
static gboolean
check_fits (const PzCli  *cli,
            gboolean      is_roster,
            GError      **error)
{
  const struct { const char *option; gboolean given; gboolean for_roster; } rows[] = {
    { "--map", options.map != NULL, FALSE },         { "--no-header", options.no_header, FALSE },
    { "--name", options.name != NULL, FALSE },       { "--class", cli->class_name != NULL, FALSE },
    { "--only", options.only != NULL, TRUE },        { "--teacher", options.teacher != NULL, TRUE },
    { "--archive-gone", options.archive_gone, TRUE }, { "--demographics", options.demographics != NULL, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].given && rows[i].for_roster != is_roster)
      {
        g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                     /* Translators: %s is an option, such as --map */
                     is_roster ? _("This is a OneRoster, and %s is for other tables")
                               /* Translators: %s is an option, such as --only */
                               : _("This is a table, and %s is for a OneRoster"), rows[i].option);
        return FALSE;
      }
  if (options.name == NULL || cli->class_name == NULL)
    return TRUE;
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("Either --name for a new class or --class, not both"));
  return FALSE;
}

/* of all options, calendars and frameworks know the dry run and the class alone */
static gboolean
check_has_no_options (gboolean   is_calendar,
                      GError   **error)
{
  const struct { const char *option; gboolean given; } rows[] = {
    { "--map", options.map != NULL },         { "--no-header", options.no_header },
    { "--name", options.name != NULL },       { "--only", options.only != NULL },
    { "--teacher", options.teacher != NULL }, { "--archive-gone", options.archive_gone },
    { "--day-first", options.day_first },     { "--demographics", options.demographics != NULL },
    { "--month-first", options.month_first },   { "--bring-back", !is_calendar && options.bring_back },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].given)
      {
        g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                     /* Translators: %s is an option, such as --map */
                     is_calendar ? _("This is a calendar, and %s is for lists of people")
                                 /* Translators: %s is an option, such as --map */
                                 : _("This is a framework of competencies, and %s is for lists of people"), rows[i].option);
        return FALSE;
      }
  return TRUE;
}

static gboolean
import_calendar (Run         *run,
                 const char  *path,
                 GError     **error)
{
  if (!check_has_no_options (TRUE, error) || !pz_import_holidays (run->cli, run->writer, path, options.dry_run, error))
    return FALSE;
  run->written |= !options.dry_run;
  return TRUE;
}

static gboolean
import_framework (Run         *run,
                  const char  *path,
                  GError     **error)
{
  if (!check_has_no_options (FALSE, error)
      || !pz_import_framework (run->cli, run->writer, path, options.dry_run, &run->left_out, error))
    return FALSE;
  run->written |= !options.dry_run;
  return TRUE;
}

static void
report_messages (Run                    *run,
                 const PzRosterMessages *messages)
{
  pz_import_report_messages (run->writer, messages);
  run->left_out |= pz_roster_messages_count (messages, PZ_ROSTER_ERROR) > 0;
}

static void
begin_messages (Run *run)
{
  if (run->writer != NULL)
    pz_json_writer_begin_array (run->writer, "messages");
}

/* after the messages; a question that is open is answered by an option, once for all rows */
static void
begin_classes (Run      *run,
               gboolean  asks_day_order)
{
  if (asks_day_order)
    pz_output_message ("  %s", _("--day-first or --month-first tells how to read these dates; until then they stay empty."));
  if (run->writer == NULL)
    return;
  pz_json_writer_end_array (run->writer);
  pz_json_writer_begin_array (run->writer, "classes");
}

/* what only happens on request */
static void
choose_proposed (PzImportPlan *plan)
{
  for (guint i = 0; i < pz_import_plan_get_n_items (plan); i++)
    {
      PzImportItem *item = pz_import_plan_get_item (plan, i);

      item->chosen |= (item->kind == PZ_IMPORT_GONE && options.archive_gone)
                      || (item->kind == PZ_IMPORT_DELETED && options.bring_back);
    }
}

/* Writes what the plan says, or only reports it. */
static gboolean
carry_out (Run           *run,
           PzImportPlan  *plan,
           GError       **error)
{
  g_autoptr(PzClassroom) classroom = NULL;
  const char *id = NULL;

  if (g_cancellable_set_error_if_cancelled (run->cli->cancellable, error))
    return FALSE;
  choose_proposed (plan);
  if (pz_import_plan_get_classroom (plan) != NULL)
    id = pz_classroom_get_id (pz_import_plan_get_classroom (plan));
  if (!options.dry_run && !pz_import_plan_is_empty (plan))
    {
      classroom = pz_import_plan_apply (plan, run->cli->environment, error);
      if (classroom == NULL)
        {
          /* Translators: %s is the name of a class; the reason follows */
          g_prefix_error (error, _("“%s” is as it was: "), pz_import_plan_get_class_name (plan));
          return FALSE;
        }
      run->written = TRUE;
      pz_classroom_close (classroom, NULL);
      id = pz_classroom_get_id (classroom);
    }
  pz_import_report_plan (run->writer, plan, id, options.dry_run);
  return TRUE;
}

static gboolean
import_classes (Run       *run,
                PzRoster  *roster,
                GError   **error)
{
  g_autoptr(GPtrArray) classes = pz_roster_choice_list (roster, options.teacher, (const char *const *) options.only, error);

  for (guint i = 0; classes != NULL && i < classes->len; i++)
    {
      g_autoptr(PzImportPlan) plan = pz_import_plan_for_class (run->cli->environment, roster, g_ptr_array_index (classes, i), error);

      if (plan == NULL || !carry_out (run, plan, error))
        return FALSE;
    }
  return classes != NULL;
}

static gboolean
import_roster (Run             *run,
               PzRosterSource  *source,
               GError         **error)
{
  const PzOneRosterOptions wanted = { (const char *const *) options.demographics, get_day_order () };
  g_autoptr(PzRoster) roster = NULL;
  gboolean done;

  if (!pz_roster_choice_check_demographics (source, wanted.demographics, error))
    return FALSE;
  roster = pz_one_roster_load (source, &wanted, error);
  if (roster == NULL)
    return FALSE;
  begin_messages (run);
  report_messages (run, roster->messages);
  begin_classes (run, roster->needs_day_order);
  done = import_classes (run, roster, error);
  if (run->writer != NULL)
    pz_json_writer_end_array (run->writer);
  return done;
}

/* The class a table goes into: the one of --class, or NULL and the name of a new one that is not there yet. */
static gboolean
choose_target (Run           *run,
               const char    *file,
               PzClassroom  **classroom,
               char         **name,
               GError       **error)
{
  g_autofree char *base = g_path_get_basename (file);
  g_autoptr(PzClassInfo) info = NULL;
  char *dot = strrchr (base, '.');

  if (run->cli->class_name != NULL)
    {
      *classroom = pz_cli_open_class (run->cli, error);
      return *classroom != NULL;
    }
  if (dot != NULL && dot > base)
    *dot = '\0';
  *name = pz_cli_dup_text (options.name != NULL ? options.name : base);
  info = pz_library_find (run->cli->environment, *name, NULL);
  if (info == NULL || g_strcmp0 (pz_class_info_get_name (info), *name) != 0)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               /* Translators: %s is the name of a class */
               _("There is a class “%s”. Use --class to import into it, or --name to make another one."), *name);
  return FALSE;
}

static gboolean
map_columns (PzTableImport  *table,
             GError        **error)
{
  if (options.no_header)
    pz_table_import_set_has_header (table, FALSE);
  for (guint i = 0; options.map != NULL && options.map[i] != NULL; i++)
    {
      g_autofree char *assignment = pz_cli_dup_text (options.map[i]);

      if (!pz_table_import_map (table, assignment, error))
        {
          /* what was typed does not fit, not what was read */
          (*error)->domain = G_OPTION_ERROR;
          (*error)->code = G_OPTION_ERROR_BAD_VALUE;
          return FALSE;
        }
    }
  if (get_day_order () != PZ_DAY_ORDER_UNKNOWN)
    pz_table_import_set_day_order (table, get_day_order ());
  return TRUE;
}

static GPtrArray *
list_people (PzTableImport     *table,
             PzRosterMessages  *messages,
             GError           **error)
{
  GPtrArray *people = pz_table_import_list_people (table, messages, error);

  if (people == NULL && g_error_matches (*error, PZ_ERROR, PZ_ERROR_INVALID))
    {
      g_autofree char *reason = g_steal_pointer (&(*error)->message);

      /* Translators: %s is a sentence that says what is wrong; do not translate the options and names of fields */
      (*error)->message = g_strdup_printf (_("%s, as in --map 1=full-name; --no-header when the first row is somebody’s"),
                                           reason);
    }
  return people;
}

static gboolean
import_table (Run                 *run,
              const PzRosterFile  *file,
              const char          *path,
              GError             **error)
{
  g_autoptr(PzTableImport) table = pz_table_import_new (file, error);
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(PzClassroom) classroom = NULL;
  g_autofree char *name = NULL;
  g_autoptr(PzImportPlan) plan = NULL;
  PzImportClass class_info = { NULL };
  gboolean done;

  if (table == NULL || !map_columns (table, error))
    return FALSE;
  people = list_people (table, messages, error);
  if (people == NULL || !choose_target (run, path, &classroom, &name, error))
    return FALSE;
  class_info.name = name;
  begin_messages (run);
  report_messages (run, pz_table_import_get_messages (table));
  report_messages (run, messages);
  begin_classes (run, pz_table_import_needs_day_order (table));
  plan = pz_import_plan_new (classroom, &class_info, people, FALSE, error);
  done = plan != NULL && carry_out (run, plan, error);
  if (run->writer != NULL)
    pz_json_writer_end_array (run->writer);
  return done;
}

static gboolean
import_source (Run             *run,
               PzRosterSource  *source,
               const char      *path,
               GError         **error)
{
  gboolean is_roster = pz_roster_source_is_one_roster (source);

  if (!check_fits (run->cli, is_roster, error))
    return FALSE;
  if (is_roster)
    return import_roster (run, source, error);
  if (pz_roster_source_get_n_files (source) == 1)
    return import_table (run, pz_roster_source_get_file (source, 0), path, error);
  g_set_error_literal (error, PZ_ERROR, PZ_ERROR_NOT_SUPPORTED, _("This is neither a OneRoster nor one table of people"));
  return FALSE;
}

static PzRosterSource *
open_source (const char  *path,
             GError     **error)
{
  GError *local_error = NULL;
  PzRosterSource *source = pz_roster_source_new_from_path (path, &local_error);

  if (source != NULL)
    return source;
  /* the file is at fault, not the way this computer is set up */
  if (g_error_matches (local_error, PZ_ERROR, PZ_ERROR_NOT_SAFE))
    local_error->code = PZ_ERROR_INVALID;
  g_propagate_error (error, local_error);
  return NULL;
}

static gboolean
read_and_import (Run         *run,
                 const char  *path,
                 GError     **error)
{
  g_autoptr(PzRosterSource) source = NULL;

  if (pz_holidays_is_calendar (path))
    return import_calendar (run, path, error);
  if (pz_case_looks_like_json (path))
    return import_framework (run, path, error);
  source = open_source (path, error);
  return source != NULL && import_source (run, source, path, error);
}

static gboolean
import_file (Run         *run,
             const char  *path,
             GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  gboolean done;

  if (run->writer != NULL)
    {
      pz_json_writer_begin_object (run->writer, NULL);
      pz_json_writer_string (run->writer, "file", shown);
    }
  done = read_and_import (run, path, error);
  if (run->writer != NULL)
    pz_json_writer_end_object (run->writer);
  if (!done)
    g_prefix_error (error, "%s: ", shown);
  return done;
}

static PzExit
run (PzCli              *cli,
     const char *const  *arguments,
     GError            **error)
{
  g_autoptr(PzJsonWriter) writer = cli->json ? pz_json_writer_new () : NULL;
  Run import = { .cli = cli, .writer = writer };
  gboolean done = TRUE;

  if (options.day_first && options.month_first)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("Either --day-first or --month-first, not both"));
      return PZ_EXIT_USAGE;
    }
  if (writer != NULL)
    {
      pz_json_writer_begin_object (writer, NULL);
      pz_json_writer_boolean (writer, "dry-run", options.dry_run);
      pz_json_writer_begin_array (writer, "files");
    }
  for (guint i = 0; done && arguments[i] != NULL; i++)
    done = import_file (&import, arguments[i], error);
  if (writer != NULL)
    {
      pz_json_writer_end_array (writer);
      pz_json_writer_end_object (writer);
    }
  /* what was imported before a failure is there, and a program has to know */
  if (writer != NULL && (done || import.written))
    pz_output_json (writer);
  if (!done)
    return PZ_EXIT_PROBLEMS;
  if (writer == NULL && options.dry_run)
    pz_output_message (_("Nothing was written: this was a dry run."));
  return import.left_out ? PZ_EXIT_PROBLEMS : PZ_EXIT_DONE;
}

const PzCommand pz_command_import = {
  .name = "import",
  .arguments = N_("FILE…"),
  .summary = N_("Read a OneRoster zip or folder, a table of people, a calendar of holidays, or a CASE framework"),
  .entries = entries,
  .n_arguments = 1,
  .more_arguments = TRUE,
  .run = run,
};
