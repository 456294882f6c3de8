/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-timeline-private.h"

/* The activities of a timeline: they stand in documents of their own. */

static void
set_reading (PzTimeline   *self,
             GCancellable *reading)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_set_object (&self->reading, reading);
  g_object_notify (G_OBJECT (self), "loading");
}

/* An activity that says what it said before keeps its item. */
static void
take_activities (PzTimeline *self,
                 GPtrArray  *activities)
{
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) before = g_steal_pointer (&self->activities);

  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      PzTimelineActivity *activity = g_ptr_array_index (before, i);

      g_hash_table_insert (known, activity->id, activity);
    }
  for (guint i = 0; i < activities->len; i++)
    {
      PzTimelineActivity *now = g_ptr_array_index (activities, i);
      PzTimelineActivity *then = g_hash_table_lookup (known, now->id);

      if (then != NULL && pz_timeline_activity_equal (then, now))
        {
          pz_timeline_activity_unref (now);
          activities->pdata[i] = pz_timeline_activity_ref (then);
        }
    }
  self->activities = activities;
  pz_timeline_refresh (self);
}

static void
activities_read_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(PzTimeline) self = PZ_TIMELINE (user_data); /* the reference handed over */
  g_autoptr(GError) error = NULL;
  GPtrArray *activities = pz_classroom_list_activities_finish (PZ_CLASSROOM (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* another reading is under way, or none is wanted */
    return;
  if (activities != NULL && self->learner != NULL)
    take_activities (self, activities);
  else
    g_clear_pointer (&activities, g_ptr_array_unref);
  set_reading (self, NULL);
}

/**
 * pz_timeline_read_activities:
 *
 * Reads the activities of the class in a thread; those the learner took part in join the others when they are known.
 */
void
pz_timeline_read_activities (PzTimeline *self)
{
  g_autoptr(GCancellable) reading = NULL;

  g_return_if_fail (PZ_IS_TIMELINE (self));

  reading = g_cancellable_new ();
  set_reading (self, reading);
  pz_classroom_list_activities_async (self->classroom, pz_document_get_id (self->learner), reading, activities_read_cb,
                                      g_object_ref (self));
}

/**
 * pz_timeline_read_activities_now:
 * @error: the folder could not be read
 *
 * The same for programs without a main loop.
 *
 * Returns: %FALSE when @error is set; nothing is changed then
 */
gboolean
pz_timeline_read_activities_now (PzTimeline  *self,
                                 GError     **error)
{
  GPtrArray *activities;

  g_return_val_if_fail (PZ_IS_TIMELINE (self), FALSE);

  activities = pz_classroom_list_activities (self->classroom, pz_document_get_id (self->learner), error);
  if (activities == NULL)
    return FALSE;
  take_activities (self, activities);
  return TRUE;
}
