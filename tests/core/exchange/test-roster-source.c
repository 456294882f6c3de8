/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-roster-source.h"
#include "roster-maker.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define USERS "sourcedId,givenName,familyName,username,password\r\nu1,Anna,Meier,ameier,S3cret\r\n"
#define CLASSES "sourcedId,title,courseSourcedId\r\nc1,Class 1,\r\n"

static PzRosterSource *
open_entries (const RosterEntry  *entries,
              gsize               n,
              GError            **error)
{
  g_autoptr(GBytes) bytes = roster_pack (entries, n, NULL);

  return pz_roster_source_new_from_bytes ("roster.zip", bytes, error);
}

static void
test_reads_archive (void)
{
  static const RosterEntry entries[] = {
    { "export/users.csv", USERS, NULL },
    { "export/classes.csv", CLASSES, NULL },
    { "__MACOSX/export/._users.csv", "junk", NULL },
    { "export/.DS_Store", "junk", NULL },
    { "export/deep/orgs.csv", "sourcedId,name,type\n", NULL },
    { "export/logo.png", "\x89PNG\x01\x02\x03\x04\x05\x06", NULL },
    { "export/results.csv", "sourcedId,lineItemSourcedId,studentSourcedId\n", NULL },
    { "export/userProfiles.csv", "sourcedId,profileType,username,password\np,x,ameier,S3cret\n", NULL },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(PzRosterSource) source = open_entries (entries, G_N_ELEMENTS (entries), &error);
  const PzRosterMessages *messages;

  g_assert_no_error (error);
  g_assert_cmpuint (pz_roster_source_get_n_files (source), ==, 2);
  g_assert_cmpstr (pz_roster_file_get_name (pz_roster_source_get_file (source, 0)), ==, "users.csv");
  g_assert_true (pz_roster_source_is_one_roster (source));
  g_assert_true (pz_roster_source_find (source, PZ_ROSTER_KIND_CLASSES) == pz_roster_source_get_file (source, 1));
  g_assert_null (pz_roster_source_find (source, PZ_ROSTER_KIND_ORGS));
  messages = pz_roster_source_get_messages (source);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_FILE_IGNORED), ==, 4);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_CREDENTIALS_DROPPED), ==, 1);
}

static void
test_refuses_hostile_archives (void)
{
  static const struct { RosterEntry entries[2]; gsize n; PzError code; } cases[] = {
    { { { "../users.csv", USERS, NULL } }, 1, PZ_ERROR_NOT_SAFE },
    { { { "a/../../users.csv", USERS, NULL } }, 1, PZ_ERROR_NOT_SAFE },
    { { { "a\\..\\users.csv", USERS, NULL } }, 1, PZ_ERROR_NOT_SAFE },
    { { { "/etc/users.csv", USERS, NULL } }, 1, PZ_ERROR_NOT_SAFE },
    { { { "C:/users.csv", USERS, NULL } }, 1, PZ_ERROR_NOT_SAFE },
    { { { "users.csv", "", "/etc/passwd" } }, 1, PZ_ERROR_NOT_SAFE },
    { { { "users.csv", USERS, NULL }, { "users.csv", USERS, NULL } }, 2, PZ_ERROR_NOT_SAFE },
    { { { "a/users.csv", USERS, NULL }, { "b/Users.CSV", USERS, NULL } }, 2, PZ_ERROR_NOT_SAFE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].entries[0].name);
      g_assert_null (open_entries (cases[i].entries, cases[i].n, &error));
      g_assert_error (error, PZ_ERROR, (int) cases[i].code);
    }
}

static void
test_refuses_bombs (void)
{
  g_autofree char *zeros = g_strnfill (8 * 1024 * 1024, '0');
  RosterEntry bomb = { "users.csv", zeros, NULL };
  g_autofree RosterEntry *many = g_new0 (RosterEntry, PZ_ROSTER_MAX_ENTRIES + 1);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;

  g_assert_null (open_entries (&bomb, 1, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
  g_clear_error (&error);
  for (guint i = 0; i <= PZ_ROSTER_MAX_ENTRIES; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("%u.csv", i));
      many[i].name = g_ptr_array_index (names, i);
      many[i].text = "a,b\n";
    }
  g_assert_null (open_entries (many, PZ_ROSTER_MAX_ENTRIES + 1, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
}

static void
test_refuses_encrypted (void)
{
  RosterEntry entry = { "users.csv", USERS, NULL };
  g_autoptr(GBytes) bytes = roster_pack (&entry, 1, "open sesame");
  g_autoptr(GError) error = NULL;

  if (bytes == NULL)
    {
      g_test_skip ("this libarchive cannot encrypt");
      return;
    }
  g_assert_null (pz_roster_source_new_from_bytes ("roster.zip", bytes, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SUPPORTED);
}

static void
test_refuses_cut_archives (void)
{
  g_autoptr(GBytes) whole = roster_make_zip (FALSE);

  for (gsize i = 4; i < g_bytes_get_size (whole) - 22; i += 997)
    {
      g_autoptr(GBytes) cut = g_bytes_new_from_bytes (whole, 0, i);
      g_autoptr(GError) error = NULL;

      g_assert_null (pz_roster_source_new_from_bytes ("roster.zip", cut, &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_SYNTAX);
    }
}

static char *
make_folder (void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("roster-XXXXXX", &error);
  g_autofree char *users = g_build_filename (folder, "users.csv", NULL);
  g_autofree char *classes = g_build_filename (folder, "classes.csv", NULL);
  g_autofree char *link = g_build_filename (folder, "orgs.csv", NULL);
  g_autofree char *pipe_name = g_build_filename (folder, "courses.csv", NULL);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (users, USERS, -1, NULL));
  g_assert_true (g_file_set_contents (classes, CLASSES, -1, NULL));
  g_assert_cmpint (symlink (users, link), ==, 0);
  g_assert_cmpint (mkfifo (pipe_name, 0600), ==, 0);
  return folder;
}

static void
remove_folder (const char *folder)
{
  static const char *const names[] = { "users.csv", "classes.csv", "orgs.csv", "courses.csv" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_reads_folder (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *users = g_build_filename (folder, "users.csv", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzRosterSource) source = pz_roster_source_new_from_path (folder, &error);
  g_autoptr(PzRosterSource) single = pz_roster_source_new_from_path (users, NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (pz_roster_source_get_n_files (source), ==, 2);
  g_assert_cmpuint (pz_roster_messages_count_code (pz_roster_source_get_messages (source),
                                                   PZ_ROSTER_CODE_FILE_IGNORED), ==, 2);
  g_assert_cmpuint (pz_roster_source_get_n_files (single), ==, 1);
  g_assert_false (pz_roster_source_is_one_roster (single));
  remove_folder (folder);
  g_assert_null (pz_roster_source_new_from_path (folder, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/roster-source/reads-archive", test_reads_archive);
  g_test_add_func ("/exchange/roster-source/refuses-hostile-archives", test_refuses_hostile_archives);
  g_test_add_func ("/exchange/roster-source/refuses-bombs", test_refuses_bombs);
  g_test_add_func ("/exchange/roster-source/refuses-encrypted", test_refuses_encrypted);
  g_test_add_func ("/exchange/roster-source/refuses-cut-archives", test_refuses_cut_archives);
  g_test_add_func ("/exchange/roster-source/reads-folder", test_reads_folder);
  return g_test_run ();
}
