/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-cli.h"
#include "pz-output.h"

static void
test_measure (void)
{
  g_assert_cmpuint (pz_output_measure (""), ==, 0);
  g_assert_cmpuint (pz_output_measure ("Amina"), ==, 5);
  g_assert_cmpuint (pz_output_measure ("Chloé"), ==, 5);
  /* accents of their own take no place, these two take two */
  g_assert_cmpuint (pz_output_measure ("Chloe\xcc\x81"), ==, 5);
  g_assert_cmpuint (pz_output_measure ("明轩"), ==, 4);
  g_assert_cmpuint (pz_output_measure ("ليلى"), ==, 4);
}

static void
test_clean (void)
{
  static const struct { const char *text; const char *expected; } rows[] = {
    { NULL, "" },
    { "Amina", "Amina" },
    { "two\nlines\tand more", "two lines and more" },
    { "\x1b[2Jgone", "\xef\xbf\xbd[2Jgone" },
    { "bell\a", "bell\xef\xbf\xbd" },
    { "c1 \xc2\x9b", "c1 \xef\xbf\xbd" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *clean = pz_output_clean (rows[i].text);

      g_assert_cmpstr (clean, ==, rows[i].expected);
    }
}

static void
test_typed_text (void)
{
  g_autofree char *nothing = pz_cli_dup_text (NULL);
  g_autofree char *utf8 = pz_cli_dup_text ("Chloé");
  g_autofree char *broken = pz_cli_dup_text ("Chlo\xe9");

  g_assert_null (nothing);
  g_assert_cmpstr (utf8, ==, "Chloé");
  g_assert_true (g_utf8_validate (broken, -1, NULL));
  g_assert_true (g_str_has_prefix (broken, "Chlo"));
}

static void
test_printed (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();
      g_autoptr(GBytes) bytes = g_bytes_new_static ("as it is\n", 9);

      pz_output_line ("a line of %s", "text");
      pz_output_bytes (bytes);
      pz_json_writer_begin_object (writer, NULL);
      pz_json_writer_string (writer, "name", "Chloé");
      pz_json_writer_end_object (writer);
      pz_output_json (writer);
      pz_output_message ("a message");
      g_assert_true (pz_output_finish (NULL));
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*a line of text\nas it is\n{\n  \"name\": \"Chloé\"\n}\n*");
  g_test_trap_assert_stdout_unmatched ("*a message*");
  g_test_trap_assert_stderr ("*a message\n*");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/output/measure", test_measure);
  g_test_add_func ("/cli/output/clean", test_clean);
  g_test_add_func ("/cli/output/typed-text", test_typed_text);
  g_test_add_func ("/cli/output/printed", test_printed);
  return g_test_run ();
}
