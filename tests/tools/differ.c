/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conflict-fixture.h"

#include <stdio.h>
#include <string.h>

/* Writes a value of another device beside the one a field of a class holds, as a synchronisation leaves it. */
int
main (int    argc,
      char **argv)
{
  if (argc < 6)
    {
      fprintf (stderr, "usage: differ CLASS-FOLDER FILE RECORD|- FIELD TEXT [MS]\n");
      return 2;
    }
  conflict_fixture_write (argv[1], argv[2], strcmp (argv[3], "-") == 0 ? NULL : argv[3], argv[4], argv[5],
                          CONFLICT_DEVICE, argc > 6 ? g_ascii_strtoll (argv[6], NULL, 10) : g_get_real_time () / 1000);
  return 0;
}
