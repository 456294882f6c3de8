/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* The driver must notice a crash, keep the input, run just that input again, and stop after the runs it was given. */

static const char *target;

static char *
run_target (const char *fault,
            const char *folder,
            const char *argument,
            gboolean   *died)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                                                       | G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;
  char *output = NULL;

  g_subprocess_launcher_setenv (launcher, "PZ_FUZZ_FAULT", fault, TRUE);
  g_subprocess_launcher_setenv (launcher, "PZ_FUZZ_RUNS", "500", TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, target, "--artifacts", folder, argument, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  *died = g_subprocess_get_if_signaled (process) || g_subprocess_get_exit_status (process) != 0;
  return output;
}

/* The one file in a folder, or NULL. */
static char *
find_file (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = g_dir_read_name (dir);

  return name != NULL ? g_build_filename (folder, name, NULL) : NULL;
}

static void
test_crash_is_kept (gconstpointer fault)
{
  g_autofree char *folder = g_dir_make_tmp ("pz-fuzz-XXXXXX", NULL);
  g_autofree char *output = NULL, *harmless = NULL, *path = NULL, *content = NULL;
  gboolean died;
  gsize length;

  output = run_target (fault, folder, "--seed=1", &died);
  g_assert_true (died);
  path = find_file (folder);
  g_assert_nonnull (path);
  g_assert_nonnull (strstr (output, path));
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_nonnull (g_strstr_len (content, (gssize) length, "needle"));

  harmless = run_target ("none", folder, path, &died);
  g_assert_false (died);
  g_assert_nonnull (strstr (harmless, ": 1 runs from 1 files"));
  g_remove (path);
  g_rmdir (folder);
}

static void
test_bounded_run (void)
{
  g_autofree char *folder = g_dir_make_tmp ("pz-fuzz-XXXXXX", NULL);
  g_autofree char *output = NULL, *path = NULL;
  gboolean died;

  output = run_target ("none", folder, "--runs=0", &died);
  g_assert_false (died);
  g_assert_nonnull (strstr (output, ": 1 runs from 1 files, seed 1, "));
  path = find_file (folder);
  g_assert_null (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  target = argv[1];
  g_test_add_data_func ("/fuzz/driver/keeps-the-input-of-an-abort", "abort", test_crash_is_kept);
  g_test_add_data_func ("/fuzz/driver/keeps-the-input-of-a-fault", "segv", test_crash_is_kept);
  g_test_add_func ("/fuzz/driver/bounded-run", test_bounded_run);
  return g_test_run ();
}
