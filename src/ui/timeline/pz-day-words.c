/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-day-words.h"

#include <glib/gi18n-lib.h>

static char *
format (const GDate *day,
        const char  *pattern)
{
  char text[128];

  g_date_strftime (text, sizeof text, pattern, day);
  return g_strdup (text);
}

static char *
dup_date (const GDate *day,
          const GDate *today)
{
  if (g_date_get_year (day) == g_date_get_year (today))
    /* xgettext:no-c-format
     * Translators: a day of this year for strftime, short: 19 Nov */
    return format (day, C_("day", "%-d %b"));
  /* xgettext:no-c-format
   * Translators: a day of another year for strftime, short: 19 Nov 2025 */
  return format (day, C_("day", "%-d %b %Y"));
}

/**
 * pz_day_words:
 * @day: a day
 * @today: the day it is
 *
 * Returns: (transfer full): "Today", "Yesterday", the weekday of the days before, else "19 Nov", with the year when it is
 *   another one
 */
char *
pz_day_words (const GDate *day,
              const GDate *today)
{
  int ago;

  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  ago = g_date_days_between (day, today);
  if (ago == 0)
    return g_strdup (C_("day", "Today"));
  if (ago == 1)
    return g_strdup (C_("day", "Yesterday"));
  if (ago == -1)
    return g_strdup (C_("day", "Tomorrow"));
  if (ago > 1 && ago < 7)
    return format (day, "%A");
  return dup_date (day, today);
}

/**
 * pz_day_words_span:
 * @from: the first day
 * @to: the last day, not before @from
 * @today: the day it is
 *
 * Returns: (transfer full): both days; one day as pz_day_words() says it
 */
char *
pz_day_words_span (const GDate *from,
                   const GDate *to,
                   const GDate *today)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (from != NULL && g_date_valid (from) && to != NULL && g_date_valid (to), NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  if (g_date_compare (from, to) == 0)
    return pz_day_words (from, today);
  first = dup_date (from, today);
  last = dup_date (to, today);
  /* Translators: from one day to another: 16 Nov – 20 Nov */
  return g_strdup_printf (C_("day", "%1$s – %2$s"), first, last);
}
