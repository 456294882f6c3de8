/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange-fixture.h"
#include "pz-error.h"
#include "pz-export.h"

#include <sys/stat.h>
#include <unistd.h>

static char *
read_file (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
test_is_there_whole_and_private (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->data_dir, "out.json", NULL);
  g_autofree char *absent = g_build_filename (fixture->data_dir, "absent", "out.json", NULL);
  g_autoptr(GBytes) first = g_bytes_new_static ("first", 5);
  g_autoptr(GBytes) second = g_bytes_new_static ("second", 6);
  g_autoptr(GError) error = NULL;
  g_autofree char *after_refusal = NULL;
  g_autofree char *after_force = NULL;
  mode_t old_mask = umask (0);
  struct stat status;

  g_assert_true (pz_export_save (path, first, FALSE, &error));
  g_assert_no_error (error);
  umask (old_mask);
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);

  g_assert_false (pz_export_save (path, second, FALSE, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_EXISTS);
  g_clear_error (&error);
  after_refusal = read_file (path);
  g_assert_cmpstr (after_refusal, ==, "first");

  g_assert_true (pz_export_save (path, second, TRUE, &error));
  after_force = read_file (path);
  g_assert_cmpstr (after_force, ==, "second");

  g_assert_false (pz_export_save (absent, second, FALSE, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_IO);
}

static void
test_does_not_follow_links (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *target = g_build_filename (fixture->data_dir, "target", NULL);
  g_autofree char *link = g_build_filename (fixture->data_dir, "link", NULL);
  g_autoptr(GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (target, "old", -1, NULL));
  g_assert_cmpint (symlink (target, link), ==, 0);
  g_assert_true (pz_export_save (link, bytes, TRUE, &error));
  text = read_file (target);
  g_assert_cmpstr (text, ==, "old");

  /* a link that leads nowhere is a file that is there */
  g_assert_cmpint (unlink (target), ==, 0);
  g_assert_cmpint (unlink (link), ==, 0);
  g_assert_cmpint (symlink (target, link), ==, 0);
  g_assert_false (pz_export_save (link, bytes, FALSE, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_EXISTS);
}

/* names in a folder, hidden ones included */
static guint
count_names (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
test_nothing_is_left_beside_it (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->data_dir, "out", NULL);
  g_autofree char *path = g_build_filename (folder, "file.csv", NULL);
  g_autofree char *inside = g_build_filename (folder, "in", "the", "way", NULL);
  g_autofree char *taken = g_build_filename (folder, "in", NULL);
  g_autoptr(GBytes) bytes = g_bytes_new_static ("a", 1);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
  g_assert_true (pz_export_save (path, bytes, FALSE, NULL));
  g_assert_false (pz_export_save (path, bytes, FALSE, NULL));
  g_assert_true (pz_export_save (path, bytes, TRUE, NULL));
  g_assert_cmpuint (count_names (folder), ==, 2);
  /* a folder is never replaced */
  g_assert_false (pz_export_save (taken, bytes, FALSE, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (pz_export_save (taken, bytes, TRUE, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_test (inside, G_FILE_TEST_IS_DIR));
  g_assert_cmpuint (count_names (folder), ==, 2);
}

/* whoever could read the old file does not read the new one */
static void
test_an_old_file_gets_new_rights (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->data_dir, "out.json", NULL);
  g_autoptr(GBytes) bytes = g_bytes_new_static ("new", 3);
  struct stat status;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_cmpint (chmod (path, 0644), ==, 0);
  g_assert_true (pz_export_save (path, bytes, TRUE, NULL));
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
}

static void
test_any_content_and_any_name (Fixture       *fixture,
                               gconstpointer  data)
{
  static const char content[] = { 'a', '\0', '\xff', '\n' };
  static const char *const names[] = { "-rf", "name with blank", "\u202Egnp.csv", "latin-\xe9" };
  g_autofree char *large = g_malloc0 (3000000);
  g_autoptr(GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr(GBytes) odd = g_bytes_new_static (content, sizeof content);
  g_autoptr(GBytes) many = g_bytes_new_static (large, 3000000);
  GBytes *const all[] = { empty, odd, many };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (all); j++)
      {
        g_autofree char *path = g_build_filename (fixture->data_dir, names[i], NULL);
        g_autoptr(GError) error = NULL;
        g_autoptr(GBytes) written = NULL;
        g_autofree char *data_read = NULL;
        gsize length;

        g_assert_true (pz_export_save (path, all[j], TRUE, &error));
        g_assert_no_error (error);
        g_assert_true (g_file_get_contents (path, &data_read, &length, NULL));
        written = g_bytes_new_take (g_steal_pointer (&data_read), length);
        g_assert_true (g_bytes_equal (written, all[j]));
      }
}

/* it lies where the program runs, as a command line means it */
static void
test_a_name_without_a_folder (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *before = g_get_current_dir ();
  g_autofree char *path = g_build_filename (fixture->data_dir, "here.csv", NULL);
  g_autoptr(GBytes) bytes = g_bytes_new_static ("a", 1);

  g_assert_cmpint (g_chdir (fixture->data_dir), ==, 0);
  g_assert_true (pz_export_save ("here.csv", bytes, FALSE, NULL));
  g_assert_cmpint (g_chdir (before), ==, 0);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

#define ADD(path, function) fixture_test_add ("/core/export-save/" path, function)

int
main (int argc, char *argv[])
{
  g_setenv ("LANGUAGE", "C", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("is-there-whole-and-private", test_is_there_whole_and_private);
  ADD ("does-not-follow-links", test_does_not_follow_links);
  ADD ("nothing-is-left-beside-it", test_nothing_is_left_beside_it);
  ADD ("an-old-file-gets-new-rights", test_an_old_file_gets_new_rights);
  ADD ("any-content-and-any-name", test_any_content_and_any_name);
  ADD ("a-name-without-a-folder", test_a_name_without_a_folder);
  return g_test_run ();
}
