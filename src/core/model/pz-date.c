/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-date.h"

#include "pz-schema.h"

/**
 * pz_date_parse:
 * @text: (nullable): a day as fields hold it
 * @date: (out): that day
 *
 * Returns: %FALSE when @text is no day; @date is then unchanged
 */
gboolean
pz_date_parse (const char *text,
               GDate      *date)
{
  g_return_val_if_fail (date != NULL, FALSE);

  if (text == NULL || !pz_date_is_valid (text))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) g_ascii_strtoull (text + 8, NULL, 10),
                  (GDateMonth) g_ascii_strtoull (text + 5, NULL, 10), (GDateYear) g_ascii_strtoull (text, NULL, 10));
  return TRUE;
}

/**
 * pz_date_format:
 * @date: a valid day
 *
 * Returns: (transfer full): the day as fields hold it
 */
char *
pz_date_format (const GDate *date)
{
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}
