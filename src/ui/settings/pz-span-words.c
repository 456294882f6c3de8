/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-span-words.h"

#include <glib/gi18n-lib.h>

static char *
format (guint32     day,
        const char *form)
{
  char text[PZ_DAY_TEXT_SIZE];
  g_autoptr(GDateTime) date = NULL;
  GDate split;

  g_date_clear (&split, 1);
  g_date_set_julian (&split, day);
  date = g_date_time_new_utc (g_date_get_year (&split), (int) g_date_get_month (&split), g_date_get_day (&split), 0, 0, 0);
  pz_day_to_text (day, text);
  return date != NULL ? g_date_time_format (date, form) : g_strdup (text);
}

/**
 * pz_span_dup_words:
 * @days: a first and a last day
 *
 * Returns: (transfer full): the day, or both, for people
 */
char *
pz_span_dup_words (const PzDaySpan *days)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (days != NULL, NULL);

  /* Translators: a closed day, as strftime writes it: Mon 23 November 2026 */
  last = format (days->last, C_("closed days", "%a %-d %B %Y"));
  if (days->first == days->last)
    return g_steal_pointer (&last);
  /* Translators: the first of some closed days, the year follows with the last: Mon 12 October */
  first = format (days->first, C_("closed days", "%a %-d %B"));
  /* Translators: from the first day to the last: Mon 12 October – Fri 16 October 2026 */
  return g_strdup_printf (C_("closed days", "%1$s – %2$s"), first, last);
}

/**
 * pz_span_dup_length:
 * @days: a first and a last day
 *
 * Returns: (transfer full): how many days these are
 */
char *
pz_span_dup_length (const PzDaySpan *days)
{
  guint n;

  g_return_val_if_fail (days != NULL, NULL);

  n = days->last - days->first + 1;
  /* Translators: %u is how many days a holiday has */
  return g_strdup_printf (ngettext ("%u day", "%u days", n), n);
}
