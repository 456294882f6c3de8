/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-load.h"

#include "pz-absence.h"
#include "pz-error.h"

#include <glib/gi18n-lib.h>

/* those of the class who are there that day, and whom nobody left out */
static GPtrArray *
load_learners (PzGroupLoad  *self,
               PzClassroom  *classroom,
               GError      **error)
{
  PzIndex *index = pz_classroom_get_index (classroom);
  g_autoptr(GPtrArray) learners = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    {
      const char *id = pz_index_peek_id (index, i);
      g_autoptr(PzDocument) document = NULL;

      if (pz_index_peek_flags (index, i) != PZ_INDEX_SHOWN
          || (self->without != NULL && g_strv_contains ((const char *const *) self->without, id)))
        continue;
      document = pz_classroom_load (classroom, PZ_DOCUMENT_LEARNER, id, error);
      if (document == NULL)
        return NULL;
      if (pz_absence_covers (document, &self->day))
        self->n_absent++;
      else
        g_ptr_array_add (learners, g_steal_pointer (&document));
    }
  if (learners->len == 0)
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_NOT_FOUND, _("There is nobody to be grouped."));
      return NULL;
    }
  return g_steal_pointer (&learners);
}

/* a file that cannot be read has no meetings here; that it cannot is said by check */
static gboolean
load_history (PzGroupLoad  *self,
              PzClassroom  *classroom,
              GError      **error)
{
  g_autoptr(GPtrArray) ids = pz_classroom_list (classroom, PZ_DOCUMENT_ACTIVITY, error);

  if (ids == NULL)
    return FALSE;
  self->history = pz_group_history_new (pz_group_class_get_ids (self->learners), g_date_get_julian (&self->day),
                                        self->half_life);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(PzDocument) activity = pz_classroom_load (classroom, PZ_DOCUMENT_ACTIVITY, g_ptr_array_index (ids, i), NULL);

      if (activity != NULL)
        pz_group_history_add_activity (self->history, activity);
    }
  return TRUE;
}

/**
 * pz_group_load_run:
 * @self: with day, half life and who does not take part
 * @classroom: a class
 * @error: what could not be read, or nobody is left
 *
 * Reads who takes part, and who has met.
 *
 * Returns: whether it was read
 */
gboolean
pz_group_load_run (PzGroupLoad  *self,
                   PzClassroom  *classroom,
                   GError      **error)
{
  g_autoptr(GPtrArray) learners = NULL;

  g_return_val_if_fail (self != NULL && PZ_IS_CLASSROOM (classroom), FALSE);

  learners = load_learners (self, classroom, error);
  if (learners == NULL)
    return FALSE;
  self->learners = pz_group_class_new (learners, pz_classroom_get_document (classroom));
  return load_history (self, classroom, error);
}

/**
 * pz_group_load_clear:
 * @self: what was read
 *
 * Ends what is in it.
 */
void
pz_group_load_clear (PzGroupLoad *self)
{
  g_return_if_fail (self != NULL);

  g_strfreev (self->without);
  g_clear_pointer (&self->learners, pz_group_class_free);
  g_clear_pointer (&self->history, pz_group_history_free);
}
