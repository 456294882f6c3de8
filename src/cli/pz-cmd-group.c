/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-commands.h"
#include "pz-date.h"
#include "pz-group-options.h"
#include "pz-group-report.h"
#include "pz-group-rules.h"
#include "pz-output.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* what is asked of groups when nothing is said */
#define USUAL_WISHES "readiness mixed:3\nspread home-languages:2\nnew-partners 3\n"
/* whole numbers JSON can hold */
#define MAX_SEED G_GINT64_CONSTANT (9007199254740991)

static struct
{
  PzGroupSizeOptions sizes;
  int rounds;
  gint64 seed;
  gint64 work;
  char *date;
  char **without;
  GPtrArray *wishes; /* of char*: name, value, name, value ... */
} options = { .rounds = 1, .seed = 1, .work = PZ_GROUP_NORMAL };

/* any of the options that ask for something: kept in the order they come */
static gboolean
wish_cb (const char  *name,
         const char  *value,
         gpointer     data,
         GError     **error)
{
  if (options.wishes == NULL)
    options.wishes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (options.wishes, g_strdup (name + strlen ("--")));
  g_ptr_array_add (options.wishes, pz_cli_dup_text (value));
  return TRUE;
}

#define WISH(name, text, argument)                                                                                       \
  { name, 0, G_OPTION_FLAG_FILENAME, G_OPTION_ARG_CALLBACK, (gpointer) wish_cb, text, argument }

static const GOptionEntry entries[] = {
  { "size", 0, 0, G_OPTION_ARG_FILENAME, &options.sizes.size, N_("Learners in a group, such as 4, or 4-5 where sizes may vary"), N_("N") },
  { "groups", 0, 0, G_OPTION_ARG_INT, &options.sizes.groups, N_("Number of groups, instead of a size"), N_("N") },
  WISH ("readiness", N_("mixed or similar, how important from 0 to 5, and a measure; without a measure the level"), N_("HOW[:N[:MEASURE]]")),
  WISH ("spread", N_("A field or lens whose values are spread over the groups"), N_("FIELD[:N]")),
  WISH ("gather", N_("A field or lens whose values are gathered"), N_("FIELD[:N]")),
  WISH ("not-alone", N_("Nobody the only one with a value"), N_("FIELD[:N|must]")),
  WISH ("cover", N_("Every value in every group"), N_("FIELD[:N|must]")),
  WISH ("at-most", N_("No more than so many with one value in a group"), N_("FIELD:MOST[:N|must]")),
  WISH ("alike", N_("Groups that have much in common, such as interests"), N_("FIELD[:N]")),
  WISH ("different", N_("Groups that have little in common"), N_("FIELD[:N]")),
  WISH ("new-partners", N_("Those who have not worked together; a meeting counts half after so many weeks"), N_("N[:WEEKS|all-year]")),
  WISH ("together", N_("Learners who share a group"), N_("A,B[:N|must]")),
  WISH ("apart", N_("Learners who do not share a group"), N_("A,B[:N|must]")),
  WISH ("pin", N_("A learner who is in this group"), N_("A:GROUP")),
  { "without", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.without, N_("A learner who does not take part; may be repeated"), N_("LEARNER") },
  { "date", 0, 0, G_OPTION_ARG_FILENAME, &options.date, N_("The day the groups are for, YYYY-MM-DD; without it today"), N_("DATE") },
  { "rounds", 0, 0, G_OPTION_ARG_INT, &options.rounds, N_("Plan so many rounds at once, in which everybody meets as many others as can be"), N_("N") },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed, N_("The same number gives the same groups"), N_("N") },
  { "work", 0, 0, G_OPTION_ARG_INT64, &options.work, N_("How many swaps to look at"), N_("N") },
  { NULL }
};

static PzGroupSettings *
make_settings (PzClassroom  *classroom,
               GError      **error)
{
  g_autoptr(PzGroupSettings) settings = NULL;

  if (options.wishes == NULL)
    return pz_group_settings_parse (USUAL_WISHES, error);
  settings = pz_group_settings_new ();
  for (guint i = 0; i < options.wishes->len; i += 2)
    {
      const char *name = g_ptr_array_index (options.wishes, i), *value = g_ptr_array_index (options.wishes, i + 1);
      g_autofree char *resolved = pz_group_options_resolve (classroom, name, value, error);

      if (resolved == NULL || !pz_group_settings_add (settings, name, resolved, error))
        return NULL;
    }
  return g_steal_pointer (&settings);
}

static gboolean
check_options (PzCli        *cli,
               PzGroupLoad  *load,
               GError      **error)
{
  pz_environment_get_today (cli->environment, &load->day);
  if (options.date != NULL && !pz_date_parse (options.date, &load->day))
    return pz_cli_refuse ("--date", options.date, error);
  if (options.seed < 0 || options.seed > MAX_SEED)
    return pz_cli_refuse ("--seed", "-1", error);
  if (options.rounds < 1 || options.rounds > PZ_GROUP_MAX_ROUNDS)
    return pz_cli_refuse ("--rounds", options.rounds < 1 ? "0" : "51", error);
  if (options.work < 1)
    return pz_cli_refuse ("--work", "0", error);
  return TRUE;
}

static gboolean
list_without (PzClassroom  *classroom,
              PzGroupLoad  *load,
              GError      **error)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();

  for (char **name = options.without; name != NULL && *name != NULL; name++)
    {
      g_autofree char *id = pz_cli_find_learner (classroom, *name, error);

      if (id == NULL)
        return FALSE;
      g_strv_builder_add (ids, id);
    }
  load->without = g_strv_builder_end (ids);
  return TRUE;
}

/* how much new partners weigh, and the settings without them: in rounds, meetings are counted anew */
static double
take_new_partners (PzGroupSettings **settings)
{
  g_autoptr(PzGroupSettings) others = pz_group_settings_dup_without (*settings, PZ_WISH_NEW_PARTNERS, G_MAXUINT);
  double weight = 1;

  for (guint i = 0; i < (*settings)->wishes->len; i++)
    {
      const PzGroupWish *wish = g_ptr_array_index ((*settings)->wishes, i);

      if (wish->kind == PZ_WISH_NEW_PARTNERS)
        weight = wish->importance;
    }
  pz_group_settings_free (*settings);
  *settings = g_steal_pointer (&others);
  return weight;
}

static PzExit
form_rounds (PzCli                 *cli,
             PzGroupReport         *report,
             double                 weight,
             GError               **error)
{
  guint n = pz_group_problem_get_n (report->problem);
  g_autofree double *past = g_new0 (double, (gsize) n * n + 1);
  PzGroupRounds rounds = { (guint) options.rounds, .past = past, .weight = weight };
  PzGroupWork work = { report->seed, report->work, cli->cancellable };
  g_autoptr(GPtrArray) findings = pz_group_rules_check (report->problem);
  g_autoptr(PzGroupRotation) rotation = NULL;

  if (findings->len > 0)
    {
      pz_group_report_findings (cli, report->load->learners, findings);
      return PZ_EXIT_PROBLEMS;
    }
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      past[(gsize) i * n + j] = pz_group_history_get_memory (report->load->history, i, j);
  rotation = pz_group_rotation_run (report->problem, &rounds, &work, error);
  if (rotation == NULL)
    return PZ_EXIT_PROBLEMS;
  pz_group_report_rounds (report, rotation, cli->json);
  return rotation->broken > 0 ? PZ_EXIT_PROBLEMS : PZ_EXIT_DONE;
}

static PzExit
form_groups (PzCli                  *cli,
             PzGroupReport          *report,
             const PzGroupProblem   *problem,
             GError                **error)
{
  PzGroupWork work = { report->seed, report->work, cli->cancellable };
  g_autoptr(GPtrArray) findings = pz_group_rules_check (problem);
  g_autoptr(PzGroupResult) result = NULL;
  g_autofree PzGroupScale *scales = NULL;
  PzGroupProof proof;

  if (findings->len > 0)
    {
      pz_group_report_findings (cli, report->load->learners, findings);
      return PZ_EXIT_PROBLEMS;
    }
  result = pz_group_solver_run (problem, &work, error);
  if (result == NULL)
    return PZ_EXIT_PROBLEMS;
  proof = pz_group_proof_run (problem, result, cli->cancellable);
  report->result = result;
  report->proof = &proof;
  report->scales = scales = pz_group_explain_scales (problem, MIN (PZ_GROUP_QUICK, report->work), cli->cancellable);
  if (cli->json)
    pz_group_report_json (report);
  else
    pz_group_report_print (report);
  return result->broken > 0 ? PZ_EXIT_PROBLEMS : PZ_EXIT_DONE;
}

static PzExit
run (PzCli              *cli,
     const char *const  *arguments,
     GError            **error)
{
  g_autoptr(PzClassroom) classroom = NULL;
  g_auto(PzGroupLoad) load = { 0 };
  g_autoptr(PzGroupSettings) settings = NULL;
  g_autoptr(GArray) sizes = g_array_new (FALSE, FALSE, sizeof (PzGroupSize));
  g_autoptr(PzGroupProblem) problem = NULL;
  PzGroupReport report = { NULL };
  double weight = 0;

  if (!check_options (cli, &load, error) || (classroom = pz_cli_open_class (cli, error)) == NULL)
    return PZ_EXIT_PROBLEMS;
  settings = make_settings (classroom, error);
  if (settings == NULL || !list_without (classroom, &load, error))
    return PZ_EXIT_PROBLEMS;
  load.half_life = pz_group_settings_get_half_life (settings);
  if (!pz_group_load_run (&load, classroom, error)
      || !pz_group_options_find_sizes (&options.sizes, pz_group_class_get_n (load.learners), sizes, error))
    return PZ_EXIT_PROBLEMS;
  if (options.rounds > 1)
    weight = take_new_partners (&settings);
  problem = pz_group_settings_compose (settings, load.learners, load.history, sizes, error);
  if (problem == NULL)
    return PZ_EXIT_PROBLEMS;
  report = (PzGroupReport) { pz_classroom_get_id (classroom), &load, settings, problem, NULL, NULL, NULL, (guint64) options.seed,
                             (guint64) options.work };
  return options.rounds > 1 ? form_rounds (cli, &report, weight, error) : form_groups (cli, &report, problem, error);
}

const PzCommand pz_command_group = {
  .name = "group",
  .summary = N_("Form groups, and say how good they are"),
  .entries = entries,
  .run = run,
};
