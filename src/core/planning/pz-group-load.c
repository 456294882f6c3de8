/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-load.h"

#include "pz-absence.h"
#include "pz-error.h"

#include <glib/gi18n-lib.h>

/* those of the class who are there that day, and whom nobody left out */
static GPtrArray *
list_learners (PzGroupLoad            *self,
               const PzClassroomCopy  *copy,
               GError                **error)
{
  g_autoptr(GPtrArray) learners = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < copy->learners->len; i++)
    {
      PzDocument *document = copy->learners->pdata[i];

      if (pz_absence_covers (document, &self->day))
        self->n_absent++;
      else if (self->without == NULL
               || !g_strv_contains ((const char *const *) self->without, pz_document_get_id (document)))
        g_ptr_array_add (learners, g_object_ref (document));
    }
  if (learners->len == 0)
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_NOT_FOUND, _("There is nobody to be grouped."));
      return NULL;
    }
  return g_steal_pointer (&learners);
}

/**
 * pz_group_load_run:
 * @self: with day, half life, activity and who does not take part
 * @copy: a class
 * @error: nobody is left
 *
 * Finds out who takes part, and who has met.
 *
 * Returns: whether there is anybody
 */
gboolean
pz_group_load_run (PzGroupLoad            *self,
                   const PzClassroomCopy  *copy,
                   GError                **error)
{
  g_autoptr(GPtrArray) learners = NULL;

  g_return_val_if_fail (self != NULL && copy != NULL, FALSE);

  learners = list_learners (self, copy, error);
  if (learners == NULL)
    return FALSE;
  self->learners = pz_group_class_new (learners, copy->classroom);
  self->history = pz_group_history_new (pz_group_class_get_ids (self->learners), g_date_get_julian (&self->day),
                                        self->half_life);
  for (guint i = 0; i < copy->activities->len; i++)
    if (g_strcmp0 (pz_document_get_id (copy->activities->pdata[i]), self->activity) != 0)
      pz_group_history_add_activity (self->history, copy->activities->pdata[i]);
  return TRUE;
}

/**
 * pz_group_load_clear:
 * @self: what was found
 *
 * Ends what is in it.
 */
void
pz_group_load_clear (PzGroupLoad *self)
{
  g_return_if_fail (self != NULL);

  g_strfreev (self->without);
  g_free (self->activity);
  g_clear_pointer (&self->learners, pz_group_class_free);
  g_clear_pointer (&self->history, pz_group_history_free);
}
