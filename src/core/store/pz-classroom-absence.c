/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-absence.h"

#include "pz-absence.h"

static GPtrArray *
load_learners (PzClassroom         *self,
               const char * const  *ids,
               GError             **error)
{
  g_autoptr(GPtrArray) learners = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      PzDocument *learner = pz_classroom_load (self, PZ_DOCUMENT_LEARNER, ids[i], error);

      if (learner == NULL)
        return NULL;
      g_ptr_array_add (learners, learner);
    }
  return g_steal_pointer (&learners);
}

/**
 * pz_classroom_toggle_absence:
 * @ids: learners, at least one
 * @day: the day
 * @label: what the step is called when it is undone
 * @absent: (out): whether they are marked absent now
 * @error: a learner could not be read; nothing is changed then
 *
 * Marks all of them absent that day, or present again when all were absent; a save is queued, as one step.
 *
 * Returns: %FALSE when @error is set
 */
gboolean
pz_classroom_toggle_absence (PzClassroom         *self,
                             const char * const  *ids,
                             const GDate         *day,
                             const char          *label,
                             gboolean            *absent,
                             GError             **error)
{
  g_autoptr(GPtrArray) learners = NULL;
  gboolean all = TRUE;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self), FALSE);
  g_return_val_if_fail (ids != NULL && ids[0] != NULL && absent != NULL, FALSE);
  g_return_val_if_fail (day != NULL && g_date_valid (day), FALSE);

  learners = load_learners (self, ids, error);
  if (learners == NULL)
    return FALSE;
  for (guint i = 0; i < learners->len; i++)
    all = all && pz_absence_covers (learners->pdata[i], day);
  for (guint i = 0; i < learners->len; i++)
    if (all)
      pz_absence_clear (learners->pdata[i], day, day);
    else
      pz_absence_mark (learners->pdata[i], day, day);
  *absent = !all;
  pz_classroom_queue_save (self, label);
  return TRUE;
}
