/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-holidays.h"
#include "pz-school-days.h"

/* whether the class has school on none of the days */
static gboolean
is_closed (PzSchoolDays    *school_days,
           const PzDaySpan *days)
{
  GDate before, last;

  g_date_clear (&before, 1);
  g_date_clear (&last, 1);
  g_date_set_julian (&before, days->first - 1);
  g_date_set_julian (&last, days->last);
  return pz_school_days_count (school_days, &before, &last, NULL) == 0;
}

/**
 * pz_holidays_compare:
 * @self: holidays
 * @classroom: the record of a class
 *
 * Says of each holiday whether the class knows it already.
 */
void
pz_holidays_compare (PzHolidays *self,
                     PzRecord   *classroom)
{
  g_autoptr(PzSchoolDays) school_days = NULL;

  g_return_if_fail (self != NULL && PZ_IS_RECORD (classroom));

  school_days = pz_school_days_new (classroom);
  for (guint i = 0; i < self->items->len; i++)
    {
      PzHoliday *holiday = g_ptr_array_index (self->items, i);

      holiday->known = is_closed (school_days, &holiday->days);
    }
}

/* takes out of the set what lies within the span, which is to take its place */
static void
drop_within (PzRecord        *classroom,
             const PzDaySpan *days)
{
  g_auto(GStrv) texts = pz_record_dup_set (classroom, PZ_CLASSROOM_CLOSED_DAYS);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      PzDaySpan span;

      if (pz_day_span_from_text (texts[i], &span) && span.first >= days->first && span.last <= days->last)
        pz_record_set_remove (classroom, PZ_CLASSROOM_CLOSED_DAYS, texts[i]);
    }
}

static void
add_days (PzRecord        *classroom,
          const PzDaySpan *days)
{
  g_autoptr(PzDaySpans) one = pz_day_spans_new (days, 1);
  g_autofree char *text = pz_day_spans_to_text (one);

  drop_within (classroom, days);
  pz_record_set_add (classroom, PZ_CLASSROOM_CLOSED_DAYS, text);
}

/**
 * pz_holidays_apply:
 * @self: holidays
 * @classroom: the record of a class; the caller saves it, which is one step to undo
 *
 * Makes closed days of those that are chosen and not known. What is closed already stays; a shorter entry that lies within
 * a new one gives way to it. Doing it again changes nothing.
 *
 * Returns: how many holidays were new
 */
guint
pz_holidays_apply (PzHolidays *self,
                   PzRecord   *classroom)
{
  guint n_new = 0;

  g_return_val_if_fail (self != NULL && PZ_IS_RECORD (classroom), 0);

  for (guint i = 0; i < self->items->len; i++)
    {
      const PzHoliday *holiday = g_ptr_array_index (self->items, i);
      g_autoptr(PzSchoolDays) school_days = holiday->chosen ? pz_school_days_new (classroom) : NULL;

      if (school_days == NULL || is_closed (school_days, &holiday->days))
        continue;
      add_days (classroom, &holiday->days);
      n_new++;
    }
  return n_new;
}
