/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-natural-order.h"

#include <string.h>

static gsize
count_digits (const char *text)
{
  gsize n = 0;

  while (g_ascii_isdigit (text[n]))
    n++;
  return n;
}

/* Compares the numbers both begin with and moves behind them. No number is too long: they are compared as digits. */
static int
compare_numbers (const char **a,
                 const char **b)
{
  gsize length_a, length_b;
  int order;

  while (**a == '0')
    (*a)++;
  while (**b == '0')
    (*b)++;
  length_a = count_digits (*a);
  length_b = count_digits (*b);
  if (length_a != length_b)
    return length_a < length_b ? -1 : 1;
  order = memcmp (*a, *b, length_a);
  *a += length_a;
  *b += length_b;
  return order;
}

static int
compare_letters (const char **a,
                 const char **b)
{
  gunichar left = g_unichar_tolower (g_utf8_get_char (*a));
  gunichar right = g_unichar_tolower (g_utf8_get_char (*b));

  *a = g_utf8_next_char (*a);
  *b = g_utf8_next_char (*b);
  return left < right ? -1 : left > right;
}

/**
 * pz_natural_compare:
 * @a: (nullable): valid UTF-8
 * @b: (nullable): valid UTF-8
 *
 * Runs of digits are compared as numbers, all else by code points without regard to case; what is equal so far by bytes.
 * Nothing (%NULL or "") comes last: what has no number stands behind what has one. A total order.
 *
 * Returns: below 0, 0 or above 0, as @a stands before, beside or behind @b
 */
int
pz_natural_compare (const char *a,
                    const char *b)
{
  const char *p = a != NULL ? a : "", *q = b != NULL ? b : "";
  int order = 0;

  if (*p == '\0' || *q == '\0')
    return (*p == '\0') - (*q == '\0');
  while (order == 0 && *p != '\0' && *q != '\0')
    if (g_ascii_isdigit (*p) && g_ascii_isdigit (*q))
      order = compare_numbers (&p, &q);
    else
      order = compare_letters (&p, &q);
  if (order == 0)
    order = (*p != '\0') - (*q != '\0');
  return order != 0 ? order : strcmp (a, b);
}
