/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-application.h"
#include "pz-i18n.h"
#include "pz-memory.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr(GApplication) application = NULL;

  pz_memory_init ();
  pz_i18n_init ();
  application = pz_application_new ();
  return g_application_run (application, argc, argv);
}
