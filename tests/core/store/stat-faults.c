/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "stat-faults.h"

#include <dlfcn.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

static const char *failing;
static int error_of_it;

void
stat_faults_set (const char *base,
                 int         error)
{
  failing = base;
  error_of_it = error;
}

/* takes the place of the one of the C library */
int
fstatat (int                   folder,
         const char           *base,
         struct stat          *status,
         int                   flags)
{
  static int (*real) (int, const char *, struct stat *, int);

  if (failing != NULL && strcmp (base, failing) == 0)
    {
      errno = error_of_it;
      return -1;
    }
  if (real == NULL)
    *(void **) &real = dlsym (RTLD_NEXT, sizeof (off_t) == sizeof (long) ? "fstatat" : "fstatat64");
  return real (folder, base, status, flags);
}
