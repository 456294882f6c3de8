/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../core/store/store-fixture.h"
#include "pz-classroom-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A class through everything that stands above its files: a save of one field against a bare commit of the same bytes,
 * an import of 500 as one commit against one commit each (a sample of them, scaled) and against bare writes, opening a
 * class of 2,000. What is compared takes turns; medians. In TMPDIR, which should be on a disk. */
#define ROUNDS 51
#define IMPORT_ROUNDS 5
#define IMPORT 500
#define SAMPLE 25 /* commits of one, scaled to IMPORT */
#define SCHOOL 2000

typedef struct
{
  char *folder;
  PzEnvironment *environment;
  PzClassroom *classroom;
} Bench;

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
median (double *values,
        guint   n)
{
  qsort (values, n, sizeof (double), compare_doubles);
  return values[n / 2];
}

static double
ms_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
must (gboolean good)
{
  if (!good)
    abort ();
}

static PzDocument *
add_learner (PzClassroom *classroom,
             guint        number)
{
  PzDocument *document = pz_classroom_add (classroom, PZ_DOCUMENT_LEARNER);
  PzRecord *learner = pz_document_get_owner (document);
  g_autofree char *given = g_strdup_printf ("Given %u", number);
  g_autofree char *sourced_id = g_strdup_printf ("s-%u", number);

  pz_record_set_text (learner, PZ_LEARNER_GIVEN_NAME, given);
  pz_record_set_text (learner, PZ_LEARNER_FAMILY_NAME, "Family");
  pz_record_set_text (learner, PZ_LEARNER_SOURCED_ID, sourced_id);
  pz_record_set_text (learner, PZ_LEARNER_BIRTH_DATE, "2016-03-14");
  return document;
}

/* eight goals, forty measurements each */
static void
fill_learner (PzDocument *document)
{
  for (guint i = 0; i < 8; i++)
    {
      PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);

      pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads 60 words per minute");
      for (guint j = 0; j < 40; j++)
        {
          PzRecord *measurement = pz_document_add (document, PZ_RECORD_MEASUREMENT);
          g_autofree char *date = g_strdup_printf ("2026-%02u-%02u", 1 + j / 28, 1 + j % 28);

          pz_record_set_text (measurement, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
          pz_record_set_text (measurement, PZ_MEASUREMENT_DATE, date);
          pz_record_set_number (measurement, PZ_MEASUREMENT_VALUE, 20 + j);
        }
    }
}

static void
set_up (Bench *self)
{
  self->folder = g_dir_make_tmp ("pz-bench-XXXXXX", NULL);
  self->environment = pz_environment_new_system (self->folder);
  self->classroom = pz_classroom_create (self->environment, "Class 5b", NULL);
  must (self->classroom != NULL);
}

static void
tear_down (Bench *self)
{
  g_object_unref (self->classroom);
  g_object_unref (self->environment);
  remove_tree (self->folder);
  g_free (self->folder);
}

static void
bench_one_field (void)
{
  Bench self = { 0 };
  double ours[ROUNDS], bare[ROUNDS], value, baseline;
  g_autoptr(PzDocument) document = NULL;
  g_autoptr(GBytes) content = NULL;
  PzVersion seen = { 0 };

  set_up (&self);
  document = add_learner (self.classroom, 0);
  fill_learner (document);
  must (pz_classroom_save (self.classroom, "Add", NULL));
  content = pz_document_serialize (document);
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Given %u", i + 1);
      g_autoptr(PzCommit) commit = NULL;
      gint64 start = g_get_monotonic_time ();

      pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME, name);
      must (pz_classroom_save (self.classroom, "Rename", NULL));
      ours[i] = ms_since (start);
      start = g_get_monotonic_time ();
      commit = pz_commit_new (self.classroom->store);
      pz_commit_put (commit, "learners/0123456789abcdef.json", content, seen.exists ? &seen : NULL);
      must (pz_commit_run (commit, NULL));
      bare[i] = ms_since (start);
      pz_commit_get_version (commit, "learners/0123456789abcdef.json", &seen);
    }
  value = median (ours, ROUNDS);
  baseline = median (bare, ROUNDS);
  printf ("one field of a learner of %.0f KB through the class, against a bare commit | %.2f ms | %.2f ms | %.2f | - | -\n",
          (double) g_bytes_get_size (content) / 1000, value, baseline, value / baseline);
  g_clear_object (&document);
  tear_down (&self);
}

/* the bytes of the class, written without a flush and without a name of their own before */
static double
write_bare (Bench     *self,
            GPtrArray *contents)
{
  g_autofree char *folder = g_build_filename (self->folder, "bare", NULL);
  gint64 start = g_get_monotonic_time ();
  double ms;

  must (g_mkdir (folder, 0700) == 0);
  for (guint i = 0; i < contents->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u", folder, i);
      int file = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
      gsize length;
      gconstpointer data = g_bytes_get_data (g_ptr_array_index (contents, i), &length);

      must (write (file, data, length) == (gssize) length && close (file) == 0);
    }
  ms = ms_since (start);
  remove_tree (folder);
  return ms;
}

static void
import_once (double *at_once,
             double *one_by_one,
             double *bare,
             double *undo)
{
  Bench self = { 0 };
  g_autoptr(GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gint64 start;

  set_up (&self);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < IMPORT; i++)
    {
      g_autoptr(PzDocument) document = add_learner (self.classroom, i);

      g_ptr_array_add (contents, pz_document_serialize (document));
    }
  must (pz_classroom_save (self.classroom, "Import", NULL));
  *at_once = ms_since (start);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < SAMPLE; i++)
    {
      g_autoptr(PzDocument) document = add_learner (self.classroom, IMPORT + i);

      must (pz_classroom_save (self.classroom, "Import", NULL));
    }
  *one_by_one = ms_since (start) * IMPORT / SAMPLE;
  *bare = write_bare (&self, contents);
  for (guint i = 0; i < SAMPLE; i++)
    must (pz_classroom_undo (self.classroom, NULL));
  must (pz_classroom_save (self.classroom, NULL, NULL));
  start = g_get_monotonic_time ();
  must (pz_classroom_undo (self.classroom, NULL));
  *undo = ms_since (start);
  tear_down (&self);
}

static void
bench_import (void)
{
  double at_once[IMPORT_ROUNDS], one_by_one[IMPORT_ROUNDS], bare[IMPORT_ROUNDS], undo[IMPORT_ROUNDS];
  double value, single, baseline;

  for (guint i = 0; i < IMPORT_ROUNDS; i++)
    import_once (&at_once[i], &one_by_one[i], &bare[i], &undo[i]);
  value = median (at_once, IMPORT_ROUNDS);
  single = median (one_by_one, IMPORT_ROUNDS);
  baseline = median (bare, IMPORT_ROUNDS);
  printf ("import of %u through the class as one commit, against one each (%u measured, scaled) | %.0f ms | %.0f ms | %.2f "
          "| <= 0.6 | %s\n",
          IMPORT, SAMPLE, value, single, value / single, value / single <= 0.6 ? "yes" : "no");
  printf ("the same, against bare writes without a flush | %.0f ms | %.0f ms | %.1f | - | -\n", value, baseline,
          value / baseline);
  printf ("undo of it in memory, on the main loop | %.0f ms | - | - | - | -\n", median (undo, IMPORT_ROUNDS));
}

static double
stat_and_read (const char *path)
{
  g_autofree char *index = g_build_filename (path, "cache", "index.json", NULL);
  g_autofree char *folder = g_build_filename (path, "learners", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GDir) dir = NULL;
  gint64 start = g_get_monotonic_time ();
  const char *base;

  must (g_file_get_contents (index, &text, NULL, NULL));
  dir = g_dir_open (folder, 0, NULL);
  while ((base = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, base, NULL);
      GStatBuf status;

      must (g_stat (file, &status) == 0);
    }
  return ms_since (start);
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  gint64 start = g_get_monotonic_time ();

  must (pz_classroom_refresh_finish (PZ_CLASSROOM (source), result, NULL));
  *(double *) user_data = ms_since (start);
}

/* how long the main loop is kept when the search of the thread is taken over */
static double
apply_refresh (PzClassroom *classroom)
{
  double ms = -1;

  pz_classroom_refresh_async (classroom, NULL, refreshed_cb, &ms);
  while (ms < 0)
    g_main_context_iteration (NULL, TRUE);
  return ms;
}

static void
bench_open (void)
{
  Bench self = { 0 };
  double ours[ROUNDS], bare[ROUNDS], apply[2], value, baseline;
  g_autofree char *path = NULL;

  set_up (&self);
  path = g_strdup (pz_classroom_get_path (self.classroom));
  for (guint i = 0; i < SCHOOL; i++)
    g_object_unref (add_learner (self.classroom, i));
  must (pz_classroom_save (self.classroom, "Import", NULL));
  /* every file is too new to be trusted by its time: all are read again */
  apply[0] = apply_refresh (self.classroom);
  /* so that they are not */
  g_usleep (3 * G_USEC_PER_SEC);
  must (pz_classroom_refresh (self.classroom, NULL) && pz_classroom_close (self.classroom, NULL));
  apply[1] = apply_refresh (self.classroom);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start;

      g_object_unref (self.classroom);
      start = g_get_monotonic_time ();
      self.classroom = pz_classroom_open (self.environment, path, NULL);
      must (self.classroom != NULL && pz_classroom_refresh (self.classroom, NULL));
      ours[i] = ms_since (start);
      bare[i] = stat_and_read (path);
    }
  value = median (ours, ROUNDS);
  baseline = median (bare, ROUNDS);
  printf ("opening a class of %u and looking for changes, against reading the index and stat of all | %.1f ms | %.1f ms | "
          "%.2f | - | -\n", SCHOOL, value, baseline, value / baseline);
  printf ("main loop kept by a search that read all %u again | %.1f ms | - | - | <= 8 ms | %s\n", SCHOOL, apply[0],
          apply[0] <= 8 ? "yes" : "no");
  printf ("main loop kept by a search that found nothing | %.2f ms | - | - | <= 8 ms | %s\n", apply[1],
          apply[1] <= 8 ? "yes" : "no");
  tear_down (&self);
}

int
main (void)
{
  bench_one_field ();
  bench_import ();
  bench_open ();
  return 0;
}
