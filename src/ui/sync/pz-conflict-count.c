/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conflict-count.h"

#include "pz-conflict-list.h"

/* A synchronisation changes many files one after the other: all are looked at once, ms later. */
#define LOOK_DELAY 200

struct _PzConflictCount
{
  GObject parent_instance;

  PzClassroom *classroom;
  guint n;                   /* when they were looked for last */
  guint source;              /* they are looked for soon */
  GCancellable *cancellable; /* they are looked for just now; NULL: they are not */
};

G_DEFINE_FINAL_TYPE (PzConflictCount, pz_conflict_count, G_TYPE_OBJECT)
static G_DEFINE_QUARK (pz-conflict-count, count)

static guint changed_signal;

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  PzConflictCount *self = user_data; /* gone when it was cancelled */
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = pz_classroom_list_conflicts_finish (PZ_CLASSROOM (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  self->n = found != NULL ? found->len : 0;
  g_signal_emit (self, changed_signal, 0);
}

static void
stop (PzConflictCount *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gboolean
look_cb (gpointer user_data)
{
  PzConflictCount *self = PZ_CONFLICT_COUNT (user_data);

  self->source = 0;
  stop (self);
  self->cancellable = g_cancellable_new ();
  pz_classroom_list_conflicts_async (self->classroom, self->cancellable, listed_cb, self);
  return G_SOURCE_REMOVE;
}

static void
written_cb (PzConflictCount *self)
{
  if (self->source == 0)
    self->source = g_timeout_add (LOOK_DELAY, look_cb, self);
}

static void
pz_conflict_count_dispose (GObject *object)
{
  PzConflictCount *self = PZ_CONFLICT_COUNT (object);

  stop (self);
  if (self->classroom != NULL)
    g_object_set_qdata (G_OBJECT (self->classroom), count_quark (), NULL);
  g_clear_object (&self->classroom);
  G_OBJECT_CLASS (pz_conflict_count_parent_class)->dispose (object);
}

static void
pz_conflict_count_class_init (PzConflictCountClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_conflict_count_dispose;
  /* they were counted again */
  changed_signal = g_signal_new ("changed", PZ_TYPE_CONFLICT_COUNT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pz_conflict_count_init (PzConflictCount *self)
{
}

/**
 * pz_conflict_count_share:
 * @classroom: a class
 * @delay: before the first look, in ms, if nobody counts yet: who opens a class waits for its picture, not for this
 *
 * Counts in a thread, and again whenever the files of the class change.
 *
 * Returns: (transfer full): the one count of the class, which all share who ask for it
 */
PzConflictCount *
pz_conflict_count_share (PzClassroom *classroom,
                         guint        delay)
{
  static const char *const written[] = { "class-written", "learners-written", "activities-written", "document-reloaded" };
  PzConflictCount *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_get_qdata (G_OBJECT (classroom), count_quark ());
  if (self != NULL)
    return g_object_ref (self);
  self = g_object_new (PZ_TYPE_CONFLICT_COUNT, NULL);
  self->classroom = g_object_ref (classroom);
  g_object_set_qdata (G_OBJECT (classroom), count_quark (), self); /* borrowed */
  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    g_signal_connect_object (classroom, written[i], G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  self->source = g_timeout_add_full (G_PRIORITY_LOW, delay, look_cb, self, NULL);
  return self;
}

/**
 * pz_conflict_count_get:
 * @self: a count
 *
 * Returns: how many fields there were when they were looked for last; 0 before the first look
 */
guint
pz_conflict_count_get (PzConflictCount *self)
{
  g_return_val_if_fail (PZ_IS_CONFLICT_COUNT (self), 0);
  return self->n;
}
