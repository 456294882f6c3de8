/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-commands.h"
#include "pz-output.h"
#include "pz-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static struct
{
  char *search;
  gboolean deleted;
  gboolean archived;
} options;

static const GOptionEntry entries[] = {
  { "search", 0, 0, G_OPTION_ARG_FILENAME, &options.search, N_("Only those with this in a name; case and accents do not matter"), N_("TEXT") },
  { "deleted", 0, 0, G_OPTION_ARG_NONE, &options.deleted, N_("Those in the trash instead"), NULL },
  { "archived", 0, 0, G_OPTION_ARG_NONE, &options.archived, N_("Those who have left the class instead"), NULL },
  { NULL }
};

typedef struct
{
  guint position;
  char *key; /* to sort by: family name, then given name, as the locale wants it */
} Found;

static void
clear_found (gpointer data)
{
  g_free (((Found *) data)->key);
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *found_a = a, *found_b = b;
  int order = strcmp (found_a->key, found_b->key);

  return order != 0 ? order : found_a->position < found_b->position ? -1 : 1;
}

static char *
build_key (PzIndex *index,
           guint    position)
{
  const char *family = pz_index_peek_family_name (index, position);
  const char *given = pz_index_peek_given_name (index, position);
  g_autofree char *family_key = g_utf8_collate_key (*family != '\0' ? family : given, -1);
  g_autofree char *given_key = g_utf8_collate_key (given, -1);

  return g_strconcat (family_key, "\001", given_key, NULL);
}

static gboolean
has_words (const char  *key,
           char       **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (key, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_wanted (PzIndexFlags flags)
{
  if (options.deleted)
    return (flags & PZ_INDEX_DELETED) != 0;
  return (flags & PZ_INDEX_DELETED) == 0 && ((flags & PZ_INDEX_ARCHIVED) != 0) == options.archived;
}

/* (element-type Found): sorted */
static GArray *
find_learners (PzIndex *index)
{
  g_autofree char *typed = pz_cli_dup_text (options.search);
  g_autofree char *folded = pz_search_fold (typed != NULL ? typed : "");
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Found));

  g_array_set_clear_func (found, clear_found);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    if (is_wanted (pz_index_peek_flags (index, i)) && has_words (pz_index_peek_search_key (index, i), words))
      {
        Found one = { i, build_key (index, i) };

        g_array_append_val (found, one);
      }
  g_array_sort (found, compare_found);
  return found;
}

static void
write_row (PzJsonWriter *writer,
           PzLearnerRow *row)
{
  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "id", pz_learner_row_get_id (row));
  pz_json_writer_string (writer, "display-name", pz_learner_row_get_display_name (row));
  pz_json_writer_string (writer, "given-name", pz_learner_row_get_given_name (row));
  pz_json_writer_string (writer, "family-name", pz_learner_row_get_family_name (row));
  pz_json_writer_string (writer, "level", pz_learner_row_get_level (row));
  pz_json_writer_string (writer, "sourced-id", pz_learner_row_get_sourced_id (row));
  pz_json_writer_string (writer, "last-check-in", pz_learner_row_get_last_check_in (row));
  pz_json_writer_string (writer, "last-measured", pz_learner_row_get_last_measured (row));
  pz_json_writer_number (writer, "n-goals", pz_learner_row_get_n_goals (row));
  pz_json_writer_number (writer, "n-active-goals", pz_learner_row_get_n_active_goals (row));
  pz_json_writer_number (writer, "n-measurements", pz_learner_row_get_n_measurements (row));
  pz_json_writer_number (writer, "n-conflicts", pz_learner_row_get_n_conflicts (row));
  pz_json_writer_boolean (writer, "deleted", pz_learner_row_is_deleted (row));
  pz_json_writer_boolean (writer, "archived", pz_learner_row_is_archived (row));
  pz_json_writer_boolean (writer, "damaged", pz_learner_row_is_damaged (row));
  pz_json_writer_end_object (writer);
}

static void
print_json (PzClassroom *classroom,
            GArray      *found)
{
  GListModel *index = G_LIST_MODEL (pz_classroom_get_index (classroom));
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();

  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "class", pz_classroom_get_id (classroom));
  pz_json_writer_begin_array (writer, "learners");
  for (guint i = 0; i < found->len; i++)
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (index, g_array_index (found, Found, i).position);

      write_row (writer, row);
    }
  pz_json_writer_end_array (writer);
  pz_json_writer_end_object (writer);
  pz_output_json (writer);
}

static const char *
find_level_name (PzClassroom  *classroom,
                 PzLearnerRow *row)
{
  const char *level = pz_learner_row_get_level (row);
  PzRecord *record = level != NULL ? pz_document_find (pz_classroom_get_document (classroom), level) : NULL;

  return record != NULL ? pz_record_get_text (record, PZ_LEVEL_NAME) : NULL;
}

static void
print_table (PzClassroom *classroom,
             GArray      *found)
{
  GListModel *index = G_LIST_MODEL (pz_classroom_get_index (classroom));
  g_autoptr(PzTable) table = pz_table_new (C_("column", "Name"), C_("column", "Level"), C_("column", "Goals"),
                                           C_("column", "Seen"), C_("column", "Id"), C_("column", "Remark"), NULL);

  for (guint i = 0; i < found->len; i++)
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (index, g_array_index (found, Found, i).position);
      g_autofree char *n_goals = g_strdup_printf ("%u", pz_learner_row_get_n_active_goals (row));

      pz_table_add_row (table, pz_learner_row_get_display_name (row), find_level_name (classroom, row), n_goals,
                        pz_learner_row_get_last_check_in (row), pz_learner_row_get_id (row),
                        pz_learner_row_is_damaged (row) ? C_("learner", "cannot be read") : NULL);
    }
  pz_table_print (table);
}

static guint
count_damaged (PzIndex *index,
               GArray  *found)
{
  guint n_damaged = 0;

  for (guint i = 0; i < found->len; i++)
    n_damaged += (pz_index_peek_flags (index, g_array_index (found, Found, i).position) & PZ_INDEX_DAMAGED) != 0;
  return n_damaged;
}

static PzExit
run (PzCli              *cli,
     const char *const  *arguments,
     GError            **error)
{
  g_autoptr(PzClassroom) classroom = pz_cli_open_class (cli, error);
  g_autoptr(GArray) found = NULL;
  guint n_damaged;

  if (classroom == NULL)
    return PZ_EXIT_PROBLEMS;
  found = find_learners (pz_classroom_get_index (classroom));
  if (cli->json)
    print_json (classroom, found);
  else if (found->len == 0)
    /* Translators: %s is the name of a class */
    pz_output_message (_("No learners found in “%s”."), pz_classroom_get_name (classroom));
  else
    print_table (classroom, found);
  n_damaged = count_damaged (pz_classroom_get_index (classroom), found);
  if (n_damaged == 0)
    return PZ_EXIT_DONE;
  pz_output_message (ngettext ("The file of %u learner cannot be read; it was left as it is. “personalizectl check” says what to do.",
                               "The files of %u learners cannot be read; they were left as they are. “personalizectl check” says what to do.",
                               n_damaged),
                     n_damaged);
  return PZ_EXIT_PROBLEMS;
}

const PzCommand pz_command_learners = {
  .name = "learners",
  .summary = N_("List the learners of a class"),
  .entries = entries,
  .run = run,
};
