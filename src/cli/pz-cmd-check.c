/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-commands.h"
#include "pz-error.h"
#include "pz-library.h"
#include "pz-output.h"

#include <glib/gi18n-lib.h>

static const char *
name_level (PzFindingLevel level)
{
  switch (level)
    {
    case PZ_FINDING_NOTE:
      return "note";
    case PZ_FINDING_PROBLEM:
      return "problem";
    case PZ_FINDING_DAMAGE:
    default:
      return "damage";
    }
}

static const char *
label_level (PzFindingLevel level)
{
  switch (level)
    {
    case PZ_FINDING_NOTE:
      return C_("finding", "Note");
    case PZ_FINDING_PROBLEM:
      return C_("finding", "Problem");
    case PZ_FINDING_DAMAGE:
    default:
      return C_("finding", "Damage");
    }
}

/* why the folder as a whole could not be looked at */
static GPtrArray *
report_class (const GError *error)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_finding_free);
  PzFinding *finding = g_new0 (PzFinding, 1);

  finding->level = PZ_FINDING_DAMAGE;
  finding->document = g_strdup ("classroom.json");
  finding->text = g_strdup (error->message);
  if (g_error_matches (error, PZ_ERROR, PZ_ERROR_NOT_SAFE))
    finding->advice = g_strdup (_("Nothing was changed. The folder and all in it must be yours, without links, and nobody else may write there. Mend that and check again."));
  else
    finding->advice = g_strdup (_("Nothing was changed. Take the file from a snapshot or a backup, or ask for help with a copy of the folder."));
  g_ptr_array_add (findings, finding);
  return findings;
}

/* a class that cannot be opened is a finding, so that the other classes are looked at too */
static GPtrArray *
check_class (PzCli       *cli,
             PzClassInfo *info)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzClassroom) classroom = pz_classroom_open (cli->environment, pz_class_info_get_path (info), &error);
  g_autoptr(GPtrArray) findings = classroom != NULL ? pz_classroom_check (classroom, &error) : NULL;

  return findings != NULL ? g_steal_pointer (&findings) : report_class (error);
}

static void
write_class (PzJsonWriter *writer,
             PzClassInfo  *info,
             GPtrArray    *findings)
{
  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "id", pz_class_info_get_id (info));
  pz_json_writer_string (writer, "name", pz_class_info_get_name (info));
  pz_json_writer_begin_array (writer, "findings");
  for (guint i = 0; i < findings->len; i++)
    {
      const PzFinding *finding = g_ptr_array_index (findings, i);

      pz_json_writer_begin_object (writer, NULL);
      pz_json_writer_string (writer, "kind", name_level (finding->level));
      pz_json_writer_string (writer, "document", finding->document);
      pz_json_writer_string (writer, "text", finding->text);
      pz_json_writer_string (writer, "advice", finding->advice);
      pz_json_writer_end_object (writer);
    }
  pz_json_writer_end_array (writer);
  pz_json_writer_end_object (writer);
}

static void
print_class (PzClassInfo *info,
             GPtrArray   *findings)
{
  g_autofree char *name = pz_output_clean (pz_class_info_get_name (info));

  if (findings->len == 0)
    /* Translators: %s is the name of a class */
    pz_output_line (_("%s: all is well"), name);
  else
    /* Translators: %1$s is the name of a class */
    pz_output_line (ngettext ("%1$s: %2$u finding", "%1$s: %2$u findings", findings->len), name, findings->len);
  for (guint i = 0; i < findings->len; i++)
    {
      const PzFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *text = pz_output_clean (finding->text);
      g_autofree char *advice = pz_output_clean (finding->advice);

      /* Translators: what kind of finding, the file, what is wrong with it */
      pz_output_line (_("  %1$s: %2$s: %3$s"), label_level (finding->level), finding->document != NULL ? finding->document : "",
                      text);
      if (*advice != '\0')
        pz_output_line ("    → %s", advice);
    }
}

/* the chosen class, or all */
static GListModel *
list_classes (PzCli   *cli,
              GError **error)
{
  g_autoptr(PzClassInfo) info = NULL;
  GListStore *chosen;

  if (cli->class_name == NULL)
    return pz_library_list (cli->environment, TRUE, error);
  info = pz_library_find (cli->environment, cli->class_name, error);
  if (info == NULL)
    return NULL;
  chosen = g_list_store_new (PZ_TYPE_CLASS_INFO);
  g_list_store_append (chosen, info);
  return G_LIST_MODEL (chosen);
}

static gboolean
has_problem (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    if (((PzFinding *) g_ptr_array_index (findings, i))->level != PZ_FINDING_NOTE)
      return TRUE;
  return FALSE;
}

static PzExit
run (PzCli              *cli,
     const char *const  *arguments,
     GError            **error)
{
  g_autoptr(GListModel) classes = list_classes (cli, error);
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();
  PzExit status = PZ_EXIT_DONE;

  if (classes == NULL)
    return PZ_EXIT_PROBLEMS;
  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_begin_array (writer, "classes");
  for (guint i = 0; i < g_list_model_get_n_items (classes); i++)
    {
      g_autoptr(PzClassInfo) info = g_list_model_get_item (classes, i);
      g_autoptr(GPtrArray) findings = check_class (cli, info);

      if (has_problem (findings))
        status = PZ_EXIT_PROBLEMS;
      if (cli->json)
        write_class (writer, info, findings);
      else
        print_class (info, findings);
    }
  pz_json_writer_end_array (writer);
  pz_json_writer_end_object (writer);
  if (cli->json)
    pz_output_json (writer);
  else if (g_list_model_get_n_items (classes) == 0)
    /* Translators: %s is a folder */
    pz_output_message (_("There is no class in “%s”."), pz_environment_get_data_dir (cli->environment));
  return status;
}

const PzCommand pz_command_check = {
  .name = "check",
  .summary = N_("Look for damage and say what to do"),
  .run = run,
};
