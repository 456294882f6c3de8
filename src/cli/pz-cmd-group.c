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

static gboolean
set_wishes (PzClassroom     *classroom,
            PzGroupRequest  *request,
            GError         **error)
{
  g_autoptr(PzGroupSettings) settings = pz_group_settings_new ();

  if (options.wishes == NULL)
    return TRUE; /* the usual ones */
  for (guint i = 0; i < options.wishes->len; i += 2)
    {
      const char *name = g_ptr_array_index (options.wishes, i), *value = g_ptr_array_index (options.wishes, i + 1);
      g_autofree char *resolved = pz_group_options_resolve (classroom, name, value, error);

      if (resolved == NULL || !pz_group_settings_add (settings, name, resolved, error))
        return FALSE;
    }
  pz_group_settings_free (request->settings);
  request->settings = g_steal_pointer (&settings);
  return TRUE;
}

static gboolean
check_options (PzCli         *cli,
               PzGroupOrder  *order,
               GError       **error)
{
  pz_environment_get_today (cli->environment, &order->day);
  if (options.date != NULL && !pz_date_parse (options.date, &order->day))
    return pz_cli_refuse ("--date", options.date, error);
  if (options.seed < 0 || options.seed > MAX_SEED)
    return pz_cli_refuse ("--seed", "-1", error);
  if (options.rounds < 1 || options.rounds > PZ_GROUP_MAX_ROUNDS)
    return pz_cli_refuse ("--rounds", options.rounds < 1 ? "0" : "51", error);
  if (options.work < 1)
    return pz_cli_refuse ("--work", "0", error);
  order->seed = (guint64) options.seed;
  order->work = (guint64) options.work;
  order->n_rounds = (guint) options.rounds;
  return pz_group_options_set_sizes (&options.sizes, order->request, error);
}

static gboolean
list_without (PzClassroom   *classroom,
              PzGroupOrder  *order,
              GError       **error)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();

  for (char **name = options.without; name != NULL && *name != NULL; name++)
    {
      g_autofree char *id = pz_cli_find_learner (classroom, *name, error);

      if (id == NULL)
        return FALSE;
      g_strv_builder_add (ids, id);
    }
  order->without = g_strv_builder_end (ids);
  return TRUE;
}

static PzGroupFormation *
prepare (PzClassroom   *classroom,
         PzGroupOrder  *order,
         GError       **error)
{
  g_autoptr(PzGroupOrder) owned = order;
  g_autoptr(PzClassroomSource) source = pz_classroom_source_new (classroom);
  g_autoptr(PzClassroomCopy) copy = NULL;

  if (!set_wishes (classroom, order->request, error) || !list_without (classroom, order, error))
    return NULL;
  copy = pz_classroom_copy_read (source, NULL, error);
  return copy != NULL ? pz_group_formation_prepare (g_steal_pointer (&owned), copy, error) : NULL;
}

static PzExit
form_groups (PzCli             *cli,
             PzClassroom       *classroom,
             PzGroupFormation  *formation,
             GError           **error)
{
  g_autoptr(GPtrArray) findings = pz_group_rules_check (formation->problem);
  PzGroupReport report = { pz_classroom_get_id (classroom), &formation->load, formation->settings, formation->problem,
                           NULL, NULL, NULL, formation->order->seed, formation->order->work };

  if (findings->len > 0)
    {
      pz_group_report_findings (cli, formation->load.learners, findings);
      return PZ_EXIT_PROBLEMS;
    }
  if (!pz_group_formation_search (formation, cli->cancellable, NULL, NULL, error))
    return PZ_EXIT_PROBLEMS;
  if (formation->rotation != NULL)
    {
      pz_group_report_rounds (&report, formation->rotation, cli->json);
      return formation->rotation->broken > 0 ? PZ_EXIT_PROBLEMS : PZ_EXIT_DONE;
    }
  pz_group_formation_prove (formation, cli->cancellable);
  pz_group_formation_weigh (formation, cli->cancellable);
  report.result = formation->result;
  report.proof = &formation->proof;
  report.scales = formation->scales;
  if (cli->json)
    pz_group_report_json (&report);
  else
    pz_group_report_print (&report);
  return formation->result->broken > 0 ? PZ_EXIT_PROBLEMS : PZ_EXIT_DONE;
}

static PzExit
run (PzCli              *cli,
     const char *const  *arguments,
     GError            **error)
{
  g_autoptr(PzClassroom) classroom = NULL;
  g_autoptr(PzGroupOrder) order = pz_group_order_new (pz_group_request_new ());
  g_autoptr(PzGroupFormation) formation = NULL;

  if (!check_options (cli, order, error) || (classroom = pz_cli_open_class (cli, error)) == NULL)
    return PZ_EXIT_PROBLEMS;
  formation = prepare (classroom, g_steal_pointer (&order), error);
  return formation != NULL ? form_groups (cli, classroom, formation, error) : PZ_EXIT_PROBLEMS;
}

const PzCommand pz_command_group = {
  .name = "group",
  .summary = N_("Form groups, and say how good they are"),
  .entries = entries,
  .run = run,
};
