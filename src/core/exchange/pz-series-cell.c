/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-series-cell.h"

#include "pz-day-spans.h"

#include <math.h>
#include <string.h>

/* the same bound as that of values in our own files */
#define GREATEST 1e9
/* longer ones are no numbers but text */
#define MAX_LENGTH 60

/**
 * pz_series_cell_is_empty:
 * @text: a cell without blanks around it
 *
 * Returns: whether it is what programs write where nothing was measured
 */
gboolean
pz_series_cell_is_empty (const char *text)
{
  static const char *const words[] = { "", "NA", "N/A", "NaN", "None", "null" };

  g_return_val_if_fail (text != NULL, TRUE);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/**
 * pz_series_cell_read_number:
 * @text: a cell without blanks around it
 * @decimal: a comma where that may stand for the point, too
 * @number: (out): at most a thousand million, either way; undefined when it is none
 *
 * Reads a number as spreadsheets write it, whatever the locale: no names such as inf, no hexadecimal digits, nothing
 * between thousands.
 *
 * Returns: whether it is one
 */
gboolean
pz_series_cell_read_number (const char *text,
                            char        decimal,
                            double     *number)
{
  g_autofree char *plain = NULL;
  char *end = NULL;

  g_return_val_if_fail (text != NULL && number != NULL, FALSE);

  if (*text == '\0' || strlen (text) > MAX_LENGTH || text[strspn (text, "0123456789+-.,eE")] != '\0')
    return FALSE;
  plain = g_strdup (text);
  if (decimal == ',')
    g_strdelimit (plain, ",", '.');
  *number = g_ascii_strtod (plain, &end);
  return *end == '\0' && fabs (*number) <= GREATEST;
}

/**
 * pz_series_cell_read_day:
 * @text: a cell without blanks around it
 * @order: what 1/05/2023 means
 * @day: (out): Julian day; undefined when it is none
 *
 * Returns: whether it is a date, and clear which
 */
gboolean
pz_series_cell_read_day (const char *text,
                         PzDayOrder  order,
                         double     *day)
{
  char iso[11];

  g_return_val_if_fail (text != NULL && day != NULL, FALSE);

  if (pz_roster_date_parse (text, order, iso) != PZ_ROSTER_DATE_FINE)
    return FALSE;
  *day = pz_day_from_text (iso);
  return *day > 0;
}
