/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-crc32c.h"

#include <string.h>

/* from RFC 3720, appendix B.4, and the check value every catalogue of sums lists */
static void
test_known_vectors (void)
{
  guint8 bytes[32];

  g_assert_cmphex (pz_crc32c (0, "123456789", 9), ==, 0xe3069283);
  memset (bytes, 0, sizeof bytes);
  g_assert_cmphex (pz_crc32c (0, bytes, sizeof bytes), ==, 0x8a9136aa);
  memset (bytes, 0xff, sizeof bytes);
  g_assert_cmphex (pz_crc32c (0, bytes, sizeof bytes), ==, 0x62a8ab43);
  for (guint8 i = 0; i < sizeof bytes; i++)
    bytes[i] = i;
  g_assert_cmphex (pz_crc32c (0, bytes, sizeof bytes), ==, 0x46dd794e);
  for (guint8 i = 0; i < sizeof bytes; i++)
    bytes[i] = 31 - i;
  g_assert_cmphex (pz_crc32c (0, bytes, sizeof bytes), ==, 0x113fdb5c);
}

static void
test_nothing (void)
{
  g_assert_cmphex (pz_crc32c (0, NULL, 0), ==, 0);
  g_assert_cmphex (pz_crc32c (0x12345678, "", 0), ==, 0x12345678);
  g_assert_cmphex (pz_crc32c_by_table (0x12345678, NULL, 0), ==, 0x12345678);
}

/* bit by bit, as the definition has it */
static guint32
slow_sum (const guint8 *bytes,
          gsize         length)
{
  guint32 sum = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      sum ^= bytes[i];
      for (int bit = 0; bit < 8; bit++)
        sum = (sum & 1) != 0 ? (sum >> 1) ^ 0x82f63b78u : sum >> 1;
    }
  return ~sum;
}

static void
test_same_as_definition_at_every_length_and_offset (void)
{
  guint8 bytes[80];

  for (gsize i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8) (i * 37 + 11);
  for (gsize offset = 0; offset < 8; offset++)
    for (gsize length = 0; length <= sizeof bytes - 8; length++)
      {
        guint32 expected = slow_sum (bytes + offset, length);

        g_assert_cmphex (pz_crc32c (0, bytes + offset, length), ==, expected);
        g_assert_cmphex (pz_crc32c_by_table (0, bytes + offset, length), ==, expected);
      }
}

static void
test_goes_on_where_it_stopped (void)
{
  const char *text = "Reads sixty words a minute, and enjoys it.";
  gsize length = strlen (text);

  for (gsize cut = 0; cut <= length; cut++)
    g_assert_cmphex (pz_crc32c (pz_crc32c (0, text, cut), text + cut, length - cut), ==, pz_crc32c (0, text, length));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/crc32c/known-vectors", test_known_vectors);
  g_test_add_func ("/core/crc32c/nothing", test_nothing);
  g_test_add_func ("/core/crc32c/same-as-definition", test_same_as_definition_at_every_length_and_offset);
  g_test_add_func ("/core/crc32c/goes-on-where-it-stopped", test_goes_on_where_it_stopped);
  return g_test_run ();
}
