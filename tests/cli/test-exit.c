/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-error.h"
#include "pz-exit.h"
#include "pz-sync-error.h"

#include <gio/gio.h>

static void
check (GQuark domain,
       int    code,
       PzExit expected)
{
  g_autoptr(GError) error = g_error_new_literal (domain, code, "text");

  g_assert_cmpint (pz_exit_from_error (error), ==, expected);
}

static void
test_every_error_has_a_status (void)
{
  static const struct { PzError code; PzExit expected; } rows[] = {
    { PZ_ERROR_FAILED, PZ_EXIT_PROBLEMS },       { PZ_ERROR_LOCKED, PZ_EXIT_TRY_AGAIN },
    { PZ_ERROR_READ_ONLY, PZ_EXIT_CANNOT_WRITE }, { PZ_ERROR_TOO_NEW, PZ_EXIT_BAD_DATA },
    { PZ_ERROR_CORRUPT, PZ_EXIT_BAD_DATA },      { PZ_ERROR_CHANGED, PZ_EXIT_TRY_AGAIN },
    { PZ_ERROR_UNCERTAIN, PZ_EXIT_TRY_AGAIN },   { PZ_ERROR_NOT_FOUND, PZ_EXIT_USAGE },
    { PZ_ERROR_EXISTS, PZ_EXIT_CANNOT_WRITE },   { PZ_ERROR_NO_SPACE, PZ_EXIT_CANNOT_WRITE },
    { PZ_ERROR_NOT_SAFE, PZ_EXIT_CONFIGURATION }, { PZ_ERROR_TOO_LARGE, PZ_EXIT_BAD_DATA },
    { PZ_ERROR_SYNTAX, PZ_EXIT_BAD_DATA },       { PZ_ERROR_INVALID, PZ_EXIT_BAD_DATA },
    { PZ_ERROR_NOT_SUPPORTED, PZ_EXIT_BAD_DATA }, { PZ_ERROR_IO, PZ_EXIT_CANNOT_WRITE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    check (PZ_ERROR, (int) rows[i].code, rows[i].expected);
}

static void
test_errors_of_servers (void)
{
  static const struct { PzSyncError code; PzExit expected; } rows[] = {
    { PZ_SYNC_ERROR_OFFLINE, PZ_EXIT_OFFLINE },           { PZ_SYNC_ERROR_SIGN_IN, PZ_EXIT_SIGN_IN },
    { PZ_SYNC_ERROR_READ_ONLY, PZ_EXIT_CANNOT_WRITE },    { PZ_SYNC_ERROR_FULL, PZ_EXIT_CANNOT_WRITE },
    { PZ_SYNC_ERROR_NOT_FOUND, PZ_EXIT_CONFIGURATION },   { PZ_SYNC_ERROR_OTHER_CLASS, PZ_EXIT_CONFIGURATION },
    { PZ_SYNC_ERROR_NOT_THE_SERVER, PZ_EXIT_OFFLINE },    { PZ_SYNC_ERROR_CERTIFICATE, PZ_EXIT_CONFIGURATION },
    { PZ_SYNC_ERROR_TOO_NEW, PZ_EXIT_BAD_DATA },          { PZ_SYNC_ERROR_DAMAGED, PZ_EXIT_BAD_DATA },
    { PZ_SYNC_ERROR_TOO_LARGE, PZ_EXIT_BAD_DATA },        { PZ_SYNC_ERROR_PASSPHRASE, PZ_EXIT_SIGN_IN },
    { PZ_SYNC_ERROR_NOT_SET_UP, PZ_EXIT_USAGE },          { PZ_SYNC_ERROR_FAILED, PZ_EXIT_PROBLEMS },
  };

  g_assert_cmpuint (G_N_ELEMENTS (rows), ==, PZ_SYNC_ERROR_FAILED + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    check (PZ_SYNC_ERROR, (int) rows[i].code, rows[i].expected);
}

static void
test_errors_of_others (void)
{
  g_assert_cmpint (pz_exit_from_error (NULL), ==, PZ_EXIT_DONE);
  check (G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION, PZ_EXIT_USAGE);
  check (G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, PZ_EXIT_OFFLINE);
  check (G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE, PZ_EXIT_BAD_DATA);
  check (G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED, PZ_EXIT_OFFLINE);
  check (G_IO_ERROR, G_IO_ERROR_NO_SPACE, PZ_EXIT_CANNOT_WRITE);
  check (G_IO_ERROR, G_IO_ERROR_CANCELLED, PZ_EXIT_TRY_AGAIN);
  check (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, PZ_EXIT_USAGE);
  check (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, PZ_EXIT_BAD_DATA);
  check (G_IO_ERROR, G_IO_ERROR_FAILED, PZ_EXIT_PROBLEMS);
  check (G_FILE_ERROR, G_FILE_ERROR_ACCES, PZ_EXIT_PROBLEMS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/exit/every-error-has-a-status", test_every_error_has_a_status);
  g_test_add_func ("/cli/exit/errors-of-servers", test_errors_of_servers);
  g_test_add_func ("/cli/exit/errors-of-others", test_errors_of_others);
  return g_test_run ();
}
