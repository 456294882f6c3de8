/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-opening.h"

#include "pz-library.h"

struct _PzOpening
{
  GObject parent_instance;

  PzEnvironment *environment;
  char *id;
  PzLearnerSort sort;

  GMutex mutex; /* for done; the results are written before it is set and not changed afterwards */
  GCond cond;
  gboolean done;
  PzClassroom *classroom;
  PzLearnerList *list;
  GError *error;
};

G_DEFINE_FINAL_TYPE (PzOpening, pz_opening, G_TYPE_OBJECT)

static guint done_signal;

static gboolean
is_deleted (PzClassroom *classroom)
{
  return pz_record_is_deleted (pz_document_get_owner (pz_classroom_get_document (classroom)));
}

static PzClassroom *
open_known (PzOpening *self)
{
  g_autofree char *path = NULL;
  g_autoptr(PzClassroom) classroom = NULL;

  if (self->id == NULL || !pz_id_is_valid (self->id))
    return NULL;
  path = g_build_filename (pz_environment_get_data_dir (self->environment), "classrooms", self->id, NULL);
  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    return NULL;
  classroom = pz_classroom_open (self->environment, path, &self->error);
  return classroom != NULL && !is_deleted (classroom) ? g_steal_pointer (&classroom) : NULL;
}

static PzClassroom *
open_first (PzOpening *self)
{
  g_autoptr(GListModel) classes = pz_library_list (self->environment, FALSE, &self->error);

  for (guint i = 0; classes != NULL && i < g_list_model_get_n_items (classes); i++)
    {
      g_autoptr(PzClassInfo) info = g_list_model_get_item (classes, i);
      PzClassroom *classroom;

      g_clear_error (&self->error);
      classroom = pz_classroom_open (self->environment, pz_class_info_get_path (info), &self->error);
      if (classroom != NULL)
        return classroom;
    }
  return NULL;
}

static gboolean
emit_done_cb (gpointer user_data)
{
  g_signal_emit (user_data, done_signal, 0);
  return G_SOURCE_REMOVE;
}

static gpointer
open_thread (gpointer user_data)
{
  g_autoptr(PzOpening) self = PZ_OPENING (user_data);

  self->classroom = open_known (self);
  if (self->classroom == NULL && self->error == NULL)
    self->classroom = open_first (self);
  if (self->classroom != NULL)
    self->list = pz_learner_list_new (pz_classroom_get_index (self->classroom), PZ_SCOPE_SHOWN, self->sort);
  g_mutex_lock (&self->mutex);
  self->done = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
  /* the last reference must go in the main thread, where its class belongs */
  g_idle_add_full (G_PRIORITY_DEFAULT, emit_done_cb, g_steal_pointer (&self), g_object_unref);
  return NULL;
}

static void
pz_opening_finalize (GObject *object)
{
  PzOpening *self = PZ_OPENING (object);

  g_clear_object (&self->list);
  g_clear_object (&self->classroom);
  g_clear_object (&self->environment);
  g_clear_error (&self->error);
  g_free (self->id);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  G_OBJECT_CLASS (pz_opening_parent_class)->finalize (object);
}

static void
pz_opening_class_init (PzOpeningClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_opening_finalize;
  done_signal = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pz_opening_init (PzOpening *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
}

/**
 * pz_opening_start:
 * @environment: where the classes are
 * @id: (nullable): the class to open; without it, or when it is no longer there, the first one that opens
 * @sort: the order of its learners
 *
 * Returns: (transfer full): the opening, under way
 */
PzOpening *
pz_opening_start (PzEnvironment *environment,
                  const char    *id,
                  PzLearnerSort  sort)
{
  PzOpening *self;

  g_return_val_if_fail (PZ_IS_ENVIRONMENT (environment), NULL);

  self = g_object_new (PZ_TYPE_OPENING, NULL);
  self->environment = g_object_ref (environment);
  self->id = g_strdup (id);
  self->sort = sort;
  g_thread_unref (g_thread_new ("pz-opening", open_thread, g_object_ref (self)));
  return self;
}

/**
 * pz_opening_wait:
 * @self: the opening
 * @ms: how long to wait, in ms; 0 only looks
 *
 * Returns: whether it is done
 */
gboolean
pz_opening_wait (PzOpening *self,
                 guint      ms)
{
  gint64 end = g_get_monotonic_time () + ms * G_TIME_SPAN_MILLISECOND;
  gboolean done;

  g_return_val_if_fail (PZ_IS_OPENING (self), FALSE);

  g_mutex_lock (&self->mutex);
  while (!self->done)
    if (!g_cond_wait_until (&self->cond, &self->mutex, end))
      break;
  done = self->done;
  g_mutex_unlock (&self->mutex);
  return done;
}

/**
 * pz_opening_get_id:
 * @self: the opening
 *
 * Returns: (nullable): the class that was asked for
 */
const char *
pz_opening_get_id (PzOpening *self)
{
  g_return_val_if_fail (PZ_IS_OPENING (self), NULL);
  return self->id;
}

/**
 * pz_opening_get_classroom:
 * @self: an opening that is done
 *
 * Returns: (transfer none) (nullable): the class
 */
PzClassroom *
pz_opening_get_classroom (PzOpening *self)
{
  g_return_val_if_fail (PZ_IS_OPENING (self), NULL);
  return self->classroom;
}

/**
 * pz_opening_get_list:
 * @self: an opening that is done
 *
 * Returns: (transfer none) (nullable): the learners of the class, sorted
 */
PzLearnerList *
pz_opening_get_list (PzOpening *self)
{
  g_return_val_if_fail (PZ_IS_OPENING (self), NULL);
  return self->list;
}

/**
 * pz_opening_get_error:
 * @self: an opening that is done
 *
 * Returns: (nullable): why the class could not be opened
 */
const GError *
pz_opening_get_error (PzOpening *self)
{
  g_return_val_if_fail (PZ_IS_OPENING (self), NULL);
  return self->error;
}
