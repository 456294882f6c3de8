/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../core/store/store-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Saving: one file against the bare calls, thirty at once against one after another, and an import of 500. They take
 * turns, round by round, because what else the disk does changes more than what we do. Medians. In TMPDIR, which
 * should be on a disk. */
#define LENGTH 44000 /* bytes of a learner */
#define ROUNDS 101
#define MANY_ROUNDS 11
#define MANY 30
#define IMPORT 500

typedef struct
{
  StoreFixture fixture;
  GBytes *content;
  PzVersion versions[IMPORT];
} Bench;

static guint n_flushes;

/* Instead of the library's: the same calls, counted. */
int
fsync (int file)
{
  n_flushes++;
  return (int) syscall (SYS_fsync, file);
}

int
syncfs (int file)
{
  n_flushes++;
  return (int) syscall (SYS_syncfs, file);
}

static char *
name_of (guint number)
{
  return g_strdup_printf ("learners/b%03u.json", number);
}

static void
commit_files (Bench *self,
              guint  first,
              guint  n)
{
  g_autoptr(PzCommit) commit = pz_commit_new (self->fixture.store);

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *name = name_of (i);

      pz_commit_put (commit, name, self->content, &self->versions[i]);
    }
  if (!pz_commit_run (commit, NULL))
    abort ();
  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *name = name_of (i);

      pz_commit_get_version (commit, name, &self->versions[i]);
    }
}

/* the least that is durable and whole: unfinished file, flush, rename, flush of the folder */
static void
save_bare (Bench *self)
{
  g_autofree char *folder = store_fixture_path (&self->fixture, "learners");
  g_autofree char *unfinished = g_build_filename (folder, ".bare.tmp", NULL);
  g_autofree char *name = g_build_filename (folder, "bare.json", NULL);
  gsize length;
  gconstpointer data = g_bytes_get_data (self->content, &length);
  int place = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int file = open (unfinished, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (place < 0 || file < 0 || write (file, data, length) != (gssize) length || fsync (file) < 0 || close (file) < 0 ||
      rename (unfinished, name) < 0 || fsync (place) < 0 || close (place) < 0)
    abort ();
}

static void
save_one (Bench *self)
{
  commit_files (self, 0, 1);
}

static void
save_many (Bench *self)
{
  commit_files (self, 0, MANY);
}

static void
save_many_one_by_one (Bench *self)
{
  for (guint i = 0; i < MANY; i++)
    commit_files (self, i, 1);
}

static void
import_at_once (Bench *self)
{
  commit_files (self, 0, IMPORT);
}

static void
import_one_by_one (Bench *self)
{
  for (guint i = 0; i < IMPORT; i++)
    commit_files (self, i, 1);
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

/* Prints the row and how many flushes one run of each took. */
static void
measure (Bench      *self,
         const char *what,
         void      (*ours) (Bench *),
         void      (*bare) (Bench *),
         guint       n_rounds,
         double      mark)
{
  double times[2][ROUNDS];
  guint flushes[2];

  for (guint round = 0; round < n_rounds; round++)
    for (guint turn = 0; turn < 2; turn++)
      {
        guint k = (round + turn) % 2; /* who comes second has to wait for what the first left to the disk */
        gint64 start;

        n_flushes = 0;
        start = g_get_monotonic_time ();
        (k == 0 ? ours : bare) (self);
        times[k][round] = (double) (g_get_monotonic_time () - start);
        flushes[k] = n_flushes;
      }
  for (guint k = 0; k < 2; k++)
    qsort (times[k], n_rounds, sizeof (double), compare_doubles);
  printf ("%s, %u against %u flushes | %.0f us | %.0f us | %.2f | <= %.1f | %s\n", what, flushes[0], flushes[1],
          times[0][n_rounds / 2], times[1][n_rounds / 2], times[0][n_rounds / 2] / times[1][n_rounds / 2], mark,
          times[0][n_rounds / 2] <= mark * times[1][n_rounds / 2] ? "yes" : "no");
}

int
main (void)
{
  g_autofree char *text = g_strnfill (LENGTH, 'x');
  Bench bench = { 0 };

  store_fixture_set_up (&bench.fixture, NULL);
  bench.content = bytes_of (text);
  import_at_once (&bench);
  measure (&bench, "saving one learner, against the bare calls", save_one, save_bare, ROUNDS, 1.2);
  measure (&bench, "saving 30 learners, against one by one", save_many, save_many_one_by_one, MANY_ROUNDS, 0.6);
  measure (&bench, "importing 500 learners, against one by one", import_at_once, import_one_by_one, 3, 0.6);
  g_bytes_unref (bench.content);
  store_fixture_tear_down (&bench.fixture, NULL);
  return 0;
}
