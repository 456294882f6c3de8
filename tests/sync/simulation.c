/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-fault.h"
#include "sim-world.h"

#include <ftw.h>
#include <glib/gstdio.h>
#include <stdlib.h>

/* simulation [--first SEED] [--runs N] [--disaster one|both|fork|none] [--encrypted] [--fault NAME] [--verbose]
 * Prints one line of figures. Exit status: 0 when no run failed; with a fault: when one did. */

#ifdef PZ_SYNC_FAULTS
PzSyncFault pz_sync_fault;
#endif

static const char *const FAULTS[] = { "none", "last-writer", "gaps", "trust-put", "separate", "no-fork-check",
                                      "remote-only", "same-name", "no-tie", "behind-gap" };
static const char *const DISASTERS[] = { "one", "both", "fork", "none" };

typedef struct
{
  guint n_runs;
  guint n_failed;
  guint64 first_failed;
  guint64 n_values;
  guint64 n_lost;
  guint64 n_siblings;
  guint64 n_forks;
  guint64 n_aside;
  guint64 n_keys;
  guint most_files;
  guint most_idle;
  char *fault;
} Figures;

static int
remove_one (const char        *path,
            const struct stat *status,
            int                kind,
            struct FTW        *ftw)
{
  return remove (path);
}

static void
run_one (guint64      seed,
         SimDisaster  disaster,
         gboolean     is_encrypted,
         gboolean     verbose,
         Figures     *figures)
{
  const char *base = g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : g_get_tmp_dir ();
  g_autofree char *folder = g_build_filename (base, "pz-simulation-XXXXXX", NULL);
  gboolean failed;
  SimResult result;

  g_assert_nonnull (g_mkdtemp (folder));
  sim_run (folder, seed, disaster, is_encrypted, &result);
  nftw (folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
  failed = result.n_lost > 0 || result.fault != NULL || result.n_idle != 1;
  if (failed && figures->n_failed++ == 0)
    {
      figures->first_failed = seed;
      figures->fault = g_strdup (result.fault != NULL   ? result.fault
                                 : result.n_lost > 0    ? "lost"
                                                        : "not quiet");
    }
  if (verbose)
    g_print ("# %" G_GUINT64_FORMAT ": %u values, %u lost, %u siblings, %u files, idle %u, %u forks, %u aside %s\n", seed,
             result.n_values, result.n_lost, result.n_siblings, result.n_files, result.n_idle, result.n_forks,
             result.n_aside, result.fault != NULL ? result.fault : "");
  figures->n_runs++;
  figures->n_values += result.n_values;
  figures->n_lost += result.n_lost;
  figures->n_siblings += result.n_siblings;
  figures->n_forks += result.n_forks;
  figures->n_aside += result.n_aside;
  figures->n_keys += result.n_keys;
  figures->most_files = MAX (figures->most_files, result.n_files);
  figures->most_idle = MAX (figures->most_idle, result.n_idle);
  g_free (result.fault);
}

static int
find_name (const char *const *names,
           guint              n,
           const char        *name)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return (int) i;
  g_printerr ("simulation: there is no \"%s\"\n", name);
  exit (2);
}

int
main (int    argc,
      char **argv)
{
  gint64 first = 1;
  int n_runs = 100;
  gboolean verbose = FALSE, is_encrypted = FALSE;
  g_autofree char *fault_name = NULL;
  g_autofree char *disaster_name = NULL;
  const GOptionEntry entries[] = {
    { "first", 0, 0, G_OPTION_ARG_INT64, &first, NULL, NULL },
    { "runs", 0, 0, G_OPTION_ARG_INT, &n_runs, NULL, NULL },
    { "fault", 0, 0, G_OPTION_ARG_STRING, &fault_name, NULL, NULL },
    { "disaster", 0, 0, G_OPTION_ARG_STRING, &disaster_name, NULL, NULL },
    { "encrypted", 0, 0, G_OPTION_ARG_NONE, &is_encrypted, NULL, NULL },
    { "verbose", 0, 0, G_OPTION_ARG_NONE, &verbose, NULL, NULL },
    { NULL },
  };
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  Figures figures = { 0 };
  int fault, disaster;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL))
    return 2;
  fault = fault_name != NULL ? find_name (FAULTS, G_N_ELEMENTS (FAULTS), fault_name) : 0;
  disaster = disaster_name != NULL ? find_name (DISASTERS, G_N_ELEMENTS (DISASTERS), disaster_name) : SIM_ONE;
#ifdef PZ_SYNC_FAULTS
  pz_sync_fault = (PzSyncFault) fault;
#else
  g_assert_cmpint (fault, ==, 0);
#endif
  for (int i = 0; i < n_runs && (fault == 0 || figures.n_failed == 0); i++)
    run_one ((guint64) (first + i), (SimDisaster) disaster, is_encrypted, verbose, &figures);
  g_print ("%s, %s: %u runs, %u failed (first %" G_GUINT64_FORMAT ": %s), %" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT
           " values lost, %" G_GUINT64_FORMAT " siblings kept, %" G_GUINT64_FORMAT " new ids, %" G_GUINT64_FORMAT
           " set aside, %" G_GUINT64_FORMAT " keys, at most %u files, at most %u idle requests\n",
           FAULTS[fault], DISASTERS[disaster], figures.n_runs, figures.n_failed, figures.first_failed,
           figures.fault != NULL ? figures.fault : "-", figures.n_lost, figures.n_values, figures.n_siblings,
           figures.n_forks, figures.n_aside, figures.n_keys, figures.most_files, figures.most_idle);
  g_free (figures.fault);
  return (figures.n_failed > 0) == (fault != 0) ? 0 : 1;
}
