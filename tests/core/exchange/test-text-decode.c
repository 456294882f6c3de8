/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-text-decode.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  const char *bytes;
  gsize length;
  const char *text;
  PzEncoding encoding;
  gboolean had_bom;
  guint replaced;
} Case;

#define BYTES(b) b, sizeof (b) - 1

static const Case cases[] = {
  { BYTES (""), "", PZ_ENCODING_UTF_8, FALSE, 0 },
  { BYTES ("name\nZo\xC3\xAB"), "name\nZoë", PZ_ENCODING_UTF_8, FALSE, 0 },
  { BYTES ("\xEF\xBB\xBFZo\xC3\xAB"), "Zoë", PZ_ENCODING_UTF_8, TRUE, 0 },
  { BYTES ("\xEF\xBB\xBFZo\xEBy"), "Zo\uFFFDy", PZ_ENCODING_UTF_8, TRUE, 1 },
  { BYTES ("Zo\xC3\xAB Zo\xC3"), "Zoë Zo\uFFFD", PZ_ENCODING_UTF_8, FALSE, 1 },
  { BYTES ("Zo\xEB;M\xFCller\x80\x81"), "Zoë;Müller€\xC2\x81", PZ_ENCODING_WINDOWS_1252, FALSE, 0 },
  { BYTES ("\xFF\xFE" "Z\0o\0\xEB\0"), "Zoë", PZ_ENCODING_UTF_16_LE, TRUE, 0 },
  { BYTES ("\xFE\xFF\0Z\0o\0\xEB"), "Zoë", PZ_ENCODING_UTF_16_BE, TRUE, 0 },
  { BYTES ("Z\0o\0e\0,\0" "A\0n\0n\0a\0\n\0"), "Zoe,Anna\n", PZ_ENCODING_UTF_16_LE, FALSE, 0 },
  { BYTES ("\0Z\0o\0e\0,\0" "A\0n\0n\0a\0\n"), "Zoe,Anna\n", PZ_ENCODING_UTF_16_BE, FALSE, 0 },
  /* beyond the basic plane; a surrogate alone; half a character at the end */
  { BYTES ("\xFF\xFE\x3D\xD8\x00\xDE" "a\0"), "😀a", PZ_ENCODING_UTF_16_LE, TRUE, 0 },
  { BYTES ("\xFF\xFE\x3D\xD8" "a\0b\0"), "\uFFFDab", PZ_ENCODING_UTF_16_LE, TRUE, 1 },
  { BYTES ("\xFF\xFE" "a\0b"), "a\uFFFD", PZ_ENCODING_UTF_16_LE, TRUE, 1 },
  { BYTES ("a long line of plain text with one stray zero in it: \0, and on it goes for quite a while"),
    "a long line of plain text with one stray zero in it: \uFFFD, and on it goes for quite a while",
    PZ_ENCODING_UTF_8, FALSE, 1 },
};

static void
test_finds_encoding (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].length);
      g_autoptr(GBytes) text = NULL;
      g_autoptr(GError) error = NULL;
      PzTextInfo info;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      text = pz_text_decode (bytes, PZ_TEXT_MAX_SIZE, &info, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (text, NULL), g_bytes_get_size (text), cases[i].text, strlen (cases[i].text));
      g_assert_cmpint (info.encoding, ==, cases[i].encoding);
      g_assert_cmpint (info.had_bom, ==, cases[i].had_bom);
      g_assert_cmpuint (info.replaced, ==, cases[i].replaced);
    }
}

static void
test_refuses_what_is_no_text (void)
{
  static const char picture[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\1\2\3\4\5\6\7\x10\x11\x12\x13\x14\x15";
  g_autoptr(GBytes) bytes = g_bytes_new_static (picture, sizeof picture);
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_text_decode (bytes, PZ_TEXT_MAX_SIZE, NULL, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SUPPORTED);
}

static void
test_refuses_what_is_too_large (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("12345", 5);
  g_autoptr(GBytes) text = pz_text_decode (bytes, 5, NULL, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (text);
  g_assert_null (pz_text_decode (bytes, 4, NULL, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
}

static void
test_labels (void)
{
  g_assert_cmpstr (pz_encoding_to_label (PZ_ENCODING_UTF_8), ==, "UTF-8");
  g_assert_cmpstr (pz_encoding_to_label (PZ_ENCODING_UTF_16_BE), ==, "UTF-16");
  g_assert_cmpstr (pz_encoding_to_label (PZ_ENCODING_WINDOWS_1252), ==, "Windows-1252");
}

static void
test_reads_no_more_than_it_must (void)
{
  g_autofree char *folder = g_dir_make_tmp ("personalize-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "list.csv", NULL);
  g_autoptr(GBytes) all = NULL;
  g_autoptr(GBytes) endless = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_text_read (path, 10, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_file_set_contents (path, "a,b\n", -1, NULL));
  all = pz_text_read (path, 10, NULL);
  g_assert_cmpmem (g_bytes_get_data (all, NULL), g_bytes_get_size (all), "a,b\n", 4);
  endless = pz_text_read ("/dev/zero", 100, NULL);
  g_assert_nonnull (endless);
  g_assert_cmpuint (g_bytes_get_size (endless), >, 100);
  g_assert_cmpint (g_unlink (path) + g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/text-decode/finds-encoding", test_finds_encoding);
  g_test_add_func ("/exchange/text-decode/refuses-what-is-no-text", test_refuses_what_is_no_text);
  g_test_add_func ("/exchange/text-decode/refuses-what-is-too-large", test_refuses_what_is_too_large);
  g_test_add_func ("/exchange/text-decode/reads-no-more-than-it-must", test_reads_no_more_than_it_must);
  g_test_add_func ("/exchange/text-decode/labels", test_labels);
  return g_test_run ();
}
