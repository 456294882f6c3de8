/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-cli.h"
#include "pz-error.h"
#include "pz-library.h"
#include "pz-output.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Most candidates that are named when a name fits several learners. */
#define MAX_CANDIDATES 10

/* the only class there is */
static PzClassInfo *
find_only_class (PzCli   *self,
                 GError **error)
{
  g_autoptr(GListModel) classes = pz_library_list (self->environment, FALSE, error);
  g_autoptr(GString) names = NULL;

  if (classes == NULL)
    return NULL;
  if (g_list_model_get_n_items (classes) == 1)
    return g_list_model_get_item (classes, 0);
  if (g_list_model_get_n_items (classes) == 0)
    {
      g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND,
                   /* Translators: %s is a folder */
                   _("There is no class in “%s”. “personalizectl sample” makes one to try things with."),
                   pz_environment_get_data_dir (self->environment));
      return NULL;
    }
  names = g_string_new (NULL);
  for (guint i = 0; i < MIN (g_list_model_get_n_items (classes), MAX_CANDIDATES); i++)
    {
      g_autoptr(PzClassInfo) info = g_list_model_get_item (classes, i);

      g_string_append_printf (names, "\n  %s  %s", pz_class_info_get_id (info), pz_class_info_get_name (info));
    }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               /* Translators: %s is the list of them, each on a line of its own */
               _("There are several classes. Say which one with --class:%s"), names->str);
  return NULL;
}

/**
 * pz_cli_find_class:
 * @error: none is called so, or several are
 *
 * Returns: (transfer full) (nullable): the class of --class, or the only one there is, not opened
 */
PzClassInfo *
pz_cli_find_class (PzCli   *self,
                   GError **error)
{
  if (self->class_name != NULL)
    return pz_library_find (self->environment, self->class_name, error);
  return find_only_class (self, error);
}

/**
 * pz_cli_open_class:
 *
 * Opens the class of --class, or the only one there is, as it is on the disk now.
 *
 * Returns: (transfer full): the class; %NULL when it is not clear which one, or it cannot be opened
 */
PzClassroom *
pz_cli_open_class (PzCli   *self,
                   GError **error)
{
  g_autoptr(PzClassInfo) info = pz_cli_find_class (self, error);
  g_autoptr(PzClassroom) classroom = NULL;

  if (info != NULL)
    classroom = pz_classroom_open (self->environment, pz_class_info_get_path (info), error);
  if (classroom == NULL || !pz_classroom_refresh (classroom, error))
    return NULL;
  /* writes the index for whoever comes next; where that is not possible, the next one reads the files again */
  pz_classroom_close (classroom, NULL);
  return g_steal_pointer (&classroom);
}

static char *
fold_name (PzIndex *index,
           guint    position)
{
  g_autoptr(PzLearnerRow) row = g_list_model_get_item (G_LIST_MODEL (index), position);

  return pz_search_fold (pz_learner_row_get_display_name (row));
}

/* positions of the learners one of whose names has the text in it; those whose whole name it is come alone */
static GArray *
match_names (PzIndex    *index,
             const char *typed,
             gboolean    deleted)
{
  g_autofree char *wanted = pz_search_fold (typed);
  g_autoptr(GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) whole = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; *wanted != '\0' && i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    if (((pz_index_peek_flags (index, i) & PZ_INDEX_DELETED) != 0) == deleted
        && strstr (pz_index_peek_search_key (index, i), wanted) != NULL)
      {
        g_autofree char *name = fold_name (index, i);

        g_array_append_val (parts, i);
        if (g_str_equal (name, wanted))
          g_array_append_val (whole, i);
      }
  return g_array_ref (whole->len > 0 ? whole : parts);
}

static void
set_ambiguous (PzIndex     *index,
               GArray      *found,
               const char  *typed,
               GError     **error)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (found->len, MAX_CANDIDATES); i++)
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (G_LIST_MODEL (index), g_array_index (found, guint, i));

      g_string_append_printf (names, "\n  %s  %s", pz_learner_row_get_id (row), pz_learner_row_get_display_name (row));
    }
  if (found->len > MAX_CANDIDATES)
    g_string_append (names, "\n  …");
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               /* Translators: what was typed, how many learners have it in their names, the list of them */
               ngettext ("“%1$s” fits %2$u learner. Type more of the name, or the id:%3$s",
                         "“%1$s” fits %2$u learners. Type more of the name, or the id:%3$s", found->len),
               typed, found->len, names->str);
}

/**
 * pz_cli_find_learner:
 * @typed: an id, a name, or part of one; case and accents do not matter
 *
 * Learners in the trash are found by their id, and by name when nobody else has it.
 *
 * Returns: (transfer full): the id; %NULL with the candidates in @error when there are several
 */
char *
pz_cli_find_learner (PzClassroom *classroom,
                     const char  *typed,
                     GError     **error)
{
  PzIndex *index = pz_classroom_get_index (classroom);
  g_autofree char *text = pz_cli_dup_text (typed);
  g_autoptr(GArray) found = NULL;
  guint position;

  if (pz_index_find (index, text, &position))
    return g_strdup (text);
  found = match_names (index, text, FALSE);
  if (found->len == 0)
    {
      g_array_unref (found);
      found = match_names (index, text, TRUE);
    }
  if (found->len == 1)
    return g_strdup (pz_index_peek_id (index, g_array_index (found, guint, 0)));
  if (found->len == 0)
    g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND,
                 /* Translators: %1$s is what was typed to name a learner, %2$s the name of the class */
                 _("There is no learner “%1$s” in “%2$s”. “personalizectl learners” lists them."), text,
                 pz_classroom_get_name (classroom));
  else
    set_ambiguous (index, found, text, error);
  return NULL;
}

/**
 * pz_cli_load_learner:
 * @typed: as for pz_cli_find_learner()
 * @error: nobody or several are called so, the file cannot be read, or the learner is in the trash
 *
 * Opens the document of a learner to write something down in it.
 *
 * Returns: (transfer full): the document; %NULL with @error set
 */
PzDocument *
pz_cli_load_learner (PzClassroom  *classroom,
                     const char   *typed,
                     GError      **error)
{
  g_autofree char *id = pz_cli_find_learner (classroom, typed, error);
  g_autoptr(PzDocument) learner = NULL;

  if (id != NULL)
    learner = pz_classroom_load (classroom, PZ_DOCUMENT_LEARNER, id, error);
  if (learner != NULL && pz_record_is_deleted (pz_document_get_owner (learner)))
    {
      g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND,
                   /* Translators: %s is what was typed to name a learner */
                   _("“%s” is in the trash; nothing was written."), typed);
      return NULL;
    }
  return g_steal_pointer (&learner);
}

/**
 * pz_cli_refuse:
 * @option: of the command line, as it is typed
 * @typed: what stood behind it
 * @error: says that the two do not fit
 *
 * Returns: %FALSE
 */
gboolean
pz_cli_refuse (const char  *option,
               const char  *typed,
               GError     **error)
{
  g_autofree char *text = pz_cli_dup_text (typed);

  /* Translators: an option of the command line and what was typed behind it */
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%2$s” cannot be used with %1$s."), option, text);
  return FALSE;
}
