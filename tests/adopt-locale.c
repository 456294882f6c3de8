/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

/* Linked into every test program. A C program stays in the locale "C" until it asks for the one of the environment,
 * as both programs do first of all; without this a run under de_DE or tr_TR would test nothing. */
static void __attribute__ ((constructor))
adopt_locale (void)
{
  setlocale (LC_ALL, "");
}
