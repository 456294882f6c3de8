/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-maker.h"
#include "exchange-fixture.h"
#include "pz-error.h"

#include <sys/stat.h>
#include <unistd.h>

#define PACKAGE CASE_PACKAGE (CASE_ITEM ("a", ""), "")

static char *
write_file (Fixture    *fixture,
            const char *name,
            GBytes     *bytes)
{
  char *path = g_build_filename (fixture->data_dir, name, NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  return path;
}

static GBytes *
encode (const char *text,
        const char *charset,
        const char *mark)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree char *encoded = NULL;
  gsize length;

  encoded = g_convert (text, -1, charset, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *) mark, (guint) strlen (mark));
  g_byte_array_append (bytes, (const guint8 *) encoded, (guint) length);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* a table never begins so, whatever it is called */
static void
test_known_by_its_beginning (Fixture       *fixture,
                             gconstpointer  data)
{
  const struct { GBytes *bytes; gboolean json; } rows[] = {
    { encode ("{", "UTF-8", ""), TRUE },
    { encode (" \t\r\n {\"CFDocument\":{}}", "UTF-8", ""), TRUE },
    { encode (PACKAGE, "UTF-8", "\xEF\xBB\xBF"), TRUE },
    { encode (PACKAGE, "UTF-16LE", "\xFF\xFE"), TRUE },
    { encode (PACKAGE, "UTF-16BE", "\xFE\xFF"), TRUE },
    { encode ("name\nNoor {x}\n", "UTF-8", ""), FALSE },
    { encode ("name\n", "UTF-16LE", "\xFF\xFE"), FALSE },
    { encode ("[{\"CFDocument\":{}}]", "UTF-8", ""), FALSE },
    { encode ("", "UTF-8", ""), FALSE },
    { encode (" \n ", "UTF-8", ""), FALSE },
    { encode ("PK\3\4{", "UTF-8", ""), FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = write_file (fixture, "file", rows[i].bytes);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (pz_case_looks_like_json (path), ==, rows[i].json);
      g_assert_cmpint (pz_case_bytes_look_like_json (rows[i].bytes), ==, rows[i].json);
      g_bytes_unref (rows[i].bytes);
    }
}

/* the first character has to come soon: a file of blanks is not read to its end to see what it is */
static void
test_blanks_are_not_looked_through (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autofree char *blanks = g_strnfill (100000, ' ');
  g_autofree char *text = g_strconcat (blanks, PACKAGE, NULL);
  g_autoptr(GBytes) bytes = encode (text, "UTF-8", "");
  g_autofree char *path = write_file (fixture, "file.json", bytes);

  g_assert_false (pz_case_looks_like_json (path));
  g_assert_false (pz_case_bytes_look_like_json (bytes));
}

static void
assert_loads (Fixture *fixture,
              GBytes  *bytes)
{
  g_autofree char *path = write_file (fixture, "file.json", bytes);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzCasePackage) package = pz_case_load (path, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (package->items->len, ==, 1);
  g_assert_cmpstr (package->framework->id, ==, CASE_ROOT);
  g_assert_cmpstr (package->name, ==, "file.json");
  g_bytes_unref (bytes);
}

static void
test_loads_what_windows_wrote (Fixture       *fixture,
                               gconstpointer  data)
{
  assert_loads (fixture, encode (PACKAGE, "UTF-8", ""));
  assert_loads (fixture, encode (PACKAGE, "UTF-8", "\xEF\xBB\xBF"));
  assert_loads (fixture, encode (PACKAGE, "UTF-16LE", "\xFF\xFE"));
  assert_loads (fixture, encode (PACKAGE, "UTF-16BE", "\xFE\xFF"));
}

/* messages are shown: they cannot hold bytes that are no text */
static void
test_name_is_one_that_can_be_shown (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr(GBytes) bytes = encode ("{\"CFItems\":[]}", "UTF-8", "");
  g_autofree char *path = write_file (fixture, "fr\xE9" "d\xE9ric.json", bytes);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzCasePackage) package = pz_case_load (path, &error);

  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (package->name, -1, NULL));
  g_assert_true (g_str_has_suffix (package->name, "ric.json"));
  g_assert_cmpstr (package->framework->values[PZ_FRAMEWORK_TITLE], ==, package->name);
}

static void
assert_refused (const char *path,
                PzError     code)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (pz_case_looks_like_json (path));
  g_assert_null (pz_case_load (path, &error));
  g_assert_error (error, PZ_ERROR, (int) code);
}

/* nothing waits for somebody who writes into a pipe, and nothing endless is read */
static void
test_what_is_no_file_is_refused (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *absent = g_build_filename (fixture->data_dir, "absent.json", NULL);
  g_autofree char *pipe_name = g_build_filename (fixture->data_dir, "pipe.json", NULL);
  g_autofree char *large = g_build_filename (fixture->data_dir, "large.json", NULL);
  g_autofree char *lost = g_build_filename (fixture->data_dir, "link.json", NULL);

  g_assert_cmpint (mkfifo (pipe_name, 0600), ==, 0);
  g_assert_true (g_file_set_contents (large, "", 0, NULL));
  g_assert_cmpint (truncate (large, PZ_CASE_MAX_SIZE + 1), ==, 0);
  g_assert_cmpint (symlink ("absent.json", lost), ==, 0);
  assert_refused (absent, PZ_ERROR_NOT_FOUND);
  assert_refused (lost, PZ_ERROR_NOT_FOUND);
  assert_refused (fixture->data_dir, PZ_ERROR_NOT_SAFE);
  assert_refused (pipe_name, PZ_ERROR_NOT_SAFE);
  assert_refused ("/dev/zero", PZ_ERROR_NOT_SAFE);
  assert_refused (large, PZ_ERROR_TOO_LARGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) fixture_test_add ("/core/case-file/" path, function)
  ADD ("known-by-its-beginning", test_known_by_its_beginning);
  ADD ("blanks-are-not-looked-through", test_blanks_are_not_looked_through);
  ADD ("loads-what-windows-wrote", test_loads_what_windows_wrote);
  ADD ("name-is-one-that-can-be-shown", test_name_is_one_that_can_be_shown);
  ADD ("what-is-no-file-is-refused", test_what_is_no_file_is_refused);
#undef ADD
  return g_test_run ();
}
