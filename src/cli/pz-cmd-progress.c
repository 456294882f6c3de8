/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-goals.h"
#include "pz-commands.h"
#include "pz-goal-progress.h"
#include "pz-measure.h"
#include "pz-output.h"
#include "pz-progress-json.h"
#include "pz-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static struct
{
  char *learner;
  gboolean all;
} options;

static const GOptionEntry entries[] = {
  { "learner", 0, 0, G_OPTION_ARG_FILENAME, &options.learner, N_("Only the goals of this learner"), N_("LEARNER") },
  { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_("Drafts, paused and closed goals, too"), NULL },
  { NULL }
};

/* one goal, and what it is listed by */
typedef struct
{
  PzGoalProgress *progress;
  const char *name; /* of the learner */
  char *key;
} Found;

static void
clear_found (gpointer data)
{
  Found *found = data;

  pz_goal_progress_free (found->progress);
  g_free (found->key);
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *x = a, *y = b;
  int order = strcmp (x->key, y->key);

  if (order == 0)
    order = strcmp (x->progress->source->learner, y->progress->source->learner);
  return order != 0 ? order : strcmp (x->progress->source->goal, y->progress->source->goal);
}

static gboolean
is_wanted (const PzGoalSource *source,
           const char         *learner)
{
  return (options.all || source->state == PZ_GOAL_IS_ACTIVE)
         && (learner == NULL || strcmp (source->learner, learner) == 0);
}

/* (element-type Found): by name of the learner */
static GArray *
judge (PzClassroom *classroom,
       PzCli       *cli,
       GPtrArray   *sources,
       GHashTable  *names,
       const char  *learner)
{
  g_autoptr(PzGoalRules) rules = NULL;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Found));
  GDate today;

  g_array_set_clear_func (found, clear_found);
  g_ptr_array_set_free_func (sources, NULL); /* each goes over to its progress, or ends here */
  pz_environment_get_today (cli->environment, &today);
  rules = pz_goal_rules_new (pz_classroom_get_document (classroom), &today);
  for (guint i = 0; i < sources->len; i++)
    {
      PzGoalSource *source = g_ptr_array_index (sources, i);
      Found one;

      if (!is_wanted (source, learner))
        {
          pz_goal_source_free (source);
          continue;
        }
      one.progress = pz_goal_progress_new (source, rules);
      one.name = g_hash_table_lookup (names, source->learner);
      one.name = one.name != NULL ? one.name : "";
      one.key = g_utf8_collate_key (one.name, -1);
      g_array_append_val (found, one);
    }
  g_array_sort (found, compare_found);
  return found;
}

static void
print_json (PzClassroom *classroom,
            GArray      *found)
{
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();

  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "class", pz_classroom_get_id (classroom));
  pz_json_writer_begin_array (writer, "goals");
  for (guint i = 0; i < found->len; i++)
    pz_progress_write_json (writer, g_array_index (found, Found, i).progress);
  pz_json_writer_end_array (writer);
  pz_json_writer_end_object (writer);
  pz_output_json (writer);
}

static char *
dup_pace (const PzGoalProgress *progress)
{
  const PzSteadyLine *line = &progress->decision.steady;

  if (line->refusal.reason != PZ_REFUSAL_NONE)
    return g_strdup ("");
  /* Translators: growth in a week, with its sign: +2.4 a week */
  return g_strdup_printf (C_("growth", "%+.2g a week"), line->slope * 7);
}

static char *
dup_last (PzClassroom          *classroom,
          const PzGoalProgress *progress)
{
  const PzGoalSource *source = progress->source;
  PzRecord *measure = NULL;
  const PzGoalScore *last;

  if (source->scores->len == 0)
    return g_strdup ("");
  if (source->measure != NULL)
    measure = pz_document_find (pz_classroom_get_document (classroom), source->measure);
  if (measure != NULL && pz_record_get_record_type (measure) != PZ_RECORD_MEASURE)
    measure = NULL;
  last = &g_array_index (source->scores, PzGoalScore, source->scores->len - 1);
  return pz_measure_dup_value (measure, last->value, last->out_of);
}

/* what is proposed, or what is missing to say more */
static char *
dup_why (const PzDecision *decision)
{
  if (decision->status != PZ_STATUS_MET && decision->four_point != PZ_PROPOSAL_NONE
      && decision->four_point != PZ_PROPOSAL_GO_ON)
    return g_strdup (pz_proposal_get_label (decision->four_point));
  if (decision->refusal.reason != PZ_REFUSAL_NONE)
    return pz_refusal_dup_text (decision->refusal);
  return g_strdup ("");
}

static void
print_table (PzClassroom *classroom,
             GArray      *found)
{
  g_autoptr(PzTable) table = pz_table_new (_("Learner"), _("Goal"), _("Latest"), _("Growth"), _("Status"), _("Why"), NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const Found *one = &g_array_index (found, Found, i);
      g_autofree char *last = dup_last (classroom, one->progress);
      g_autofree char *pace = dup_pace (one->progress);
      g_autofree char *why = dup_why (&one->progress->decision);

      pz_table_add_row (table, one->name, one->progress->source->title, last, pace,
                        pz_status_get_label (one->progress->decision.status), why);
    }
  pz_table_print (table);
}

static void
print_counts (GArray *found)
{
  guint counts[PZ_N_STATUSES] = { 0 };
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    counts[g_array_index (found, Found, i).progress->decision.status]++;
  for (guint i = 0; i < PZ_N_STATUSES; i++)
    if (counts[i] > 0)
      g_string_append_printf (text, "%s%u %s", text->len > 0 ? " · " : "", counts[i], pz_status_get_label ((PzStatus) i));
  pz_output_line ("%s", "");
  if (found->len == 0)
    pz_output_line ("%s", _("No goals."));
  else
    pz_output_line ("%s", text->str);
}

static PzExit
run (PzCli              *cli,
     const char *const  *arguments,
     GError            **error)
{
  g_autoptr(PzClassroom) classroom = pz_cli_open_class (cli, error);
  g_autofree char *learner = NULL;
  g_autoptr(GPtrArray) sources = NULL;
  g_autoptr(GHashTable) names = NULL;
  g_autoptr(GArray) found = NULL;

  if (classroom == NULL)
    return PZ_EXIT_PROBLEMS;
  if (options.learner != NULL && (learner = pz_cli_find_learner (classroom, options.learner, error)) == NULL)
    return PZ_EXIT_PROBLEMS;
  sources = pz_classroom_collect_goals (classroom, cli->cancellable, error);
  if (sources == NULL)
    return PZ_EXIT_PROBLEMS;
  names = pz_index_dup_names (pz_classroom_get_index (classroom));
  found = judge (classroom, cli, sources, names, learner);
  if (cli->json)
    {
      print_json (classroom, found);
      return PZ_EXIT_DONE;
    }
  print_table (classroom, found);
  print_counts (found);
  return PZ_EXIT_DONE;
}

const PzCommand pz_command_progress = {
  .name = "progress",
  .summary = N_("Say how far the learners are with their goals"),
  .entries = entries,
  .run = run,
};
