/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-absence.h"

#include "pz-absence.h"
#include "pz-classroom-private.h"

/* So many learners are marked at once when all of them are in memory. */
#define AT_ONCE 16

typedef struct
{
  GDate day;
  char *label;
  GPtrArray *learners; /* PzDocument */
  gboolean all;        /* of those asked until now are absent */
  gboolean absent;
} Toggle;

static void
toggle_free (Toggle *toggle)
{
  g_free (toggle->label);
  g_clear_pointer (&toggle->learners, g_ptr_array_unref);
  g_free (toggle);
}

/* The first half of the turns asks everybody, the other one marks; %NULL when nobody is to be marked yet. */
static PzDocument *
toggle_one (PzClassroom *self,
            guint        i,
            gpointer     data)
{
  Toggle *toggle = data;
  guint n = toggle->learners->len;
  PzDocument *learner = g_ptr_array_index (toggle->learners, i % n);

  if (i < n)
    {
      toggle->all = toggle->all && pz_absence_covers (learner, &toggle->day);
      return NULL;
    }
  if (toggle->all)
    pz_absence_clear (learner, &toggle->day, &toggle->day);
  else
    pz_absence_mark (learner, &toggle->day, &toggle->day);
  return g_object_ref (learner);
}

static PzDocument *
toggle_next (PzClassroom *self,
             guint        i,
             gpointer     data)
{
  return toggle_one (self, i, g_task_get_task_data (G_TASK (data)));
}

static void
toggle_at_once (PzClassroom *self,
                Toggle      *toggle)
{
  for (guint i = 0; i < 2 * toggle->learners->len; i++)
    {
      g_autoptr(PzDocument) learner = toggle_one (self, i, toggle);
    }
  toggle->absent = !toggle->all;
  pz_classroom_queue_save (self, toggle->label);
}

static void
toggled_all (PzClassroom *self,
             PzUndoStep  *step,
             gpointer     data)
{
  g_autoptr(GTask) task = data; /* the reference handed over */
  Toggle *toggle = g_task_get_task_data (task);

  toggle->absent = !toggle->all;
  pz_classroom_push_step (self, step, toggle->label);
  g_task_return_boolean (task, TRUE);
  pz_classroom_release (self, g_steal_pointer (&toggle->learners));
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
  Toggle *toggle;
  guint n_skipped;
  GPtrArray *learners = pz_classroom_load_many_finish (self, result, &n_skipped, &why, &error);

  if (learners == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (why != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&why));
      pz_classroom_release (self, learners);
      return;
    }
  toggle = g_task_get_task_data (task);
  toggle->learners = learners;
  pz_classroom_edit_in_turns (self, 2 * learners->len, toggle_next, toggled_all, g_steal_pointer (&task));
}

/* (nullable): the learners, when they are few and each of them is in memory */
static GPtrArray *
find_open (PzClassroom         *self,
           const char * const  *ids)
{
  g_autoptr(GPtrArray) learners = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *name = pz_document_file_name (PZ_DOCUMENT_LEARNER, ids[i]);
      PzOpenDocument *open = g_hash_table_lookup (self->open, name);

      if (open == NULL || i >= AT_ONCE)
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
 * Marks all of them absent that day, or present again when all were absent; a save is queued, as one step. A few learners
 * that a page shows are marked at once, others are read in a thread before, and marked in turns of the main loop.
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
  Toggle *toggle;

  g_return_if_fail (PZ_IS_CLASSROOM (self) && label != NULL);
  g_return_if_fail (ids != NULL && ids[0] != NULL);
  g_return_if_fail (day != NULL && g_date_valid (day));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, pz_classroom_toggle_absence_async);
  toggle = g_new0 (Toggle, 1);
  toggle->day = *day;
  toggle->label = g_strdup (label);
  toggle->all = TRUE;
  g_task_set_task_data (task, toggle, (GDestroyNotify) toggle_free);
  toggle->learners = find_open (self, ids);
  if (toggle->learners == NULL)
    {
      pz_classroom_load_learners_async (self, ids, NULL, NULL, NULL, loaded_cb, g_steal_pointer (&task));
      return;
    }
  toggle_at_once (self, toggle);
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
