/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-commands.h"
#include "pz-conflict-list.h"
#include "pz-device-names.h"
#include "pz-output.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static struct
{
  char *choose;
} options;

static const GOptionEntry entries[] = {
  { "choose", 0, 0, G_OPTION_ARG_FILENAME, &options.choose, N_("Settle the one with this id: its value NUMBER stays"), N_("ID") },
  { NULL }
};

/* "Amina Yusuf · Reads aloud fluently", with what is known of it */
static char *
dup_place (const PzConflict *conflict)
{
  g_autoptr(GString) place = g_string_new (NULL);
  const char *parts[] = { conflict->document_title, conflict->record_title,
                          conflict->archived ? C_("learner", "archived") : NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (place, " · %s", parts[i]);
  return pz_output_clean (place->str);
}

static char *
dup_time (gint64      ms,
          const char *format,
          gboolean    utc)
{
  g_autoptr(GDateTime) time = utc ? g_date_time_new_from_unix_utc (ms / 1000) : g_date_time_new_from_unix_local (ms / 1000);

  return time != NULL ? g_date_time_format (time, format) : g_strdup ("");
}

static void
print_value (const PzConflict    *conflict,
             guint                i,
             const PzDeviceNames *names)
{
  const PzConflictValue *value = pz_conflict_get_value (conflict, i);
  g_autofree char *words = pz_conflict_dup_words (conflict, i);
  g_autofree char *device = pz_device_names_dup_words (names, value->device, value->here);
  g_autofree char *time = dup_time (value->time, "%Y-%m-%d %H:%M", FALSE);
  g_autofree char *clean_words = pz_output_clean (words);
  g_autofree char *clean_device = pz_output_clean (device);

  pz_output_line ("  %u  %s", i + 1, clean_words);
  if (i == 0)
    /* Translators: a computer, a day and time */
    pz_output_line (_("     %1$s, %2$s, shown now"), clean_device, time);
  else
    pz_output_line ("     %s, %s", clean_device, time);
}

static void
print_conflict (const PzConflict    *conflict,
                const PzDeviceNames *names)
{
  g_autofree char *place = dup_place (conflict);

  if (conflict->kind == PZ_CONFLICT_IN_TRASH)
    /* Translators: the id of a decision, a kind of thing such as Learner, what it is called */
    pz_output_line (_("%1$s  %2$s, edited elsewhere after it was deleted%3$s"), conflict->id,
                    pz_conflict_get_label (conflict), place);
  else
    pz_output_line ("%s  %s%s", conflict->id, pz_conflict_get_label (conflict), place);
  for (guint i = 0; i < conflict->values->len; i++)
    print_value (conflict, i, names);
}

static void
write_value (PzJsonWriter        *writer,
             const PzConflict    *conflict,
             guint                i,
             const PzDeviceNames *names)
{
  const PzConflictValue *value = pz_conflict_get_value (conflict, i);
  g_autofree char *words = pz_conflict_dup_words (conflict, i);
  g_autofree char *time = dup_time (value->time, "%Y-%m-%dT%H:%M:%SZ", TRUE);

  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_number (writer, "number", i + 1);
  pz_json_writer_boolean (writer, "shown", i == 0);
  pz_json_writer_string (writer, "value", value->text);
  pz_json_writer_string (writer, "words", words);
  pz_json_writer_string (writer, "device", value->device);
  pz_json_writer_string (writer, "device-name", pz_device_names_find (names, value->device));
  pz_json_writer_boolean (writer, "here", value->here);
  pz_json_writer_string (writer, "time", time);
  pz_json_writer_end_object (writer);
}

static void
write_conflict (PzJsonWriter        *writer,
                const PzConflict    *conflict,
                const PzDeviceNames *names)
{
  const PzRecordSchema *schema = pz_schema_get_record (conflict->type);
  const char *folder = pz_schema_get_document (conflict->document_kind)->folder;
  g_autofree char *document = folder != NULL ? g_strdup_printf ("%s/%s", folder, conflict->document)
                                             : g_strdup ("classroom");

  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "id", conflict->id);
  pz_json_writer_string (writer, "kind", conflict->kind == PZ_CONFLICT_IN_TRASH ? "in-trash" : "values");
  pz_json_writer_string (writer, "document", document);
  pz_json_writer_string (writer, "record", conflict->record);
  pz_json_writer_string (writer, "type", schema->name);
  pz_json_writer_string (writer, "field", schema->fields[conflict->field].name);
  pz_json_writer_string (writer, "title", conflict->document_title);
  pz_json_writer_string (writer, "record-title", conflict->record_title);
  pz_json_writer_boolean (writer, "archived", conflict->archived);
  pz_json_writer_begin_array (writer, "values");
  for (guint i = 0; i < conflict->values->len; i++)
    write_value (writer, conflict, i, names);
  pz_json_writer_end_array (writer);
  pz_json_writer_end_object (writer);
}

static void
print_json (PzClassroom         *classroom,
            GPtrArray           *conflicts,
            const PzDeviceNames *names)
{
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();

  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "class", pz_classroom_get_id (classroom));
  pz_json_writer_begin_array (writer, "conflicts");
  for (guint i = 0; i < conflicts->len; i++)
    write_conflict (writer, g_ptr_array_index (conflicts, i), names);
  pz_json_writer_end_array (writer);
  pz_json_writer_end_object (writer);
  pz_output_json (writer);
}

static PzExit
list (PzCli       *cli,
      PzClassroom *classroom,
      GPtrArray   *conflicts)
{
  g_autoptr(PzDeviceNames) names = pz_device_names_read (cli->environment, pz_classroom_get_id (classroom),
                                                         pz_classroom_get_path (classroom));

  if (cli->json)
    print_json (classroom, conflicts, names);
  else if (conflicts->len == 0)
    pz_output_line ("%s", _("Nothing waits for a decision."));
  for (guint i = 0; !cli->json && i < conflicts->len; i++)
    print_conflict (g_ptr_array_index (conflicts, i), names);
  return conflicts->len > 0 ? PZ_EXIT_PROBLEMS : PZ_EXIT_DONE;
}

static void
print_chosen (PzCli                  *cli,
              PzClassroom            *classroom,
              const PzConflictChoice *choice,
              guint                   n_left)
{
  g_autoptr(PzJsonWriter) writer = NULL;
  g_autofree char *words = pz_conflict_dup_words (choice->conflict, choice->value);
  g_autofree char *clean = pz_output_clean (words);

  if (!cli->json)
    {
      /* Translators: the name of a field, the value that was chosen for it */
      pz_output_line (_("%1$s: “%2$s” stays; what was given up is in the history."),
                      pz_conflict_get_label (choice->conflict), clean);
      return;
    }
  writer = pz_json_writer_new ();
  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "class", pz_classroom_get_id (classroom));
  pz_json_writer_string (writer, "chosen", choice->conflict->id);
  pz_json_writer_number (writer, "number", choice->value + 1);
  pz_json_writer_string (writer, "words", words);
  pz_json_writer_number (writer, "n-left", n_left);
  pz_json_writer_end_object (writer);
  pz_output_json (writer);
}

static const PzConflict *
find_conflict (GPtrArray   *conflicts,
               const char  *id,
               GError     **error)
{
  for (guint i = 0; i < conflicts->len; i++)
    if (strcmp (((PzConflict *) g_ptr_array_index (conflicts, i))->id, id) == 0)
      return g_ptr_array_index (conflicts, i);
  g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND,
               /* Translators: %s is what was typed as the id of a decision */
               _("Nothing with the id “%s” waits for a decision; its values may have changed. List them again."), id);
  return NULL;
}

static PzExit
choose (PzCli        *cli,
        PzClassroom  *classroom,
        GPtrArray    *conflicts,
        const char   *number,
        GError      **error)
{
  g_autofree char *id = pz_cli_dup_text (options.choose);
  PzConflictChoice choice = { find_conflict (conflicts, id, error), 0, NULL };
  guint64 typed = 0;

  if (choice.conflict == NULL)
    return PZ_EXIT_USAGE;
  if (!g_ascii_string_to_unsigned (number, 10, 1, choice.conflict->values->len, &typed, NULL))
    {
      g_autofree char *clean = pz_cli_dup_text (number);

      pz_cli_refuse ("--choose", clean, error);
      return PZ_EXIT_USAGE;
    }
  choice.value = (guint) typed - 1;
  if (!pz_classroom_choose (classroom, &choice, 1, error))
    {
      pz_classroom_abandon (classroom);
      return PZ_EXIT_CANNOT_WRITE;
    }
  print_chosen (cli, classroom, &choice, conflicts->len - 1);
  return PZ_EXIT_DONE;
}

static PzExit
run (PzCli              *cli,
     const char *const  *arguments,
     GError            **error)
{
  g_autoptr(PzClassroom) classroom = NULL;
  g_autoptr(GPtrArray) conflicts = NULL;
  guint n = g_strv_length ((char **) arguments);

  if (n != (options.choose != NULL ? 1 : 0))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("Name one value by its number: --choose ID NUMBER"));
      return PZ_EXIT_USAGE;
    }
  classroom = pz_cli_open_class (cli, error);
  conflicts = classroom != NULL ? pz_classroom_list_conflicts (classroom, cli->cancellable, error) : NULL;
  if (conflicts == NULL)
    return PZ_EXIT_PROBLEMS;
  if (options.choose != NULL)
    return choose (cli, classroom, conflicts, arguments[0], error);
  return list (cli, classroom, conflicts);
}

const PzCommand pz_command_conflicts = {
  .name = "conflicts",
  .arguments = N_("[NUMBER]"),
  .summary = N_("List values that two devices wrote without seeing each other, or choose one"),
  .entries = entries,
  .more_arguments = TRUE,
  .run = run,
};
