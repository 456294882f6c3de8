/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Synchronisation of a school with a real server 50 ms away, beside one file per record on the same server, and the join
 * of what two devices know. Without PZ_DAV_URL it starts a server for itself; nothing is measured when none is
 * installed. */
#include "config.h"

#include "pz-dav-remote.h"
#include "pz-learner.h"
#include "pz-outbox.h"
#include "pz-replica-apply.h"
#include "sim-device.h"

#include <ftw.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#define N_LEARNERS 2000
#define START G_GINT64_CONSTANT (1795428000000)
#define MERGE_MARK 300.0

typedef struct
{
  char *folder;
  PzRemote *remote;
  SimDevice *device;
  GPtrArray *ids;
  GPtrArray *texts; /* GBytes of each learner's file */
} Bench;

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

static void
print_row (const char *name,
           double      value,
           double      baseline)
{
  printf ("%s | %.0f ms | %.0f ms | %.3f | - | -\n", name, value, baseline, value / baseline);
  fflush (stdout);
}

static PzRemote *
connect_to (const char *below)
{
  g_autofree char *address = g_strconcat (g_getenv ("PZ_DAV_URL"), below, NULL);
  g_autoptr(GError) error = NULL;
  PzDavRemote *remote = pz_dav_remote_new (address, g_getenv ("PZ_DAV_USER"), g_getenv ("PZ_DAV_PASSWORD"), &error);

  g_assert_no_error (error);
  return PZ_REMOTE (remote);
}

/* a school, as if it had been typed in before synchronisation was switched on */
static void
make_school (Bench *self)
{
  PzStore *store = pz_replica_get_store (self->device->replica);
  g_autoptr(PzCommit) commit = pz_commit_new (store);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < N_LEARNERS; i++)
    {
      char *id = pz_environment_new_id (self->device->environment);
      g_autofree char *name = g_strdup_printf ("learners/%s.json", id);
      g_autofree char *text = g_strdup_printf ("Learner number %u", i);
      g_autoptr(PzDocument) document = pz_document_new (PZ_DOCUMENT_LEARNER, id, self->device->clock);
      PzRecord *owner = pz_document_get_owner (document);
      GBytes *bytes;

      pz_record_set_text (owner, PZ_LEARNER_GIVEN_NAME, text);
      pz_record_set_text (owner, PZ_LEARNER_FAMILY_NAME, "of a family");
      pz_record_set_text (owner, PZ_LEARNER_NOTES, "Works best in the morning, beside somebody who is patient.");
      pz_record_set_add (owner, PZ_LEARNER_INTERESTS, "reading");
      bytes = pz_document_serialize (document);
      pz_commit_put (commit, name, bytes, NULL);
      g_ptr_array_add (self->ids, id);
      g_ptr_array_add (self->texts, bytes);
    }
  pz_commit_run (commit, &error);
  g_assert_no_error (error);
}

static double
time_sync (SimDevice *device)
{
  g_autoptr(GError) error = NULL;
  double begin = now_ms ();

  sim_device_sync (device, &error);
  g_assert_no_error (error);
  return now_ms () - begin;
}

/* what a program does that has one file for each record: it asks for the list, and sends each that it changed */
static double
time_files (Bench    *self,
            PzRemote *remote,
            guint     n)
{
  g_autoptr(GError) error = NULL;
  double begin = now_ms ();
  g_autoptr(GPtrArray) listed = pz_remote_list (remote, NULL, &error);

  for (guint i = 0; error == NULL && i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.json", (char *) g_ptr_array_index (self->ids, i));

      pz_remote_put (remote, name, g_ptr_array_index (self->texts, i), NULL, &error);
    }
  g_assert_no_error (error);
  return now_ms () - begin;
}

static void
measure_requests (Bench *self)
{
  g_autoptr(PzRemote) files = connect_to ("files/");
  double first, edit;

  g_assert_true (pz_remote_make_folder (files, NULL, NULL));
  first = time_sync (self->device);
  print_row ("sync: 2,000 learners for the first time, 50 ms away, beside a file each", first,
             time_files (self, files, N_LEARNERS));
  time_sync (self->device);
  sim_device_write (self->device, g_ptr_array_index (self->ids, 0), PZ_LEARNER_NOTES, "changed");
  edit = time_sync (self->device);
  print_row ("sync: one edit among 2,000 learners, beside the list and one file", edit, time_files (self, files, 1));
}

/* the school joined with a snapshot of it: all that is there is read and compared, nothing is new */
static void
measure_merge (Bench *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzKnowledge) snapshot = pz_replica_snapshot (self->device->replica, &error);
  double best = G_MAXDOUBLE;

  g_assert_no_error (error);
  for (guint i = 0; i < 5; i++)
    {
      double begin = now_ms ();
      PzPlacing placing;

      pz_replica_apply_snapshot (self->device->replica, "snap", snapshot, &placing, &error);
      g_assert_no_error (error);
      best = MIN (best, now_ms () - begin);
    }
  printf ("sync: merge of 2,000 learners | %.0f ms | - | - | <= %.0f ms | %s\n", best, MERGE_MARK,
          best < MERGE_MARK ? "yes" : "no");
}

static int
remove_one (const char        *path,
            const struct stat *status,
            int                kind,
            struct FTW        *ftw)
{
  return g_remove (path);
}

static void
measure (void)
{
  Bench bench = { 0 };
  g_autoptr(GError) error = NULL;

  bench.folder = g_dir_make_tmp ("pz-bench-sync-XXXXXX", NULL);
  bench.remote = connect_to ("school/");
  bench.device = sim_device_new (bench.folder, 0, START, 1, bench.remote);
  bench.ids = g_ptr_array_new_with_free_func (g_free);
  bench.texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  sim_device_make_class (bench.device);
  make_school (&bench);
  pz_syncer_set_up (bench.device->syncer, NULL, &error);
  g_assert_no_error (error);
  measure_requests (&bench);
  time_sync (bench.device);
  measure_merge (&bench);
  sim_device_free (bench.device);
  g_object_unref (bench.remote);
  g_ptr_array_unref (bench.ids);
  g_ptr_array_unref (bench.texts);
  nftw (bench.folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
  g_free (bench.folder);
}

int
main (int    argc,
      char **argv)
{
  if (g_getenv ("PZ_DAV_URL") != NULL)
    {
      measure ();
      return 0;
    }
  g_setenv ("PZ_DAV_DELAY", "50", TRUE);
  execl (WITH_SERVER, WITH_SERVER, "apache", argv[0], NULL);
  perror (WITH_SERVER);
  return 1;
}
