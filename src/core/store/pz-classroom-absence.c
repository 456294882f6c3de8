/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-absence.h"

#include "pz-absence.h"
#include "pz-classroom-private.h"

typedef struct
{
  GDate day;
  char *label;
  gboolean absent;
} Toggle;

static void
toggle_free (Toggle *toggle)
{
  g_free (toggle->label);
  g_free (toggle);
}

static void
toggle_all (PzClassroom *self,
            Toggle      *toggle,
            GPtrArray   *learners)
{
  const GDate *day = &toggle->day;
  gboolean all = TRUE;

  for (guint i = 0; i < learners->len && all; i++)
    all = pz_absence_covers (learners->pdata[i], day);
  for (guint i = 0; i < learners->len; i++)
    if (all)
      pz_absence_clear (learners->pdata[i], day, day);
    else
      pz_absence_mark (learners->pdata[i], day, day);
  toggle->absent = !all;
  pz_classroom_queue_save (self, toggle->label);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  PzClassroom *self = PZ_CLASSROOM (source);
  g_autoptr(GTask) task = G_TASK (user_data); /* the reference handed over */
  g_autoptr(GError) why = NULL;
  GError *error = NULL;
  guint n_skipped;
  GPtrArray *learners = pz_classroom_load_learners_finish (self, result, &n_skipped, &why, &error);

  if (learners == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (why == NULL)
    {
      toggle_all (self, g_task_get_task_data (task), learners);
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, g_steal_pointer (&why));
  pz_classroom_release (self, learners);
}

/* (nullable): the learners, when each of them is in memory */
static GPtrArray *
find_open (PzClassroom         *self,
           const char * const  *ids)
{
  g_autoptr(GPtrArray) learners = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *name = pz_document_file_name (PZ_DOCUMENT_LEARNER, ids[i]);
      PzOpenDocument *open = g_hash_table_lookup (self->open, name);

      if (open == NULL)
        return NULL;
      g_ptr_array_add (learners, g_object_ref (open->document));
    }
  return g_steal_pointer (&learners);
}

/**
 * pz_classroom_toggle_absence_async:
 * @ids: learners, at least one
 * @day: the day
 * @label: what the step is called when it is undone
 * @callback: called when it is done
 *
 * Marks all of them absent that day, or present again when all were absent; a save is queued, as one step. Learners that
 * a page shows are marked at once, others are read in a thread before.
 */
void
pz_classroom_toggle_absence_async (PzClassroom         *self,
                                   const char * const  *ids,
                                   const GDate         *day,
                                   const char          *label,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GPtrArray) open = NULL;
  Toggle *toggle;

  g_return_if_fail (PZ_IS_CLASSROOM (self) && label != NULL);
  g_return_if_fail (ids != NULL && ids[0] != NULL);
  g_return_if_fail (day != NULL && g_date_valid (day));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, pz_classroom_toggle_absence_async);
  toggle = g_new0 (Toggle, 1);
  toggle->day = *day;
  toggle->label = g_strdup (label);
  g_task_set_task_data (task, toggle, (GDestroyNotify) toggle_free);
  open = find_open (self, ids);
  if (open == NULL)
    {
      pz_classroom_load_learners_async (self, ids, NULL, NULL, NULL, loaded_cb, g_steal_pointer (&task));
      return;
    }
  toggle_all (self, toggle, open);
  g_task_return_boolean (task, TRUE);
}

/**
 * pz_classroom_toggle_absence_finish:
 * @absent: (out): whether they are marked absent now
 * @error: a learner could not be read; nothing is changed then
 *
 * Returns: %FALSE when @error is set
 */
gboolean
pz_classroom_toggle_absence_finish (PzClassroom   *self,
                                    GAsyncResult  *result,
                                    gboolean      *absent,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_classroom_toggle_absence_async), FALSE);

  *absent = ((Toggle *) g_task_get_task_data (G_TASK (result)))->absent;
  return g_task_propagate_boolean (G_TASK (result), error);
}
