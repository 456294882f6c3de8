/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-commands.h"
#include "pz-date.h"
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
  char *size;
  int groups;
  gint64 seed;
  gint64 work;
  char *date;
  char **without;
  GPtrArray *wishes; /* of char*: name, value, name, value ... */
} options = { .seed = 1, .work = PZ_GROUP_NORMAL };

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
  { "size", 0, 0, G_OPTION_ARG_FILENAME, &options.size, N_("Learners in a group, such as 4, or 4-5 where sizes may vary"), N_("N") },
  { "groups", 0, 0, G_OPTION_ARG_INT, &options.groups, N_("Number of groups, instead of a size"), N_("N") },
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
  { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed, N_("The same number gives the same groups"), N_("N") },
  { "work", 0, 0, G_OPTION_ARG_INT64, &options.work, N_("How many swaps to look at"), N_("N") },
  { NULL }
};

/* names of learners in front of the first ":" become ids */
static char *
resolve_people (PzClassroom  *classroom,
                const char   *value,
                GError      **error)
{
  const char *colon = strchr (value, ':');
  g_autofree char *people = colon != NULL ? g_strndup (value, (gsize) (colon - value)) : g_strdup (value);
  g_auto(GStrv) names = g_strsplit (people, ",", -1);
  g_autofree char *ids = NULL;

  for (char **name = names; *name != NULL; name++)
    {
      char *id = pz_cli_find_learner (classroom, g_strstrip (*name), error);

      if (id == NULL)
        return NULL;
      g_free (*name);
      *name = id;
    }
  ids = g_strjoinv (",", names);
  return g_strconcat (ids, colon, NULL);
}

/* the name of a measure behind the last ":" becomes its id; what is no name stays */
static char *
resolve_measure (PzClassroom *classroom,
                 const char  *value)
{
  g_auto(GStrv) parts = g_strsplit (value, ":", 3);
  GListModel *measures = pz_document_get_records (pz_classroom_get_document (classroom), PZ_RECORD_MEASURE);

  for (guint i = 0; g_strv_length (parts) == 3 && i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr(PzRecord) measure = g_list_model_get_item (measures, i);

      if (!pz_record_is_deleted (measure) && g_strcmp0 (pz_record_get_text (measure, PZ_MEASURE_NAME), parts[2]) == 0)
        return g_strdup_printf ("%s:%s:%s", parts[0], parts[1], pz_record_get_id (measure));
    }
  return g_strdup (value);
}

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
      gboolean of_people = g_str_equal (name, "together") || g_str_equal (name, "apart") || g_str_equal (name, "pin");
      g_autofree char *resolved = of_people ? resolve_people (classroom, value, error)
                                            : resolve_measure (classroom, value);

      if (resolved == NULL || !pz_group_settings_add (settings, name, resolved, error))
        return NULL;
    }
  return g_steal_pointer (&settings);
}

static gboolean
parse_count (const char *text,
             guint      *count)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 1, PZ_GROUP_MAX_LEARNERS, &value, NULL))
    return FALSE;
  *count = (guint) value;
  return TRUE;
}

/* "4", "4-5", or a number of groups */
static gboolean
find_sizes (guint    n,
            GArray  *sizes,
            GError **error)
{
  g_auto(GStrv) ends = NULL;
  guint least, most;

  if (options.size == NULL)
    {
      if (options.groups < 1 || (guint) options.groups > n)
        {
          g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                               _("Say how large groups are with --size, or how many there are with --groups."));
          return FALSE;
        }
      pz_group_sizes_even (n, (guint) options.groups, sizes);
      return TRUE;
    }
  ends = g_strsplit (options.size, "-", 2);
  if (ends[0] == NULL || !parse_count (ends[0], &least))
    return pz_cli_refuse ("--size", options.size, error);
  if (ends[1] == NULL)
    {
      pz_group_sizes_for (n, least, sizes);
      return TRUE;
    }
  if (!parse_count (ends[1], &most) || most < least)
    return pz_cli_refuse ("--size", options.size, error);
  if (pz_group_sizes_between (n, least, most, sizes))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               /* Translators: how many learners there are, and the least and the greatest size of a group */
               _("%1$u learners cannot be put in groups of %2$u to %3$u."), n, least, most);
  return FALSE;
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

static PzExit
form_groups (PzCli                  *cli,
             PzGroupReport          *report,
             const PzGroupProblem   *problem,
             GError                **error)
{
  PzGroupWork work = { report->seed, report->work, cli->cancellable };
  g_autoptr(GPtrArray) findings = pz_group_rules_check (problem);
  g_autoptr(PzGroupResult) result = NULL;
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

  if (!check_options (cli, &load, error) || (classroom = pz_cli_open_class (cli, error)) == NULL)
    return PZ_EXIT_PROBLEMS;
  settings = make_settings (classroom, error);
  if (settings == NULL || !list_without (classroom, &load, error))
    return PZ_EXIT_PROBLEMS;
  load.half_life = pz_group_settings_get_half_life (settings);
  if (!pz_group_load_run (&load, classroom, error)
      || !find_sizes (pz_group_class_get_n (load.learners), sizes, error))
    return PZ_EXIT_PROBLEMS;
  problem = pz_group_settings_compose (settings, load.learners, load.history, sizes, error);
  if (problem == NULL)
    return PZ_EXIT_PROBLEMS;
  report = (PzGroupReport) { pz_classroom_get_id (classroom), &load, settings, problem, NULL, NULL, (guint64) options.seed,
                             (guint64) options.work };
  return form_groups (cli, &report, problem, error);
}

const PzCommand pz_command_group = {
  .name = "group",
  .summary = N_("Form groups, and say how good they are"),
  .entries = entries,
  .run = run,
};
