/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-week.h"

#include "pz-settings.h"

#include <langinfo.h>

/* 1 January 2024 was a Monday. */
#define A_MONDAY_YEAR 2024

/* What the locale says. glibc counts from the day of _NL_TIME_WEEK_1STDAY, 19971130 a Sunday or 19971201 a Monday; the
 * first is returned in the pointer itself. */
static GDateWeekday
get_day_of_locale (void)
{
  guint first = (guint) *(const unsigned char *) nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  gboolean from_monday = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY)) == 19971201;
  guint day = from_monday ? first : first + 6; /* 1 = Sunday becomes 7, 2 = Monday 8 */

  return first >= 1 && first <= 7 ? (GDateWeekday) ((day - 1) % 7 + 1) : G_DATE_MONDAY;
}

/**
 * pz_week_get_first_day:
 *
 * Returns: with which day a week begins: the one that was chosen, or that of the locale
 */
GDateWeekday
pz_week_get_first_day (void)
{
  int chosen = pz_settings_get_int (PZ_SETTINGS_FIRST_WEEKDAY, 0);

  return chosen >= G_DATE_MONDAY && chosen <= G_DATE_SUNDAY ? (GDateWeekday) chosen : get_day_of_locale ();
}

static char *
format (GDateWeekday  day,
        const char   *form)
{
  g_autoptr(GDateTime) date = g_date_time_new_utc (A_MONDAY_YEAR, 1, (int) day, 0, 0, 0);

  return g_date_time_format (date, form);
}

/**
 * pz_week_dup_short_name:
 * @day: a day of the week
 *
 * Returns: (transfer full): the abbreviation of the locale, Mon
 */
char *
pz_week_dup_short_name (GDateWeekday day)
{
  g_return_val_if_fail (g_date_valid_weekday (day), NULL);
  return format (day, "%a");
}

/**
 * pz_week_dup_name:
 * @day: a day of the week
 *
 * Returns: (transfer full): its name in the locale, Monday
 */
char *
pz_week_dup_name (GDateWeekday day)
{
  g_return_val_if_fail (g_date_valid_weekday (day), NULL);
  return format (day, "%A");
}
