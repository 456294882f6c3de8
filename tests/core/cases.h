/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* How many random cases a law is tried with. The sanitizers take ten times as long, and look for faults of memory, which the
 * first ones show; and what another locale breaks it breaks in the first ones, too. */
static inline guint
n_cases (guint n)
{
#ifdef __SANITIZE_ADDRESS__
  return n / 20;
#else
  return g_getenv ("PERSONALIZE_FEW_CASES") != NULL ? n / 20 : n;
#endif
}
