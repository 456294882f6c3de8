/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"

#include <stdlib.h>
#include <string.h>

/* A target with a fault on purpose: dies of a word that only a mutation brings. PZ_FUZZ_FAULT says how. */

const char *const pz_fuzz_dictionary[] = { "needle", NULL };

static char *volatile nowhere = NULL;

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const char *fault = g_getenv ("PZ_FUZZ_FAULT");

  if (fault == NULL || g_strstr_len ((const char *) data, (gssize) size, "needle") == NULL)
    return 0;
  if (strcmp (fault, "abort") == 0)
    abort ();
  if (strcmp (fault, "segv") == 0)
    *nowhere = 0;
  return 0;
}
