/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-options.h"

#include "pz-group-builder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/**
 * pz_group_options_resolve:
 * @classroom: a class
 * @name: of an option, without dashes
 * @value: as typed
 * @error: nobody, or several, are called so
 *
 * Returns: (transfer full): the value with ids instead of names; %NULL with @error set
 */
char *
pz_group_options_resolve (PzClassroom  *classroom,
                          const char   *name,
                          const char   *value,
                          GError      **error)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && name != NULL && value != NULL, NULL);

  if (g_str_equal (name, "together") || g_str_equal (name, "apart") || g_str_equal (name, "pin"))
    return resolve_people (classroom, value, error);
  return resolve_measure (classroom, value);
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

/**
 * pz_group_options_set_sizes:
 * @options: a size such as 4 or 4-5, or a number of groups
 * @request: is asked for it
 * @error: says what is not understood
 *
 * Returns: whether it was understood
 */
gboolean
pz_group_options_set_sizes (const PzGroupSizeOptions  *options,
                            PzGroupRequest            *request,
                            GError                   **error)
{
  g_auto(GStrv) ends = NULL;
  guint least, most;

  if (options->size == NULL)
    {
      if (options->groups < 1)
        {
          g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                               _("Say how large groups are with --size, or how many there are with --groups."));
          return FALSE;
        }
      pz_group_request_set_n_groups (request, (guint) options->groups);
      return TRUE;
    }
  ends = g_strsplit (options->size, "-", 2);
  if (ends[0] == NULL || !parse_count (ends[0], &least))
    return pz_cli_refuse ("--size", options->size, error);
  most = least;
  if (ends[1] != NULL && (!parse_count (ends[1], &most) || most < least))
    return pz_cli_refuse ("--size", options->size, error);
  pz_group_request_set_size (request, least, most);
  return TRUE;
}
