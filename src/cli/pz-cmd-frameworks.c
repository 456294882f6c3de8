/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-frameworks.h"
#include "pz-commands.h"
#include "pz-coverage.h"
#include "pz-output.h"
#include "pz-standard-node.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static struct
{
  char *search;
  gboolean deleted;
} options;

static const GOptionEntry entries[] = {
  { "search", 0, 0, G_OPTION_ARG_FILENAME, &options.search, N_("Only standards with this in the code or the statement; case and accents do not matter"), N_("TEXT") },
  { "deleted", 0, 0, G_OPTION_ARG_NONE, &options.deleted, N_("Frameworks in the trash instead"), NULL },
  { NULL }
};

/* One framework that is printed. */
typedef struct
{
  PzJsonWriter *writer; /* NULL: text */
  PzStandardTree *tree;
  PzCoverage *coverage;
  guint8 *seen;         /* by item: what stands below it was printed */
  guint8 *wanted;       /* by item: found by the search, or above what was found; NULL: all */
} Printing;

/* goals of the class as numbers: learners in the order they come */
static PzCoverage *
count (PzStandardTree *tree,
       GPtrArray      *goal_standards)
{
  g_autoptr(GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GArray) goals = g_array_new (FALSE, FALSE, sizeof (PzCoverageGoal));

  for (guint i = 0; i < goal_standards->len; i++)
    {
      const PzGoalStandard *one = g_ptr_array_index (goal_standards, i);
      PzCoverageGoal goal = { 0 };

      if (!g_hash_table_contains (numbers, one->learner))
        g_hash_table_insert (numbers, one->learner, GUINT_TO_POINTER (g_hash_table_size (numbers)));
      goal.learner = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, one->learner));
      if (pz_standard_tree_find (tree, one->standard, &goal.standard))
        g_array_append_val (goals, goal);
    }
  return pz_coverage_new (pz_standard_tree_get_order (tree), (PzCoverageGoal *) goals->data, goals->len,
                          g_hash_table_size (numbers));
}

static void
mark_wanted (Printing   *printing,
             const char *text)
{
  g_autoptr(GArray) found = pz_standard_tree_search (printing->tree, text);

  printing->wanted = g_new0 (guint8, pz_standard_tree_get_n_items (printing->tree) + 1);
  for (guint i = 0; i < found->len; i++)
    {
      guint item = g_array_index (found, guint, i);
      g_autoptr(GArray) path = pz_standard_tree_dup_path (printing->tree, item);

      printing->wanted[item] = TRUE;
      for (guint j = 0; j < path->len; j++)
        printing->wanted[g_array_index (path, guint, j)] = TRUE;
    }
}

/* One row that waits to be printed. */
typedef struct
{
  guint item;
  guint parent; /* PZ_STANDARD_ROOT: none */
  guint depth;
} Row;

/* flat, with the depth of each: nested objects would be as deep as a file allows */
static void
write_standard (const Printing *printing,
                const Row      *row,
                gboolean        is_placed)
{
  PzJsonWriter *writer = printing->writer;
  PzRecord *record = pz_standard_tree_get_record (printing->tree, row->item);
  PzRecord *parent = row->parent != PZ_STANDARD_ROOT ? pz_standard_tree_get_record (printing->tree, row->parent) : NULL;
  const PzCoverageFact *fact = pz_coverage_get (printing->coverage, row->item);

  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "id", pz_record_get_id (record));
  pz_json_writer_string (writer, "parent", parent != NULL ? pz_record_get_id (parent) : NULL);
  pz_json_writer_number (writer, "depth", row->depth);
  pz_json_writer_boolean (writer, "placed", is_placed);
  pz_json_writer_boolean (writer, "again", printing->seen[row->item]);
  pz_json_writer_string (writer, "code", pz_record_get_text (record, PZ_STANDARD_CODE));
  pz_json_writer_string (writer, "statement", pz_record_get_text (record, PZ_STANDARD_STATEMENT));
  pz_json_writer_string (writer, "abbreviated", pz_record_get_text (record, PZ_STANDARD_ABBREVIATED));
  pz_json_writer_string (writer, "retired", pz_record_get_text (record, PZ_STANDARD_RETIRED));
  pz_json_writer_number (writer, "n-goals", fact->n_goals);
  pz_json_writer_number (writer, "n-learners", fact->n_learners);
  pz_json_writer_number (writer, "n-learners-below", fact->n_learners_below);
  pz_json_writer_end_object (writer);
}

static void
print_standard (const Printing *printing,
                const Row      *row)
{
  PzRecord *record = pz_standard_tree_get_record (printing->tree, row->item);
  const PzCoverageFact *fact = pz_coverage_get (printing->coverage, row->item);
  g_autofree char *label = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *learners = NULL;

  label = pz_standard_dup_label (record);
  clean = pz_output_clean (label);
  if (fact->n_learners > 0)
    /* Translators: behind a competency: how many learners have a goal at it */
    learners = g_strdup_printf (ngettext ("  [%u learner]", "  [%u learners]", fact->n_learners), fact->n_learners);
  pz_output_line ("  %*s%s%s%s", (int) MIN (row->depth, 20) * 2, "", clean,
                  /* Translators: behind a competency the framework does not have any more */
                  pz_record_is_empty (record, PZ_STANDARD_RETIRED) ? "" : _("  [retired]"), learners != NULL ? learners : "");
}

static void
push_rows (GArray      *stack,
           const guint *items,
           guint        n_items,
           guint        parent,
           guint        depth)
{
  for (guint i = n_items; i > 0; i--)
    {
      const Row row = { items[i - 1], parent, depth };

      g_array_append_val (stack, row);
    }
}

/* what stands below several parents is printed in full once: it may stand there thousands of times */
static void
print_row (Printing  *printing,
           GArray    *stack,
           const Row *row,
           gboolean   is_placed)
{
  const guint *children;
  guint n;

  if (printing->writer != NULL)
    write_standard (printing, row, is_placed);
  else
    print_standard (printing, row);
  if (printing->seen[row->item])
    return;
  printing->seen[row->item] = TRUE;
  children = pz_standard_order_get_children (pz_standard_tree_get_order (printing->tree), row->item, &n);
  push_rows (stack, children, n, row->item, row->depth + 1);
}

static gboolean
is_wanted (const Printing *printing,
           guint           item)
{
  return printing->wanted == NULL || printing->wanted[item];
}

/* without recursion: a chain may be as long as a file allows */
static void
print_rows (Printing    *printing,
            const guint *items,
            guint        n_items,
            gboolean     is_placed)
{
  g_autoptr(GArray) stack = g_array_new (FALSE, FALSE, sizeof (Row));

  push_rows (stack, items, n_items, PZ_STANDARD_ROOT, printing->writer == NULL && !is_placed ? 1 : 0);
  while (stack->len > 0)
    {
      const Row row = g_array_index (stack, Row, stack->len - 1);

      g_array_set_size (stack, stack->len - 1);
      if (is_wanted (printing, row.item))
        print_row (printing, stack, &row, is_placed);
    }
}

static void
print_tree (Printing *printing)
{
  const PzStandardOrder *order = pz_standard_tree_get_order (printing->tree);
  guint n_top, n_lost;
  const guint *top = pz_standard_order_get_children (order, PZ_STANDARD_ROOT, &n_top);
  const guint *lost = pz_standard_order_get_not_placed (order, &n_lost);

  gboolean any_lost = FALSE;

  for (guint i = 0; i < n_lost; i++)
    any_lost |= is_wanted (printing, lost[i]);
  if (printing->writer != NULL)
    pz_json_writer_begin_array (printing->writer, "standards");
  print_rows (printing, top, n_top, TRUE);
  if (printing->writer == NULL && any_lost)
    pz_output_line ("  %s", C_("framework", "Not placed"));
  print_rows (printing, lost, n_lost, FALSE);
  if (printing->writer != NULL)
    pz_json_writer_end_array (printing->writer);
}

static void
begin_framework (PzJsonWriter          *writer,
                 const PzFrameworkInfo *info)
{
  g_autofree char *title = pz_output_clean (info->title != NULL ? info->title : info->id);

  if (writer == NULL)
    {
      /* Translators: %1$s is a framework of competencies, %2$u how many standards it has */
      pz_output_line (ngettext ("%1$s: %2$u standard", "%1$s: %2$u standards", info->n_standards), title, info->n_standards);
      if (info->problem != NULL)
        {
          g_autofree char *problem = pz_output_clean (info->problem);

          pz_output_message ("  %s", problem);
        }
      return;
    }
  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "id", info->id);
  pz_json_writer_string (writer, "title", info->title);
  pz_json_writer_number (writer, "n-standards", info->n_standards);
  pz_json_writer_number (writer, "n-retired", info->n_retired);
  pz_json_writer_boolean (writer, "deleted", info->deleted);
  pz_json_writer_string (writer, "problem", info->problem);
}

static gboolean
print_framework (PzClassroom            *classroom,
                 PzJsonWriter           *writer,
                 const PzFrameworkInfo  *info,
                 GPtrArray              *goals,
                 GError                **error)
{
  g_autoptr(PzDocument) document = NULL;
  g_autofree char *typed = pz_cli_dup_text (options.search);
  Printing printing = { writer };

  begin_framework (writer, info);
  if (info->problem == NULL)
    {
      document = pz_classroom_load (classroom, PZ_DOCUMENT_FRAMEWORK, info->id, error);
      if (document == NULL)
        return FALSE;
      printing.tree = pz_standard_tree_new (document);
      printing.coverage = count (printing.tree, goals);
      printing.seen = g_new0 (guint8, pz_standard_tree_get_n_items (printing.tree) + 1);
      if (typed != NULL)
        mark_wanted (&printing, typed);
      if (writer != NULL)
        pz_json_writer_number (writer, "n-with-goals", pz_coverage_get_n_covered (printing.coverage));
      print_tree (&printing);
      pz_coverage_free (printing.coverage);
      g_object_unref (printing.tree);
      g_free (printing.seen);
      g_free (printing.wanted);
    }
  if (writer != NULL)
    pz_json_writer_end_object (writer);
  return TRUE;
}

static PzExit
run (PzCli              *cli,
     const char *const  *arguments,
     GError            **error)
{
  g_autoptr(PzClassroom) classroom = pz_cli_open_class (cli, error);
  g_autoptr(GPtrArray) infos = classroom != NULL ? pz_classroom_list_frameworks (classroom, error) : NULL;
  g_autoptr(GPtrArray) goals = infos != NULL ? pz_classroom_list_goal_standards (classroom, cli->cancellable, error) : NULL;
  g_autoptr(PzJsonWriter) writer = cli->json ? pz_json_writer_new () : NULL;
  gboolean problem = FALSE;

  if (goals == NULL)
    return PZ_EXIT_PROBLEMS;
  if (writer != NULL)
    {
      pz_json_writer_begin_object (writer, NULL);
      pz_json_writer_string (writer, "class", pz_classroom_get_id (classroom));
      pz_json_writer_begin_array (writer, "frameworks");
    }
  for (guint i = 0; i < infos->len; i++)
    {
      const PzFrameworkInfo *info = g_ptr_array_index (infos, i);

      if (info->deleted != options.deleted && info->problem == NULL)
        continue;
      problem |= info->problem != NULL;
      if (!print_framework (classroom, writer, info, goals, error))
        return PZ_EXIT_PROBLEMS;
    }
  if (writer != NULL)
    {
      pz_json_writer_end_array (writer);
      pz_json_writer_end_object (writer);
      pz_output_json (writer);
    }
  return problem ? PZ_EXIT_PROBLEMS : PZ_EXIT_DONE;
}

const PzCommand pz_command_frameworks = {
  .name = "frameworks",
  .summary = N_("Show the frameworks of a class: their standards as a tree, and how many learners have a goal at each"),
  .entries = entries,
  .run = run,
};
