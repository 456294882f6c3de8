/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-library.h"

#include "pz-class-info-private.h"
#include "pz-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define FOLDER "classrooms"

static int
compare_infos (gconstpointer a,
               gconstpointer b)
{
  PzClassInfo *x = *(PzClassInfo *const *) a, *y = *(PzClassInfo *const *) b;
  int order = strcmp (pz_class_info_get_collate_key (x), pz_class_info_get_collate_key (y));

  return order != 0 ? order : strcmp (pz_class_info_get_id (x), pz_class_info_get_id (y));
}

/* Adds what stands in the folder under name, when it is a class. */
static void
add_class (GPtrArray     *infos,
           PzEnvironment *environment,
           const char    *folder,
           const char    *name,
           gboolean       with_deleted)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(PzClassInfo) info = NULL;

  /* a link to a folder is listed, with its problem */
  if (!pz_id_is_valid (name) || !g_file_test (path, G_FILE_TEST_IS_DIR))
    return;
  info = pz_class_info_read (environment, path);
  if (info != NULL && (with_deleted || !pz_class_info_is_deleted (info)))
    g_ptr_array_add (infos, g_steal_pointer (&info));
}

/* (transfer full): all classes, sorted */
static GPtrArray *
read_classes (PzEnvironment  *environment,
              gboolean        with_deleted,
              GError        **error)
{
  g_autofree char *folder = g_build_filename (pz_environment_get_data_dir (environment), FOLDER, NULL);
  g_autoptr(GPtrArray) infos = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &local_error);
  const char *name;

  if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return g_steal_pointer (&infos);
  if (dir == NULL)
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&local_error), "%s: ",
                                  _("The folder of your classes cannot be read"));
      return NULL;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    add_class (infos, environment, folder, name, with_deleted);
  g_ptr_array_sort (infos, compare_infos);
  return g_steal_pointer (&infos);
}

/**
 * pz_library_list:
 * @environment: has the data folder
 * @with_deleted: whether classes in the trash are listed too
 *
 * Reads of every class its own record and the header of its index. A class with a problem is listed with it.
 *
 * Errors: the folder is there but cannot be read.
 *
 * Returns: (transfer full): a list of #PzClassInfo, sorted by name in the locale's order; %NULL when @error is set
 */
GListModel *
pz_library_list (PzEnvironment  *environment,
                 gboolean        with_deleted,
                 GError        **error)
{
  g_autoptr(GPtrArray) infos = NULL;
  GListStore *list;

  g_return_val_if_fail (PZ_IS_ENVIRONMENT (environment), NULL);

  infos = read_classes (environment, with_deleted, error);
  if (infos == NULL)
    return NULL;
  list = g_list_store_new (PZ_TYPE_CLASS_INFO);
  g_list_store_splice (list, 0, 0, infos->pdata, infos->len);
  return G_LIST_MODEL (list);
}

typedef gboolean (*Matches) (PzClassInfo *info,
                             const char  *wanted);

static gboolean
matches_id (PzClassInfo *info,
            const char  *wanted)
{
  return strcmp (pz_class_info_get_id (info), wanted) == 0;
}

static gboolean
matches_name (PzClassInfo *info,
              const char  *wanted)
{
  return !pz_class_info_is_deleted (info) && strcmp (pz_class_info_get_name (info), wanted) == 0;
}

static char *
fold (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (composed != NULL ? composed : "", -1);
}

static gboolean
matches_beginning (PzClassInfo *info,
                   const char  *wanted)
{
  g_autofree char *name = fold (pz_class_info_get_name (info)), *beginning = fold (wanted);

  return !pz_class_info_is_deleted (info) && *beginning != '\0' && g_str_has_prefix (name, beginning);
}

static PzClassInfo *
find_match (GPtrArray   *infos,
            Matches      matches,
            const char  *wanted,
            guint       *n_found)
{
  PzClassInfo *found = NULL;

  *n_found = 0;
  for (guint i = 0; i < infos->len; i++)
    if (matches (g_ptr_array_index (infos, i), wanted))
      {
        found = g_ptr_array_index (infos, i);
        (*n_found)++;
      }
  return found;
}

/**
 * pz_library_find:
 * @environment: has the data folder
 * @name_or_id: an id, also of a class in the trash; or an exact name; or the beginning of one name, case ignored
 *
 * Errors: %PZ_ERROR_NOT_FOUND; %PZ_ERROR_INVALID when several classes are meant; as pz_library_list().
 *
 * Returns: (transfer full): the class, perhaps with a problem; %NULL when @error is set
 */
PzClassInfo *
pz_library_find (PzEnvironment  *environment,
                 const char     *name_or_id,
                 GError        **error)
{
  static const Matches ways[] = { matches_id, matches_name, matches_beginning };
  g_autoptr(GPtrArray) infos = NULL;

  g_return_val_if_fail (PZ_IS_ENVIRONMENT (environment) && name_or_id != NULL, NULL);

  infos = read_classes (environment, TRUE, error);
  if (infos == NULL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      guint n_found;
      PzClassInfo *found = find_match (infos, ways[i], name_or_id, &n_found);

      if (n_found == 1)
        return g_object_ref (found);
      if (n_found > 1)
        {
          /* Translators: %s is what was typed to name a class */
          g_set_error (error, PZ_ERROR, PZ_ERROR_INVALID, _("More than one class is called “%s”: use its id"),
                       name_or_id);
          return NULL;
        }
    }
  /* Translators: %s is what was typed to name a class */
  g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND, _("There is no class called “%s”"), name_or_id);
  return NULL;
}
