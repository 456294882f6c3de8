/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-json-number-private.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* The parts of a number: (-1)^negative * mantissa * 10^-decimals. */
typedef struct
{
  guint64 mantissa; /* wraps beyond 19 digits, when it is not used */
  guint digits;     /* in the mantissa, leading zeros included */
  guint decimals;
  gboolean negative;
  gboolean exponent; /* whether there is one; such numbers take the slow way */
} Parts;

/* How many digits start at p. */
static gsize
read_digits (const guint8 *p,
             const guint8 *end,
             guint64      *mantissa)
{
  const guint8 *start = p;

  for (; p < end && g_ascii_isdigit (*p); p++)
    *mantissa = *mantissa * 10 + (*p - '0');
  return (gsize) (p - start);
}

/* The grammar of RFC 8259, section 6. Returns the first byte after the number, or NULL. */
static const guint8 *
read_parts (const guint8 *p,
            const guint8 *end,
            Parts        *parts)
{
  gsize count;

  parts->negative = p < end && *p == '-';
  p += parts->negative;
  count = read_digits (p, end, &parts->mantissa);
  if (count == 0 || (count > 1 && *p == '0'))
    return NULL;
  p += count;
  parts->digits = (guint) count;
  if (p < end && *p == '.')
    {
      count = read_digits (++p, end, &parts->mantissa);
      if (count == 0)
        return NULL;
      p += count;
      parts->digits += (guint) count;
      parts->decimals = (guint) count;
    }
  if (p < end && (*p == 'e' || *p == 'E'))
    {
      guint64 ignored = 0;

      p++;
      if (p < end && (*p == '+' || *p == '-'))
        p++;
      count = read_digits (p, end, &ignored);
      if (count == 0)
        return NULL;
      p += count;
      parts->exponent = TRUE;
    }
  return p;
}

/* Clinger 1990: both are exact doubles, so one division rounds once, and rounds right. */
static gboolean
convert_exactly (const Parts *parts,
                 double      *number)
{
  static const double powers[] = { 1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };

  if (FLT_EVAL_METHOD != 0 || parts->exponent || parts->digits > 15)
    return FALSE;
  *number = (double) parts->mantissa;
  if (parts->decimals > 0)
    *number /= powers[parts->decimals];
  if (parts->negative)
    *number = -*number;
  return TRUE;
}

/**
 * pz_json_number_scan:
 * @cursor: (inout): at the first character; then after the last, unmoved after a fault
 * @end: of the input
 * @number: (out): the double nearest to the number; integers beyond 2^53 are rounded too
 *
 * Returns: whether there is a number as JSON writes them, and a finite one
 */
PzJsonNumberFault
pz_json_number_scan (const guint8 **cursor,
                     const guint8  *end,
                     double        *number)
{
  Parts parts = { 0 };
  const guint8 *after = read_parts (*cursor, end, &parts);

  if (after == NULL)
    return PZ_JSON_NUMBER_MALFORMED;
  if (after - *cursor > PZ_JSON_MAX_NUMBER_LENGTH)
    return PZ_JSON_NUMBER_TOO_LONG;
  if (!convert_exactly (&parts, number))
    {
      char copy[PZ_JSON_MAX_NUMBER_LENGTH + 1];
      gsize length = (gsize) (after - *cursor);

      memcpy (copy, *cursor, length);
      copy[length] = '\0';
      *number = g_ascii_strtod (copy, NULL);
      if (!isfinite (*number))
        return PZ_JSON_NUMBER_TOO_LARGE;
    }
  *cursor = after;
  return PZ_JSON_NUMBER_GOOD;
}
