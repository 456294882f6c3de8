/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-school-days.h"

#include <string.h>

struct _PzSchoolDays
{
  gatomicrefcount references;
  gboolean open[7]; /* from Monday */
  guint n_open;     /* of a week, at least 1 */
  PzDaySpans *closed;
};

G_DEFINE_BOXED_TYPE (PzSchoolDays, pz_school_days, pz_school_days_ref, pz_school_days_unref)

/* day 1 of GDate, the first of January of the year 1, was a Monday */
static gboolean
is_open_weekday (const PzSchoolDays *self,
                 guint32             day)
{
  return self->open[(day - 1) % 7];
}

/* the days from first to last on which the week has school, closed or not */
static guint
count_weekdays (const PzSchoolDays *self,
                guint32             first,
                guint32             last)
{
  guint32 n_days = last - first + 1;
  guint n = n_days / 7 * self->n_open;

  for (guint32 day = first + n_days / 7 * 7; day <= last; day++)
    n += is_open_weekday (self, day);
  return n;
}

/* the span of either list that ends first of those not yet passed; NULL when both are at their end */
static const PzDaySpan *
next_span (const PzDaySpans *a,
           const PzDaySpans *b,
           gsize            *at_a,
           gsize            *at_b)
{
  const PzDaySpan *x = a != NULL && *at_a < pz_day_spans_get_n (a) ? pz_day_spans_get (a, *at_a) : NULL;
  const PzDaySpan *y = b != NULL && *at_b < pz_day_spans_get_n (b) ? pz_day_spans_get (b, *at_b) : NULL;

  if (x != NULL && (y == NULL || x->first <= y->first))
    {
      (*at_a)++;
      return x;
    }
  if (y != NULL)
    (*at_b)++;
  return y;
}

static void
read_week (PzSchoolDays *self,
           PzRecord     *classroom)
{
  static const char *const names[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (pz_record_set_has (classroom, PZ_CLASSROOM_SCHOOL_DAYS, names[i]))
      {
        self->open[i] = TRUE;
        self->n_open++;
      }
}

/**
 * pz_school_days_new:
 * @classroom: (nullable): the record of a class, read now; %NULL for Monday to Friday without a closed day
 *
 * Returns: (transfer full): the days with school
 */
PzSchoolDays *
pz_school_days_new (PzRecord *classroom)
{
  PzSchoolDays *self = g_new0 (PzSchoolDays, 1);
  g_auto(GStrv) closed = NULL;

  g_atomic_ref_count_init (&self->references);
  if (classroom != NULL)
    {
      read_week (self, classroom);
      closed = pz_record_dup_set (classroom, PZ_CLASSROOM_CLOSED_DAYS);
    }
  if (self->n_open == 0)
    for (; self->n_open < 5; self->n_open++)
      self->open[self->n_open] = TRUE;
  self->closed = closed != NULL ? pz_day_spans_from_texts ((const char *const *) closed) : pz_day_spans_new (NULL, 0);
  return self;
}

/**
 * pz_school_days_ref:
 * @self: the days with school
 *
 * Returns: (transfer full): @self
 */
PzSchoolDays *
pz_school_days_ref (PzSchoolDays *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * pz_school_days_unref:
 * @self: (transfer full): the days with school
 */
void
pz_school_days_unref (PzSchoolDays *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  pz_day_spans_unref (self->closed);
  g_free (self);
}

/**
 * pz_school_days_is_open:
 * @self: the days with school
 * @day: a valid day
 *
 * Returns: whether there is school that day
 */
gboolean
pz_school_days_is_open (const PzSchoolDays *self,
                        const GDate        *day)
{
  g_return_val_if_fail (self != NULL && g_date_valid (day), FALSE);
  return is_open_weekday (self, g_date_get_julian (day)) && !pz_day_spans_contains (self->closed, day);
}

/**
 * pz_school_days_count:
 * @self: the days with school
 * @after: a valid day, not counted itself
 * @until: a valid day, the last one that counts
 * @absences: (nullable): days that do not count for one learner
 *
 * Takes as long as there are spans, however many days lie between.
 *
 * Returns: how many days after @after, up to @until, have school and are not in @absences; 0 when there are none
 */
guint
pz_school_days_count (const PzSchoolDays *self,
                      const GDate        *after,
                      const GDate        *until,
                      const PzDaySpans   *absences)
{
  const PzDaySpan *span;
  gsize at_closed = 0, at_absences = 0;
  guint32 first, last;
  guint n = 0;

  g_return_val_if_fail (self != NULL && g_date_valid (after) && g_date_valid (until), 0);

  first = g_date_get_julian (after) + 1;
  last = g_date_get_julian (until);
  /* first moves on behind each span that takes days away; the days before the span count */
  while (first <= last && (span = next_span (self->closed, absences, &at_closed, &at_absences)) != NULL)
    {
      if (span->last < first)
        continue;
      if (span->first > first)
        n += count_weekdays (self, first, MIN (span->first - 1, last));
      first = span->last + 1;
    }
  return first <= last ? n + count_weekdays (self, first, last) : n;
}

/**
 * pz_school_days_since:
 * @self: the days with school
 * @day: (nullable): `YYYY-MM-DD`, such as the newest check-in of a learner
 * @today: a valid day
 * @absences: (nullable): the days the learner was away
 *
 * Returns: school days after @day up to @today without those away; 0 also for a @day to come; -1 when there is no @day
 */
int
pz_school_days_since (const PzSchoolDays *self,
                      const char         *day,
                      const GDate        *today,
                      const PzDaySpans   *absences)
{
  guint32 since = pz_day_from_text (day);
  GDate date;

  g_return_val_if_fail (self != NULL && g_date_valid (today), -1);

  if (since == 0)
    return -1;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, since);
  return (int) pz_school_days_count (self, &date, today, absences);
}

/**
 * pz_school_days_get_closed:
 * @self: the days with school
 *
 * Returns: (transfer none): the days the class is closed, besides the days of the week without school
 */
const PzDaySpans *
pz_school_days_get_closed (const PzSchoolDays *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->closed;
}
