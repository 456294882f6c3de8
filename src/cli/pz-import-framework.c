/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-framework.h"

#include "pz-case-plan.h"
#include "pz-import-report.h"
#include "pz-output.h"

#include <glib/gi18n-lib.h>

static const char *const names[PZ_N_IMPORT_KINDS] = { "new", "changed", "same", "back", "deleted", "gone" };
static const char *const marks[PZ_N_IMPORT_KINDS] = { "+", "~", "=", "^", "x", "-" };

static void
write_counts (PzJsonWriter *writer,
              PzCasePlan   *plan,
              const char   *name,
              PzRecordType  type)
{
  pz_json_writer_begin_object (writer, name);
  for (PzImportKind kind = 0; kind < PZ_N_IMPORT_KINDS; kind++)
    {
      g_autofree char *member = g_strdup_printf ("n-%s", names[kind]);

      if (kind != PZ_IMPORT_DELETED)
        pz_json_writer_number (writer, member, pz_case_plan_count (plan, type, kind));
    }
  pz_json_writer_end_object (writer);
}

static void
write_item (PzJsonWriter *writer,
            PzCasePlan   *plan,
            guint         position)
{
  const PzCaseItem *item = pz_case_plan_get_item (plan, position);
  const PzRecordSchema *schema = pz_schema_get_record (item->type);
  g_autofree char *label = pz_case_plan_dup_label (plan, position);

  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "kind", names[item->kind]);
  pz_json_writer_string (writer, "id", item->id);
  pz_json_writer_string (writer, "label", label);
  pz_json_writer_begin_array (writer, "fields");
  for (guint i = 0; i < schema->n_fields; i++)
    if (item->fields & 1u << i && i != PZ_STANDARD_FILE_ORDER) /* only standards are shown */
      pz_json_writer_string (writer, NULL, schema->fields[i].name);
  pz_json_writer_end_array (writer);
  pz_json_writer_end_object (writer);
}

static gboolean
is_shown (const PzCaseItem *item)
{
  return item->type == PZ_RECORD_STANDARD && item->kind != PZ_IMPORT_SAME;
}

static void
write_plan (PzJsonWriter        *writer,
            PzCasePlan          *plan,
            const PzCasePackage *package,
            PzClassroom         *classroom)
{
  pz_json_writer_begin_object (writer, "framework");
  pz_json_writer_string (writer, "class", pz_classroom_get_id (classroom));
  pz_json_writer_string (writer, "id", pz_case_plan_get_id (plan));
  pz_json_writer_string (writer, "title", package->framework->values[PZ_FRAMEWORK_TITLE]);
  pz_json_writer_string (writer, "kind", names[pz_case_plan_get_kind (plan)]);
  write_counts (writer, plan, "standards", PZ_RECORD_STANDARD);
  write_counts (writer, plan, "associations", PZ_RECORD_ASSOCIATION);
  pz_json_writer_number (writer, "n-placed", package->n_placed);
  pz_json_writer_number (writer, "n-top", package->n_top);
  pz_json_writer_number (writer, "depth", package->depth);
  pz_json_writer_number (writer, "n-not-placed", package->n_not_placed);
  pz_json_writer_number (writer, "n-circles", package->n_circles);
  pz_json_writer_number (writer, "n-links", package->n_links);
  pz_json_writer_number (writer, "n-outside", package->n_outside);
  pz_json_writer_begin_array (writer, "differences");
  for (guint i = 0; i < pz_case_plan_get_n_items (plan); i++)
    if (is_shown (pz_case_plan_get_item (plan, i)))
      write_item (writer, plan, i);
  pz_json_writer_end_array (writer);
  pz_json_writer_end_object (writer);
}

static void
print_plan (PzCasePlan          *plan,
            const PzCasePackage *package,
            gboolean             in_full)
{
  g_autofree char *title = pz_output_clean (package->framework->values[PZ_FRAMEWORK_TITLE]);

  /* Translators: a framework of competencies, then numbers of its standards */
  pz_output_line (_("%1$s: %2$u new, %3$u changed, %4$u as before, %5$u back, %6$u no longer in the file"), title,
                  pz_case_plan_count (plan, PZ_RECORD_STANDARD, PZ_IMPORT_NEW),
                  pz_case_plan_count (plan, PZ_RECORD_STANDARD, PZ_IMPORT_CHANGED),
                  pz_case_plan_count (plan, PZ_RECORD_STANDARD, PZ_IMPORT_SAME),
                  pz_case_plan_count (plan, PZ_RECORD_STANDARD, PZ_IMPORT_BACK),
                  pz_case_plan_count (plan, PZ_RECORD_STANDARD, PZ_IMPORT_GONE));
  /* Translators: numbers of standards, of steps from top to bottom, and of links between standards */
  pz_output_line (_("  %1$u placed, %2$u of them at the top, %3$u deep; %4$u not placed; %5$u links, %6$u of them to outside"),
                  package->n_placed, package->n_top, package->depth, package->n_not_placed, package->n_links,
                  package->n_outside);
  for (guint i = 0; in_full && i < pz_case_plan_get_n_items (plan); i++)
    if (is_shown (pz_case_plan_get_item (plan, i)))
      {
        g_autofree char *label = pz_case_plan_dup_label (plan, i);
        g_autofree char *clean = pz_output_clean (label);

        pz_output_line ("  %s %s", marks[pz_case_plan_get_item (plan, i)->kind], clean);
      }
}

static void
report (PzJsonWriter        *writer,
        PzCasePlan          *plan,
        const PzCasePackage *package,
        PzClassroom         *classroom,
        gboolean             in_full)
{
  if (writer != NULL)
    pz_json_writer_begin_array (writer, "messages");
  pz_import_report_messages (writer, package->messages);
  if (writer != NULL)
    pz_json_writer_end_array (writer);
  if (writer != NULL)
    write_plan (writer, plan, package, classroom);
  else
    print_plan (plan, package, in_full);
}

/**
 * pz_import_framework:
 * @cli: the class is the one of --class, or the only one
 * @writer: (nullable): inside the object of a file; %NULL: say it on the terminal
 * @path: of a CFPackage as JSON
 * @dry_run: write nothing
 * @left_out: set when something of the file could not be used
 * @error: the file or the class cannot be read or written
 *
 * Brings a framework of competencies into a class, or up to date there.
 *
 * Returns: %FALSE when @error is set; the class is then as it was
 */
gboolean
pz_import_framework (PzCli         *cli,
                     PzJsonWriter  *writer,
                     const char    *path,
                     gboolean       dry_run,
                     gboolean      *left_out,
                     GError       **error)
{
  g_autoptr(PzCasePackage) package = pz_case_load (path, error);
  g_autoptr(PzClassroom) classroom = package != NULL ? pz_cli_open_class (cli, error) : NULL;
  g_autoptr(PzCasePlan) plan = classroom != NULL ? pz_case_plan_new (classroom, package, error) : NULL;

  if (plan == NULL || g_cancellable_set_error_if_cancelled (cli->cancellable, error)
      || (!dry_run && !pz_case_plan_apply (plan, error)))
    return FALSE;
  *left_out |= pz_roster_messages_count (package->messages, PZ_ROSTER_ERROR) > 0;
  report (writer, plan, package, classroom, dry_run);
  if (!dry_run)
    pz_classroom_close (classroom, NULL);
  return TRUE;
}
