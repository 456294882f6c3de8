/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-commands.h"
#include "pz-error.h"
#include "pz-export.h"
#include "pz-output.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *format;
  char *learner;
  gboolean force;
  gboolean private;
} options;

static const GOptionEntry entries[] = {
  { "format", 0, 0, G_OPTION_ARG_FILENAME, &options.format, N_("csv: a table of all learners; json: everything (by the ending of FILE)"), "csv|json" },
  { "learner", 0, 0, G_OPTION_ARG_FILENAME, &options.learner, N_("Only what is kept about this learner, for the person themselves"), N_("LEARNER") },
  { "with-private-notes", 0, 0, G_OPTION_ARG_NONE, &options.private, N_("Also fields that never leave this computer (json)"), NULL },
  { "force", 0, 0, G_OPTION_ARG_NONE, &options.force, N_("Replace FILE when it is there"), NULL },
  { NULL }
};

typedef enum { FORMAT_UNKNOWN, FORMAT_CSV, FORMAT_JSON } Format;

static Format
choose_format (const char *file)
{
  g_autofree char *lower = g_ascii_strdown (file, -1);

  if (options.format != NULL)
    return g_str_equal (options.format, "csv") ? FORMAT_CSV : g_str_equal (options.format, "json") ? FORMAT_JSON : FORMAT_UNKNOWN;
  return g_str_has_suffix (lower, ".csv") ? FORMAT_CSV : g_str_has_suffix (lower, ".json") ? FORMAT_JSON : FORMAT_UNKNOWN;
}

static gboolean
check_options (Format    format,
               GError  **error)
{
  if (format == FORMAT_UNKNOWN)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _("Say what to write: --format csv or --format json"));
  else if (format == FORMAT_CSV && options.learner != NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _("All that is kept about one learner does not fit into a table: use --format json"));
  else if (format == FORMAT_CSV && options.private)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _("A table never has private notes: use --format json"));
  else
    return TRUE;
  return FALSE;
}

static GBytes *
build (PzClassroom  *classroom,
       Format        format,
       GError      **error)
{
  PzExportFlags flags = options.private ? PZ_EXPORT_PRIVATE : PZ_EXPORT_PLAIN;
  g_autofree char *id = NULL;

  if (format == FORMAT_CSV)
    return pz_export_csv (classroom, error);
  if (options.learner == NULL)
    return pz_export_class (classroom, flags, error);
  id = pz_cli_find_learner (classroom, options.learner, error);
  return id != NULL ? pz_export_learner (classroom, id, flags, error) : NULL;
}

static void
say_done (PzCli      *cli,
          const char *file,
          GBytes     *bytes)
{
  g_autofree char *shown = g_filename_display_name (file);
  g_autofree char *size = g_format_size (g_bytes_get_size (bytes));
  g_autoptr(PzJsonWriter) writer = NULL;

  if (!cli->json)
    {
      /* Translators: %1$s is a file, %2$s its size, such as "12.3 kB" */
      pz_output_line (_("Wrote “%1$s”, %2$s"), shown, size);
      return;
    }
  writer = pz_json_writer_new ();
  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "file", shown);
  pz_json_writer_number (writer, "bytes", (double) g_bytes_get_size (bytes));
  pz_json_writer_end_object (writer);
  pz_output_json (writer);
}

static PzExit
run (PzCli              *cli,
     const char *const  *arguments,
     GError            **error)
{
  const char *file = arguments[0];
  Format format = choose_format (file);
  g_autoptr(PzClassroom) classroom = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (!check_options (format, error))
    return PZ_EXIT_USAGE;
  classroom = pz_cli_open_class (cli, error);
  bytes = classroom != NULL ? build (classroom, format, error) : NULL;
  if (bytes == NULL)
    return PZ_EXIT_PROBLEMS;
  if (g_str_equal (file, "-"))
    {
      pz_output_bytes (bytes);
      return PZ_EXIT_DONE;
    }
  if (!pz_export_save (file, bytes, options.force, error))
    {
      if (g_error_matches (*error, PZ_ERROR, PZ_ERROR_EXISTS))
        /* Translators: goes in front of the reason */
        g_prefix_error (error, "%s: ", _("Nothing was written (--force replaces a file)"));
      return PZ_EXIT_CANNOT_WRITE;
    }
  say_done (cli, file, bytes);
  return PZ_EXIT_DONE;
}

const PzCommand pz_command_export = {
  .name = "export",
  .arguments = N_("FILE"),
  .summary = N_("Write a class, or the data of one learner, to a file (“-”: to the terminal)"),
  .entries = entries,
  .n_arguments = 1,
  .run = run,
};
