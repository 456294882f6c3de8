/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-commands.h"
#include "pz-library.h"
#include "pz-output.h"
#include "pz-table.h"

#include <glib/gi18n-lib.h>

static gboolean with_deleted;

static const GOptionEntry entries[] = {
  { "deleted", 0, 0, G_OPTION_ARG_NONE, &with_deleted, N_("List classes in the trash too"), NULL },
  { NULL }
};

static void
write_class (PzJsonWriter *writer,
             PzClassInfo  *info)
{
  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "id", pz_class_info_get_id (info));
  pz_json_writer_string (writer, "name", pz_class_info_get_name (info));
  pz_json_writer_string (writer, "path", pz_class_info_get_path (info));
  pz_json_writer_string (writer, "sourced-id", pz_class_info_get_sourced_id (info));
  pz_json_writer_number (writer, "n-learners", pz_class_info_get_n_learners (info));
  pz_json_writer_boolean (writer, "deleted", pz_class_info_is_deleted (info));
  pz_json_writer_string (writer, "problem", pz_class_info_get_problem (info));
  pz_json_writer_end_object (writer);
}

static void
print_json (GListModel *classes)
{
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();

  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_begin_array (writer, "classes");
  for (guint i = 0; i < g_list_model_get_n_items (classes); i++)
    {
      g_autoptr(PzClassInfo) info = g_list_model_get_item (classes, i);

      write_class (writer, info);
    }
  pz_json_writer_end_array (writer);
  pz_json_writer_end_object (writer);
  pz_output_json (writer);
}

static void
print_table (GListModel *classes)
{
  g_autoptr(PzTable) table = pz_table_new (C_("column", "Class"), C_("column", "Learners"), C_("column", "Id"),
                                           C_("column", "Remark"), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (classes); i++)
    {
      g_autoptr(PzClassInfo) info = g_list_model_get_item (classes, i);
      g_autofree char *n_learners = g_strdup_printf ("%u", pz_class_info_get_n_learners (info));
      const char *remark = pz_class_info_get_problem (info);

      if (remark == NULL && pz_class_info_is_deleted (info))
        remark = C_("class", "in the trash");
      pz_table_add_row (table, pz_class_info_get_name (info), n_learners, pz_class_info_get_id (info), remark);
    }
  pz_table_print (table);
}

static PzExit
run (PzCli              *cli,
     const char *const  *arguments,
     GError            **error)
{
  g_autoptr(GListModel) classes = pz_library_list (cli->environment, with_deleted, error);
  PzExit status = PZ_EXIT_DONE;

  if (classes == NULL)
    return PZ_EXIT_PROBLEMS;
  if (cli->json)
    print_json (classes);
  else if (g_list_model_get_n_items (classes) == 0)
    /* Translators: %s is a folder */
    pz_output_message (_("There is no class in “%s”."), pz_environment_get_data_dir (cli->environment));
  else
    print_table (classes);
  for (guint i = 0; i < g_list_model_get_n_items (classes); i++)
    {
      g_autoptr(PzClassInfo) info = g_list_model_get_item (classes, i);

      if (pz_class_info_get_problem (info) != NULL)
        status = PZ_EXIT_PROBLEMS;
    }
  return status;
}

const PzCommand pz_command_classes = {
  .name = "classes",
  .summary = N_("List the classes"),
  .entries = entries,
  .run = run,
};
