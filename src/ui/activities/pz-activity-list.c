/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-activity-list.h"

#include "pz-classroom-calendar.h"
#include "pz-day-watch.h"

/* Weeks around today in which the days of the regular week are shown: those that wait for a word, and those to come. */
#define DAYS_BACK 14
#define DAYS_AHEAD 42

struct _PzActivityList
{
  GObject parent_instance;

  PzClassroom *classroom;
  PzDayWatch *watch;
  GPtrArray *activities; /* of PzActivity, as they were read; replaced as a whole */
  GPtrArray *items;      /* of PzActivityItem, by day */
  guint32 today;
  gboolean read;
  gboolean busy;
  gboolean stale;        /* files changed while they were read */
  GError *error;
  GCancellable *cancellable;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PzActivityList, pz_activity_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static guint changed_signal;

/* the first and the last day anything is on */
static PzDaySpan
get_span (PzActivityList *self)
{
  PzDaySpan span = { self->today - DAYS_BACK, self->today + DAYS_AHEAD };

  for (guint i = 0; i < self->activities->len; i++)
    {
      const PzActivity *activity = self->activities->pdata[i];

      if (activity->day == 0 || activity->every > 0)
        continue;
      span.first = MIN (span.first, activity->day);
      span.last = MAX (span.last, activity->day);
    }
  return span;
}

static gboolean
is_shown (PzActivityList     *self,
          const PzOccurrence *occurrence)
{
  return !occurrence->regular
         || (occurrence->day + DAYS_BACK >= self->today && occurrence->day <= self->today + DAYS_AHEAD);
}

/* those that say the same as before stay the same objects, so that a list stays where it is */
static GPtrArray *
make_items (PzActivityList *self)
{
  PzDocument *document = pz_classroom_get_document (self->classroom);
  g_autoptr(PzSchoolDays) days = pz_school_days_new (pz_document_get_owner (document));
  PzDaySpan span = get_span (self);
  g_autoptr(GPtrArray) occurrences = pz_regular_week_expand (self->activities, days, &span);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint at = 0;

  for (guint i = 0; i < occurrences->len; i++)
    {
      g_autoptr(PzActivityItem) item = NULL;
      guint seek;

      if (!is_shown (self, occurrences->pdata[i]))
        continue;
      item = pz_activity_item_new (occurrences->pdata[i]);
      for (seek = at; seek < self->items->len; seek++)
        if (pz_activity_item_get_day (self->items->pdata[seek]) > pz_activity_item_get_day (item)
            || pz_activity_item_equal (self->items->pdata[seek], item))
          break;
      if (seek < self->items->len && pz_activity_item_equal (self->items->pdata[seek], item))
        {
          g_set_object (&item, self->items->pdata[seek]);
          at = seek + 1;
        }
      g_ptr_array_add (items, g_steal_pointer (&item));
    }
  return items;
}

/* Tells of the shortest range that differs. One range, because lists pay for each. */
static void
show_items (PzActivityList *self)
{
  g_autoptr(GPtrArray) old = g_steal_pointer (&self->items);
  guint start = 0, end = 0, most;

  self->items = old;
  self->items = make_items (self);
  most = MIN (old->len, self->items->len);
  while (start < most && old->pdata[start] == self->items->pdata[start])
    start++;
  while (end < most - start && old->pdata[old->len - 1 - end] == self->items->pdata[self->items->len - 1 - end])
    end++;
  if (old->len != self->items->len || start < self->items->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end, self->items->len - start - end);
}

static void read_all (PzActivityList *self);

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GWeakRef *list = user_data;
  g_autoptr(PzActivityList) self = g_weak_ref_get (list);
  GError *error = NULL;
  GPtrArray *activities = pz_classroom_read_activities_finish (PZ_CLASSROOM (source), result, &error);

  g_weak_ref_clear (list);
  g_free (list);
  if (self == NULL || self->classroom == NULL)
    {
      g_clear_error (&error);
      g_clear_pointer (&activities, g_ptr_array_unref);
      return;
    }
  self->busy = FALSE;
  g_clear_error (&self->error);
  self->error = error;
  if (activities != NULL)
    {
      g_ptr_array_unref (self->activities);
      self->activities = activities;
      self->read = TRUE;
      show_items (self);
    }
  if (self->stale)
    read_all (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
read_all (PzActivityList *self)
{
  GWeakRef *list;

  self->stale = self->busy;
  if (self->busy)
    return;
  self->busy = TRUE;
  list = g_new0 (GWeakRef, 1);
  g_weak_ref_init (list, self);
  pz_classroom_read_activities_async (self->classroom, self->cancellable, read_cb, list);
}

static void
day_changed_cb (PzActivityList *self)
{
  GDate today;

  g_date_clear (&today, 1);
  pz_environment_get_today (pz_classroom_get_environment (self->classroom), &today);
  self->today = g_date_get_julian (&today);
  show_items (self);
  g_signal_emit (self, changed_signal, 0);
}

/* closed days, days with school */
static void
class_changed_cb (PzDocument     *document,
                  PzRecord       *record,
                  guint           field,
                  PzActivityList *self)
{
  if (pz_record_get_record_type (record) != PZ_RECORD_CLASSROOM)
    return;
  show_items (self);
  g_signal_emit (self, changed_signal, 0);
}

static GType
get_item_type (GListModel *model)
{
  return PZ_TYPE_ACTIVITY_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return PZ_ACTIVITY_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  GPtrArray *items = PZ_ACTIVITY_LIST (model)->items;

  return position < items->len ? g_object_ref (items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
pz_activity_list_dispose (GObject *object)
{
  PzActivityList *self = PZ_ACTIVITY_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->watch);
  g_clear_object (&self->classroom);
  G_OBJECT_CLASS (pz_activity_list_parent_class)->dispose (object);
}

static void
pz_activity_list_finalize (GObject *object)
{
  PzActivityList *self = PZ_ACTIVITY_LIST (object);

  g_ptr_array_unref (self->activities);
  g_ptr_array_unref (self->items);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (pz_activity_list_parent_class)->finalize (object);
}

static void
pz_activity_list_class_init (PzActivityListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_activity_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_activity_list_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
pz_activity_list_init (PzActivityList *self)
{
  self->activities = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_activity_unref);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

/**
 * pz_activity_list_new:
 * @classroom: the class
 *
 * Returns: (transfer full): a list that begins to read; empty until "changed"
 */
PzActivityList *
pz_activity_list_new (PzClassroom *classroom)
{
  PzActivityList *self;
  PzDocument *document;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_ACTIVITY_LIST, NULL);
  self->classroom = g_object_ref (classroom);
  self->watch = pz_day_watch_new (pz_classroom_get_environment (classroom));
  document = pz_classroom_get_document (classroom);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (classroom, "activities-written", G_CALLBACK (read_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (class_changed_cb), self, 0);
  g_signal_connect_object (document, "reloaded", G_CALLBACK (show_items), self, G_CONNECT_SWAPPED);
  day_changed_cb (self);
  read_all (self);
  return self;
}

/**
 * pz_activity_list_get_classroom:
 * @self: the list
 *
 * Returns: (transfer none): the class
 */
PzClassroom *
pz_activity_list_get_classroom (PzActivityList *self)
{
  g_return_val_if_fail (PZ_IS_ACTIVITY_LIST (self), NULL);
  return self->classroom;
}

/**
 * pz_activity_list_get_activities:
 * @self: the list
 *
 * Returns: (transfer none) (element-type PzActivity): what the files say, regular activities among them
 */
GPtrArray *
pz_activity_list_get_activities (PzActivityList *self)
{
  g_return_val_if_fail (PZ_IS_ACTIVITY_LIST (self), NULL);
  return self->activities;
}

/**
 * pz_activity_list_get_today:
 * @self: the list
 *
 * Returns: the day it is, as GDate counts days
 */
guint32
pz_activity_list_get_today (PzActivityList *self)
{
  g_return_val_if_fail (PZ_IS_ACTIVITY_LIST (self), 0);
  return self->today;
}

/**
 * pz_activity_list_is_read:
 * @self: the list
 *
 * Returns: whether all activities were read once, so that an empty list means that there are none
 */
gboolean
pz_activity_list_is_read (PzActivityList *self)
{
  g_return_val_if_fail (PZ_IS_ACTIVITY_LIST (self), FALSE);
  return self->read;
}

/**
 * pz_activity_list_is_busy:
 * @self: the list
 *
 * Returns: whether files are being read, so that "changed" follows
 */
gboolean
pz_activity_list_is_busy (PzActivityList *self)
{
  g_return_val_if_fail (PZ_IS_ACTIVITY_LIST (self), FALSE);
  return self->busy;
}

/**
 * pz_activity_list_get_error:
 * @self: the list
 *
 * Returns: (transfer none) (nullable): why the last reading failed; the activities are then those of the one before
 */
const GError *
pz_activity_list_get_error (PzActivityList *self)
{
  g_return_val_if_fail (PZ_IS_ACTIVITY_LIST (self), NULL);
  return self->error;
}

/**
 * pz_activity_list_retry:
 * @self: the list
 *
 * Reads everything again, after an error.
 */
void
pz_activity_list_retry (PzActivityList *self)
{
  g_return_if_fail (PZ_IS_ACTIVITY_LIST (self));
  read_all (self);
}
