/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "pz-error.h"
#include "pz-file-change.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define A "learners/a.json"

static PzFileChange *
new_change (const char      *name,
            const char      *content,
            const PzVersion *seen)
{
  PzFileChange *change = pz_file_change_new (name);

  if (content != NULL)
    change->content = bytes_of (content);
  change->has_seen = content != NULL || seen != NULL;
  if (seen != NULL)
    change->seen = *seen;
  return change;
}

/* compares one change with what is on the disk now; 0: it is what was seen */
static int
compare (PlaceFixture    *place,
         const char      *content,
         const PzVersion *seen)
{
  g_auto(PzFolders) folders = { 0 };
  PzFileChange *change = new_change (A, content, seen);
  g_autoptr(GError) error = NULL;
  gboolean same;

  pz_folders_init (&folders, place->folder);
  same = pz_file_change_compare (change, &folders, &error);
  g_assert_true (same == (error == NULL));
  g_assert_true (same || error->domain == PZ_ERROR);
  pz_file_change_free (change);
  return same ? 0 : error->code;
}

static PzVersion
version_of (PlaceFixture *place,
            const char   *content)
{
  g_autofree char *path = place_path (place, A);
  struct stat status;
  PzVersion version;

  g_assert_no_errno (g_lstat (path, &status));
  pz_version_init (&version, &status);
  version.has_crc = content != NULL;
  version.crc = content != NULL ? (guint32) crc_of (content) : 0;
  return version;
}

static void
test_a_change_removes_until_it_has_content (void)
{
  PzFileChange *change = pz_file_change_new (A);

  g_assert_cmpstr (change->name, ==, A);
  g_assert_null (change->content);
  g_assert_cmpint (change->file, ==, -1);
  g_assert_cmpint (change->folder, ==, -1);
  pz_file_change_free (change);
}

static void
test_freeing_closes_what_was_staged (PlaceFixture  *place,
                                     gconstpointer  data)
{
  g_auto(PzFolders) folders = { 0 };
  PzFileChange *change = new_change (A, "one", NULL);
  int file;

  pz_folders_init (&folders, place->folder);
  g_assert_true (pz_file_change_stage (change, &folders, g_strdup (".a.json.tmp"), NULL));
  file = change->file;
  pz_file_change_free (change);
  g_assert_cmpint (fcntl (file, F_GETFD), ==, -1);
}

static void
set_flag_cb (gpointer flag)
{
  *(gboolean *) flag = TRUE;
}

static void
test_lines_hold_their_content (void)
{
  static const char text[] = "line\n";
  gboolean is_gone = FALSE;
  GBytes *content = g_bytes_new_with_free_func (text, strlen (text), set_flag_cb, &is_gone);
  PzLines *lines = pz_lines_new ("history/d.jsonl", content);

  g_bytes_unref (content);
  g_assert_cmpstr (lines->name, ==, "history/d.jsonl");
  g_assert_true (lines->lines == content);
  g_assert_false (is_gone);
  pz_lines_free (lines);
  g_assert_true (is_gone);
}

static void
test_what_is_new_must_not_be_there (PlaceFixture  *place,
                                    gconstpointer  data)
{
  const PzVersion none = { 0 };

  g_assert_cmpint (compare (place, "ours", &none), ==, 0);
  place_write (place, "learners/b.json", "x");
  g_assert_cmpint (compare (place, "ours", &none), ==, 0);
  place_write (place, A, "theirs");
  g_assert_cmpint (compare (place, "ours", &none), ==, PZ_ERROR_CHANGED);
  /* who wants it gone whatever it is need not know it */
  g_assert_cmpint (compare (place, NULL, NULL), ==, 0);
}

static void
test_what_was_seen_must_be_there (PlaceFixture  *place,
                                  gconstpointer  data)
{
  g_autofree char *path = place_path (place, A);
  PzVersion seen, longer;

  place_write (place, A, "one");
  seen = version_of (place, "one");
  g_assert_cmpint (compare (place, "ours", &seen), ==, 0);
  place_write (place, A, "two");
  g_assert_cmpint (compare (place, "ours", &seen), ==, PZ_ERROR_CHANGED);
  place_write (place, A, "one");
  longer = seen;
  longer.size = 4;
  g_assert_cmpint (compare (place, "ours", &longer), ==, PZ_ERROR_CHANGED);
  g_assert_no_errno (g_unlink (path));
  g_assert_cmpint (compare (place, "ours", &seen), ==, PZ_ERROR_CHANGED);
}

/* a copy of the class that was brought back has other times and numbers; without a sum these alone can tell */
static void
test_same_content_is_the_same_version (PlaceFixture  *place,
                                       gconstpointer  data)
{
  g_autofree char *path = place_path (place, A);
  PzVersion summed, seen;

  place_write (place, A, "one");
  summed = version_of (place, "one");
  seen = version_of (place, NULL);
  g_assert_no_errno (g_unlink (path));
  place_write (place, "learners/other.json", "takes the number");
  place_write (place, A, "one");
  g_assert_cmpint (compare (place, "ours", &summed), ==, 0);
  g_assert_cmpint (compare (place, "ours", &seen), ==, PZ_ERROR_CHANGED);
}

/* the times settle it only when a further change would have shown */
static void
test_a_version_that_has_settled_is_not_read (PlaceFixture  *place,
                                             gconstpointer  data)
{
  PzVersion seen;

  place_write (place, A, "one");
  seen = version_of (place, "two");
  seen.settled = FALSE;
  g_assert_cmpint (compare (place, "ours", &seen), ==, PZ_ERROR_CHANGED);
  seen.settled = TRUE;
  g_assert_cmpint (compare (place, "ours", &seen), ==, 0);
}

static void
test_a_folder_is_not_taken_for_a_file (PlaceFixture  *place,
                                       gconstpointer  data)
{
  place_write (place, A "/inside", "x");
  g_assert_cmpint (compare (place, "ours", NULL), ==, PZ_ERROR_NOT_SAFE);
  g_assert_cmpint (compare (place, NULL, NULL), ==, PZ_ERROR_NOT_SAFE);
}

static void
test_a_link_counts_as_no_file (PlaceFixture  *place,
                               gconstpointer  data)
{
  g_autofree char *link = place_path (place, A);

  place_write (place, "learners/b.json", "x");
  g_assert_no_errno (symlink ("b.json", link));
  g_assert_cmpint (compare (place, "ours", NULL), ==, 0);
}

static void
test_measures_what_comes_and_what_goes (PlaceFixture  *place,
                                        gconstpointer  data)
{
  g_auto(PzFolders) folders = { 0 };
  PzFileChange *put = new_change (A, "longer", NULL);
  PzFileChange *gone = new_change (A, NULL, NULL);

  place_write (place, A, "one");
  pz_folders_init (&folders, place->folder);
  g_assert_true (pz_file_change_measure (put, NULL));
  g_assert_cmpuint (put->size, ==, 6);
  g_assert_cmphex (put->crc, ==, crc_of ("longer"));
  g_assert_true (pz_file_change_compare (gone, &folders, NULL));
  g_assert_true (gone->exists);
  g_assert_true (pz_file_change_measure (gone, NULL));
  g_assert_cmpuint (gone->size, ==, 3);
  g_assert_cmphex (gone->crc, ==, crc_of ("one"));
  pz_file_change_free (put);
  pz_file_change_free (gone);
}

static void
test_a_link_that_goes_cannot_be_measured (PlaceFixture  *place,
                                          gconstpointer  data)
{
  g_auto(PzFolders) folders = { 0 };
  g_autofree char *link = place_path (place, A);
  PzFileChange *gone = new_change (A, NULL, NULL);
  g_autoptr(GError) error = NULL;

  place_write (place, "learners/b.json", "x");
  g_assert_no_errno (symlink ("b.json", link));
  pz_folders_init (&folders, place->folder);
  g_assert_true (pz_file_change_compare (gone, &folders, NULL));
  g_assert_false (pz_file_change_measure (gone, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
  pz_file_change_free (gone);
}

static void
test_stages_beside_the_file_and_takes_it_back (PlaceFixture  *place,
                                               gconstpointer  data)
{
  g_auto(PzFolders) folders = { 0 };
  PzFileChange *change = new_change (A, "new", NULL);

  pz_folders_init (&folders, place->folder);
  g_assert_true (pz_file_change_stage (change, &folders, g_strdup (".a.json.tmp"), NULL));
  place_assert_holds (place, "learners/.a.json.tmp", "new");
  g_assert_cmpstr (change->base, ==, "a.json");
  g_assert_true (pz_file_change_close (change, NULL));
  g_assert_cmpint (change->file, ==, -1);
  pz_file_change_unstage (change);
  g_assert_false (place_has (place, "learners/.a.json.tmp"));
  g_assert_null (change->staged);
  /* and again, and while it is still open */
  pz_file_change_unstage (change);
  g_assert_true (pz_file_change_stage (change, &folders, g_strdup (".a.json.tmp"), NULL));
  pz_file_change_unstage (change);
  g_assert_cmpint (change->file, ==, -1);
  g_assert_false (place_has (place, "learners/.a.json.tmp"));
  g_assert_false (place_has (place, A));
  pz_file_change_free (change);
}

static void
test_staging_says_why_it_cannot (PlaceFixture  *place,
                                 gconstpointer  data)
{
  g_auto(PzFolders) folders = { 0 };
  PzFileChange *change = new_change (A, "new", NULL);
  g_autoptr(GError) error = NULL;

  place_write (place, "learners/.a.json.tmp/inside", "x");
  pz_folders_init (&folders, place->folder);
  g_assert_false (pz_file_change_stage (change, &folders, g_strdup (".a.json.tmp"), &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
  /* what stands there is none of ours */
  pz_file_change_unstage (change);
  place_assert_holds (place, "learners/.a.json.tmp/inside", "x");
  pz_file_change_free (change);
}

static void
test_closing_says_when_the_disk_is_full (PlaceFixture  *place,
                                         gconstpointer  data)
{
  g_auto(PzFolders) folders = { 0 };
  PzFileChange *change = new_change (A, "new", NULL);
  g_autoptr(GError) error = NULL;

  pz_folders_init (&folders, place->folder);
  g_assert_true (pz_file_change_stage (change, &folders, g_strdup (".a.json.tmp"), NULL));
  g_assert_no_errno (close (change->file));
  g_assert_false (pz_file_change_close (change, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_IO);
  g_assert_cmpint (change->file, ==, -1);
  pz_file_change_free (change);
}

/* nothing is forbidden to root, so it is a folder that went */
static void
test_asks_before_whether_a_file_can_go (PlaceFixture  *place,
                                        gconstpointer  data)
{
  g_auto(PzFolders) folders = { 0 };
  PzFileChange *change = new_change (A, NULL, NULL);
  g_autoptr(GError) error = NULL;

  place_write (place, A, "x");
  pz_folders_init (&folders, place->folder);
  g_assert_true (pz_file_change_compare (change, &folders, NULL));
  g_assert_true (pz_file_change_prepare_delete (change, NULL));
  change->folder = -1;
  g_assert_false (pz_file_change_prepare_delete (change, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_IO);
  pz_file_change_free (change);
}

static void
test_notes_the_version_that_was_written (PlaceFixture  *place,
                                         gconstpointer  data)
{
  g_auto(PzFolders) folders = { 0 };
  PzFileChange *put = new_change (A, "new", NULL);
  PzFileChange *gone = new_change (A, NULL, NULL);
  PzVersion now;

  pz_folders_init (&folders, place->folder);
  g_assert_true (pz_file_change_measure (put, NULL));
  g_assert_true (pz_file_change_stage (put, &folders, g_strdup ("a.json"), NULL));
  pz_file_change_note_version (put);
  now = version_of (place, NULL);
  g_assert_true (put->written.exists && put->written.has_crc && !put->written.settled);
  g_assert_cmpuint (put->written.inode, ==, now.inode);
  g_assert_cmpuint (put->written.size, ==, 3);
  g_assert_cmphex (put->written.crc, ==, crc_of ("new"));
  g_assert_null (put->staged);
  gone->written = now;
  pz_file_change_note_version (gone);
  g_assert_false (gone->written.exists);
  pz_file_change_free (put);
  pz_file_change_free (gone);
}

#define ADD(path, function) place_test_add ("/core/file-change/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/file-change/a-change-removes-until-it-has-content", test_a_change_removes_until_it_has_content);
  ADD ("freeing-closes-what-was-staged", test_freeing_closes_what_was_staged);
  g_test_add_func ("/core/file-change/lines-hold-their-content", test_lines_hold_their_content);
  ADD ("what-is-new-must-not-be-there", test_what_is_new_must_not_be_there);
  ADD ("what-was-seen-must-be-there", test_what_was_seen_must_be_there);
  ADD ("same-content-is-the-same-version", test_same_content_is_the_same_version);
  ADD ("a-version-that-has-settled-is-not-read", test_a_version_that_has_settled_is_not_read);
  ADD ("a-folder-is-not-taken-for-a-file", test_a_folder_is_not_taken_for_a_file);
  ADD ("a-link-counts-as-no-file", test_a_link_counts_as_no_file);
  ADD ("measures-what-comes-and-what-goes", test_measures_what_comes_and_what_goes);
  ADD ("a-link-that-goes-cannot-be-measured", test_a_link_that_goes_cannot_be_measured);
  ADD ("stages-beside-the-file-and-takes-it-back", test_stages_beside_the_file_and_takes_it_back);
  ADD ("staging-says-why-it-cannot", test_staging_says_why_it_cannot);
  ADD ("closing-says-when-the-disk-is-full", test_closing_says_when_the_disk_is_full);
  ADD ("asks-before-whether-a-file-can-go", test_asks_before_whether_a_file_can_go);
  ADD ("notes-the-version-that-was-written", test_notes_the_version_that_was_written);
  return g_test_run ();
}
