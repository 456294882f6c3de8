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
 * pz_group_options_find_sizes:
 * @options: a size such as 4 or 4-5, or a number of groups
 * @n: learners
 * @sizes: (element-type PzGroupSize): is added to
 * @error: says what does not fit
 *
 * Returns: whether there are such sizes
 */
gboolean
pz_group_options_find_sizes (const PzGroupSizeOptions  *options,
                             guint                      n,
                             GArray                    *sizes,
                             GError                   **error)
{
  g_auto(GStrv) ends = NULL;
  guint least, most;

  if (options->size == NULL)
    {
      if (options->groups < 1 || (guint) options->groups > n)
        {
          g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                               _("Say how large groups are with --size, or how many there are with --groups."));
          return FALSE;
        }
      pz_group_sizes_even (n, (guint) options->groups, sizes);
      return TRUE;
    }
  ends = g_strsplit (options->size, "-", 2);
  if (ends[0] == NULL || !parse_count (ends[0], &least))
    return pz_cli_refuse ("--size", options->size, error);
  if (ends[1] == NULL)
    {
      pz_group_sizes_for (n, least, sizes);
      return TRUE;
    }
  if (!parse_count (ends[1], &most) || most < least)
    return pz_cli_refuse ("--size", options->size, error);
  if (pz_group_sizes_between (n, least, most, sizes))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               /* Translators: how many learners there are, and the least and the greatest size of a group */
               _("%1$u learners cannot be put in groups of %2$u to %3$u."), n, least, most);
  return FALSE;
}
