/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-regular-week.h"

#include <string.h>

/* A regular activity is written once and fills the calendar by itself: its days are counted, never stored. A day that
 * turned out in some way, held or planned otherwise, is an activity of its own that says which day it takes the place of. */

#define LOOK_AHEAD (2 * 366) /* days */

/**
 * pz_occurrence_free:
 * @self: (transfer full): an activity on its day
 */
void
pz_occurrence_free (PzOccurrence *self)
{
  pz_activity_unref (self->activity);
  g_free (self);
}

/**
 * pz_occurrence_is_held:
 * @self: an activity on its day
 *
 * Returns: whether it took place; what the regular week plans did not, until somebody says so
 */
gboolean
pz_occurrence_is_held (const PzOccurrence *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return !self->regular && self->activity->held;
}

static PzOccurrence *
occurrence_new (PzActivity *activity,
                guint32     day,
                gboolean    regular)
{
  PzOccurrence *self = g_new0 (PzOccurrence, 1);

  self->activity = pz_activity_ref (activity);
  self->day = day;
  self->regular = regular;
  return self;
}

/* Returns: (transfer full): set of "id day" of all days that an activity takes the place of */
static GHashTable *
list_replaced (GPtrArray *activities)
{
  GHashTable *replaced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < activities->len; i++)
    {
      const PzActivity *activity = activities->pdata[i];

      if (activity->every == 0 && activity->regular != NULL)
        g_hash_table_add (replaced, g_strdup_printf ("%s %u", activity->regular, activity->regular_day));
    }
  return replaced;
}

static gboolean
is_due (const PzActivity   *activity,
        const PzSchoolDays *days,
        GHashTable         *replaced,
        guint32             day)
{
  g_autofree char *key = g_strdup_printf ("%s %u", activity->id, day);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return pz_school_days_is_open (days, &date) && !pz_day_spans_contains (activity->left_out, &date)
         && !g_hash_table_contains (replaced, key);
}

static void
add_days (GPtrArray          *found,
          PzActivity         *activity,
          const PzSchoolDays *days,
          GHashTable         *replaced,
          const PzDaySpan    *span)
{
  guint32 step = 7 * activity->every, day = activity->day;
  guint32 last = activity->until != 0 ? MIN (activity->until, span->last) : span->last;

  if (day == 0)
    return;
  if (day < span->first)
    day += (span->first - day + step - 1) / step * step;
  for (; day <= last; day += step)
    if (is_due (activity, days, replaced, day))
      g_ptr_array_add (found, occurrence_new (activity, day, TRUE));
}

/* by day, then as the teacher reads them */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const PzOccurrence *x = *(PzOccurrence *const *) a, *y = *(PzOccurrence *const *) b;
  int order = (x->day > y->day) - (x->day < y->day);

  if (order == 0)
    order = g_utf8_collate (x->activity->title, y->activity->title);
  return order != 0 ? order : strcmp (x->activity->id, y->activity->id);
}

/**
 * pz_regular_week_expand:
 * @activities: (element-type PzActivity): all activities of a class, in any order
 * @days: the days with school
 * @span: the first and the last day to look at
 *
 * Fills the calendar: activities of these days, and the days of the regular ones among them. Days without school, those
 * left out, those after the end of the repetition and those another activity takes the place of are not filled.
 *
 * Returns: (transfer full) (element-type PzOccurrence): by day; activities without a day come first
 */
GPtrArray *
pz_regular_week_expand (GPtrArray          *activities,
                        const PzSchoolDays *days,
                        const PzDaySpan    *span)
{
  g_autoptr(GHashTable) replaced = NULL;
  GPtrArray *found;

  g_return_val_if_fail (activities != NULL && days != NULL && span != NULL && span->first <= span->last, NULL);

  replaced = list_replaced (activities);
  found = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_occurrence_free);
  for (guint i = 0; i < activities->len; i++)
    {
      PzActivity *activity = activities->pdata[i];

      if (activity->every > 0)
        add_days (found, activity, days, replaced, span);
      else if (activity->day == 0 || (activity->day >= span->first && activity->day <= span->last))
        g_ptr_array_add (found, occurrence_new (activity, activity->day, FALSE));
    }
  g_ptr_array_sort (found, compare);
  return found;
}

static gboolean
has_school (const PzSchoolDays *days,
            guint32             day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return pz_school_days_is_open (days, &date);
}

/**
 * pz_regular_week_find_next:
 * @regular: a regular activity
 * @days: the days with school
 * @from: the first day to look at, as GDate counts days
 * @without_school: (out): the first of its days before that one on which there is no school; 0: there is none
 *
 * Looks two years ahead. Days the teacher left out are neither.
 *
 * Returns: the next day on which it takes place; 0: there is none
 */
guint32
pz_regular_week_find_next (const PzActivity   *regular,
                           const PzSchoolDays *days,
                           guint32             from,
                           guint32            *without_school)
{
  guint32 step, day, last;

  g_return_val_if_fail (regular != NULL && regular->every > 0 && days != NULL && without_school != NULL, 0);

  *without_school = 0;
  if (regular->day == 0)
    return 0;
  step = 7 * regular->every;
  day = regular->day;
  if (day < from)
    day += (from - day + step - 1) / step * step;
  last = MAX (day, from) + LOOK_AHEAD;
  if (regular->until != 0)
    last = MIN (last, regular->until);
  for (; day <= last; day += step)
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, day);
      if (pz_day_spans_contains (regular->left_out, &date))
        continue;
      if (has_school (days, day))
        return day;
      if (*without_school == 0)
        *without_school = day;
    }
  return 0;
}
