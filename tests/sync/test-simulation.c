/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include <string.h>

/* test-simulation SIMULATION: what makes its figures worth anything. */

static const char *simulation;

/* (transfer full): the line of figures of the seed, among those that were run from the first on */
static char *
run (guint first,
     guint seed)
{
  g_autofree char *from = g_strdup_printf ("%u", first), *runs = g_strdup_printf ("%u", seed + 1 - first);
  const char *const arguments[] = { simulation, "--encrypted", "--disaster", "fork", "--first", from, "--runs", runs,
                                    "--verbose", NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_autofree char *out = NULL, *begin = g_strdup_printf ("# %u: ", seed);
  const char *line;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  line = strstr (out, begin);
  g_assert_nonnull (line);
  return g_strndup (line, strcspn (line, "\n"));
}

/* a seed of which the run depended on whether it was the first of its process */
static void
test_seed (void)
{
  g_autofree char *alone = run (112204, 112204), *after_another = run (112203, 112204);

  g_assert_cmpstr (alone, ==, after_another);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  simulation = argv[1];
  g_test_add_func ("/sync/simulation/a-seed-makes-the-same-run-alone-and-after-another", test_seed);
  return g_test_run ();
}
