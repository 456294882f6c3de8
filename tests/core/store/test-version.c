/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-store-private.h"

#include <sys/stat.h>

/* a plain file of 12 bytes, changed long ago */
static struct stat
make_status (void)
{
  struct stat status = { 0 };

  status.st_mode = S_IFREG | 0600;
  status.st_size = 12;
  status.st_ino = 77;
  status.st_mtim = (struct timespec) { 1000, 5 };
  status.st_ctim = (struct timespec) { 2000, 7 };
  return status;
}

static void
test_takes_what_the_system_says (void)
{
  struct stat status = make_status ();
  PzVersion version;

  pz_version_init (&version, &status);
  g_assert_true (version.exists);
  g_assert_cmpint (version.mtime_ns, ==, G_GINT64_CONSTANT (1000000000005));
  g_assert_cmpint (version.ctime_ns, ==, G_GINT64_CONSTANT (2000000000007));
  g_assert_cmpuint (version.size, ==, 12);
  g_assert_cmpuint (version.inode, ==, 77);
  g_assert_false (version.has_crc);
  g_assert_true (version.settled);
}

static void
test_what_is_no_plain_file_is_none (void)
{
  static const mode_t modes[] = { S_IFDIR | 0700, S_IFLNK | 0777, S_IFIFO | 0600 };
  PzVersion none, version;

  pz_version_init (&none, NULL);
  g_assert_false (none.exists);
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      struct stat status = make_status ();

      status.st_mode = modes[i];
      pz_version_init (&version, &status);
      g_assert_false (version.exists);
      g_assert_cmpuint (version.size, ==, 0);
      g_assert_true (pz_version_equal (&none, &version));
    }
}

static void
test_a_change_just_now_may_hide_another (void)
{
  struct stat status = make_status ();

  g_assert_true (pz_version_is_settled (&status));
  clock_gettime (CLOCK_REALTIME, &status.st_ctim);
  g_assert_false (pz_version_is_settled (&status));
  /* the time of the content can be set back, that of the change cannot */
  status.st_mtim.tv_sec = 0;
  g_assert_false (pz_version_is_settled (&status));
  status.st_ctim.tv_sec -= 3;
  g_assert_true (pz_version_is_settled (&status));
}

static void
test_the_same_save_of_the_same_file (void)
{
  struct stat status = make_status ();
  PzVersion first, other, none;

  pz_version_init (&none, NULL);
  pz_version_init (&first, &status);
  other = first;
  g_assert_true (pz_version_equal (&first, &other));
  g_assert_false (pz_version_equal (&first, &none));
  /* a snapshot changes only this */
  other.ctime_ns++;
  g_assert_true (pz_version_equal (&first, &other));
  other.mtime_ns++;
  g_assert_false (pz_version_equal (&first, &other));
  other = first;
  other.size++;
  g_assert_false (pz_version_equal (&first, &other));
  other = first;
  other.inode++;
  g_assert_false (pz_version_equal (&first, &other));
}

static void
test_contents_tell_when_both_were_read (void)
{
  struct stat status = make_status ();
  PzVersion first, other;

  pz_version_init (&first, &status);
  other = first;
  other.has_crc = TRUE;
  other.crc = 1;
  g_assert_true (pz_version_equal (&first, &other));
  first.has_crc = TRUE;
  first.crc = 2;
  g_assert_false (pz_version_equal (&first, &other));
  first.crc = 1;
  g_assert_true (pz_version_equal (&first, &other));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/version/takes-what-the-system-says", test_takes_what_the_system_says);
  g_test_add_func ("/core/version/what-is-no-plain-file-is-none", test_what_is_no_plain_file_is_none);
  g_test_add_func ("/core/version/a-change-just-now-may-hide-another", test_a_change_just_now_may_hide_another);
  g_test_add_func ("/core/version/the-same-save-of-the-same-file", test_the_same_save_of_the_same_file);
  g_test_add_func ("/core/version/contents-tell-when-both-were-read", test_contents_tell_when_both_were_read);
  return g_test_run ();
}
