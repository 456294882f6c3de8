/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-analysis.h"
#include "pz-commands.h"
#include "pz-import-report.h"
#include "pz-output.h"
#include "pz-series.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static struct
{
  char *direction;
  char *goal;
  char *due;
} options;

static const GOptionEntry entries[] = {
  { "direction", 0, 0, G_OPTION_ARG_FILENAME, &options.direction,
    N_("Which way is better: increase or decrease; without it both"), N_("DIRECTION") },
  { "goal", 0, 0, G_OPTION_ARG_FILENAME, &options.goal, N_("Value to reach"), N_("VALUE") },
  { "due", 0, 0, G_OPTION_ARG_FILENAME, &options.due,
    N_("Time to reach it by, as the file has them: a number of days, or a date"), N_("TIME") },
  { NULL }
};

/* What was typed, checked as far as it can be without the file. */
static gboolean
read_options (PzAnalysis  *analysis,
              double      *target,
              GError     **error)
{
  char *end = NULL;

  analysis->wanted[PZ_DIRECTION_INCREASE] = analysis->wanted[PZ_DIRECTION_DECREASE] = options.direction == NULL;
  if (options.direction != NULL)
    {
      if (!pz_direction_from_name (options.direction, &analysis->direction))
        return pz_cli_refuse ("--direction", options.direction, error);
      analysis->wanted[analysis->direction] = TRUE;
    }
  if ((options.goal == NULL) != (options.due == NULL))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("--goal and --due belong together."));
      return FALSE;
    }
  analysis->has_goal = options.goal != NULL;
  if (analysis->has_goal)
    {
      *target = g_ascii_strtod (options.goal, &end);
      if (end == options.goal || *end != '\0' || !(fabs (*target) <= 1e9))
        return pz_cli_refuse ("--goal", options.goal, error);
    }
  return TRUE;
}

/* all measurements, whatever their phase */
static PzScore *
list_scores (const PzSeriesFile *file)
{
  PzScore *scores = g_new0 (PzScore, file->n);
  gsize n = 0;

  for (guint i = 0; i < file->phases->len; i++)
    {
      const PzSeriesPhase *phase = g_ptr_array_index (file->phases, i);

      for (gsize j = 0; j < phase->n; j++)
        scores[n++] = (PzScore) { .day = phase->x[j], .value = phase->y[j] };
    }
  return scores;
}

static void
decide (PzAnalysis *analysis,
        double      target)
{
  g_autofree PzScore *scores = list_scores (analysis->file);
  g_autofree double *x = g_new (double, analysis->file->n), *y = g_new (double, analysis->file->n);
  gsize n = pz_series_collect (scores, analysis->file->n, analysis->direction, x, y);
  PzDecisionInput input;

  analysis->start = scores[0].day;
  pz_decision_input_init (&input, x, y, n, analysis->direction);
  input.target = target;
  input.due = analysis->due - analysis->start;
  if (analysis->file->phases->len > 1)
    input.phase_start = analysis->file->newest_start - analysis->start;
  pz_decision_make (&input, &analysis->decision);
}

static PzExit
run (PzCli              *cli,
     const char *const  *arguments,
     GError            **error)
{
  PzAnalysis analysis = { 0 };
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(PzSeriesFile) file = NULL;
  double target = NAN;

  if (!read_options (&analysis, &target, error))
    return PZ_EXIT_USAGE;
  file = pz_series_file_load (arguments[0], messages, error);
  pz_import_report_messages (NULL, messages);
  if (file == NULL)
    return PZ_EXIT_BAD_DATA;
  analysis.file = file;
  if (analysis.has_goal && !pz_series_file_read_time (file, options.due, &analysis.due))
    {
      pz_cli_refuse ("--due", options.due, error);
      return PZ_EXIT_USAGE;
    }
  if (analysis.has_goal)
    decide (&analysis, target);
  if (cli->json)
    {
      g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();

      pz_analysis_write (&analysis, writer);
      pz_output_json (writer);
    }
  else
    pz_analysis_print (&analysis);
  return pz_roster_messages_count (messages, PZ_ROSTER_ERROR) > 0 ? PZ_EXIT_PROBLEMS : PZ_EXIT_DONE;
}

const PzCommand pz_command_analyse = {
  .name = "analyse",
  .arguments = N_("SERIES.csv"),
  .summary = N_("Every statistic of one series of measurements"),
  .entries = entries,
  .n_arguments = 1,
  .run = run,
};
