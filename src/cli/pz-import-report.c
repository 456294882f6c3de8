/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-report.h"

#include "pz-output.h"

#include <glib/gi18n-lib.h>

static const char *const severities[] = { "info", "warning", "error" };
static const char *const kinds[PZ_N_IMPORT_KINDS] = { "new", "changed", "same", "back", "deleted", "gone" };

static void
write_message (PzJsonWriter          *writer,
               const PzRosterMessage *message)
{
  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "severity", severities[message->severity]);
  pz_json_writer_string (writer, "code", pz_roster_code_to_name (message->code));
  pz_json_writer_string (writer, "file", message->file);
  if (message->line > 0)
    pz_json_writer_number (writer, "line", message->line);
  pz_json_writer_string (writer, "column", message->column);
  pz_json_writer_string (writer, "text", message->text);
  if (message->more > 0)
    pz_json_writer_number (writer, "more", message->more);
  pz_json_writer_end_object (writer);
}

/**
 * pz_import_report_messages:
 * @writer: (nullable): inside an array; %NULL: say it on the terminal
 * @messages: what was odd about a file
 */
void
pz_import_report_messages (PzJsonWriter           *writer,
                           const PzRosterMessages *messages)
{
  for (guint i = 0; i < pz_roster_messages_get_n (messages); i++)
    {
      const PzRosterMessage *message = pz_roster_messages_get (messages, i);
      g_autofree char *text = pz_roster_message_format (message);
      g_autofree char *clean = pz_output_clean (text);

      if (writer != NULL)
        write_message (writer, message);
      else
        pz_output_message ("  %s", clean);
    }
}

static void
write_item (PzJsonWriter       *writer,
            const PzImportItem *item)
{
  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "kind", kinds[item->kind]);
  pz_json_writer_string (writer, "id", item->learner);
  pz_json_writer_string (writer, "display-name", item->name);
  pz_json_writer_boolean (writer, "chosen", item->chosen);
  pz_json_writer_begin_array (writer, "differences");
  for (guint i = 0; i < item->differences->len; i++)
    {
      const PzImportDifference *difference = g_ptr_array_index (item->differences, i);

      pz_json_writer_begin_object (writer, NULL);
      pz_json_writer_string (writer, "field", pz_import_difference_get_name (difference));
      if (difference->kind == PZ_IMPORT_LENS)
        pz_json_writer_string (writer, "lens", difference->name);
      pz_json_writer_string (writer, "before", difference->before);
      pz_json_writer_string (writer, "after", difference->after);
      pz_json_writer_end_object (writer);
    }
  pz_json_writer_end_array (writer);
  pz_json_writer_end_object (writer);
}

static void
write_plan (PzJsonWriter *writer,
            PzImportPlan *plan,
            const char   *id)
{
  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "id", id);
  pz_json_writer_string (writer, "name", pz_import_plan_get_class_name (plan));
  pz_json_writer_boolean (writer, "is-new", pz_import_plan_get_classroom (plan) == NULL);
  for (PzImportKind kind = 0; kind < PZ_N_IMPORT_KINDS; kind++)
    {
      g_autofree char *name = g_strdup_printf ("n-%s", kinds[kind]);

      pz_json_writer_number (writer, name, pz_import_plan_count (plan, kind));
    }
  pz_json_writer_number (writer, "n-contacts", pz_import_plan_count_contacts (plan));
  pz_json_writer_begin_array (writer, "learners");
  for (guint i = 0; i < pz_import_plan_get_n_items (plan); i++)
    write_item (writer, pz_import_plan_get_item (plan, i));
  pz_json_writer_end_array (writer);
  pz_json_writer_end_object (writer);
}

static void
print_item (const PzImportItem *item)
{
  static const char *const marks[PZ_N_IMPORT_KINDS] = { "+", "~", "=", "^", "x", "-" };
  g_autofree char *name = pz_output_clean (item->name);

  if (item->kind == PZ_IMPORT_SAME)
    return;
  pz_output_line ("  %s %s", marks[item->kind == PZ_IMPORT_DELETED && item->chosen ? PZ_IMPORT_BACK : item->kind], name);
  for (guint i = 0; item->kind == PZ_IMPORT_CHANGED && i < item->differences->len; i++)
    {
      const PzImportDifference *difference = g_ptr_array_index (item->differences, i);
      g_autofree char *before = pz_output_clean (difference->before);
      g_autofree char *after = pz_output_clean (difference->after);

      g_autofree char *lens = pz_output_clean (difference->name != NULL ? difference->name : "");

      pz_output_line ("      %s%s%s: “%s” → “%s”", pz_import_difference_get_name (difference), *lens != '\0' ? " " : "", lens,
                      before, after);
    }
}

/* what most imports have none of */
static void
print_more (PzImportPlan *plan)
{
  guint n_contacts = pz_import_plan_count_contacts (plan);
  guint n_deleted = 0;

  for (guint i = 0; i < pz_import_plan_get_n_items (plan); i++)
    n_deleted += pz_import_plan_get_item (plan, i)->kind == PZ_IMPORT_DELETED && !pz_import_plan_get_item (plan, i)->chosen;
  if (n_contacts > 0)
    pz_output_line (ngettext ("  %u contact of a learner, new or changed", "  %u contacts of learners, new or changed",
                              n_contacts), n_contacts);
  if (n_deleted > 0)
    pz_output_line (ngettext ("  %u learner of the roster was deleted here and stays deleted; see --bring-back",
                              "  %u learners of the roster were deleted here and stay deleted; see --bring-back",
                              n_deleted), n_deleted);
}

/**
 * pz_import_report_plan:
 * @writer: (nullable): inside an array; %NULL: say it on the terminal
 * @id: (nullable): of the class; %NULL when it is not there
 * @in_full: also each learner, on the terminal; JSON always has them
 */
void
pz_import_report_plan (PzJsonWriter *writer,
                       PzImportPlan *plan,
                       const char   *id,
                       gboolean      in_full)
{
  g_autofree char *name = pz_output_clean (pz_import_plan_get_class_name (plan));

  if (writer != NULL)
    {
      write_plan (writer, plan, id);
      return;
    }
  /* Translators: a class, then numbers of learners */
  pz_output_line (_("%1$s: %2$u new, %3$u changed, %4$u as before, %5$u back, %6$u no longer in the roster"), name,
                  pz_import_plan_count (plan, PZ_IMPORT_NEW), pz_import_plan_count (plan, PZ_IMPORT_CHANGED),
                  pz_import_plan_count (plan, PZ_IMPORT_SAME), pz_import_plan_count (plan, PZ_IMPORT_BACK),
                  pz_import_plan_count (plan, PZ_IMPORT_GONE));
  print_more (plan);
  for (guint i = 0; in_full && i < pz_import_plan_get_n_items (plan); i++)
    print_item (pz_import_plan_get_item (plan, i));
}
