/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-fault.h"

#include <gio/gio.h>

/* test-mutations SIMULATION PROTOCOL: both built with faults. A suite that does not notice a broken rule is worth
 * nothing: for each rule, somebody must. */

static const char *simulation, *protocol;

/* Returns whether the program ended well. A broken rule may also be noticed by the checks of our own functions: they
 * shall not end the program before the devices were compared. */
static gboolean
run (const char *const *arguments)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE
                                                                       | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr(GSubprocess) process = NULL;

  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  process = g_subprocess_launcher_spawnv (launcher, arguments, &error);
  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  return g_subprocess_get_successful (process);
}

static void
test_simulation (gconstpointer data)
{
  const char *const arguments[] = { simulation, "--fault", data, "--disaster", "fork", "--runs", "200", NULL };

  g_assert_true (run (arguments));
}

/**
 * Case:
 * @fault: which rule is broken
 * @path: of the test in test-protocol.c that is made for it
 */
typedef struct
{
  PzSyncFault fault;
  const char *path;
} Case;

static const Case CASES[] = {
  { PZ_FAULT_LAST_WRITER, "/sync/protocol/two-writes-that-did-not-see-each-other-both-stay" },
  { PZ_FAULT_SEPARATE, "/sync/protocol/writes-travel-in-one-object" },
  { PZ_FAULT_NO_FORK_CHECK, "/sync/protocol/two-histories-of-one-id-are-told-apart-and-nothing-is-lost" },
  { PZ_FAULT_REMOTE_ONLY, "/sync/protocol/a-restored-laptop-writes-under-an-id-of-its-own" },
  { PZ_FAULT_SAME_NAME, "/sync/protocol/a-retry-never-overwrites-what-may-be-whole" },
  { PZ_FAULT_NO_TIE, "/sync/protocol/of-equal-snapshots-exactly-one-remains" },
  { PZ_FAULT_BEHIND_GAP, "/sync/protocol/what-lies-behind-a-gap-waits-until-somebody-can-read-it" },
};

static void
test_case (gconstpointer data)
{
  const Case *broken = data;
  g_autofree char *fault = g_strdup_printf ("%d", (int) broken->fault);
  const char *const with[] = { protocol, "-p", broken->path, fault, NULL };
  const char *const without[] = { protocol, "-p", broken->path, NULL };

  g_assert_true (run (without));
  g_assert_false (run (with));
}

int
main (int    argc,
      char **argv)
{
  static const char *const simulated[] = { "last-writer", "gaps", "trust-put", "no-fork-check" };

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  simulation = argv[1];
  protocol = argv[2];
  for (gsize i = 0; i < G_N_ELEMENTS (simulated); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sync/mutations/the-simulator-notices-%s", simulated[i]);

      g_test_add_data_func (path, simulated[i], test_simulation);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sync/mutations/case%" G_GSIZE_FORMAT "-notices-its-fault", i + 1);

      g_test_add_data_func (path, &CASES[i], test_case);
    }
  return g_test_run ();
}
