/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-error.h"
#include "pz-sync-error.h"

/* what is wrong with a server is told apart from what is wrong here, though the numbers are the same */
static void
test_is_a_domain_of_its_own (void)
{
  g_autoptr(GError) error = g_error_new_literal (PZ_SYNC_ERROR, PZ_SYNC_ERROR_OFFLINE, "no network");

  g_assert_cmpstr (g_quark_to_string (PZ_SYNC_ERROR), ==, "pz-sync-error-quark");
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OFFLINE);
  g_assert_false (g_error_matches (error, PZ_ERROR, PZ_SYNC_ERROR_OFFLINE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/error/is-a-domain-of-its-own", test_is_a_domain_of_its_own);
  return g_test_run ();
}
