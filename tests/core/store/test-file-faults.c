/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "pz-error.h"

#include <errno.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define A "learners/a.json"
#define B "learners/b.json"
#define RECORD "journal/txn-0123456789abcdef.journal"
#define TEXT "{\"a\":\"a text that is longer than one piece of it\"}\n"

/* What reading and writing do until faults_end(): the calls are counted from the first after faults_begin(). */
static struct
{
  gboolean on;
  gsize piece;       /* most bytes a call takes; 0: all of them */
  guint interrupted; /* every so many calls a signal comes first; 0: never */
  guint fail_at;     /* the number of the call that fails; 0: none */
  int error;         /* of that one; 0: it takes nothing and says so */
  guint n_calls;
} faults;

static void
faults_begin (gsize piece,
              guint interrupted,
              guint fail_at,
              int   error)
{
  memset (&faults, 0, sizeof faults);
  faults.piece = piece;
  faults.interrupted = interrupted;
  faults.fail_at = fail_at;
  faults.error = error;
  faults.on = TRUE;
}

/* the number of calls there were */
static guint
faults_end (void)
{
  faults.on = FALSE;
  return faults.n_calls;
}

/* TRUE: the call ends here, with *answer. */
static gboolean
meet_fault (gsize  *length,
            gssize *answer)
{
  if (!faults.on)
    return FALSE;
  faults.n_calls++;
  *answer = -1;
  if (faults.n_calls == faults.fail_at)
    {
      errno = faults.error;
      *answer = faults.error != 0 ? -1 : 0;
      return TRUE;
    }
  if (faults.interrupted != 0 && faults.n_calls % faults.interrupted == 0)
    {
      errno = EINTR;
      return TRUE;
    }
  if (faults.piece != 0)
    *length = MIN (*length, faults.piece);
  return FALSE;
}

/* these take the places of those of the C library */
ssize_t
read (int    file,
      void  *buffer,
      size_t length)
{
  gssize answer;

  return meet_fault (&length, &answer) ? answer : syscall (SYS_read, file, buffer, length);
}

ssize_t
write (int         file,
       const void *data,
       size_t      length)
{
  gssize answer;

  return meet_fault (&length, &answer) ? answer : syscall (SYS_write, file, data, length);
}

static void
test_short_and_interrupted_reads (StoreFixture  *fixture,
                                  gconstpointer  data)
{
  store_save (fixture, A, TEXT);
  for (gsize piece = 1; piece < 9; piece++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) content = NULL;
      guint n_calls;

      faults_begin (piece, 3, 0, 0);
      content = pz_store_read (fixture->store, A, NULL, &error);
      n_calls = faults_end ();
      g_assert_no_error (error);
      g_assert_cmpuint (n_calls, >, strlen (TEXT) / piece);
      g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), TEXT, strlen (TEXT));
    }
}

/* Wherever the disk gives up, nothing is given out, and the file can be read when it has recovered. */
static void
test_disk_that_cannot_be_read (StoreFixture  *fixture,
                               gconstpointer  data)
{
  guint n_calls;

  store_save (fixture, A, TEXT);
  faults_begin (8, 0, 0, 0);
  g_bytes_unref (pz_store_read (fixture->store, A, NULL, NULL));
  n_calls = faults_end ();
  for (guint i = 1; i <= n_calls; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) content = NULL;

      faults_begin (8, 0, i, EIO);
      content = pz_store_read (fixture->store, A, NULL, &error);
      faults_end ();
      g_assert_null (content);
      g_assert_error (error, PZ_ERROR, PZ_ERROR_IO);
    }
  store_assert_holds (fixture, A, TEXT);
}

static void
test_file_that_shrinks_while_it_is_read (StoreFixture  *fixture,
                                         gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) content = NULL;

  store_save (fixture, A, TEXT);
  faults_begin (8, 0, 3, 0);
  content = pz_store_read (fixture->store, A, NULL, &error);
  faults_end ();
  g_assert_null (content);
  g_assert_error (error, PZ_ERROR, PZ_ERROR_CHANGED);
}

static PzCommit *
new_commit (StoreFixture *fixture,
            guint         n_files)
{
  PzCommit *commit = pz_commit_new (fixture->store);

  commit_put_text (commit, A, TEXT, NULL);
  if (n_files > 1)
    commit_put_text (commit, B, TEXT, NULL);
  return commit;
}

static void
test_short_and_interrupted_writes (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  for (guint n_files = 1; n_files <= 2; n_files++)
    {
      g_autoptr(PzCommit) commit = new_commit (fixture, n_files);
      g_autoptr(PzCommit) away = pz_commit_new (fixture->store);
      guint n_calls;

      faults_begin (5, 3, 0, 0);
      commit_run_well (commit);
      n_calls = faults_end ();
      g_assert_cmpuint (n_calls, >, n_files * strlen (TEXT) / 5);
      store_assert_holds (fixture, A, TEXT);
      if (n_files > 1)
        store_assert_holds (fixture, B, TEXT);
      store_assert_tidy (fixture);
      pz_commit_delete (away, A, NULL);
      commit_run_well (away);
    }
}

/* a disk that fails, and one that takes nothing and gives no reason */
static void
test_disk_that_cannot_be_written_to (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  static const int errors[] = { EIO, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    for (guint n_files = 1; n_files <= 2; n_files++)
      for (guint at = 1; at <= 7; at++)
        {
          g_autoptr(PzCommit) commit = new_commit (fixture, n_files);
          g_autoptr(GPtrArray) left_over = NULL;
          g_autoptr(GError) error = NULL;
          gboolean done;

          faults_begin (8, 0, at, errors[i]);
          done = pz_commit_run (commit, &error);
          g_assert_cmpuint (faults_end (), >=, at);
          g_assert_false (done);
          g_assert_error (error, PZ_ERROR, PZ_ERROR_IO);
          g_assert_false (store_fixture_exists (fixture, A));
          left_over = store_fixture_left_over (fixture);
          g_assert_cmpuint (left_over->len, ==, 0);
        }
}

/* An answer about the disk says nothing of the record: it is set aside only when it was read and is damaged. */
static void
test_record_that_cannot_be_read_stays (StoreFixture  *fixture,
                                       gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  PzStore *store;

  store_fixture_write (fixture, RECORD, "PTXN2 nonsense\n");
  g_clear_object (&fixture->store);
  faults_begin (0, 0, 1, EIO);
  store = pz_store_open (fixture->environment, fixture->path, PZ_STORE_NONE, &error);
  faults_end ();
  g_assert_null (store);
  g_assert_error (error, PZ_ERROR, PZ_ERROR_IO);
  g_assert_true (store_fixture_exists (fixture, RECORD));
  store_fixture_reopen (fixture);
  g_assert_false (store_fixture_exists (fixture, RECORD));
  g_assert_true (store_fixture_exists (fixture, RECORD ".damaged"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/core/file-faults/short-and-interrupted-reads", test_short_and_interrupted_reads);
  store_test_add ("/core/file-faults/disk-that-cannot-be-read", test_disk_that_cannot_be_read);
  store_test_add ("/core/file-faults/file-that-shrinks", test_file_that_shrinks_while_it_is_read);
  store_test_add ("/core/file-faults/short-and-interrupted-writes", test_short_and_interrupted_writes);
  store_test_add ("/core/file-faults/disk-that-cannot-be-written-to", test_disk_that_cannot_be_written_to);
  store_test_add ("/core/file-faults/record-that-cannot-be-read-stays", test_record_that_cannot_be_read_stays);
  return g_test_run ();
}
