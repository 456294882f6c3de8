/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-lock.h"

#include "pz-error.h"
#include "pz-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

/* The file is empty while nobody writes; a writer puts its number of process in and takes it out again. So whoever
 * finds it filled, having got the lock, knows that the writer before it did not come to its end. The kernel drops
 * the lock itself when its holder dies. None of it needs a flush: after a power cut all that is there is on the disk. */
#define LOCK_NAME "lock"

/* in ms; drawn anew each time, so that two programs do not knock in step */
#define KNOCK_MIN 20
#define KNOCK_MAX 50

static int
open_lock (int          root,
           struct stat *status,
           GError     **error)
{
  int lock;

  lock = openat (root, LOCK_NAME, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600);
  if (lock < 0 || fstat (lock, status) < 0)
    {
      pz_file_set_error (error, errno, PZ_FILE_WRITE, LOCK_NAME);
      if (lock >= 0)
        close (lock);
      return -1;
    }
  if (!S_ISREG (status->st_mode))
    {
      g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE, _("“%s” is not a plain file"), LOCK_NAME);
      close (lock);
      return -1;
    }
  if ((status->st_mode & 0777) != 0600)
    fchmod (lock, 0600);
  return lock;
}

static gboolean
wait_for_lock (int       lock,
               gint64    give_up,
               GError  **error)
{
  while (flock (lock, LOCK_EX | LOCK_NB) < 0)
    {
      if (errno == EINTR)
        continue;
      if (errno != EWOULDBLOCK)
        {
          pz_file_set_error (error, errno, PZ_FILE_WRITE, LOCK_NAME);
          return FALSE;
        }
      if (g_get_monotonic_time () >= give_up)
        {
          g_set_error_literal (error, PZ_ERROR, PZ_ERROR_LOCKED,
                               _("Another program is writing to this class just now"));
          return FALSE;
        }
      g_usleep ((gulong) g_random_int_range (KNOCK_MIN, KNOCK_MAX + 1) * 1000);
    }
  return TRUE;
}

/**
 * pz_lock_take:
 * @root: descriptor of the folder of the class
 * @wait_ms: how long to try again while somebody else has it
 * @left_over: (out): whether the holder before did not come to its end; the caller recovers first
 *
 * Takes the lock of a class, for one commit or one other short piece of work.
 *
 * Returns: a descriptor for pz_lock_release(), or -1 with @error set: %PZ_ERROR_LOCKED, %PZ_ERROR_READ_ONLY
 */
int
pz_lock_take (int       root,
              guint     wait_ms,
              gboolean *left_over,
              GError  **error)
{
  gint64 give_up = g_get_monotonic_time () + (gint64) wait_ms * 1000;
  struct stat status;
  char text[32];
  int length, lock;

  while (TRUE)
    {
      lock = open_lock (root, &status, error);
      if (lock < 0)
        return -1;
      if (!wait_for_lock (lock, give_up, error))
        {
          close (lock);
          return -1;
        }
      /* a lock on a file that somebody removed keeps nobody out */
      if (fstat (lock, &status) == 0 && status.st_nlink > 0)
        break;
      close (lock);
    }
  *left_over = status.st_size > 0;
  length = snprintf (text, sizeof text, "%ld\n", (long) getpid ());
  /* on a full disk there is no room for the mark; deleting must work all the same */
  if (pwrite (lock, text, (gsize) length, 0) < 0 && errno == EROFS)
    {
      pz_file_set_error (error, errno, PZ_FILE_WRITE, LOCK_NAME);
      close (lock);
      return -1;
    }
  return lock;
}

/**
 * pz_lock_release:
 * @lock: what pz_lock_take() returned; closed
 * @clean: whether everything that was begun is finished; otherwise the next holder recovers
 *
 * Gives the lock back.
 */
void
pz_lock_release (int      lock,
                 gboolean clean)
{
  if (clean && ftruncate (lock, 0) < 0)
    g_debug ("The lock could not be emptied: %s", g_strerror (errno));
  close (lock);
}

/**
 * pz_lock_is_left:
 * @root: descriptor of the folder of the class
 *
 * Returns: whether somebody is writing just now or died while writing
 */
gboolean
pz_lock_is_left (int root)
{
  struct stat status;

  return fstatat (root, LOCK_NAME, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG (status.st_mode) &&
         status.st_size > 0;
}
