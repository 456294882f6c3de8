/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-stamp.h"

#include <string.h>

/**
 * pz_stamp_is_pending:
 *
 * Returns: whether no synchronisation has numbered the write yet
 */
gboolean
pz_stamp_is_pending (const PzStamp *self)
{
  return self->number == 0;
}

/**
 * pz_stamp_tag_equal:
 *
 * Returns: whether two stamps are of one write: device and number, or device and clock while pending
 */
gboolean
pz_stamp_tag_equal (const PzStamp *a,
                    const PzStamp *b)
{
  return a->device == b->device && a->number == b->number && (a->number != 0 || a->clock == b->clock);
}

/**
 * pz_stamp_tag_hash:
 *
 * Returns: a hash that agrees with pz_stamp_tag_equal()
 */
guint
pz_stamp_tag_hash (const PzStamp *self)
{
  guint64 hash = self->device * 0x9e3779b97f4a7c15u;

  hash ^= (self->number != 0 ? self->number : self->clock ^ 0x5bd1e995u) * 0xc2b2ae3d27d4eb4fu;
  return (guint) (hash ^ (hash >> 32));
}

/**
 * pz_stamp_compare:
 *
 * Later clock first wins, then the greater device; the number only makes the order total.
 *
 * Returns: less than, equal to or greater than 0 as @a is before, the same as or after @b
 */
int
pz_stamp_compare (const PzStamp *a,
                  const PzStamp *b)
{
  if (a->clock != b->clock)
    return a->clock < b->clock ? -1 : 1;
  if (a->device != b->device)
    return a->device < b->device ? -1 : 1;
  if (a->number != b->number)
    return a->number < b->number ? -1 : 1;
  return 0;
}

/**
 * pz_hlc_format:
 * @clock: a clock
 *
 * Returns: (transfer full): 12 hexadecimal digits of ms, a dash, the counter in decimal: "0199249b2c40-0"
 */
char *
pz_hlc_format (PzHlc clock)
{
  return g_strdup_printf ("%012" G_GINT64_MODIFIER "x-%u", PZ_HLC_MS (clock), PZ_HLC_COUNTER (clock));
}

/**
 * pz_hlc_parse:
 * @text: (array length=length): what pz_hlc_format() wrote
 * @length: its bytes
 * @clock: (out): the clock
 *
 * Returns: whether @text is exactly a clock: lower-case digits, a counter of at most 65535 without leading zero
 */
gboolean
pz_hlc_parse (const char *text,
              gsize       length,
              PzHlc      *clock)
{
  guint64 ms = 0;
  guint counter = 0;

  if (length < 14 || length > 18 || text[12] != '-')
    return FALSE;
  for (gsize i = 0; i < 12; i++)
    {
      if (!g_ascii_isxdigit (text[i]) || g_ascii_isupper (text[i]))
        return FALSE;
      ms = ms << 4 | (guint64) g_ascii_xdigit_value (text[i]);
    }
  if (text[13] == '0' && length > 14)
    return FALSE;
  for (gsize i = 13; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      counter = counter * 10 + (guint) (text[i] - '0');
    }
  if (counter > 0xffff)
    return FALSE;
  *clock = PZ_HLC (ms, counter);
  return TRUE;
}
