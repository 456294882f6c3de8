/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-commands.h"
#include "pz-export.h"
#include "pz-goal-sentence.h"
#include "pz-goal.h"
#include "pz-learner.h"
#include "pz-output.h"
#include "pz-timeline-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Entries of a kind that are shown; --json has them all. */
#define MAX_ENTRIES 5
/* Entries of the timeline that are shown. */
#define MAX_TIMELINE 10

/* the name of what a reference points to, or the id when it is not in the class */
static char *
describe_reference (PzClassroom *classroom,
                    PzDocument  *document,
                    const char  *id)
{
  PzRecord *record = pz_document_find (document, id);
  char *text = NULL;

  if (record == NULL)
    record = pz_document_find (pz_classroom_get_document (classroom), id);
  /* the first field of every type that is referred to is its name or title */
  if (record != NULL)
    text = pz_record_dup_as_text (record, 0);
  return text != NULL ? text : g_strdup (id);
}

/* "id:value" with the name of the lens */
static char *
describe_lenses (PzClassroom *classroom,
                 PzDocument  *document,
                 PzRecord    *record)
{
  g_auto(GStrv) values = pz_record_dup_set (record, PZ_LEARNER_LENS_VALUES);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; values[i] != NULL; i++)
    {
      char *colon = strchr (values[i], ':');
      g_autofree char *id = colon != NULL ? g_strndup (values[i], (gsize) (colon - values[i])) : g_strdup (values[i]);
      g_autofree char *name = describe_reference (classroom, document, id);

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? "; " : "", name, colon != NULL ? ": " : "",
                              colon != NULL ? colon + 1 : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_field (PzClassroom *classroom,
                PzDocument  *document,
                PzRecord    *record,
                guint        index)
{
  const PzField *field = &pz_schema_get_record (pz_record_get_record_type (record))->fields[index];

  if (pz_record_get_record_type (record) == PZ_RECORD_LEARNER && index == PZ_LEARNER_LENS_VALUES)
    return describe_lenses (classroom, document, record);
  if (field->kind == PZ_FIELD_REFERENCE && (field->flags & PZ_FIELD_SET) == 0)
    return describe_reference (classroom, document, pz_record_get_text (record, index));
  return pz_record_dup_as_text (record, index);
}

static void
print_fields (PzClassroom *classroom,
              PzDocument  *document)
{
  PzRecord *record = pz_document_get_owner (document);
  const PzRecordSchema *schema = pz_schema_get_record (PZ_RECORD_LEARNER);
  guint width = 0;

  for (guint i = 0; i < schema->n_fields; i++)
    if (!pz_record_is_empty (record, i))
      width = MAX (width, pz_output_measure (pz_field_get_label (&schema->fields[i])));
  for (guint i = 0; i < schema->n_fields; i++)
    if (!pz_record_is_empty (record, i))
      {
        const char *label = pz_field_get_label (&schema->fields[i]);
        g_autofree char *text = describe_field (classroom, document, record, i);
        g_autofree char *clean = pz_output_clean (text);

        pz_output_line ("  %s%*s  %s", label, (int) (width - pz_output_measure (label)), "", clean);
      }
}

/* The goal in its own words; the signs that keep its parts together on a screen are no use to a terminal. */
static void
print_sentence (PzClassroom *classroom,
                PzDocument  *document,
                PzRecord    *goal)
{
  g_autofree char *who = pz_learner_dup_display_name (pz_document_get_owner (document));
  g_autofree char *sentence = pz_goal_dup_sentence (goal, pz_goal_find_measure (goal, pz_classroom_get_document (classroom)),
                                                    who);
  g_autoptr(GString) plain = g_string_new (sentence);
  g_autofree char *clean = NULL;

  if (sentence == NULL)
    return;
  g_string_replace (plain, "\u2068", "", 0);
  g_string_replace (plain, "\u2069", "", 0);
  clean = pz_output_clean (plain->str);
  pz_output_line ("    %s", clean);
}

static void
print_goal (PzClassroom *classroom,
            PzDocument  *document,
            PzRecord    *goal)
{
  g_autofree char *title = pz_output_clean (pz_record_get_text (goal, PZ_GOAL_TITLE));
  g_autofree char *target = pz_record_dup_as_text (goal, PZ_GOAL_TARGET);
  g_autofree char *measure = pz_record_is_empty (goal, PZ_GOAL_MEASURE)
                               ? NULL : describe_field (classroom, document, goal, PZ_GOAL_MEASURE);
  PzRecord *last = pz_goal_find_last_measurement (document, pz_record_get_id (goal));
  g_autofree char *value = last != NULL ? pz_record_dup_as_text (last, PZ_MEASUREMENT_VALUE) : NULL;
  g_autofree char *out_of = last != NULL ? pz_record_dup_as_text (last, PZ_MEASUREMENT_OUT_OF) : NULL;

  pz_output_line ("  %s", title);
  print_sentence (classroom, document, goal);
  if (measure != NULL && target != NULL)
    /* Translators: what is measured, the value the goal leads to */
    pz_output_line (_("    %1$s, target %2$s"), measure, target);
  if (value != NULL && out_of != NULL)
    /* Translators: a score, how many were possible, a date */
    pz_output_line (_("    last: %1$s of %2$s on %3$s"), value, out_of, pz_record_get_text (last, PZ_MEASUREMENT_DATE));
  else if (value != NULL)
    /* Translators: a score, a date */
    pz_output_line (_("    last: %1$s on %2$s"), value, pz_record_get_text (last, PZ_MEASUREMENT_DATE));
  else
    pz_output_line (_("    not measured yet"));
}

static void
print_goals (PzClassroom *classroom,
             PzDocument  *document)
{
  GListModel *goals = pz_document_get_records (document, PZ_RECORD_GOAL);
  gboolean begun = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr(PzRecord) goal = g_list_model_get_item (goals, i);

      if (pz_record_is_deleted (goal))
        continue;
      if (!begun)
        pz_output_line ("\n%s", _("Goals"));
      begun = TRUE;
      print_goal (classroom, document, goal);
    }
}

/* the last few of a list that is ordered by date; fields are those of its type */
static void
print_last (PzDocument  *document,
            PzRecordType type,
            const char  *title,
            const guint *fields,
            guint        n_fields)
{
  GListModel *records = pz_document_get_records (document, type);
  guint n_records = g_list_model_get_n_items (records);

  if (n_records == 0)
    return;
  pz_output_line ("\n%s", title);
  for (guint i = n_records; i > n_records - MIN (n_records, MAX_ENTRIES); i--)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (records, i - 1);
      g_autoptr(GString) line = g_string_new (" ");

      for (guint j = 0; j < n_fields && !pz_record_is_deleted (record); j++)
        {
          g_autofree char *text = pz_record_dup_as_text (record, fields[j]);
          g_autofree char *clean = pz_output_clean (text);

          if (text != NULL)
            g_string_append_printf (line, " %s", clean);
        }
      if (line->len > 1)
        pz_output_line ("%s", line->str);
    }
}

/* The newest of what happened; activities that cannot be read are left out, `check` speaks of them. */
static void
print_timeline (PzClassroom *classroom,
                PzDocument  *document)
{
  g_autoptr(PzTimeline) timeline = pz_timeline_new (classroom, document);
  guint n;

  pz_timeline_read_activities_now (timeline, NULL);
  n = MIN (g_list_model_get_n_items (G_LIST_MODEL (timeline)), MAX_TIMELINE);
  if (n > 0)
    pz_output_line ("\n%s", _("Timeline"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PzTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (timeline), i);
      g_autofree char *sentence = pz_timeline_dup_sentence (timeline, item);
      g_autofree char *details = pz_timeline_dup_details (timeline, item);
      g_autofree char *clean = pz_output_clean (sentence);
      g_autofree char *more = pz_output_clean (details);

      pz_output_line ("  %s  %s%s%s", pz_timeline_item_get_date (item), clean, *more != '\0' ? " · " : "", more);
    }
}

static void
print_learner (PzClassroom *classroom,
               PzDocument  *document)
{
  static const guint contact[] = { PZ_CONTACT_NAME, PZ_CONTACT_RELATION, PZ_CONTACT_PHONE, PZ_CONTACT_EMAIL };
  g_autofree char *name = pz_learner_dup_display_name (pz_document_get_owner (document));
  g_autofree char *clean = pz_output_clean (name);

  pz_output_line ("%s  %s", clean, pz_document_get_id (document));
  print_fields (classroom, document);
  print_goals (classroom, document);
  print_timeline (classroom, document);
  print_last (document, PZ_RECORD_CONTACT, _("Contacts"), contact, G_N_ELEMENTS (contact));
}

static PzExit
run (PzCli              *cli,
     const char *const  *arguments,
     GError            **error)
{
  g_autoptr(PzClassroom) classroom = pz_cli_open_class (cli, error);
  g_autofree char *id = classroom != NULL ? pz_cli_find_learner (classroom, arguments[0], error) : NULL;
  g_autoptr(PzDocument) document = NULL;

  if (id != NULL)
    document = pz_classroom_load (classroom, PZ_DOCUMENT_LEARNER, id, error);
  if (document == NULL)
    return PZ_EXIT_PROBLEMS;
  if (cli->json)
    {
      const PzExportView view = { .flags = PZ_EXPORT_PRIVATE | PZ_EXPORT_DELETED };
      g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();

      pz_export_write_document (writer, NULL, document, &view);
      pz_output_json (writer);
    }
  else
    print_learner (classroom, document);
  return PZ_EXIT_DONE;
}

const PzCommand pz_command_show = {
  .name = "show",
  .arguments = N_("LEARNER"),
  .summary = N_("Print what is known of one learner, named by id, name, or part of a name"),
  .n_arguments = 1,
  .run = run,
};
