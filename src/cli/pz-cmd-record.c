/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-commands.h"
#include "pz-date.h"
#include "pz-goal.h"
#include "pz-goal-progress.h"
#include "pz-learner.h"
#include "pz-measure.h"
#include "pz-measurement.h"
#include "pz-output.h"
#include "pz-search-fold.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static struct
{
  char *date;
  char *note;
  char *help;
} options;

static const GOptionEntry entries[] = {
  { "date", 0, 0, G_OPTION_ARG_FILENAME, &options.date, N_("The day, YYYY-MM-DD; without it today"), N_("DATE") },
  { "note", 0, 0, G_OPTION_ARG_FILENAME, &options.note, N_("What the number does not say"), N_("TEXT") },
  { "help-given", 0, 0, G_OPTION_ARG_FILENAME, &options.help, N_("alone or with-help"), N_("HOW") },
  { NULL }
};

/* 2: it is named in full; 1: by a part of it */
static guint
rate_match (PzRecord   *goal,
            PzRecord   *measure,
            const char *typed,
            const char *folded)
{
  const char *title = pz_record_get_text (goal, PZ_GOAL_TITLE);
  g_autofree char *title_key = pz_search_fold (title != NULL ? title : "");
  g_autofree char *measure_key = measure != NULL ? pz_search_fold (pz_record_get_text (measure, PZ_MEASURE_NAME)) : NULL;

  if (strcmp (pz_record_get_id (goal), typed) == 0 || strcmp (title_key, folded) == 0)
    return 2;
  if (*folded == '\0')
    return 0;
  return strstr (title_key, folded) != NULL || (measure_key != NULL && strstr (measure_key, folded) != NULL);
}

static void
set_not_clear (GError     **error,
               GPtrArray   *goals,
               const char  *typed,
               gboolean     several)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < goals->len; i++)
    {
      const char *title = pz_record_get_text (goals->pdata[i], PZ_GOAL_TITLE);

      g_string_append_printf (names, "\n  %s  %s", pz_record_get_id (goals->pdata[i]), title != NULL ? title : "");
    }
  if (several)
    g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND,
                 /* Translators: what was typed to name a goal, the list of goals, each on a line of its own */
                 _("“%1$s” fits several goals; nothing was written. There are:%2$s"), typed, names->str);
  else
    g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND,
                 /* Translators: what was typed to name a goal, the list of goals, each on a line of its own */
                 _("No goal of this learner is called “%1$s”; nothing was written. There are:%2$s"), typed, names->str);
}

/* transfer none: a goal of the list */
static PzRecord *
find_goal (PzClassroom  *classroom,
           GPtrArray    *goals,
           const char   *argument,
           GError      **error)
{
  g_autofree char *typed = pz_cli_dup_text (argument);
  g_autofree char *folded = pz_search_fold (typed);
  PzRecord *found = NULL;
  guint best = 0, n_best = 0;

  for (guint i = 0; i < goals->len; i++)
    {
      PzRecord *goal = goals->pdata[i];
      guint rating = rate_match (goal, pz_goal_find_measure (goal, pz_classroom_get_document (classroom)), typed, folded);

      if (rating == 0 || rating < best)
        continue;
      n_best = rating > best ? 1 : n_best + 1;
      best = rating;
      found = goal;
    }
  if (n_best == 1)
    return found;
  set_not_clear (error, goals, typed, n_best > 1);
  return NULL;
}

static gboolean
read_options (PzMeasurementDraft  *draft,
              const char          *today,
              GError             **error)
{
  draft->date = today;
  if (options.date != NULL && !pz_date_is_valid (options.date))
    return pz_cli_refuse ("--date", options.date, error);
  if (options.date != NULL)
    draft->date = options.date;
  draft->help = pz_help_from_name (options.help);
  return options.help == NULL || draft->help != PZ_HELP_NOT_SAID || pz_cli_refuse ("--help-given", options.help, error);
}

static gboolean
read_value (PzMeasurementDraft    *draft,
            const PzMeasureRange  *range,
            const char            *argument,
            GError               **error)
{
  g_autofree char *typed = pz_cli_dup_text (argument);

  if (!pz_measurement_parse_value (typed, range, &draft->value, &draft->out_of))
    {
      g_set_error (error, PZ_ERROR, PZ_ERROR_INVALID,
                   /* Translators: %s is what was typed where a number is needed */
                   _("“%s” is no value of this measure; nothing was written."), typed);
      return FALSE;
    }
  return pz_measurement_check (draft, range, error);
}

static void
print_json (PzDocument *learner,
            PzRecord   *measurement)
{
  const PzMeasurementDraft draft = pz_measurement_get_draft (measurement);
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();

  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "learner", pz_document_get_id (learner));
  pz_json_writer_string (writer, "goal", draft.goal);
  pz_json_writer_string (writer, "id", pz_record_get_id (measurement));
  pz_json_writer_string (writer, "date", draft.date);
  pz_json_writer_number (writer, "value", draft.value);
  if (!isnan (draft.out_of))
    pz_json_writer_number (writer, "out-of", draft.out_of);
  if (draft.help != PZ_HELP_NOT_SAID)
    pz_json_writer_string (writer, "independence", pz_help_get_name (draft.help));
  if (draft.note != NULL)
    pz_json_writer_string (writer, "note", draft.note);
  pz_json_writer_end_object (writer);
  pz_output_json (writer);
}

static void
print_done (PzClassroom *classroom,
            PzDocument  *learner,
            PzRecord    *goal,
            PzRecord    *measurement)
{
  const PzMeasurementDraft draft = pz_measurement_get_draft (measurement);
  g_autofree char *name = pz_learner_dup_display_name (pz_document_get_owner (learner));
  g_autofree char *value = pz_measure_dup_value (pz_goal_find_measure (goal, pz_classroom_get_document (classroom)),
                                                 draft.value, draft.out_of);
  g_autofree char *all = NULL, *clean = NULL;

  /* Translators: a value with its unit, the name of a learner, a goal, a day */
  all = g_strdup_printf (_("Kept %1$s of %2$s for “%3$s” on %4$s."), value, name,
                         pz_record_get_text (goal, PZ_GOAL_TITLE), draft.date);
  clean = pz_output_clean (all);
  pz_output_line ("%s", clean);
}

/* The goal, and the draft without its value. */
static PzRecord *
prepare (PzCli               *cli,
         PzClassroom         *classroom,
         GPtrArray           *goals,
         const char          *typed,
         PzMeasureRange      *range,
         GError             **error)
{
  PzRecord *goal = find_goal (classroom, goals, typed, error);
  g_autoptr(PzGoalRules) rules = NULL;
  GDate today;

  if (goal == NULL)
    return NULL;
  pz_environment_get_today (cli->environment, &today);
  rules = pz_goal_rules_new (pz_classroom_get_document (classroom), &today);
  pz_goal_rules_get_range (rules, pz_record_get_text (goal, PZ_GOAL_MEASURE), range);
  return goal;
}

static PzExit
run (PzCli              *cli,
     const char *const  *arguments,
     GError            **error)
{
  g_autofree char *note = pz_cli_dup_text (options.note);
  PzMeasurementDraft draft = { .value = NAN, .out_of = NAN, .note = note };
  g_autoptr(PzClassroom) classroom = NULL;
  g_autoptr(PzDocument) learner = NULL;
  g_autoptr(GPtrArray) goals = NULL;
  g_autofree char *today = NULL;
  PzMeasureRange range;
  PzRecord *goal, *measurement;
  GDate day;

  pz_environment_get_today (cli->environment, &day);
  today = pz_date_format (&day);
  if (!read_options (&draft, today, error))
    return PZ_EXIT_USAGE;
  classroom = pz_cli_open_class (cli, error);
  if (classroom != NULL)
    learner = pz_cli_load_learner (classroom, arguments[0], error);
  if (learner == NULL)
    return PZ_EXIT_PROBLEMS;
  goals = pz_goal_list (learner, pz_classroom_get_document (classroom), NULL);
  goal = prepare (cli, classroom, goals, arguments[1], &range, error);
  if (goal == NULL)
    return PZ_EXIT_PROBLEMS;
  draft.goal = pz_record_get_id (goal);
  if (!read_value (&draft, &range, arguments[2], error))
    return PZ_EXIT_BAD_DATA;
  measurement = pz_measurement_add (learner, &draft);
  if (!pz_classroom_save (classroom, C_("undo", "New measurement"), error))
    {
      pz_classroom_abandon (classroom);
      return PZ_EXIT_CANNOT_WRITE;
    }
  if (cli->json)
    print_json (learner, measurement);
  else
    print_done (classroom, learner, goal, measurement);
  return PZ_EXIT_DONE;
}

const PzCommand pz_command_record = {
  .name = "record",
  .arguments = N_("LEARNER GOAL VALUE"),
  .summary = N_("Write down what was measured for a goal"),
  .entries = entries,
  .n_arguments = 3,
  .run = run,
};
