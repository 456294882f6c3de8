/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-store-private.h"

#include <time.h>

/* Clocks of file systems advance in steps of a few ms, some of whole seconds. A file changed longer ago than this must
 * show another time when it is changed again. */
#define SETTLED_NS (G_GINT64_CONSTANT (2500) * 1000 * 1000)

static gint64
nanoseconds (const struct timespec *time)
{
  return (gint64) time->tv_sec * 1000000000 + time->tv_nsec;
}

/**
 * pz_version_init:
 * @self: (out caller-allocates): need not be initialised
 * @status: (nullable): what the system says of the file; %NULL: there is none
 *
 * Describes a file without its content. What is not a plain file counts as none: a save replaces a link, never what
 * it points to.
 */
void
pz_version_init (PzVersion         *self,
                 const struct stat *status)
{
  g_return_if_fail (self != NULL);

  *self = (PzVersion) { 0 };
  if (status == NULL || !S_ISREG (status->st_mode))
    return;
  self->exists = TRUE;
  self->mtime_ns = nanoseconds (&status->st_mtim);
  self->ctime_ns = nanoseconds (&status->st_ctim);
  self->size = (guint64) status->st_size;
  self->inode = (guint64) status->st_ino;
  self->settled = pz_version_is_settled (status);
}

/**
 * pz_version_is_settled:
 * @status: what the system says of a file or a folder
 *
 * Returns: whether its last change is so long ago that another one would show
 */
gboolean
pz_version_is_settled (const struct stat *status)
{
  struct timespec now;

  g_return_val_if_fail (status != NULL, FALSE);

  clock_gettime (CLOCK_REALTIME, &now);
  /* the change of anything counts: a program may set the time of a content back */
  return nanoseconds (&now) - nanoseconds (&status->st_ctim) > SETTLED_NS;
}

/**
 * pz_version_equal:
 * @a: a version
 * @b: another
 *
 * Enough to see that a file need not be read again. A commit looks closer, see pz_commit_put().
 *
 * Returns: whether both are the same save of the same file, or no file both times
 */
gboolean
pz_version_equal (const PzVersion *a,
                  const PzVersion *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (!a->exists || !b->exists)
    return a->exists == b->exists;
  if (a->has_crc && b->has_crc && a->crc != b->crc)
    return FALSE;
  return a->size == b->size && a->mtime_ns == b->mtime_ns && a->inode == b->inode;
}
