/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-late-library.h"

#include "pz-error.h"

static const char *const symbols[] = { "cos", "hypot" };

static void
test_functions_are_found_and_work (void)
{
  union
  {
    struct
    {
      double (*cosine) (double);
      double (*distance) (double, double);
    } named;
    PzLateFunction any[2];
  } found = { 0 };
  PzLateLibrary library = { .name = "libm.so.6", .symbols = symbols, .n_symbols = 2, .functions = found.any };
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_late_library_open (&library, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (found.named.cosine (0), ==, 1);
  g_assert_cmpfloat (found.named.distance (3, 4), ==, 5);

  /* what is open is not looked for again */
  found.any[0] = NULL;
  g_assert_true (pz_late_library_open (&library, &error));
  g_assert_null (found.any[0]);
}

static void
test_missing_library_is_named (void)
{
  PzLateFunction found[2] = { NULL, NULL };
  PzLateLibrary library = { .name = "libnowhere.so.9", .symbols = symbols, .n_symbols = 2, .functions = found };

  /* also the second time: somebody may install it meanwhile */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (pz_late_library_open (&library, &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SUPPORTED);
      g_assert_nonnull (strstr (error->message, "libnowhere.so.9"));
      g_assert_nonnull (strstr (error->message, "not installed"));
    }
  library.name = "libm.so.6";
  g_assert_true (pz_late_library_open (&library, NULL));
}

static void
test_missing_function_is_another_version (void)
{
  static const char *const unknown[] = { "cos", "no_such_function_of_mathematics" };
  PzLateFunction found[2] = { NULL, NULL };
  PzLateLibrary library = { .name = "libm.so.6", .symbols = unknown, .n_symbols = 2, .functions = found };
  g_autoptr(GError) error = NULL;

  g_assert_false (pz_late_library_open (&library, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SUPPORTED);
  g_assert_nonnull (strstr (error->message, "version"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/late-library/functions-are-found-and-work", test_functions_are_found_and_work);
  g_test_add_func ("/late-library/missing-library-is-named", test_missing_library_is_named);
  g_test_add_func ("/late-library/missing-function-is-another-version", test_missing_function_is_another_version);
  return g_test_run ();
}
