/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a caller can do about it: 2 call it otherwise, 65 look at the data, 69 wait for the network, 73 look at the
 * disk, 75 try again, 77 sign in or give the passphrase, 78 ask whoever set it up. The numbers above 63 are those of sysexits.h. */
typedef enum
{
  PZ_EXIT_DONE = 0,
  PZ_EXIT_PROBLEMS = 1,
  PZ_EXIT_USAGE = 2,
  PZ_EXIT_BAD_DATA = 65,
  PZ_EXIT_OFFLINE = 69,
  PZ_EXIT_CANNOT_WRITE = 73,
  PZ_EXIT_TRY_AGAIN = 75,
  PZ_EXIT_SIGN_IN = 77,
  PZ_EXIT_CONFIGURATION = 78,
} PzExit;

PzExit pz_exit_from_error (const GError *error);

G_END_DECLS
