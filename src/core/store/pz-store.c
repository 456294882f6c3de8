/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-store-private.h"

#include "pz-error.h"
#include "pz-file.h"
#include "pz-folders.h"
#include "pz-lock.h"
#include "pz-recovery.h"
#include "pz-sweep.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

/* how long a commit tries to get the lock, in ms */
#define LOCK_WAIT 2000

/* made with the class, so that no save has to */
static const char *const FOLDERS[] = { "learners", "activities", "history", PZ_JOURNAL_FOLDER };

/**
 * PzStore:
 *
 * The files of one class on a disk. It knows names and bytes only. All methods may be called from any thread; those
 * that write wait for each other, and with the lock file for other programs.
 */
struct _PzStore
{
  GObject parent_instance;

  PzEnvironment *environment;
  char *path; /* absolute */
  int root;
  gboolean read_only;

  GMutex writer; /* held from begin to end; guards what follows */
  gboolean poisoned;
  guint lock_wait; /* ms */

  GMutex mutex; /* guards what follows */
  GCond finished;
  guint n_jobs; /* queued or running */
  gboolean closed;
  gint64 empty_since; /* the journal folder was seen empty, changed last at this time in ns since 1970; 0: not seen */

  GThreadPool *pool; /* of one thread: the queue */
};

typedef struct
{
  GTask *task;
  PzStoreJob job;
} Job;

G_DEFINE_FINAL_TYPE (PzStore, pz_store, G_TYPE_OBJECT)

static void
run_job (gpointer data,
         gpointer user_data)
{
  g_autofree Job *job = data;
  /* the task holds the commit, the commit the store: that must outlive the task */
  g_autoptr(PzStore) self = g_object_ref (PZ_STORE (user_data));

  job->job (job->task);
  g_object_unref (job->task);
  g_mutex_lock (&self->mutex);
  self->n_jobs--;
  g_cond_broadcast (&self->finished);
  g_mutex_unlock (&self->mutex);
}

static void
pz_store_finalize (GObject *object)
{
  PzStore *self = PZ_STORE (object);

  /* may be its own thread that drops the last reference, so it cannot be waited for; there is no job left */
  g_thread_pool_free (self->pool, FALSE, FALSE);
  if (self->root >= 0)
    close (self->root);
  g_clear_object (&self->environment);
  g_free (self->path);
  g_cond_clear (&self->finished);
  g_mutex_clear (&self->mutex);
  g_mutex_clear (&self->writer);
  G_OBJECT_CLASS (pz_store_parent_class)->finalize (object);
}

static void
pz_store_class_init (PzStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_store_finalize;
}

static void
pz_store_init (PzStore *self)
{
  self->root = -1;
  self->lock_wait = LOCK_WAIT;
  g_mutex_init (&self->writer);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->finished);
  self->pool = g_thread_pool_new (run_job, self, 1, FALSE, NULL);
}

static gboolean
begin_locked (PzStore   *self,
              gboolean   sweep,
              int       *lock,
              GError   **error)
{
  gboolean left_over;

  if (self->read_only)
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_READ_ONLY, _("The class can only be looked at here"));
      return FALSE;
    }
  if (self->poisoned)
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_UNCERTAIN,
                           _("The disk did not confirm an earlier save: the class has to be opened again"));
      return FALSE;
    }
  *lock = pz_lock_take (self->root, self->lock_wait, &left_over, error);
  if (*lock < 0)
    return FALSE;
  if (!left_over && !sweep && !pz_store_may_have_record (self))
    return TRUE;
  if (pz_recovery_run (self->root, left_over, sweep, error))
    return TRUE;
  pz_lock_release (*lock, FALSE);
  return FALSE;
}

/* takes the lock, which recovers what was left over, and gives it back */
static gboolean
recover (PzStore   *self,
         gboolean   sweep,
         GError   **error)
{
  gboolean good;
  int lock;

  g_mutex_lock (&self->writer);
  good = begin_locked (self, sweep, &lock, error);
  if (good)
    pz_lock_release (lock, TRUE);
  g_mutex_unlock (&self->writer);
  return good;
}

/* The journal folder comes last: when it is there, a class was made to its end. Who dies before the flush leaves the
 * lock filled, and the next one flushes. */
static gboolean
make_folders (PzStore  *self,
              GError  **error)
{
  g_auto(PzFolders) folders = { 0 };
  gboolean good = TRUE;
  struct stat status;
  int lock;

  if (fstatat (self->root, PZ_JOURNAL_FOLDER, &status, AT_SYMLINK_NOFOLLOW) == 0)
    return TRUE;
  if (!pz_store_begin (self, &lock, error))
    return FALSE;
  pz_folders_init (&folders, self->root);
  for (gsize i = 0; good && i < G_N_ELEMENTS (FOLDERS); i++)
    good = pz_folders_open (&folders, FOLDERS[i], TRUE, error) >= 0;
  good = good && pz_folders_flush_all (&folders, error);
  pz_store_end (self, lock, good);
  return good;
}

static gboolean
tidy_up (PzStore  *self,
         GError  **error)
{
  g_autoptr(GError) local_error = NULL;

  if (!pz_lock_is_left (self->root) && !pz_store_has_record (self) && !pz_sweep_is_needed (self->root))
    return TRUE;
  if (recover (self, TRUE, &local_error) || g_error_matches (local_error, PZ_ERROR, PZ_ERROR_LOCKED))
    return TRUE;
  if (g_error_matches (local_error, PZ_ERROR, PZ_ERROR_READ_ONLY))
    {
      self->read_only = TRUE;
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * pz_store_open:
 * @environment: kept; where random numbers and the time come from
 * @path: the folder of the class
 * @flags: how
 *
 * Opens a class. When something was left over by a program that died it is finished first, under the lock. On a disk
 * that cannot be written to it opens to be looked at, see pz_store_is_read_only().
 *
 * Returns: (transfer full): %NULL with @error set: %PZ_ERROR_NOT_FOUND, %PZ_ERROR_NOT_SAFE when it is a link,
 *   belongs to somebody else or others can write to it
 */
PzStore *
pz_store_open (PzEnvironment *environment,
               const char    *path,
               PzStoreFlags   flags,
               GError       **error)
{
  g_autoptr(PzStore) self = NULL;
  gboolean create = (flags & PZ_STORE_CREATE) != 0;

  g_return_val_if_fail (PZ_IS_ENVIRONMENT (environment), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (PZ_TYPE_STORE, NULL);
  self->environment = g_object_ref (environment);
  self->path = g_canonicalize_filename (path, NULL);
  self->read_only = (flags & PZ_STORE_READ_ONLY) != 0;
  if (create && !self->read_only && !pz_file_make_path (self->path, error))
    return NULL;
  self->root = pz_file_open_root (self->path, error);
  if (self->root < 0)
    return NULL;
  if (faccessat (self->root, ".", W_OK, AT_EACCESS) < 0)
    self->read_only = TRUE;
  if (self->read_only)
    return g_steal_pointer (&self);
  if ((create && !make_folders (self, error)) || !tidy_up (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * pz_store_close:
 * @self: a store
 *
 * Waits until every commit that was queued is through; nothing can be written afterwards. Dropping the last reference
 * without it is no danger: commits hold one of their own.
 */
void
pz_store_close (PzStore *self)
{
  g_return_if_fail (PZ_IS_STORE (self));

  g_mutex_lock (&self->mutex);
  while (self->n_jobs > 0)
    g_cond_wait (&self->finished, &self->mutex);
  self->closed = TRUE;
  g_mutex_unlock (&self->mutex);
  /* and for one that runs in another thread without the queue */
  g_mutex_lock (&self->writer);
  g_mutex_unlock (&self->writer);
}

/**
 * pz_store_get_path:
 * @self: a store
 *
 * Returns: the absolute path of its folder
 */
const char *
pz_store_get_path (PzStore *self)
{
  g_return_val_if_fail (PZ_IS_STORE (self), NULL);

  return self->path;
}

/**
 * pz_store_is_read_only:
 * @self: a store
 *
 * Returns: whether it was opened to be looked at, or is on a disk that cannot be written to
 */
gboolean
pz_store_is_read_only (PzStore *self)
{
  g_return_val_if_fail (PZ_IS_STORE (self), TRUE);

  return self->read_only;
}

/* Used by begin and by the files beside this one: see pz-store-private.h. */

int
pz_store_get_root (PzStore *self)
{
  return self->root;
}

PzEnvironment *
pz_store_get_environment (PzStore *self)
{
  return self->environment;
}

/* Waits for other writers of this store and of other programs, and recovers. On %TRUE pz_store_end() must follow. */
gboolean
pz_store_begin (PzStore  *self,
                int      *lock,
                GError  **error)
{
  gboolean closed;

  g_mutex_lock (&self->writer);
  /* asked when nobody else writes: who closes waits for those who were told that it is open */
  g_mutex_lock (&self->mutex);
  closed = self->closed;
  g_mutex_unlock (&self->mutex);
  if (closed)
    g_set_error_literal (error, PZ_ERROR, PZ_ERROR_FAILED, _("The class is closed"));
  else if (begin_locked (self, FALSE, lock, error))
    return TRUE;
  g_mutex_unlock (&self->writer);
  return FALSE;
}

/* @clean: nothing is left for the next one to finish or to remove */
void
pz_store_end (PzStore  *self,
              int       lock,
              gboolean  clean)
{
  pz_lock_release (lock, clean);
  g_mutex_unlock (&self->writer);
}

/* After a folder was renamed in and could not be flushed nobody knows what is on the disk: no further write. Between
 * begin and end. */
void
pz_store_poison (PzStore *self)
{
  self->poisoned = TRUE;
}

/* (transfer full) @task: jobs of one store run one after another, in the order they came */
void
pz_store_queue (PzStore    *self,
                GTask      *task,
                PzStoreJob  job)
{
  Job *queued = g_new0 (Job, 1);

  queued->task = task;
  queued->job = job;
  g_mutex_lock (&self->mutex);
  self->n_jobs++;
  g_mutex_unlock (&self->mutex);
  g_thread_pool_push (self->pool, queued, NULL);
}

void
pz_store_set_lock_wait (PzStore *self,
                        guint    ms)
{
  g_mutex_lock (&self->writer);
  self->lock_wait = ms;
  g_mutex_unlock (&self->writer);
}

/* takes the lock, which recovers what was left over, and gives it back */
gboolean
pz_store_recover (PzStore  *self,
                  GError  **error)
{
  return recover (self, FALSE, error);
}

/* What a reader remembers of the journal folder: it was empty when its last change was at @changed. */
gboolean
pz_store_knows_empty (PzStore *self,
                      gint64   changed)
{
  gboolean known;

  g_mutex_lock (&self->mutex);
  known = self->empty_since == changed;
  g_mutex_unlock (&self->mutex);
  return known;
}

void
pz_store_remember_empty (PzStore *self,
                         gint64   changed)
{
  g_mutex_lock (&self->mutex);
  self->empty_since = changed;
  g_mutex_unlock (&self->mutex);
}

guint64
pz_store_new_number (PzStore *self)
{
  guint64 number;

  pz_environment_fill_random (self->environment, (guint8 *) &number, sizeof number);
  return number;
}
