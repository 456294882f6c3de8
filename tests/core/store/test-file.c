/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "pz-error.h"
#include "pz-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

static void
assert_refused (PlaceFixture *place,
                const char   *base,
                gsize         cap,
                PzError       code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) content = NULL;
  struct stat status;

  content = pz_file_read (place->folder, base, base, cap, &status, &error);
  g_assert_null (content);
  g_assert_error (error, PZ_ERROR, (int) code);
}

static void
test_names (void)
{
  g_autofree char *longest = g_strnfill (200, 'a');
  g_autofree char *too_long = g_strnfill (201, 'a');
  static const char *const good[] = { "a", "classroom.json", "learners/d4m7kq2x9v5t0rhb.json", "a/b/c/d", "A-Z_0.9",
                                      "snapshots/2026-11-23T1600/classroom.json", "a..b", "-" };
  static const char *const bad[] = { "", ".", "..", "/", "/a", "a/", "a//b", "a/../b", "../a", ".a", "a/.b", "a b",
                                     "a\nb", "ä", "a\\b", "a:b", "~", "a/./b" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (pz_file_name_is_valid (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (pz_file_name_is_valid (bad[i]));
  g_assert_false (pz_file_name_is_valid (NULL));
  g_assert_true (pz_file_name_is_valid (longest));
  g_assert_false (pz_file_name_is_valid (too_long));
}

static void
test_temporary_names (void)
{
  g_assert_true (pz_file_is_temporary (".a.json.tmp"));
  g_assert_false (pz_file_is_temporary ("a.json.tmp"));
  g_assert_false (pz_file_is_temporary (".a.json"));
}

static void
test_errors_name_the_file (void)
{
  static const struct { int number; PzFileAct act; PzError code; } rows[] = {
    { ENOENT, PZ_FILE_READ, PZ_ERROR_NOT_FOUND },   { ENOSPC, PZ_FILE_WRITE, PZ_ERROR_NO_SPACE },
    { EDQUOT, PZ_FILE_WRITE, PZ_ERROR_NO_SPACE },   { EROFS, PZ_FILE_REMOVE, PZ_ERROR_READ_ONLY },
    { ELOOP, PZ_FILE_READ, PZ_ERROR_NOT_SAFE },     { ENOTDIR, PZ_FILE_READ, PZ_ERROR_NOT_SAFE },
    { ENXIO, PZ_FILE_READ, PZ_ERROR_NOT_SAFE },     { EIO, PZ_FILE_REMOVE, PZ_ERROR_IO },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;

      pz_file_set_error (&error, rows[i].number, rows[i].act, "learners/x.json");
      g_assert_error (error, PZ_ERROR, (int) rows[i].code);
      g_assert_nonnull (strstr (error->message, "learners/x.json"));
      g_assert_nonnull (strstr (error->message, g_strerror (rows[i].number)));
    }
}

static void
test_read_and_checksum (PlaceFixture  *place,
                        gconstpointer  data)
{
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GBytes) expected = g_bytes_new_static ("sixty words", 11);
  struct stat status;
  guint64 size;
  guint32 crc;

  place_write (place, "a", "sixty words");
  content = pz_file_read (place->folder, "a", "a", 100, &status, NULL);
  g_assert_nonnull (content);
  g_assert_true (g_bytes_equal (content, expected));
  g_assert_cmpint (status.st_size, ==, 11);
  g_assert_true (pz_file_checksum (place->folder, "a", "a", &size, &crc, NULL));
  g_assert_cmpuint (size, ==, 11);
  g_assert_cmphex (crc, ==, crc_of ("sixty words"));
}

static void
test_empty_and_exactly_full (PlaceFixture  *place,
                             gconstpointer  data)
{
  g_autoptr(GBytes) empty = NULL;
  g_autoptr(GBytes) full = NULL;
  struct stat status;

  place_write (place, "empty", "");
  place_write (place, "full", "12345");
  empty = pz_file_read (place->folder, "empty", "empty", 5, &status, NULL);
  full = pz_file_read (place->folder, "full", "full", 5, &status, NULL);
  g_assert_cmpuint (g_bytes_get_size (empty), ==, 0);
  g_assert_cmpuint (g_bytes_get_size (full), ==, 5);
  assert_refused (place, "full", 4, PZ_ERROR_TOO_LARGE);
}

static void
test_refuses_what_is_no_plain_file (PlaceFixture  *place,
                                    gconstpointer  data)
{
  g_autofree char *link = place_path (place, "link");
  g_autofree char *fifo = place_path (place, "fifo");
  g_autofree char *folder = place_path (place, "folder");
  g_autofree char *socket_path = place_path (place, "socket");
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int listener;

  place_write (place, "a", "x");
  g_assert_no_errno (symlink ("a", link));
  g_assert_no_errno (mkfifo (fifo, 0600));
  g_assert_no_errno (g_mkdir (folder, 0700));
  g_assert_cmpuint (g_strlcpy (address.sun_path, socket_path, sizeof address.sun_path), <, sizeof address.sun_path);
  listener = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  g_assert_no_errno (bind (listener, (struct sockaddr *) &address, sizeof address));
  close (listener);

  assert_refused (place, "link", 100, PZ_ERROR_NOT_SAFE);
  assert_refused (place, "fifo", 100, PZ_ERROR_NOT_SAFE);
  assert_refused (place, "folder", 100, PZ_ERROR_NOT_SAFE);
  assert_refused (place, "socket", 100, PZ_ERROR_NOT_SAFE);
  assert_refused (place, "/dev/null", 100, PZ_ERROR_NOT_SAFE);
  assert_refused (place, "missing", 100, PZ_ERROR_NOT_FOUND);
}

/* a file of a gigabyte that takes no space: it is the size that is looked at, before any memory is asked for */
static void
test_refuses_a_large_file (PlaceFixture  *place,
                           gconstpointer  data)
{
  g_autofree char *path = place_path (place, "large");

  place_write (place, "large", "");
  g_assert_no_errno (truncate (path, 1 << 30));
  assert_refused (place, "large", PZ_FILE_CAP, PZ_ERROR_TOO_LARGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/file/names", test_names);
  g_test_add_func ("/core/file/temporary-names", test_temporary_names);
  g_test_add_func ("/core/file/errors-name-the-file", test_errors_name_the_file);
  place_test_add ("/core/file/read-and-checksum", test_read_and_checksum);
  place_test_add ("/core/file/empty-and-exactly-full", test_empty_and_exactly_full);
  place_test_add ("/core/file/refuses-what-is-no-plain-file", test_refuses_what_is_no_plain_file);
  place_test_add ("/core/file/refuses-a-large-file", test_refuses_a_large_file);
  return g_test_run ();
}
