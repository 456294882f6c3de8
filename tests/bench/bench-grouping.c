/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../core/grouping/group-files.h"
#include "pz-group-proof.h"
#include "pz-group-rotation.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Groups: how soon the search finds what is known to be the best, in CPU time of its thread. Cases are found below
 * PERSONALIZE_SAMPLES in grouping/; without it only rounds are planned. --mdgp FILE measures one instance of the
 * maximally diverse grouping problem. */

#define SEEDS 3

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* A search that is watched, and ended when its time is over. */
typedef struct
{
  double start;
  double limit;      /* ms */
  double at;         /* when the best so far was found */
  gint64 best;
  gint64 wanted;     /* good enough to end */
  GCancellable *cancellable;
} Watch;

static void
watch_cb (const guint *groups,
          gint64       total,
          double       done,
          gpointer     user_data)
{
  Watch *watch = user_data;
  double now = get_cpu_ms () - watch->start;

  if (total < watch->best)
    {
      watch->best = total;
      watch->at = now;
    }
  if (now >= watch->limit || total <= watch->wanted)
    g_cancellable_cancel (watch->cancellable);
}

/* budget: what the search plans with; limit: ms after which it is ended */
static PzGroupResult *
search (const PzGroupProblem *problem,
        guint64               seed,
        guint64               budget,
        Watch                *watch)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  PzGroupWork work = { seed, budget, cancellable, watch_cb, watch };

  watch->cancellable = cancellable;
  watch->best = G_MAXINT64;
  watch->at = 0;
  watch->start = get_cpu_ms ();
  return pz_group_solver_run (problem, &work, NULL);
}

static int
compare (const void *a,
         const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* name | value | baseline | ratio | mark | ok; a mark of 0 is none */
static void
print_row (const char *name,
           const char *value,
           const char *baseline,
           const char *mark,
           int         ok)
{
  printf ("%s | %s | %s | - | %s | %s\n", name, value, baseline, mark, ok < 0 ? "-" : ok > 0 ? "yes" : "no");
  fflush (stdout);
}

/* Figures over the classes. */
typedef struct
{
  double found[100];  /* ms to the known optimum; infinite when it was not found */
  double proof[100];  /* ms of the proof from a good start */
  double rough[100];  /* and from one local search */
  guint n;
  guint n_within_50;
  guint n_within_200;
  guint n_proven;
  guint n_broken;
  double swaps, ms;
} Classes;

static double
prove (const PzGroupProblem *problem,
       guint64               budget,
       double                optimum,
       gboolean             *proven)
{
  PzGroupWork work = { 1, budget };
  g_autoptr(PzGroupResult) result = pz_group_solver_run (problem, &work, NULL);
  double start = get_cpu_ms ();
  PzGroupProof proof = pz_group_proof_run (problem, result, NULL);

  *proven &= proof.verdict == PZ_GROUP_PROVEN && fabs ((double) result->total / PZ_GROUP_UNIT - optimum) < 1.5e-4;
  return get_cpu_ms () - start;
}

static void
measure_class (Classes    *all,
               const char *path,
               double      optimum)
{
  g_autoptr(PzGroupProblem) problem = group_file_read_class (path);
  gint64 wanted = (gint64) ceil ((optimum + 1e-4) * PZ_GROUP_UNIT);
  Watch watch = { .limit = 1000, .wanted = wanted };
  g_autoptr(PzGroupResult) result = NULL;
  gboolean proven = TRUE;

  if (problem == NULL || all->n == G_N_ELEMENTS (all->found))
    return;
  result = search (problem, 1, G_MAXUINT64, &watch);
  all->swaps += (double) result->swaps;
  all->ms += get_cpu_ms () - watch.start;
  all->found[all->n] = result->total <= wanted ? watch.at : (double) INFINITY;
  all->n_within_50 += all->found[all->n] <= 50;
  all->n_within_200 += all->found[all->n] <= 200;
  all->n_broken += result->broken > 0;
  all->proof[all->n] = prove (problem, 2000000, optimum, &proven);
  all->rough[all->n] = prove (problem, 2500, optimum, &proven);
  all->n_proven += proven;
  all->n++;
}

static void
print_classes (Classes *all)
{
  g_autofree char *within = g_strdup_printf ("%u and %u of %u", all->n_within_50, all->n_within_200, all->n);
  g_autofree char *proven = g_strdup_printf ("%u of %u", all->n_proven, all->n);
  g_autofree char *found = NULL, *proof = NULL, *rough = NULL, *speed = NULL;
  guint last = all->n - 1, middle = all->n / 2;

  qsort (all->found, all->n, sizeof (double), compare);
  qsort (all->proof, all->n, sizeof (double), compare);
  qsort (all->rough, all->n, sizeof (double), compare);
  found = g_strdup_printf ("%.1f, %.1f ms", all->found[middle], all->found[last]);
  proof = g_strdup_printf ("%.1f, %.1f ms", all->proof[middle], all->proof[last]);
  rough = g_strdup_printf ("%.1f, %.1f ms", all->rough[middle], all->rough[last]);
  speed = g_strdup_printf ("%.0f ns", all->ms * 1e6 / all->swaps);
  print_row ("classes: optimum within 50 and 200 ms", within, "annealing 80, 93 in 50 ms", "98, all",
             all->n_broken == 0 && all->n_within_50 * 100 >= all->n * 98 && all->n_within_200 == all->n);
  print_row ("classes: to the optimum, median and worst", found, "random restarts 8.3, 242 ms", "-", -1);
  print_row ("classes: proven, and the published optimum", proven, "-", "all", all->n_proven == all->n);
  print_row ("classes: CPU of the proof, median and worst", proof, "simplex 5.1, 13 ms", "50 ms", all->proof[last] <= 50);
  print_row ("the same from one local search", rough, "simplex 10, 42 ms", "50 ms", all->rough[last] <= 50);
  print_row ("classes: a swap", speed, "-", "40 ns", all->ms * 1e6 / all->swaps <= 40);
}

static char **
read_lines (const char *folder,
            const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? g_strsplit (text, "\n", -1) : NULL;
}

static void
measure_classes (const char *folder)
{
  g_auto(GStrv) lines = read_lines (folder, "class_optima.tsv");
  g_autofree Classes *all = g_new0 (Classes, 1);

  for (guint i = 1; lines != NULL && lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);
      g_autofree char *path = NULL;

      if (g_strv_length (cells) < 2)
        continue;
      path = g_build_filename (folder, "class", cells[0], NULL);
      measure_class (all, path, g_ascii_strtod (cells[1], NULL));
    }
  if (all->n > 0)
    print_classes (all);
}

/* What the marks ask of one instance: percent below the best seen, in so many ms; the median of the seeds. */
typedef struct
{
  const char *name;
  double best;
  double ms;
  double gap;
  const char *peers;
} Mark;

static const Mark marks[] = {
  { "RanInt_n120_ss_01", 47909, 50, 0.1, "search by a population -0.42 % @0.3 s" },
  { "RanInt_n120_ss_01", 47909, 1000, 0, "exchange -3.96 % @10 s" },
  { "RanReal_n240_ss_01", 155268.582, 1000, 0.1, "search by a population -0.14 % @16 s" },
  { "RanReal_n480_ss_01", 378437.628, 1000, 0.15, "exchange -5.73 % @10 s" },
  { "RanReal_n480_ss_01", 378437.628, 10000, 0.1, "search by a population -0.43 % @23 s" },
  { "Geo_n480_ss_01", 552240.280, 1000, 0.15, "search by a population -0.05 % @0.6 s" },
};

/* CPU time of a run without an audience, in ms */
static double
time_run (const PzGroupProblem *problem,
          guint64               budget)
{
  PzGroupWork work = { 99, budget };
  double start = get_cpu_ms ();
  g_autoptr(PzGroupResult) result = pz_group_solver_run (problem, &work, NULL);

  return get_cpu_ms () - start;
}

/* how many swaps of the budget fit into the time, by two short runs: what is done once at the start does not count */
static guint64
find_budget (const PzGroupProblem *problem,
             double                ms)
{
  const double few = 1e6, more = 6e6;
  double first = time_run (problem, (guint64) few), second = time_run (problem, (guint64) more);
  double each = (second - first) / (more - few);

  return (guint64) MAX (0.93 * (few + (ms - first) / each), few / 10);
}

static void
measure_mark (const Mark *mark,
              const char *folder)
{
  g_autofree char *plain = g_strdup_printf ("%s/mdgplib/%s.txt", folder, mark->name);
  g_autofree char *packed = g_strconcat (plain, ".gz", NULL);
  g_autoptr(PzGroupProblem) problem = group_file_read_mdgp (g_file_test (plain, G_FILE_TEST_EXISTS) ? plain : packed);
  double gaps[SEEDS], swaps = 0, ms = 0;
  g_autofree char *name = NULL, *value = NULL, *asked = NULL;
  guint64 budget;

  if (problem == NULL)
    return;
  budget = find_budget (problem, mark->ms);
  for (guint seed = 0; seed < SEEDS; seed++)
    {
      Watch watch = { .limit = mark->ms, .wanted = G_MININT64 };
      g_autoptr(PzGroupResult) result = search (problem, seed + 1, budget, &watch);

      gaps[seed] = 100 * (1 + (double) result->total / 1000 / mark->best);
      swaps += (double) result->swaps;
      ms += get_cpu_ms () - watch.start;
    }
  qsort (gaps, SEEDS, sizeof (double), compare);
  name = g_strdup_printf ("%s in %g s: below the best seen, median of %d", mark->name, mark->ms / 1000, SEEDS);
  value = g_strdup_printf ("%.3f %% (%.1f ns)", gaps[SEEDS / 2], ms * 1e6 / swaps);
  asked = g_strdup_printf ("%g %%", mark->gap);
  print_row (name, value, mark->peers, asked, gaps[SEEDS / 2] <= mark->gap + 1e-9);
}

static int
measure_file (const char *path)
{
  g_autoptr(PzGroupProblem) problem = group_file_read_mdgp (path);

  if (problem == NULL)
    {
      fprintf (stderr, "bench-grouping: %s is no instance\n", path);
      return 1;
    }
  for (guint seed = 1; seed <= SEEDS; seed++)
    {
      static const double limits[] = { 50, 1000, 10000 };

      for (gsize k = 0; k < G_N_ELEMENTS (limits); k++)
        {
          Watch watch = { .limit = limits[k], .wanted = G_MININT64 };
          g_autoptr(PzGroupResult) result = search (problem, seed, find_budget (problem, limits[k]), &watch);
          double ms = get_cpu_ms () - watch.start;
          g_autofree char *name = g_strdup_printf ("seed %u, %g s", seed, limits[k] / 1000);
          g_autofree char *value = g_strdup_printf ("%.3f at %.2f s, %.0f M/s", -(double) result->total / 1000,
                                                    watch.at / 1000, (double) result->swaps / ms / 1000);

          print_row (name, value, "-", "-", -1);
        }
    }
  return 0;
}

/* Rounds: what a joint planner was measured to reach in 3 s. */
static const struct
{
  guint m, size, rounds, repeats, squares; /* squares: compared instead where not 0 */
  const char *peer;
} plans[] = {
  { 7, 4, 7, 1, 0, "greedy 6" },  { 7, 4, 9, 22, 0, "greedy 34" }, { 8, 4, 8, 1, 0, "greedy 6" },
  { 8, 4, 10, 22, 0, "greedy 30" }, { 6, 5, 6, 6, 0, "greedy 14" }, { 8, 3, 11, 3, 0, "greedy 10" },
  { 6, 4, 7, 8, 0, "greedy 14" }, { 5, 6, 6, 0, 600, "greedy 84 repeats" },
};

static PzGroupRotation *
plan (guint   k,
      guint64 seed,
      double  ms)
{
  PzGroupBuilder *builder = pz_group_builder_new (plans[k].m * plans[k].size);
  g_autoptr(GArray) sizes = g_array_new (FALSE, FALSE, sizeof (PzGroupSize));
  g_autoptr(PzGroupProblem) problem = NULL;
  PzGroupRounds rounds = { plans[k].rounds, .weight = 1 };
  PzGroupWork work = { 99, 1000000 };
  g_autoptr(PzGroupRotation) probe = NULL;
  double start;

  pz_group_sizes_even (plans[k].m * plans[k].size, plans[k].m, sizes);
  pz_group_builder_set_sizes (builder, (const PzGroupSize *) sizes->data, sizes->len);
  problem = pz_group_builder_build (builder, NULL);
  pz_group_builder_free (builder);
  start = get_cpu_ms ();
  probe = pz_group_rotation_run (problem, &rounds, &work, NULL);
  work.seed = seed;
  work.budget = (guint64) (1e6 * ms / (get_cpu_ms () - start + 0.01));
  return pz_group_rotation_run (problem, &rounds, &work, NULL);
}

static void
measure_rounds (void)
{
  guint fewest = G_MAXUINT;
  g_autofree char *zero = NULL;

  for (guint k = 0; k < G_N_ELEMENTS (plans); k++)
    {
      double found[SEEDS];
      guint limit = plans[k].squares > 0 ? plans[k].squares : plans[k].repeats;
      g_autofree char *name = NULL, *value = NULL, *asked = g_strdup_printf ("%u", limit);

      for (guint seed = 0; seed < SEEDS; seed++)
        {
          g_autoptr(PzGroupRotation) rotation = plan (k, seed + 1, 3000);

          found[seed] = plans[k].squares > 0 ? (double) rotation->squares : rotation->repeats;
        }
      qsort (found, SEEDS, sizeof (double), compare);
      name = g_strdup_printf ("%u groups of %u, %u rounds in 3 s: %s, median", plans[k].m, plans[k].size, plans[k].rounds,
                              plans[k].squares > 0 ? "squares" : "repeats");
      value = g_strdup_printf ("%g", found[SEEDS / 2]);
      print_row (name, value, plans[k].peer, asked, found[SEEDS / 2] <= limit);
    }
  for (guint seed = 1; seed <= 5 && fewest > 0; seed++)
    {
      g_autoptr(PzGroupRotation) rotation = plan (4, seed, 10000);

      fewest = MIN (fewest, rotation->repeats);
    }
  zero = g_strdup_printf ("%u", fewest);
  print_row ("6 groups of 5, 6 rounds in 10 s: repeats, best of 5", zero, "-", "0", fewest == 0);
}

int
main (int    argc,
      char **argv)
{
  const char *samples = g_getenv ("PERSONALIZE_SAMPLES");
  g_autofree char *folder = samples != NULL ? g_build_filename (samples, "grouping", NULL) : NULL;

  if (argc == 3 && strcmp (argv[1], "--mdgp") == 0)
    return measure_file (argv[2]);
  if (folder != NULL)
    measure_classes (folder);
  for (gsize k = 0; folder != NULL && k < G_N_ELEMENTS (marks); k++)
    measure_mark (&marks[k], folder);
  measure_rounds ();
  return 0;
}
