/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-error.h"

#include <errno.h>

G_DEFINE_QUARK (pz-error-quark, pz_error)

/**
 * pz_error_from_errno:
 * @saved_errno: a value of errno, not 0
 *
 * Returns: the code a caller can act on; %PZ_ERROR_IO for everything that only the system understands
 */
PzError
pz_error_from_errno (int saved_errno)
{
  switch (saved_errno)
    {
    case ENOENT:
      return PZ_ERROR_NOT_FOUND;
    case EEXIST:
      return PZ_ERROR_EXISTS;
    case ENOSPC:
    case EDQUOT:
      return PZ_ERROR_NO_SPACE;
    case EROFS:
    case EACCES:
    case EPERM:
      return PZ_ERROR_READ_ONLY;
    case ELOOP:
      return PZ_ERROR_NOT_SAFE;
    default:
      return PZ_ERROR_IO;
    }
}

/**
 * pz_error_set_errno:
 * @error: (nullable): where to put it
 * @saved_errno: errno as it was right after the call that failed
 * @text: what could not be done, translated, without a full stop
 *
 * Sets "@text: reason of the system" with the code of pz_error_from_errno().
 */
void
pz_error_set_errno (GError    **error,
                    int         saved_errno,
                    const char *text)
{
  g_return_if_fail (text != NULL);

  g_set_error (error, PZ_ERROR, (int) pz_error_from_errno (saved_errno), "%s: %s", text, g_strerror (saved_errno));
}
