/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-roster-choice.h"

#include "pz-cli.h"
#include "pz-error.h"
#include "pz-person-name.h"

#include <glib/gi18n-lib.h>

static gboolean
is_called (const PzRosterClass *class_,
           const char          *typed)
{
  g_autofree char *wanted = pz_roster_fold (typed);
  const char *names[] = { class_->title, class_->class_code, class_->sourced_id };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = names[i] != NULL ? pz_roster_fold (names[i]) : NULL;

      if (g_strcmp0 (name, wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
set_unknown_class (GPtrArray   *classes,
                   const char  *typed,
                   GError     **error)
{
  g_autoptr(GString) titles = g_string_new (NULL);

  for (guint i = 0; i < classes->len; i++)
    {
      const PzRosterClass *class_ = g_ptr_array_index (classes, i);

      g_string_append_printf (titles, "\n  %s  %s", class_->sourced_id, class_->title != NULL ? class_->title : "");
    }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               /* Translators: %1$s is what was typed, %2$s the list of its classes, each on a line of its own */
               _("The roster has no class “%1$s”. It has:%2$s"), typed, titles->str);
}

/* (element-type PzRosterClass): the classes of a teacher; of everybody when none is named */
static GPtrArray *
list_taught (const PzRoster  *roster,
             const char      *typed,
             GError         **error)
{
  g_autofree char *name = pz_cli_dup_text (typed);
  g_autoptr(PzRosterPerson) teacher = NULL;
  g_autoptr(GPtrArray) classes = NULL;
  guint n_mine = 0;

  if (name == NULL)
    return pz_roster_list_classes (roster, NULL, NULL);
  /* any of these may be what was typed */
  teacher = pz_roster_person_new ();
  teacher->sourced_id = g_strdup (name);
  teacher->identifier = g_strdup (name);
  teacher->email = g_strdup (name);
  pz_person_name_split (name, &teacher->given_name, &teacher->family_name);
  classes = pz_roster_list_classes (roster, teacher, &n_mine);
  g_ptr_array_set_size (classes, (int) n_mine);
  if (n_mine > 0)
    return g_steal_pointer (&classes);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               /* Translators: %s is what was typed to name a teacher */
               _("“%s” teaches no class of the roster"), name);
  return NULL;
}

static GPtrArray *
pick (GPtrArray          *classes,
      const char *const  *only,
      GError            **error)
{
  g_autoptr(GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; only[i] != NULL; i++)
    {
      g_autofree char *typed = pz_cli_dup_text (only[i]);
      gboolean found = FALSE;

      for (guint j = 0; j < classes->len; j++)
        {
          gpointer class_ = g_ptr_array_index (classes, j);

          if (!is_called (class_, typed))
            continue;
          found = TRUE;
          if (!g_ptr_array_find (chosen, class_, NULL))
            g_ptr_array_add (chosen, class_);
        }
      if (!found)
        {
          set_unknown_class (classes, typed, error);
          return NULL;
        }
    }
  return g_steal_pointer (&chosen);
}

/**
 * pz_roster_choice_list:
 * @roster: a roster
 * @teacher: (nullable): name, e-mail or id of somebody, as typed: only their classes
 * @only: (nullable) (array zero-terminated=1): titles, codes or ids, as typed: only these of them
 * @error: nobody and nothing is called that; %PZ_ERROR_INVALID when the roster does not say who is in which class and
 *   everybody would be put into one class after the other
 *
 * Returns: (transfer container) (element-type PzRosterClass): the classes to import
 */
GPtrArray *
pz_roster_choice_list (const PzRoster     *roster,
                       const char         *teacher,
                       const char *const  *only,
                       GError            **error)
{
  g_autoptr(GPtrArray) classes = list_taught (roster, teacher, error);
  g_autoptr(GPtrArray) chosen = NULL;

  if (classes != NULL)
    chosen = only != NULL ? pick (classes, only, error) : g_ptr_array_ref (classes);
  if (chosen == NULL || roster->enrollments->len > 0 || chosen->len <= 1)
    return g_steal_pointer (&chosen);
  g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID,
                       _("The roster does not say who is in which class. --only chooses one class for everybody."));
  return NULL;
}

/**
 * pz_roster_choice_check_demographics:
 * @source: the files of a roster
 * @typed: (nullable) (array zero-terminated=1): columns that were asked for
 * @error: the roster does not have one of them
 *
 * Returns: %FALSE when one is not there
 */
gboolean
pz_roster_choice_check_demographics (const PzRosterSource  *source,
                                     const char *const     *typed,
                                     GError               **error)
{
  g_auto(GStrv) columns = pz_one_roster_list_demographics (source);
  g_autofree char *names = g_strjoinv ("\n  ", columns);
  g_autofree char *list = g_strconcat (columns[0] != NULL ? "\n  " : " -", names, NULL);

  for (guint i = 0; typed != NULL && typed[i] != NULL; i++)
    {
      gboolean known = FALSE;

      for (guint j = 0; columns[j] != NULL; j++)
        known |= g_ascii_strcasecmp (columns[j], typed[i]) == 0;
      if (known)
        continue;
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   /* Translators: %1$s is what was typed, %2$s the list of the columns, each on a line of its own */
                   _("The roster has no demographics column “%1$s”. It has:%2$s"), typed[i], list);
      return FALSE;
    }
  return TRUE;
}
