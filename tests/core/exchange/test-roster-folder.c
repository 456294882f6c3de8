/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-roster-source-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define USERS "sourcedId,givenName,familyName,username,password\r\nu1,Anna,Meier,ameier,S3cret\r\n"
#define CLASSES "sourcedId,title,courseSourcedId\r\nc1,Class 1,\r\n"

/* a folder of a test, gone at its end */
typedef struct
{
  char *path;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->path = g_dir_make_tmp ("roster-XXXXXX", NULL);
  g_assert_nonnull (self->path);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf -- '%s'", self->path);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (self->path);
}

static char *
put (Fixture    *self,
     const char *name,
     const char *text)
{
  char *path = g_build_filename (self->path, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* names of the files that were taken and of those that were not, with blanks between */
static void
assert_names (const PzRosterSource *source,
              const char           *taken,
              const char           *ignored)
{
  const PzRosterMessages *messages = pz_roster_source_get_messages (source);
  g_autoptr(GString) names = g_string_new (NULL);
  g_autoptr(GString) others = g_string_new (NULL);

  for (guint i = 0; i < pz_roster_source_get_n_files (source); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", pz_roster_file_get_name (pz_roster_source_get_file (source, i)));
  for (guint i = 0; i < pz_roster_messages_get_n (messages); i++)
    if (pz_roster_messages_get (messages, i)->code == PZ_ROSTER_CODE_FILE_IGNORED)
      g_string_append_printf (others, "%s%s", others->len > 0 ? " " : "", pz_roster_messages_get (messages, i)->file);
  g_assert_cmpstr (names->str, ==, taken);
  g_assert_cmpstr (others->str, ==, ignored);
}

/* in the order of their names, whatever order the disk has; hidden ones are nobody's business */
static void
test_plain_files_by_their_names (Fixture       *fixture,
                                 gconstpointer  data)
{
  static const char *const names[] = { "users.csv", "notes.csv", "classes.csv", ".hidden.csv", "orgs.csv" };
  g_autoptr(GError) error = NULL;
  g_autoptr(PzRosterSource) source = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (put (fixture, names[i], i == 2 ? CLASSES : USERS));
  source = pz_roster_source_new_from_path (fixture->path, &error);
  g_assert_no_error (error);
  assert_names (source, "classes.csv notes.csv orgs.csv users.csv", "");
}

/* links, pipes, folders, what is too large and what is no text */
static void
test_all_else_is_left_alone (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *users = put (fixture, "users.csv", USERS);
  g_autofree char *picture = put (fixture, "logo.png", "\x89PNG\x01\x02\x03\x04\x05\x06");
  g_autofree char *large = put (fixture, "courses.csv", "");
  g_autofree char *link = g_build_filename (fixture->path, "orgs.csv", NULL);
  g_autofree char *outside = g_build_filename (fixture->path, "roles.csv", NULL);
  g_autofree char *pipe_name = g_build_filename (fixture->path, "classes.csv", NULL);
  g_autofree char *below = g_build_filename (fixture->path, "enrollments.csv", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzRosterSource) source = NULL;

  g_assert_cmpint (symlink (users, link), ==, 0);
  g_assert_cmpint (symlink ("/etc/passwd", outside), ==, 0);
  g_assert_cmpint (mkfifo (pipe_name, 0600), ==, 0);
  g_assert_cmpint (g_mkdir (below, 0700), ==, 0);
  g_assert_cmpint (truncate (large, PZ_TEXT_MAX_SIZE + 1), ==, 0);
  source = pz_roster_source_new_from_path (fixture->path, &error);
  g_assert_no_error (error);
  assert_names (source, "users.csv", "classes.csv courses.csv enrollments.csv logo.png orgs.csv roles.csv");
}

/* nobody can say which of the two is meant */
static void
test_two_of_one_name_are_refused (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autofree char *one = put (fixture, "users.csv", USERS);
  g_autofree char *two = put (fixture, "USERS.csv", USERS);
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_roster_source_new_from_path (fixture->path, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
}

static void
test_too_many_files_are_no_roster (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i <= PZ_ROSTER_MAX_ENTRIES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%04u.csv", i);
      g_autofree char *path = g_build_filename (fixture->path, name, NULL);

      close (g_creat (path, 0600));
    }
  g_assert_null (pz_roster_source_new_from_path (fixture->path, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
}

/* a person may choose a link to a folder; one inside of it nobody chose */
static void
test_a_link_that_was_chosen (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->path, "export", NULL);
  g_autofree char *users = g_build_filename (folder, "users.csv", NULL);
  g_autofree char *link = g_build_filename (fixture->path, "link", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzRosterSource) source = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (users, USERS, -1, NULL));
  g_assert_cmpint (symlink ("export", link), ==, 0);
  source = pz_roster_source_new_from_path (link, &error);
  g_assert_no_error (error);
  assert_names (source, "users.csv", "");
}

static void
test_empty_absent_and_no_folder (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *absent = g_build_filename (fixture->path, "absent", NULL);
  g_autofree char *file = NULL;
  g_autoptr(PzRosterSource) empty = pz_roster_source_new_from_path (fixture->path, NULL);
  g_autoptr(GError) error = NULL;
  int descriptor;

  g_assert_cmpuint (pz_roster_source_get_n_files (empty), ==, 0);
  g_assert_null (pz_roster_source_new_from_path (absent, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  file = put (fixture, "users.csv", USERS);
  descriptor = g_open (file, O_RDONLY, 0);
  g_assert_false (pz_roster_source_add_folder (empty, descriptor, &error));
  g_assert_nonnull (error);
  /* closed all the same */
  g_assert_cmpint (fcntl (descriptor, F_GETFD), ==, -1);
}

#define ADD(path, function) g_test_add ("/exchange/roster-folder/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("plain-files-by-their-names", test_plain_files_by_their_names);
  ADD ("all-else-is-left-alone", test_all_else_is_left_alone);
  ADD ("two-of-one-name-are-refused", test_two_of_one_name_are_refused);
  ADD ("too-many-files-are-no-roster", test_too_many_files_are_no_roster);
  ADD ("a-link-that-was-chosen", test_a_link_that_was_chosen);
  ADD ("empty-absent-and-no-folder", test_empty_absent_and_no_folder);
  return g_test_run ();
}
