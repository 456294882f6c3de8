/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-crc32c.h"

#include <string.h>

#define SLICES 8
#define POLYNOMIAL 0x82f63b78u /* Castagnoli, bits reversed */

/* table[k][b]: what byte b does to the sum when k more bytes follow it */
static guint32 table[SLICES][256];

static void
fill_table (void)
{
  for (guint32 byte = 0; byte < 256; byte++)
    {
      guint32 sum = byte;

      for (int bit = 0; bit < 8; bit++)
        sum = (sum & 1) != 0 ? POLYNOMIAL ^ (sum >> 1) : sum >> 1;
      table[0][byte] = sum;
    }
  for (guint slice = 1; slice < SLICES; slice++)
    for (guint byte = 0; byte < 256; byte++)
      table[slice][byte] = table[0][table[slice - 1][byte] & 255] ^ (table[slice - 1][byte] >> 8);
}

static guint64
load_little_endian (const guint8 *bytes)
{
  guint64 word;

  memcpy (&word, bytes, sizeof word);
  return GUINT64_FROM_LE (word);
}

static guint32
sum_by_table (guint32       crc,
              const guint8 *bytes,
              gsize         length)
{
  for (; length >= SLICES; length -= SLICES, bytes += SLICES)
    {
      guint64 word = load_little_endian (bytes) ^ crc;

      crc = 0;
      for (guint slice = 0; slice < SLICES; slice++)
        crc ^= table[SLICES - 1 - slice][(word >> (8 * slice)) & 255];
    }
  for (; length > 0; length--, bytes++)
    crc = table[0][(crc ^ *bytes) & 255] ^ (crc >> 8);
  return crc;
}

#ifdef __x86_64__
/* processors since 2008 have an instruction for just this sum, ten times as fast */
__attribute__ ((target ("sse4.2"))) static guint32
sum_by_instruction (guint32       crc,
                    const guint8 *bytes,
                    gsize         length)
{
  guint64 sum = crc;

  for (; length >= 8; length -= 8, bytes += 8)
    sum = __builtin_ia32_crc32di (sum, load_little_endian (bytes));
  for (; length > 0; length--, bytes++)
    sum = __builtin_ia32_crc32qi ((guint32) sum, *bytes);
  return (guint32) sum;
}

static gboolean
has_instruction (void)
{
  return __builtin_cpu_supports ("sse4.2");
}
#else
#define sum_by_instruction sum_by_table
#define has_instruction() FALSE
#endif

/**
 * pz_crc32c_by_table:
 * @crc: the sum of what came before; 0 at the beginning
 * @data: (array length=length): bytes; may be %NULL when @length is 0
 * @length: how many
 *
 * pz_crc32c() as it is on processors without an instruction for it; tests compare the two.
 *
 * Returns: the sum of everything so far
 */
guint32
pz_crc32c_by_table (guint32       crc,
                    gconstpointer data,
                    gsize         length)
{
  static gsize filled = 0;

  g_return_val_if_fail (data != NULL || length == 0, crc);

  if (g_once_init_enter (&filled))
    {
      fill_table ();
      g_once_init_leave (&filled, 1);
    }
  return ~sum_by_table (~crc, data, length);
}

/**
 * pz_crc32c:
 * @crc: the sum of what came before; 0 at the beginning
 * @data: (array length=length): bytes; may be %NULL when @length is 0
 * @length: how many
 *
 * CRC-32C (Castagnoli 1993, as in RFC 3720), eight bytes at a time (by table: Kounavis and Berry 2005).
 * It finds damage; it is no protection against somebody who wants to deceive.
 *
 * Returns: the sum of everything so far
 */
guint32
pz_crc32c (guint32       crc,
           gconstpointer data,
           gsize         length)
{
  g_return_val_if_fail (data != NULL || length == 0, crc);

  if (has_instruction ())
    return ~sum_by_instruction (~crc, data, length);
  return pz_crc32c_by_table (crc, data, length);
}
