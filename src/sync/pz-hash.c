/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-hash.h"

#include <sodium.h>
#include <string.h>

/**
 * pz_hash_of:
 * @data: (array length=length): any bytes
 * @length: how many
 *
 * Returns: their hash
 */
PzHash
pz_hash_of (gconstpointer data,
            gsize         length)
{
  return pz_hash_of_two (data, length, NULL, 0);
}

/**
 * pz_hash_of_two:
 * @first: (array length=first_length): any bytes
 * @first_length: how many
 * @second: (array length=second_length) (nullable): the bytes behind them
 * @second_length: how many
 *
 * Returns: the hash of all, one behind the other
 */
PzHash
pz_hash_of_two (gconstpointer first,
                gsize         first_length,
                gconstpointer second,
                gsize         second_length)
{
  crypto_generichash_state state;
  PzHash hash;

  crypto_generichash_init (&state, NULL, 0, PZ_HASH_SIZE);
  crypto_generichash_update (&state, first, first_length);
  if (second_length > 0)
    crypto_generichash_update (&state, second, second_length);
  crypto_generichash_final (&state, hash.bytes, PZ_HASH_SIZE);
  return hash;
}

/**
 * pz_hash_equal:
 *
 * Returns: whether both are of the same bytes
 */
gboolean
pz_hash_equal (const PzHash *a,
               const PzHash *b)
{
  return memcmp (a->bytes, b->bytes, PZ_HASH_SIZE) == 0;
}

/**
 * pz_hash_append:
 * @out: gets 32 hexadecimal digits in lower case
 */
void
pz_hash_append (const PzHash *self,
                GString      *out)
{
  for (gsize i = 0; i < PZ_HASH_SIZE; i++)
    g_string_append_printf (out, "%02x", self->bytes[i]);
}

/* in lower case only, so that one thing has one name */
static int
digit_value (char digit)
{
  if (digit >= '0' && digit <= '9')
    return digit - '0';
  return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

/**
 * pz_hash_parse:
 * @text: (array length=length): what pz_hash_append() wrote
 * @length: its bytes
 * @hash: (out): the hash
 *
 * Returns: whether it is one; else @hash is undefined
 */
gboolean
pz_hash_parse (const char *text,
               gsize       length,
               PzHash     *hash)
{
  if (length != PZ_HASH_DIGITS)
    return FALSE;
  for (gsize i = 0; i < PZ_HASH_SIZE; i++)
    {
      int high = digit_value (text[2 * i]), low = digit_value (text[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      hash->bytes[i] = (guint8) (high << 4 | low);
    }
  return TRUE;
}

/**
 * pz_hash_get_mark:
 *
 * Returns: the first 32 bits
 */
guint32
pz_hash_get_mark (const PzHash *self)
{
  return (guint32) (pz_hash_get_head (self) >> 32);
}

/**
 * pz_hash_get_head:
 *
 * Returns: the first 64 bits
 */
guint64
pz_hash_get_head (const PzHash *self)
{
  guint64 head;

  memcpy (&head, self->bytes, sizeof head);
  return GUINT64_FROM_BE (head);
}

/**
 * pz_hash_set_mark:
 * @mark: the first 32 bits; the others stay
 */
void
pz_hash_set_mark (PzHash  *self,
                  guint32  mark)
{
  mark = GUINT32_TO_BE (mark);
  memcpy (self->bytes, &mark, sizeof mark);
}

/**
 * pz_hex_parse:
 * @text: at least @digits bytes
 * @digits: at most 16, all of them in lower case
 * @number: (out): what they say
 *
 * Returns: whether all are digits
 */
gboolean
pz_hex_parse (const char *text,
              gsize       digits,
              guint64    *number)
{
  *number = 0;
  for (gsize i = 0; i < digits; i++)
    {
      int value = digit_value (text[i]);

      if (value < 0)
        return FALSE;
      *number = *number << 4 | (guint64) value;
    }
  return TRUE;
}
