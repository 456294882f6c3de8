/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-hash.h"

#include <string.h>

/* BLAKE2b with an output of 16 bytes, made by another implementation */
static void
test_vectors (void)
{
  static const struct
  {
    const char *text;
    const char *hash;
  } vectors[] = {
    { "", "cae66941d9efbd404e4d88758ea67670" },
    { "abc", "cf4ab791c62b8d2b2109c90275287816" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      PzHash hash = pz_hash_of (vectors[i].text, strlen (vectors[i].text));
      g_autoptr(GString) text = g_string_new (NULL);
      PzHash parsed;

      pz_hash_append (&hash, text);
      g_assert_cmpstr (text->str, ==, vectors[i].hash);
      g_assert_true (pz_hash_parse (text->str, text->len, &parsed));
      g_assert_true (pz_hash_equal (&hash, &parsed));
    }
}

static void
test_two_parts (void)
{
  PzHash whole = pz_hash_of ("abc", 3), parts = pz_hash_of_two ("a", 1, "bc", 2), other = pz_hash_of_two ("a", 1, "b", 1);

  g_assert_true (pz_hash_equal (&whole, &parts));
  g_assert_false (pz_hash_equal (&whole, &other));
}

static void
test_beginnings (void)
{
  PzHash hash = pz_hash_of ("abc", 3);

  g_assert_cmphex (pz_hash_get_head (&hash), ==, 0xcf4ab791c62b8d2b);
  g_assert_cmphex (pz_hash_get_mark (&hash), ==, 0xcf4ab791);
  pz_hash_set_mark (&hash, 0x01020304);
  g_assert_cmphex (pz_hash_get_head (&hash), ==, 0x01020304c62b8d2b);
}

static void
test_rejects (void)
{
  static const char *const rejects[] = { "", "cf4a", "CF4AB791C62B8D2B2109C90275287816",
                                         "cf4ab791c62b8d2b2109c9027528781g", "cf4ab791c62b8d2b2109c902752878160" };
  guint64 number;
  PzHash hash;

  for (gsize i = 0; i < G_N_ELEMENTS (rejects); i++)
    g_assert_false (pz_hash_parse (rejects[i], strlen (rejects[i]), &hash));
  g_assert_true (pz_hex_parse ("00ff", 4, &number));
  g_assert_cmphex (number, ==, 0xff);
  g_assert_false (pz_hex_parse ("00fg", 4, &number));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/hash/is-that-of-another-implementation", test_vectors);
  g_test_add_func ("/sync/hash/of-two-parts-is-that-of-the-whole", test_two_parts);
  g_test_add_func ("/sync/hash/head-and-mark-are-its-first-bits", test_beginnings);
  g_test_add_func ("/sync/hash/takes-nothing-but-32-lower-case-digits", test_rejects);
  return g_test_run ();
}
