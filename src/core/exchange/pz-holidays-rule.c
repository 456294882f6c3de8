/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-holidays-private.h"

#include "pz-ical.h"

/* Repeating by rules (RFC 5545, 3.3.10), day by day: an iterator that looks for the next day of a rule that has none
 * would not come back, a walk over the days of the window always does. Holidays repeat by days, weeks, months and years;
 * finer rules, and those by week number or position, are not for holidays. */

/* With a number of times, the walk begins at the first: not more than this many days before the window. */
#define MAX_DAYS_BEFORE (50 * 366)

typedef struct
{
  const PzIcal *ical;
  const struct icalrecurrencetype *rule;
  GDate start;
  GDate day;
} Walk;

static gboolean
is_empty (const short *list)
{
  return list[0] == ICAL_RECURRENCE_ARRAY_MAX;
}

/* whether the list, which ends by its mark or is full, has the number */
static gboolean
has_number (const short *list,
            gsize        size,
            int          number,
            int          from_end)
{
  for (gsize i = 0; i < size && list[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    if (list[i] == number || list[i] == from_end)
      return TRUE;
  return FALSE;
}

/* BYDAY: Sunday is 1; position 0 is every one, otherwise the n-th of the days from first to last, or from the end */
static gboolean
is_by_day (const Walk *walk,
           guint       position,
           guint       n_days)
{
  int weekday = (int) g_date_get_weekday (&walk->day) % 7 + 1;
  int nth = (int) (position - 1) / 7 + 1, from_end = -((int) (n_days - position) / 7 + 1);

  for (gsize i = 0; i < ICAL_BY_DAY_SIZE && walk->rule->by_day[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    {
      int wanted = walk->ical->icalrecurrencetype_day_position (walk->rule->by_day[i]);

      if ((int) walk->ical->icalrecurrencetype_day_day_of_week (walk->rule->by_day[i]) == weekday
          && (wanted == 0 || wanted == nth || wanted == from_end))
        return TRUE;
    }
  return FALSE;
}

static guint
days_of_month (const GDate *day)
{
  return g_date_get_days_in_month (g_date_get_month (day), g_date_get_year (day));
}

static gboolean
is_by_day_of_period (const Walk *walk,
                     gboolean    of_year)
{
  guint n_of_year = g_date_is_leap_year (g_date_get_year (&walk->day)) ? 366 : 365;

  if (of_year)
    return is_by_day (walk, g_date_get_day_of_year (&walk->day), n_of_year);
  return is_by_day (walk, g_date_get_day (&walk->day), days_of_month (&walk->day));
}

/* the filters that every frequency has */
static gboolean
passes_filters (const Walk *walk)
{
  const struct icalrecurrencetype *rule = walk->rule;
  int day = g_date_get_day (&walk->day);

  if (!is_empty (rule->by_month)
      && !has_number (rule->by_month, ICAL_BY_MONTH_SIZE, g_date_get_month (&walk->day), G_MAXINT))
    return FALSE;
  return is_empty (rule->by_month_day)
         || has_number (rule->by_month_day, ICAL_BY_MONTHDAY_SIZE, day, day - (int) days_of_month (&walk->day) - 1);
}

static gboolean
is_in_week (const Walk *walk,
            int         interval)
{
  int start = (int) g_date_get_julian (&walk->start) - 1, day = (int) g_date_get_julian (&walk->day) - 1;
  int week_start = walk->rule->week_start == ICAL_NO_WEEKDAY ? 0 : ((int) walk->rule->week_start + 5) % 7;

  /* both are days since a Monday, so week_start counts from Monday, too */
  if (((day - week_start) / 7 - (start - week_start) / 7) % interval != 0)
    return FALSE;
  if (is_empty (walk->rule->by_day))
    return g_date_get_weekday (&walk->day) == g_date_get_weekday (&walk->start);
  return is_by_day_of_period (walk, FALSE);
}

static gboolean
is_in_month (const Walk *walk,
             int         interval)
{
  int months = ((int) g_date_get_year (&walk->day) - (int) g_date_get_year (&walk->start)) * 12
               + (int) g_date_get_month (&walk->day) - (int) g_date_get_month (&walk->start);

  if (months % interval != 0)
    return FALSE;
  if (!is_empty (walk->rule->by_day))
    return is_by_day_of_period (walk, FALSE);
  return !is_empty (walk->rule->by_month_day) || g_date_get_day (&walk->day) == g_date_get_day (&walk->start);
}

static gboolean
is_in_year (const Walk *walk,
            int         interval)
{
  const struct icalrecurrencetype *rule = walk->rule;
  gboolean of_year = is_empty (rule->by_month) && is_empty (rule->by_month_day);

  if (((int) g_date_get_year (&walk->day) - (int) g_date_get_year (&walk->start)) % interval != 0)
    return FALSE;
  if (!is_empty (rule->by_day))
    return is_by_day_of_period (walk, of_year);
  if (is_empty (rule->by_month_day) && g_date_get_day (&walk->day) != g_date_get_day (&walk->start))
    return FALSE;
  /* a day of the month alone is that day of every month */
  return !of_year || g_date_get_month (&walk->day) == g_date_get_month (&walk->start);
}

static gboolean
is_on (const Walk *walk)
{
  int interval = MAX (1, walk->rule->interval);

  if (!passes_filters (walk))
    return FALSE;
  switch (walk->rule->freq)
    {
    case ICAL_DAILY_RECURRENCE:
      return g_date_days_between (&walk->start, &walk->day) % interval == 0
             && (is_empty (walk->rule->by_day) || is_by_day_of_period (walk, FALSE));
    case ICAL_WEEKLY_RECURRENCE:
      return is_in_week (walk, interval);
    case ICAL_MONTHLY_RECURRENCE:
      return is_in_month (walk, interval);
    default:
      return is_in_year (walk, interval);
    }
}

/**
 * pz_holidays_rule_is_known:
 * @rule: of an event
 *
 * Returns: whether pz_holidays_repeat() knows the days of it
 */
gboolean
pz_holidays_rule_is_known (const struct icalrecurrencetype *rule)
{
  return (rule->freq == ICAL_DAILY_RECURRENCE || rule->freq == ICAL_WEEKLY_RECURRENCE
          || rule->freq == ICAL_MONTHLY_RECURRENCE || rule->freq == ICAL_YEARLY_RECURRENCE)
         && rule->by_set_pos[0] == ICAL_RECURRENCE_ARRAY_MAX && rule->by_week_no[0] == ICAL_RECURRENCE_ARRAY_MAX
         && rule->by_year_day[0] == ICAL_RECURRENCE_ARRAY_MAX && rule->rscale == NULL;
}

/**
 * pz_holidays_repeat:
 * @rule: one that is known
 * @start: the day of the first time
 * @window: only days in it are of interest
 * @budget: (inout): how many days may still be looked at
 * @starts: (element-type guint32): gets the days in @window on which it comes again, the first time left out; rising
 */
void
pz_holidays_repeat (const struct icalrecurrencetype *rule,
                    guint32                          start,
                    const PzHolidayWindow           *window,
                    guint                           *budget,
                    GArray                          *starts)
{
  guint32 until = pz_holidays_day (rule->until), day = start + 1;
  int left = rule->count > 0 ? rule->count - 1 : G_MAXINT;
  Walk walk = { .ical = pz_ical (NULL), .rule = rule };

  g_date_clear (&walk.start, 1);
  g_date_clear (&walk.day, 1);
  g_date_set_julian (&walk.start, start);
  if (rule->count <= 0 && day < window->first)
    day = window->first;
  if (walk.ical == NULL || day + MAX_DAYS_BEFORE < window->first)
    return;
  for (; day <= window->last && (until == 0 || day <= until) && left > 0 && *budget > 0; day++)
    {
      (*budget)--;
      g_date_set_julian (&walk.day, day);
      if (!is_on (&walk))
        continue;
      left--;
      if (day >= window->first)
        g_array_append_val (starts, day);
    }
}
