/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Part of the shim: calls that would change the folder without being counted. The store uses none of them; when it
 * begins to, the crash tests stop here instead of passing over a place where a program can be killed. */
#include "shim.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static void
refuse (const char *call,
        int         inside)
{
  if (!inside)
    return;
  fprintf (stderr, "the shim does not count %s()\n", call);
  abort ();
}

static int
is_inside_at (int         folder,
              const char *name)
{
  char path[PATH_MAX];

  path_at (folder, name, path);
  return is_inside (path);
}

/* the real function of the same name, called when none of the folder is touched */
#define GUARD(type, name, parameters, arguments, inside) \
  type name parameters \
  { \
    static __typeof__ (name) *real; \
    if (real == NULL) \
      real = (__typeof__ (real)) dlsym (RTLD_NEXT, #name); \
    refuse (#name, inside); \
    return real arguments; \
  }

GUARD (int, rename, (const char *from, const char *to), (from, to), is_inside_at (AT_FDCWD, to))
GUARD (int, renameat2, (int a, const char *from, int b, const char *to, unsigned int flags), (a, from, b, to, flags),
       is_inside_at (b, to))
GUARD (int, link, (const char *from, const char *to), (from, to), is_inside_at (AT_FDCWD, to))
GUARD (int, symlink, (const char *target, const char *name), (target, name), is_inside_at (AT_FDCWD, name))
GUARD (int, symlinkat, (const char *target, int folder, const char *name), (target, folder, name),
       is_inside_at (folder, name))
GUARD (int, rmdir, (const char *name), (name), is_inside_at (AT_FDCWD, name))
GUARD (int, truncate, (const char *name, off_t length), (name, length), is_inside_at (AT_FDCWD, name))
GUARD (int, creat, (const char *name, mode_t mode), (name, mode), is_inside_at (AT_FDCWD, name))
GUARD (int, fdatasync, (int file), (file), is_file_inside (file))
GUARD (int, fallocate, (int file, int mode, off_t offset, off_t length), (file, mode, offset, length),
       is_file_inside (file))
GUARD (int, posix_fallocate, (int file, off_t offset, off_t length), (file, offset, length), is_file_inside (file))
GUARD (ssize_t, writev, (int file, const struct iovec *pieces, int n), (file, pieces, n), is_file_inside (file))
GUARD (ssize_t, pwritev, (int file, const struct iovec *pieces, int n, off_t offset), (file, pieces, n, offset),
       is_file_inside (file))
GUARD (ssize_t, sendfile, (int to, int from, off_t *offset, size_t n), (to, from, offset, n), is_file_inside (to))
GUARD (ssize_t, copy_file_range, (int from, off_t *a, int to, off_t *b, size_t n, unsigned int flags),
       (from, a, to, b, n, flags), is_file_inside (to))

/* off_t has 64 bits here */
__typeof__ (truncate64) truncate64 __attribute__ ((alias ("truncate")));
__typeof__ (creat64) creat64 __attribute__ ((alias ("creat")));
__typeof__ (fallocate64) fallocate64 __attribute__ ((alias ("fallocate")));
__typeof__ (posix_fallocate64) posix_fallocate64 __attribute__ ((alias ("posix_fallocate")));
__typeof__ (pwritev64) pwritev64 __attribute__ ((alias ("pwritev")));
__typeof__ (sendfile64) sendfile64 __attribute__ ((alias ("sendfile")));
