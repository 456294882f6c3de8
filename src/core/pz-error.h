/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PZ_ERROR (pz_error_quark ())

/**
 * PzError:
 * @PZ_ERROR_FAILED: something that has no code of its own; the text says what
 * @PZ_ERROR_LOCKED: another program is writing the class just now; try again
 * @PZ_ERROR_READ_ONLY: the class can be looked at but not changed here
 * @PZ_ERROR_TOO_NEW: written by a newer version of the program
 * @PZ_ERROR_CORRUPT: a file of ours does not say what it must; it was left as it is
 * @PZ_ERROR_CHANGED: the file is no longer the version that was read: read, join, write again
 * @PZ_ERROR_UNCERTAIN: written, but the disk did not confirm it; open the class again and read
 * @PZ_ERROR_NOT_FOUND: no such class, learner, record or file
 * @PZ_ERROR_EXISTS: there is one already
 * @PZ_ERROR_NO_SPACE: the disk or the quota is full; nothing was changed
 * @PZ_ERROR_NOT_SAFE: refused: a link, a device, a folder others can write to, a path that leaves its folder
 * @PZ_ERROR_TOO_LARGE: over a cap on size, depth or number
 * @PZ_ERROR_SYNTAX: JSON, CSV or an archive that does not parse; the text has line and column where there are some
 * @PZ_ERROR_INVALID: parsed, but a value is not allowed where it stands
 * @PZ_ERROR_NOT_SUPPORTED: a format or version the program does not read
 * @PZ_ERROR_IO: the disk or the system failed; the text has the system's reason
 *
 * The one error domain of every library of Personalize. Errors of GIO pass through with a prefix.
 */
typedef enum
{
  PZ_ERROR_FAILED,
  PZ_ERROR_LOCKED,
  PZ_ERROR_READ_ONLY,
  PZ_ERROR_TOO_NEW,
  PZ_ERROR_CORRUPT,
  PZ_ERROR_CHANGED,
  PZ_ERROR_UNCERTAIN,
  PZ_ERROR_NOT_FOUND,
  PZ_ERROR_EXISTS,
  PZ_ERROR_NO_SPACE,
  PZ_ERROR_NOT_SAFE,
  PZ_ERROR_TOO_LARGE,
  PZ_ERROR_SYNTAX,
  PZ_ERROR_INVALID,
  PZ_ERROR_NOT_SUPPORTED,
  PZ_ERROR_IO,
} PzError;

GQuark  pz_error_quark      (void);
PzError pz_error_from_errno (int saved_errno);
void    pz_error_set_errno  (GError    **error,
                             int         saved_errno,
                             const char *text);

G_END_DECLS
