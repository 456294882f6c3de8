/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-commands.h"
#include "pz-error.h"
#include "pz-output.h"
#include "pz-sample.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static struct
{
  int learners;
  int weeks;
  gint64 seed;
  char *today;
  char *name;
  int goals;
  int measurements;
} options = { .learners = 28, .weeks = 12, .seed = 1 };

static const GOptionEntry entries[] = {
  { "learners", 0, 0, G_OPTION_ARG_INT, &options.learners, N_("How many learners (28)"), N_("N") },
  { "weeks", 0, 0, G_OPTION_ARG_INT, &options.weeks, N_("For how many weeks the class has been at work (12)"), N_("W") },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed, N_("Another number gives other people (1)"), N_("S") },
  { "today", 0, 0, G_OPTION_ARG_FILENAME, &options.today, N_("The last day of the records, as 2026-11-23 (today)"), N_("DATE") },
  { "name", 0, 0, G_OPTION_ARG_FILENAME, &options.name, N_("Name of the class"), N_("NAME") },
  { "goals", 0, 0, G_OPTION_ARG_INT, &options.goals, N_("Goals of each learner (a natural number)"), N_("N") },
  { "measurements", 0, 0, G_OPTION_ARG_INT, &options.measurements, N_("Measurements of each goal (a natural number)"), N_("N") },
  { NULL }
};

static gboolean
read_day (const char  *typed,
          GDate       *day,
          GError     **error)
{
  int year, month, number;

  if (!pz_date_is_valid (typed) || sscanf (typed, "%4d-%2d-%2d", &year, &month, &number) != 3)
    {
      /* Translators: %s is what was typed as a date */
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” is not a day. Write it as 2026-11-23."), typed);
      return FALSE;
    }
  g_date_set_dmy (day, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

static gboolean
read_options (PzSampleOptions  *wanted,
              GError          **error)
{
  wanted->n_learners = (guint) MAX (options.learners, 0);
  wanted->n_weeks = (guint) MAX (options.weeks, 0);
  wanted->seed = (guint64) options.seed;
  /* a negative number is out of bounds, and 0 would mean a natural number */
  wanted->n_goals = options.goals < 0 ? G_MAXUINT : (guint) options.goals;
  wanted->n_measurements = options.measurements < 0 ? G_MAXUINT : (guint) options.measurements;
  return options.today == NULL || read_day (options.today, &wanted->today, error);
}

static PzExit
run (PzCli              *cli,
     const char *const  *arguments,
     GError            **error)
{
  g_autofree char *name = pz_cli_dup_text (options.name);
  g_autoptr(PzClassroom) classroom = NULL;
  PzSampleOptions wanted;

  pz_sample_options_init (&wanted, cli->environment);
  if (!read_options (&wanted, error))
    return PZ_EXIT_USAGE;
  if (name != NULL)
    wanted.name = name;
  classroom = pz_sample_create (cli->environment, &wanted, cli->cancellable, error);
  if (classroom == NULL)
    {
      /* nothing was read, so what is out of bounds was typed */
      if (g_error_matches (*error, PZ_ERROR, PZ_ERROR_INVALID))
        {
          (*error)->domain = G_OPTION_ERROR;
          (*error)->code = G_OPTION_ERROR_BAD_VALUE;
        }
      return PZ_EXIT_PROBLEMS;
    }
  if (cli->json)
    {
      g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();

      pz_json_writer_begin_object (writer, NULL);
      pz_json_writer_string (writer, "id", pz_classroom_get_id (classroom));
      pz_json_writer_string (writer, "name", pz_classroom_get_name (classroom));
      pz_json_writer_string (writer, "path", pz_classroom_get_path (classroom));
      pz_json_writer_number (writer, "n-learners", wanted.n_learners);
      pz_json_writer_end_object (writer);
      pz_output_json (writer);
    }
  else
    /* Translators: the name of a class, how many learners it has, its id */
    pz_output_line (ngettext ("Made “%1$s” with %2$u invented learner, id %3$s",
                              "Made “%1$s” with %2$u invented learners, id %3$s", wanted.n_learners),
                    pz_classroom_get_name (classroom), wanted.n_learners, pz_classroom_get_id (classroom));
  return PZ_EXIT_DONE;
}

const PzCommand pz_command_sample = {
  .name = "sample",
  .summary = N_("Make a sample class of invented learners"),
  .entries = entries,
  .run = run,
};
