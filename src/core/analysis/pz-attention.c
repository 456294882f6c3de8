/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-attention.h"

#include "pz-statistics.h"

#include <math.h>

#define FOUR_WEEKS 28

/**
 * pz_period_to_days:
 * @period: which one
 * @today: a valid day, the last one of every period
 * @week_start: where the weeks of the reader begin
 * @term_start: (nullable): `YYYY-MM-DD`; without one, or with one to come, a term is everything
 *
 * Returns: its first and last day
 */
PzDaySpan
pz_period_to_days (PzPeriod      period,
                   const GDate  *today,
                   GDateWeekday  week_start,
                   const char   *term_start)
{
  PzDaySpan days = { 1, 1 };
  guint32 term;

  g_return_val_if_fail (g_date_valid (today) && g_date_valid_weekday (week_start), days);

  days.last = g_date_get_julian (today);
  if (period == PZ_PERIOD_THIS_WEEK)
    days.first = days.last - ((guint) g_date_get_weekday (today) + 7 - (guint) week_start) % 7;
  else if (period == PZ_PERIOD_FOUR_WEEKS)
    days.first = days.last - (FOUR_WEEKS - 1);
  else if (period == PZ_PERIOD_TERM)
    {
      term = pz_day_from_text (term_start);
      days.first = term > 0 && term <= days.last ? term : 1;
    }
  return days;
}

static void
count_contact (PzAttentionFact          *fact,
               const PzAttentionContact *contact)
{
  fact->n_contacts++;
  if (!contact->one_to_one)
    return;
  fact->n_talks++;
  if (isnan (contact->minutes))
    fact->n_untimed++;
  else
    fact->minutes += contact->minutes;
}

static int
count_days (const PzAttentionSource *source,
            const PzSchoolDays      *school_days,
            const GDate             *today)
{
  guint32 newest = 0;
  GDate day;

  for (guint i = 0; i < source->contacts->len; i++)
    newest = MAX (newest, g_array_index (source->contacts, PzAttentionContact, i).day);
  if (newest == 0)
    return -1;
  g_date_clear (&day, 1);
  g_date_set_julian (&day, newest);
  return (int) pz_school_days_count (school_days, &day, today, source->absences);
}

/**
 * pz_attention_measure:
 * @sources: (element-type PzAttentionSource): the learners
 * @school_days: of their class
 * @today: a valid day
 * @period: what counts of contacts and minutes
 *
 * Returns: (transfer full) (element-type PzAttentionFact): one for each source, in their order
 */
GArray *
pz_attention_measure (const GPtrArray    *sources,
                      const PzSchoolDays *school_days,
                      const GDate        *today,
                      const PzDaySpan    *period)
{
  GArray *facts;

  g_return_val_if_fail (sources != NULL && school_days != NULL && g_date_valid (today) && period != NULL, NULL);

  facts = g_array_sized_new (FALSE, TRUE, sizeof (PzAttentionFact), sources->len);
  for (guint i = 0; i < sources->len; i++)
    {
      const PzAttentionSource *source = g_ptr_array_index (sources, i);
      PzAttentionFact fact = { .source = i };

      fact.days = count_days (source, school_days, today);
      fact.absent = pz_day_spans_contains (source->absences, today);
      for (guint j = 0; j < source->contacts->len; j++)
        {
          const PzAttentionContact *contact = &g_array_index (source->contacts, PzAttentionContact, j);

          if (contact->day >= period->first && contact->day <= period->last)
            count_contact (&fact, contact);
        }
      g_array_append_val (facts, fact);
    }
  return facts;
}

/**
 * pz_attention_get_value:
 * @fact: of a learner
 * @quantity: which one
 *
 * Returns: the value; -1 for days of a learner who was never seen
 */
double
pz_attention_get_value (const PzAttentionFact *fact,
                        PzAttentionQuantity    quantity)
{
  g_return_val_if_fail (fact != NULL, -1);

  return quantity == PZ_ATTENTION_DAYS ? fact->days : fact->minutes;
}

/* never seen, then the longest ago; the order of the sources keeps equal ones apart */
static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const PzAttentionFact *x = a, *y = b;

  if ((x->days < 0) != (y->days < 0))
    return x->days < 0 ? -1 : 1;
  if (x->days != y->days)
    return x->days > y->days ? -1 : 1;
  return x->source < y->source ? -1 : x->source > y->source;
}

/* the fewest minutes; of equal ones those without a talk first */
static int
compare_minutes (gconstpointer a,
                 gconstpointer b)
{
  const PzAttentionFact *x = a, *y = b;

  if (x->minutes < y->minutes || x->minutes > y->minutes)
    return x->minutes < y->minutes ? -1 : 1;
  if (x->n_talks != y->n_talks)
    return x->n_talks < y->n_talks ? -1 : 1;
  return x->source < y->source ? -1 : x->source > y->source;
}

/**
 * pz_attention_sort:
 * @facts: (element-type PzAttentionFact): of learners
 * @quantity: which one counts
 *
 * Puts those first who had the least attention. Equal ones stay in the order of their sources.
 */
void
pz_attention_sort (GArray              *facts,
                   PzAttentionQuantity  quantity)
{
  g_return_if_fail (facts != NULL);

  g_array_sort (facts, quantity == PZ_ATTENTION_DAYS ? compare_days : compare_minutes);
}

/**
 * pz_attention_summarise:
 * @facts: (element-type PzAttentionFact): of all learners, in any order
 * @quantity: which one counts for the greatest value
 * @limit: school days; who was seen longer ago is counted
 * @summary: (out): what can be said of the class
 */
void
pz_attention_summarise (const GArray        *facts,
                        PzAttentionQuantity  quantity,
                        guint                limit,
                        PzAttentionSummary  *summary)
{
  g_autoptr(GArray) minutes = g_array_new (FALSE, FALSE, sizeof (double));

  g_return_if_fail (facts != NULL && summary != NULL);

  *summary = (PzAttentionSummary) { .n_learners = facts->len };
  for (guint i = 0; i < facts->len; i++)
    {
      const PzAttentionFact *fact = &g_array_index (facts, PzAttentionFact, i);

      summary->n_never += fact->days < 0;
      summary->n_over += fact->days > (int) MIN (limit, G_MAXINT);
      summary->n_without_talk += fact->n_talks == 0;
      summary->greatest = MAX (summary->greatest, pz_attention_get_value (fact, quantity));
      g_array_append_val (minutes, fact->minutes);
    }
  if (minutes->len > 0)
    summary->median_minutes = pz_statistics_median_in_place ((double *) (gpointer) minutes->data, minutes->len);
}
