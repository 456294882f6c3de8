/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "flush-faults.h"

#include <errno.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static guint n_files, n_folders, n_skipped;
static int error_of_files, error_of_folders;

void
flush_faults_files (guint n,
                    int   error)
{
  n_files = n;
  error_of_files = error;
}

void
flush_faults_folders (guint skip,
                      guint n,
                      int   error)
{
  n_skipped = skip;
  n_folders = n;
  error_of_folders = error;
}

gboolean
flush_faults_end (void)
{
  gboolean all_failed = n_files == 0 && n_folders == 0;

  n_files = n_folders = n_skipped = 0;
  return all_failed;
}

/* takes the place of the one of the C library */
int
fsync (int file)
{
  struct stat status;
  gboolean is_folder = fstat (file, &status) == 0 && S_ISDIR (status.st_mode);

  if (!is_folder && n_files > 0)
    {
      n_files--;
      errno = error_of_files;
      return -1;
    }
  if (is_folder && n_skipped > 0)
    n_skipped--;
  else if (is_folder && n_folders > 0)
    {
      n_folders--;
      errno = error_of_folders;
      return -1;
    }
  return (int) syscall (SYS_fsync, file);
}
