/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-roster-source-private.h"
#include "roster-maker.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define USERS "sourcedId,givenName,familyName,username,password\r\nu1,Anna,Meier,ameier,S3cret\r\n"
#define CLASSES "sourcedId,title,courseSourcedId\r\nc1,Class 1,\r\n"

static void
test_a_single_table (void)
{
  g_autoptr(GBytes) users = g_bytes_new_static (USERS, strlen (USERS));
  g_autoptr(GBytes) binary = g_bytes_new_static ("\x89PNG\x01\x02\x03\x04\x05\x06", 10);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzRosterSource) source = pz_roster_source_new_from_bytes ("people.csv", users, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (pz_roster_source_get_n_files (source), ==, 1);
  g_assert_cmpstr (pz_roster_file_get_name (pz_roster_source_get_file (source, 0)), ==, "people.csv");
  g_assert_false (pz_roster_source_is_one_roster (source));
  g_assert_null (pz_roster_source_new_from_bytes ("people.csv", binary, &error));
  g_assert_nonnull (error);
}

static void
test_a_table_of_accounts_is_not_kept (void)
{
  static const char text[] = "sourcedId,userSourcedId,profileType,vendorId,username,password\np,u,x,y,ameier,S3cret\n";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(PzRosterSource) source = pz_roster_source_new_from_bytes ("userProfiles.csv", bytes, NULL);

  g_assert_cmpuint (pz_roster_source_get_n_files (source), ==, 0);
  g_assert_cmpuint (pz_roster_messages_count_code (pz_roster_source_get_messages (source), PZ_ROSTER_CODE_CREDENTIALS_DROPPED),
                    ==, 1);
}

/* the name is that of the file alone */
static void
test_a_path_to_a_table (void)
{
  g_autofree char *folder = g_dir_make_tmp ("roster-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "people.csv", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzRosterSource) source = NULL;

  g_assert_true (g_file_set_contents (path, USERS, -1, NULL));
  source = pz_roster_source_new_from_path (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pz_roster_file_get_name (pz_roster_source_get_file (source, 0)), ==, "people.csv");
  g_unlink (path);
  g_rmdir (folder);
  g_assert_null (pz_roster_source_new_from_path (path, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
}

static PzRosterSource *
open_entries (const RosterEntry *entries,
              gsize              n)
{
  g_autoptr(GBytes) bytes = roster_pack (entries, n, NULL);
  g_autoptr(GError) error = NULL;
  PzRosterSource *source = pz_roster_source_new_from_bytes ("roster.zip", bytes, &error);

  g_assert_no_error (error);
  return source;
}

/* a list of contents, or two of the three files that matter */
static void
test_what_makes_a_roster (void)
{
  static const RosterEntry manifest = { "manifest.csv", "propertyName,value\n", NULL };
  static const RosterEntry users = { "users.csv", USERS, NULL };
  static const RosterEntry two[] = { { "users.csv", USERS, NULL }, { "classes.csv", CLASSES, NULL } };
  static const RosterEntry others[] = { { "users.csv", USERS, NULL }, { "orgs.csv", "sourcedId,name,type\n", NULL } };
  g_autoptr(PzRosterSource) by_contents = open_entries (&manifest, 1);
  g_autoptr(PzRosterSource) alone = open_entries (&users, 1);
  g_autoptr(PzRosterSource) by_files = open_entries (two, G_N_ELEMENTS (two));
  g_autoptr(PzRosterSource) too_few = open_entries (others, G_N_ELEMENTS (others));

  g_assert_true (pz_roster_source_is_one_roster (by_contents));
  g_assert_false (pz_roster_source_is_one_roster (alone));
  g_assert_true (pz_roster_source_is_one_roster (by_files));
  g_assert_false (pz_roster_source_is_one_roster (too_few));
}

static void
test_of_two_the_one_with_the_proper_name (void)
{
  static const RosterEntry entries[] = {
    { "all.csv", CLASSES, NULL }, { "classes.csv", CLASSES, NULL }, { "people.csv", "sourcedId,name,type\n", NULL },
  };
  g_autoptr(PzRosterSource) source = open_entries (entries, G_N_ELEMENTS (entries));

  g_assert_cmpstr (pz_roster_file_get_name (pz_roster_source_find (source, PZ_ROSTER_KIND_CLASSES)), ==, "classes.csv");
  g_assert_null (pz_roster_source_find (source, PZ_ROSTER_KIND_ENROLLMENTS));
}

static void
test_what_is_ignored_is_told (void)
{
  static const RosterEntry entries[] = {
    { "users.csv", USERS, NULL }, { "results.csv", "sourcedId,lineItemSourcedId,studentSourcedId\n", NULL },
  };
  g_autoptr(PzRosterSource) source = open_entries (entries, G_N_ELEMENTS (entries));
  const PzRosterMessages *messages = pz_roster_source_get_messages (source);

  g_assert_cmpuint (pz_roster_messages_get_n (messages), ==, 1);
  g_assert_cmpint (pz_roster_messages_get (messages, 0)->code, ==, PZ_ROSTER_CODE_FILE_IGNORED);
  g_assert_cmpstr (pz_roster_messages_get (messages, 0)->file, ==, "results.csv");
}

static void
test_reads_whole_files_only (void)
{
  g_autofree char *path = NULL;
  int descriptor = g_file_open_tmp ("roster-XXXXXX", &path, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) whole = NULL;
  int device = g_open ("/dev/null", O_RDONLY, 0);

  g_assert_cmpint (write (descriptor, USERS, strlen (USERS)), ==, strlen (USERS));
  g_assert_cmpint (lseek (descriptor, 0, SEEK_SET), ==, 0);
  g_assert_null (pz_roster_read_descriptor (descriptor, strlen (USERS) - 1, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
  g_clear_error (&error);
  whole = pz_roster_read_descriptor (descriptor, strlen (USERS), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (whole), ==, strlen (USERS));
  g_assert_cmpmem (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole), USERS, strlen (USERS));
  g_assert_null (pz_roster_read_descriptor (device, 10, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
  close (device);
  close (descriptor);
  g_unlink (path);
}

#define ADD(path, function) g_test_add_func ("/exchange/roster-source/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-single-table", test_a_single_table);
  ADD ("a-table-of-accounts-is-not-kept", test_a_table_of_accounts_is_not_kept);
  ADD ("a-path-to-a-table", test_a_path_to_a_table);
  ADD ("what-makes-a-roster", test_what_makes_a_roster);
  ADD ("of-two-the-one-with-the-proper-name", test_of_two_the_one_with_the_proper_name);
  ADD ("what-is-ignored-is-told", test_what_is_ignored_is_told);
  ADD ("reads-whole-files-only", test_reads_whole_files_only);
  return g_test_run ();
}
