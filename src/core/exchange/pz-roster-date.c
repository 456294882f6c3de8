/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-roster-date.h"

#include <string.h>

/* two digits of a year: 00 to 49 are of this century, 50 to 99 of the last */
#define PIVOT 50

typedef struct
{
  guint numbers[3];
  guint digits[3];
  char separator; /* the one between the first two */
} Parts;

/* digits of every script count; reads at most 8, so that nothing overflows */
static const char *
read_number (const char *text,
             guint      *number,
             guint      *digits)
{
  *number = *digits = 0;
  while (*digits < 8)
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (text));

      if (digit < 0)
        break;
      *number = *number * 10 + (guint) digit;
      (*digits)++;
      text = g_utf8_next_char (text);
    }
  return text;
}

/* a time may follow, after T or a blank; it does not matter which */
static gboolean
is_end (const char *text)
{
  return *text == '\0' || ((*text == 'T' || *text == ' ') && g_unichar_isdigit (g_utf8_get_char (text + 1)));
}

static gboolean
split (const char *text,
       Parts      *parts)
{
  memset (parts, 0, sizeof *parts);
  for (guint i = 0; i < 3; i++)
    {
      text = read_number (text, &parts->numbers[i], &parts->digits[i]);
      if (parts->digits[i] == 0)
        return FALSE;
      if (i == 0 && parts->digits[0] == 8 && is_end (text)) /* 20170405 */
        {
          parts->numbers[2] = parts->numbers[0] % 100;
          parts->numbers[1] = parts->numbers[0] / 100 % 100;
          parts->numbers[0] /= 10000;
          parts->digits[0] = 4;
          parts->separator = '-';
          return TRUE;
        }
      if (i == 2)
        return is_end (text);
      if (strchr ("-/.", *text) == NULL || *text == '\0' || (i == 1 && *text != parts->separator))
        return FALSE;
      parts->separator = *text++;
      while (*text == ' ')
        text++;
    }
  return FALSE;
}

static PzRosterDateResult
write_date (guint year,
            guint month,
            guint day,
            char  iso[11])
{
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1
      || !g_date_valid_dmy ((GDateDay) MIN (day, 32), (GDateMonth) month, (GDateYear) year))
    return PZ_ROSTER_DATE_UNREADABLE;
  g_snprintf (iso, 11, "%04u-%02u-%02u", year, month, day);
  return PZ_ROSTER_DATE_FINE;
}

/* neither number can be told from the other */
static gboolean
is_ambiguous (const Parts *parts)
{
  return parts->separator != '.' && parts->numbers[0] <= 12 && parts->numbers[1] <= 12
         && parts->numbers[0] != parts->numbers[1];
}

static guint
full_year (const Parts *parts)
{
  if (parts->digits[2] != 2)
    return parts->numbers[2];
  return parts->numbers[2] + (parts->numbers[2] < PIVOT ? 2000 : 1900);
}

/**
 * pz_roster_date_parse:
 * @text: a date as somebody wrote it: 2017-04-05, with a time and zone after it, 20170405, 5.4.2017, 05/04/17;
 *   digits of any script
 * @order: what to make of 1/05/2023; with dots the day always comes first
 * @iso: (out): YYYY-MM-DD; empty unless the result is fine
 *
 * A time and its zone are cut off: they say when a system wrote a day, not which day it is.
 *
 * Returns: whether it could be read
 */
PzRosterDateResult
pz_roster_date_parse (const char *text,
                      PzDayOrder  order,
                      char        iso[11])
{
  g_autofree char *trimmed = NULL;
  Parts parts;
  guint day = 0, month = 1;

  g_return_val_if_fail (iso != NULL, PZ_ROSTER_DATE_UNREADABLE);

  iso[0] = '\0';
  trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));
  if (*trimmed == '\0')
    return PZ_ROSTER_DATE_EMPTY;
  if (!g_utf8_validate (trimmed, -1, NULL) || !split (trimmed, &parts))
    return PZ_ROSTER_DATE_UNREADABLE;
  if (parts.digits[0] == 4)
    return write_date (parts.numbers[0], parts.numbers[1], parts.numbers[2], iso);
  if (parts.digits[0] > 2 || parts.digits[1] > 2 || (parts.digits[2] != 4 && parts.digits[2] != 2))
    return PZ_ROSTER_DATE_UNREADABLE;
  if (is_ambiguous (&parts) && order == PZ_DAY_ORDER_UNKNOWN)
    return PZ_ROSTER_DATE_AMBIGUOUS;
  if (parts.numbers[1] > 12 || (is_ambiguous (&parts) && order == PZ_DAY_ORDER_MONTH_FIRST))
    {
      day = 1;
      month = 0;
    }
  return write_date (full_year (&parts), parts.numbers[month], parts.numbers[day], iso);
}

/**
 * pz_roster_date_hint:
 * @text: a date
 *
 * Returns: the order that @text shows without doubt, which then is likely that of its whole column
 */
PzDayOrder
pz_roster_date_hint (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));
  Parts parts;

  if (!g_utf8_validate (trimmed, -1, NULL) || !split (trimmed, &parts) || parts.digits[0] > 2
      || parts.separator == '.')
    return PZ_DAY_ORDER_UNKNOWN;
  if (parts.numbers[0] > 12 && parts.numbers[0] <= 31 && parts.numbers[1] <= 12)
    return PZ_DAY_ORDER_DAY_FIRST;
  if (parts.numbers[1] > 12 && parts.numbers[1] <= 31 && parts.numbers[0] <= 12)
    return PZ_DAY_ORDER_MONTH_FIRST;
  return PZ_DAY_ORDER_UNKNOWN;
}
