/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "pz-error.h"
#include "pz-history.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define HISTORY "history/9f1c22d07ab4e356.jsonl"

static gboolean
append (PlaceFixture   *place,
        const char     *name,
        const char     *lines,
        PzHistoryMark  *mark,
        GError        **error)
{
  g_auto(PzFolders) folders = { 0 };
  g_autoptr(GBytes) bytes = bytes_of (lines);

  pz_folders_init (&folders, place->folder);
  return pz_history_append (&folders, name, bytes, mark, error);
}

static void
append_well (PlaceFixture *place,
             const char   *lines)
{
  g_autoptr(GError) error = NULL;
  PzHistoryMark mark;

  g_assert_true (append (place, HISTORY, lines, &mark, &error));
  g_assert_no_error (error);
  pz_history_clear (&mark);
}

static void
assert_refused (PlaceFixture *place,
                const char   *name,
                PzError       code)
{
  g_autoptr(GError) error = NULL;
  PzHistoryMark mark;

  g_assert_false (append (place, name, "line\n", &mark, &error));
  g_assert_error (error, PZ_ERROR, (int) code);
}

static void
test_lines_are_added_at_the_end (PlaceFixture  *place,
                                 gconstpointer  data)
{
  g_autofree char *path = place_path (place, HISTORY);
  struct stat status;

  append_well (place, "one\n");
  append_well (place, "two\nthree\n");
  append_well (place, "");
  place_assert_holds (place, HISTORY, "one\ntwo\nthree\n");
  g_assert_no_errno (g_stat (path, &status));
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);
}

/* what a writer that died, or a power cut, left; however long, also over the edge of what is read at once */
static void
test_a_torn_line_is_cut (PlaceFixture  *place,
                         gconstpointer  data)
{
  static const gsize lengths[] = { 1, 4095, 4096, 4097, 9000 };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *torn = g_strnfill (lengths[i], 'x');
      g_autofree char *behind_a_line = g_strconcat ("whole\n", torn, NULL);

      g_test_message ("%" G_GSIZE_FORMAT, lengths[i]);
      place_write (place, HISTORY, behind_a_line);
      append_well (place, "next\n");
      place_assert_holds (place, HISTORY, "whole\nnext\n");
      place_write (place, HISTORY, torn);
      append_well (place, "next\n");
      place_assert_holds (place, HISTORY, "next\n");
    }
}

static void
test_what_was_added_can_be_taken_back (PlaceFixture  *place,
                                       gconstpointer  data)
{
  PzHistoryMark first, second;

  append_well (place, "kept\n");
  g_assert_true (append (place, HISTORY, "one\n", &first, NULL));
  g_assert_true (append (place, HISTORY, "two\n", &second, NULL));
  pz_history_undo (&second);
  place_assert_holds (place, HISTORY, "kept\none\n");
  pz_history_undo (&first);
  place_assert_holds (place, HISTORY, "kept\n");
  g_assert_cmpint (first.file, ==, -1);
}

static void
test_clearing_lets_go_of_the_file_and_keeps_the_lines (PlaceFixture  *place,
                                                       gconstpointer  data)
{
  PzHistoryMark mark;
  int file;

  g_assert_true (append (place, HISTORY, "one\n", &mark, NULL));
  file = mark.file;
  g_assert_cmpint (fcntl (file, F_GETFD), >=, 0);
  pz_history_clear (&mark);
  g_assert_cmpint (fcntl (file, F_GETFD), ==, -1);
  g_assert_cmpint (mark.file, ==, -1);
  place_assert_holds (place, HISTORY, "one\n");
}

static void
test_what_is_no_plain_file_is_refused (PlaceFixture  *place,
                                       gconstpointer  data)
{
  g_autofree char *link = place_path (place, "history/link.jsonl");
  g_autofree char *fifo = place_path (place, "history/fifo.jsonl");

  place_write (place, "decoy", "not ours");
  place_write (place, "history/folder.jsonl/inside", "x");
  g_assert_no_errno (symlink ("../decoy", link));
  g_assert_no_errno (mkfifo (fifo, 0600));
  assert_refused (place, "history/link.jsonl", PZ_ERROR_NOT_SAFE);
  assert_refused (place, "history/fifo.jsonl", PZ_ERROR_NOT_SAFE);
  assert_refused (place, "history/folder.jsonl", PZ_ERROR_NOT_SAFE);
  assert_refused (place, "decoy/x.jsonl", PZ_ERROR_NOT_SAFE);
  place_assert_holds (place, "decoy", "not ours");
}

/* one that others could read is ours alone from now on */
static void
test_the_mode_is_mended (PlaceFixture  *place,
                         gconstpointer  data)
{
  g_autofree char *path = place_path (place, HISTORY);
  struct stat status;

  place_write (place, HISTORY, "one\n");
  g_assert_no_errno (g_chmod (path, 0644));
  append_well (place, "two\n");
  g_assert_no_errno (g_stat (path, &status));
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);
}

/* the kernel refuses to write beyond a size, which is how a full disk looks */
static void
test_a_full_disk_leaves_it_as_it_was (PlaceFixture  *place,
                                      gconstpointer  data)
{
  g_autofree char *longer = g_strnfill (5000, 'x');
  g_autoptr(GError) error = NULL;
  struct rlimit before, limit;
  PzHistoryMark mark;
  gboolean done;

  append_well (place, "one\n");
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &before));
  limit = before;
  limit.rlim_cur = 100;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
  done = append (place, HISTORY, longer, &mark, &error);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &before));
  g_assert_false (done);
  g_assert_nonnull (error);
  place_assert_holds (place, HISTORY, "one\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  place_test_add ("/core/history/lines-are-added-at-the-end", test_lines_are_added_at_the_end);
  place_test_add ("/core/history/a-torn-line-is-cut", test_a_torn_line_is_cut);
  place_test_add ("/core/history/what-was-added-can-be-taken-back", test_what_was_added_can_be_taken_back);
  place_test_add ("/core/history/clearing-lets-go-of-the-file-and-keeps-the-lines", test_clearing_lets_go_of_the_file_and_keeps_the_lines);
  place_test_add ("/core/history/what-is-no-plain-file-is-refused", test_what_is_no_plain_file_is_refused);
  place_test_add ("/core/history/the-mode-is-mended", test_the_mode_is_mended);
  place_test_add ("/core/history/a-full-disk-leaves-it-as-it-was", test_a_full_disk_leaves_it_as_it_was);
  return g_test_run ();
}
