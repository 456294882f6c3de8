/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* For LD_PRELOAD. Counts every call that changes something below the folder SHIM_DIR, and
 *
 *   SHIM_TRACE=file   adds a line for each to a file: its number, what it did, inode numbers, data in hexadecimal
 *   SHIM_KILL=k       kills the process with SIGKILL just before the k-th
 *   SHIM_TORN=1       and writes the first half when that is a write
 *   SHIM_FAIL=k       makes the k-th fail with SHIM_ERRNO, and all after it with SHIM_STICKY=1
 *
 * The program it is loaded into has one thread that changes files; shim_begin() reads all this once more. */
#include "shim.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef unsigned long Inode;

static char root[PATH_MAX]; /* empty: count nothing */
static size_t root_length;
static int trace = -1;
static int count, kill_at, fail_at, fail_with, sticky, torn;

/* the real function of the same name */
#define REAL(name) \
  static __typeof__ (name) *real_##name; \
  if (real_##name == NULL) \
  real_##name = (__typeof__ (real_##name)) dlsym (RTLD_NEXT, #name)

static int
number_of (const char *variable)
{
  const char *text = getenv (variable);

  return text != NULL ? atoi (text) : 0;
}

__attribute__ ((constructor)) void
shim_begin (void)
{
  const char *folder = getenv ("SHIM_DIR");
  const char *name = getenv ("SHIM_TRACE");
  REAL (openat);

  if (name != NULL)
    trace = real_openat (AT_FDCWD, name, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
  kill_at = number_of ("SHIM_KILL");
  fail_at = number_of ("SHIM_FAIL");
  fail_with = number_of ("SHIM_ERRNO");
  sticky = number_of ("SHIM_STICKY");
  torn = number_of ("SHIM_TORN");
  if (folder != NULL && realpath (folder, root) != NULL)
    root_length = strlen (root);
}

static void
write_trace (const char *text,
             size_t      length)
{
  REAL (write);

  if (trace >= 0 && real_write (trace, text, length) < 0)
    abort ();
}

__attribute__ ((format (printf, 1, 2))) static void
note (const char *format,
      ...)
{
  int saved_errno = errno;
  char line[PATH_MAX * 2];
  va_list arguments;
  int start, length;

  start = snprintf (line, sizeof line, "%d ", count);
  va_start (arguments, format);
  length = vsnprintf (line + start, sizeof line - (size_t) start, format, arguments);
  va_end (arguments);
  write_trace (line, (size_t) (start + length));
  errno = saved_errno;
}

static void
note_data (Inode       file,
           off_t       offset,
           const char *data,
           size_t      length)
{
  static const char digits[] = "0123456789abcdef";
  int saved_errno = errno;
  char *line = malloc (100 + 2 * length);
  size_t at = (size_t) snprintf (line, 100, "%d WRITE %lu %ld ", count, file, (long) offset);

  for (size_t i = 0; i < length; i++)
    {
      line[at++] = digits[(data[i] >> 4) & 15];
      line[at++] = digits[data[i] & 15];
    }
  line[at++] = '\n';
  write_trace (line, at);
  free (line);
  errno = saved_errno;
}

static void
path_of (int   file,
         char *path)
{
  char link[64];
  ssize_t length;

  snprintf (link, sizeof link, "/proc/self/fd/%d", file);
  length = readlink (link, path, PATH_MAX - 1);
  path[length < 0 ? 0 : length] = '\0';
}

void
path_at (int folder, const char *name, char *path)
{
  char base[PATH_MAX];

  if (*name == '/')
    snprintf (path, PATH_MAX, "%s", name);
  else
    {
      if (folder != AT_FDCWD)
        path_of (folder, base);
      else if (getcwd (base, sizeof base) == NULL)
        base[0] = '\0';
      if (snprintf (path, PATH_MAX, "%s/%s", base, name) >= PATH_MAX)
        abort ();
    }
}

int
is_inside (const char *path)
{
  return root_length > 0 && strncmp (path, root, root_length) == 0 &&
         (path[root_length] == '\0' || path[root_length] == '/');
}

int
is_file_inside (int file)
{
  char path[PATH_MAX];

  if (root_length == 0)
    return 0;
  path_of (file, path);
  return is_inside (path);
}

static Inode
inode_of (const char *path)
{
  struct stat status;

  return lstat (path, &status) == 0 ? status.st_ino : 0;
}

static Inode
inode_of_file (int file)
{
  struct stat status;

  return fstat (file, &status) == 0 ? status.st_ino : 0;
}

static Inode
inode_above (const char *path)
{
  char above[PATH_MAX];

  snprintf (above, sizeof above, "%s", path);
  *strrchr (above, '/') = '\0';
  return inode_of (above);
}

static const char *
base_of (const char *path)
{
  return strrchr (path, '/') + 1;
}

/* counts a call; 1: it is to fail */
static int
gate (int is_write)
{
  count++;
  if (count == kill_at && !(is_write && torn))
    kill (getpid (), SIGKILL);
  if (fail_at > 0 && (count == fail_at || (sticky && count > fail_at)))
    {
      errno = fail_with;
      return 1;
    }
  return 0;
}

static int
open_any (int         folder,
          const char *name,
          int         flags,
          mode_t      mode)
{
  char path[PATH_MAX];
  Inode before = 0;
  int changes = 0;
  int file;
  REAL (openat);

  if (flags & (O_CREAT | O_TRUNC))
    {
      path_at (folder, name, path);
      before = is_inside (path) ? inode_of (path) : 0;
      changes = is_inside (path) && (before != 0 ? (flags & O_TRUNC) && !(flags & O_EXCL) : (flags & O_CREAT) != 0);
    }
  if (changes && gate (0))
    return -1;
  file = real_openat (folder, name, flags, mode);
  if (file >= 0 && changes && before == 0)
    note ("CREATE %lu %s %lu\n", inode_above (path), base_of (path), inode_of (path));
  else if (file >= 0 && changes)
    note ("TRUNCATE %lu 0\n", before);
  return file;
}

#define MODE_OF(flags) \
  mode_t mode = 0; \
  if ((flags) & O_CREAT) \
    { \
      va_list arguments; \
      va_start (arguments, flags); \
      mode = va_arg (arguments, mode_t); \
      va_end (arguments); \
    }

int
open (const char *name,
      int         flags,
      ...)
{
  MODE_OF (flags)
  return open_any (AT_FDCWD, name, flags, mode);
}

int
openat (int         folder,
        const char *name,
        int         flags,
        ...)
{
  MODE_OF (flags)
  return open_any (folder, name, flags, mode);
}

static ssize_t
write_any (int         file,
           const void *data,
           size_t      length,
           off_t       offset)
{
  ssize_t written;
  REAL (pwrite);

  if (gate (1))
    return -1;
  if (count == kill_at)
    {
      if (real_pwrite (file, data, length / 2, offset) < 0)
        abort ();
      kill (getpid (), SIGKILL);
    }
  written = real_pwrite (file, data, length, offset);
  if (written > 0)
    {
      lseek (file, offset + written, SEEK_SET);
      note_data (inode_of_file (file), offset, data, (size_t) written);
    }
  return written;
}

ssize_t
write (int         file,
       const void *data,
       size_t      length)
{
  REAL (write);

  if (file == trace || !is_file_inside (file))
    return real_write (file, data, length);
  return write_any (file, data, length, lseek (file, 0, SEEK_CUR));
}

ssize_t
pwrite (int         file,
        const void *data,
        size_t      length,
        off_t       offset)
{
  REAL (pwrite);

  if (!is_file_inside (file))
    return real_pwrite (file, data, length, offset);
  return write_any (file, data, length, offset);
}

static int
flush_any (int         file,
           int       (*real) (int),
           const char *what)
{
  int answer;

  if (!is_file_inside (file))
    return real (file);
  if (gate (0))
    return -1;
  answer = real (file);
  note ("%s %lu\n", what, inode_of_file (file));
  return answer;
}

int
fsync (int file)
{
  REAL (fsync);
  return flush_any (file, real_fsync, "FSYNC");
}

int
syncfs (int file)
{
  REAL (syncfs);
  return flush_any (file, real_syncfs, "SYNCFS");
}

int
ftruncate (int   file,
           off_t length)
{
  int answer;
  REAL (ftruncate);

  if (!is_file_inside (file))
    return real_ftruncate (file, length);
  if (gate (0))
    return -1;
  answer = real_ftruncate (file, length);
  if (answer == 0)
    note ("TRUNCATE %lu %ld\n", inode_of_file (file), (long) length);
  return answer;
}

int
fchmod (int    file,
        mode_t mode)
{
  REAL (fchmod);

  if (is_file_inside (file) && gate (0))
    return -1;
  return real_fchmod (file, mode);
}

int
fchmodat (int         folder,
          const char *name,
          mode_t      mode,
          int         flags)
{
  char path[PATH_MAX];
  REAL (fchmodat);

  path_at (folder, name, path);
  if (is_inside (path) && gate (0))
    return -1;
  return real_fchmodat (folder, name, mode, flags);
}

int
renameat (int         from_folder,
          const char *from,
          int         to_folder,
          const char *to)
{
  char old[PATH_MAX], new[PATH_MAX];
  Inode file, old_folder;
  int answer;
  REAL (renameat);

  path_at (from_folder, from, old);
  path_at (to_folder, to, new);
  if (!is_inside (new))
    return real_renameat (from_folder, from, to_folder, to);
  if (gate (0))
    return -1;
  file = inode_of (old);
  old_folder = inode_above (old);
  answer = real_renameat (from_folder, from, to_folder, to);
  if (answer == 0)
    note ("RENAME %lu %s %lu %s %lu\n", old_folder, base_of (old), inode_above (new), base_of (new), file);
  return answer;
}

int
unlinkat (int         folder,
          const char *name,
          int         flags)
{
  char path[PATH_MAX];
  int answer;
  REAL (unlinkat);

  path_at (folder, name, path);
  if (!is_inside (path) || inode_of (path) == 0)
    return real_unlinkat (folder, name, flags);
  if (gate (0))
    return -1;
  answer = real_unlinkat (folder, name, flags);
  if (answer == 0)
    note ("UNLINK %lu %s\n", inode_above (path), base_of (path));
  return answer;
}

int
unlink (const char *name)
{
  return unlinkat (AT_FDCWD, name, 0);
}

int
mkdirat (int         folder,
         const char *name,
         mode_t      mode)
{
  char path[PATH_MAX];
  int answer;
  REAL (mkdirat);

  path_at (folder, name, path);
  if (!is_inside (path) || inode_of (path) != 0)
    return real_mkdirat (folder, name, mode);
  if (gate (0))
    return -1;
  answer = real_mkdirat (folder, name, mode);
  if (answer == 0)
    note ("MKDIR %lu %s %lu\n", inode_above (path), base_of (path), inode_of (path));
  return answer;
}

int
mkdir (const char *name,
       mode_t      mode)
{
  return mkdirat (AT_FDCWD, name, mode);
}

int
linkat (int         from_folder,
        const char *from,
        int         to_folder,
        const char *to,
        int         flags)
{
  char old[PATH_MAX], new[PATH_MAX];
  int answer;
  REAL (linkat);

  path_at (from_folder, from, old);
  path_at (to_folder, to, new);
  if (!is_inside (new))
    return real_linkat (from_folder, from, to_folder, to, flags);
  if (gate (0))
    return -1;
  answer = real_linkat (from_folder, from, to_folder, to, flags);
  if (answer == 0)
    note ("LINK %lu %s %lu\n", inode_above (new), base_of (new), inode_of (old));
  return answer;
}

/* off_t has 64 bits here */
__typeof__ (open64) open64 __attribute__ ((alias ("open")));
__typeof__ (openat64) openat64 __attribute__ ((alias ("openat")));
__typeof__ (pwrite64) pwrite64 __attribute__ ((alias ("pwrite")));
__typeof__ (ftruncate64) ftruncate64 __attribute__ ((alias ("ftruncate")));

__attribute__ ((destructor)) static void
end (void)
{
  note ("TOTAL\n");
}
