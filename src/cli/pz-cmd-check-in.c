/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-check-in.h"
#include "pz-commands.h"
#include "pz-learner.h"
#include "pz-output.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static struct
{
  char *minutes;
  char *kind;
  char *date;
} options;

static const GOptionEntry entries[] = {
  { "minutes", 0, 0, G_OPTION_ARG_FILENAME, &options.minutes, N_("How long it took"), N_("MINUTES") },
  { "kind", 0, 0, G_OPTION_ARG_FILENAME, &options.kind, N_("one-to-one, observation, family, note or self; without it one-to-one"), N_("KIND") },
  { "date", 0, 0, G_OPTION_ARG_FILENAME, &options.date, N_("The day, YYYY-MM-DD; without it today"), N_("DATE") },
  { NULL }
};

/* What was typed, checked; the texts are those of the options. */
static gboolean
read_options (PzCheckInDraft  *draft,
              GError         **error)
{
  char *end = NULL;

  draft->minutes = NAN;
  if (options.minutes != NULL)
    {
      draft->minutes = g_ascii_strtod (options.minutes, &end);
      if (end == options.minutes || *end != '\0' || !(draft->minutes > 0 && draft->minutes <= 1440))
        return pz_cli_refuse ("--minutes", options.minutes, error);
    }
  if (options.kind != NULL && !pz_check_in_kind_find (options.kind, &draft->kind))
    return pz_cli_refuse ("--kind", options.kind, error);
  if (options.date != NULL && !pz_date_is_valid (options.date))
    return pz_cli_refuse ("--date", options.date, error);
  draft->date = options.date;
  return TRUE;
}

static void
print_json (PzDocument *learner,
            PzRecord   *check_in)
{
  const PzCheckInDraft draft = pz_check_in_get_draft (check_in);
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();

  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "learner", pz_document_get_id (learner));
  pz_json_writer_string (writer, "id", pz_record_get_id (check_in));
  pz_json_writer_string (writer, "date", draft.date);
  pz_json_writer_string (writer, "kind", pz_check_in_kind_get_name (draft.kind));
  if (!isnan (draft.minutes))
    pz_json_writer_number (writer, "minutes", draft.minutes);
  pz_json_writer_string (writer, "text", draft.text);
  pz_json_writer_end_object (writer);
  pz_output_json (writer);
}

static void
print_done (PzDocument *learner,
            PzRecord   *check_in)
{
  g_autofree char *name = pz_learner_dup_display_name (pz_document_get_owner (learner));
  g_autofree char *clean = pz_output_clean (name);

  /* Translators: the name of a learner, a day */
  pz_output_line (_("Kept a check-in with %1$s on %2$s."), clean, pz_record_get_text (check_in, PZ_CHECK_IN_DATE));
}

static PzExit
run (PzCli              *cli,
     const char *const  *arguments,
     GError            **error)
{
  g_autofree char *text = pz_cli_dup_text (arguments[1]);
  PzCheckInDraft draft = { .kind = PZ_CHECK_IN_IS_ONE_TO_ONE, .text = text };
  g_autoptr(PzClassroom) classroom = NULL;
  g_autoptr(PzDocument) learner = NULL;
  PzRecord *check_in;

  if (!read_options (&draft, error) || !pz_check_in_check (&draft, error))
    return PZ_EXIT_USAGE;
  classroom = pz_cli_open_class (cli, error);
  if (classroom != NULL)
    learner = pz_cli_load_learner (classroom, arguments[0], error);
  if (learner == NULL)
    return PZ_EXIT_PROBLEMS;
  check_in = pz_check_in_add (learner, &draft);
  if (!pz_classroom_save (classroom, C_("undo", "New check-in"), error))
    {
      pz_classroom_abandon (classroom);
      return PZ_EXIT_CANNOT_WRITE;
    }
  if (cli->json)
    print_json (learner, check_in);
  else
    print_done (learner, check_in);
  return PZ_EXIT_DONE;
}

const PzCommand pz_command_check_in = {
  .name = "check-in",
  .arguments = N_("LEARNER TEXT"),
  .summary = N_("Write down a talk, an observation or a note"),
  .entries = entries,
  .n_arguments = 2,
  .run = run,
};
