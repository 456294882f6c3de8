/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-absence.h"

#include "pz-date.h"

/* First and last day as Julian days, so that neighbours differ by one. */
typedef struct
{
  PzRecord *absence; /* borrowed from the document */
  guint first;
  guint last;
} Span;

static void
write_day (PzRecord *absence,
           guint     field,
           guint     julian)
{
  GDate day;
  g_autofree char *text = NULL;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, julian);
  text = pz_date_format (&day);
  pz_record_set_text (absence, field, text);
}

static void
write_span (PzRecord *absence,
            guint     first,
            guint     last)
{
  write_day (absence, PZ_ABSENCE_FROM, first);
  if (last == first)
    pz_record_set_text (absence, PZ_ABSENCE_TO, NULL);
  else
    write_day (absence, PZ_ABSENCE_TO, last);
}

static Span
ordered_span (const GDate *from,
              const GDate *to)
{
  guint a = g_date_get_julian (from), b = g_date_get_julian (to);

  return (Span) { NULL, MIN (a, b), MAX (a, b) };
}

/* The spans that hold a day of first to last; those in the trash and without a day are none. */
static GArray *
find_spans (PzDocument *learner,
            guint       first,
            guint       last)
{
  GListModel *absences = pz_document_get_records (learner, PZ_RECORD_ABSENCE);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint i = 0; i < g_list_model_get_n_items (absences); i++)
    {
      g_autoptr(PzRecord) absence = g_list_model_get_item (absences, i);
      GDate from, to;
      Span span;

      if (pz_record_is_deleted (absence) || !pz_absence_get_days (absence, &from, &to))
        continue;
      span = ordered_span (&from, &to);
      span.absence = absence;
      if (span.first <= last && span.last >= first)
        g_array_append_val (found, span);
    }
  return found;
}

/**
 * pz_absence_get_days:
 * @absence: an absence
 * @from: (out): its first day
 * @to: (out): its last day, the first one when it is for one day
 *
 * Two devices may have moved the ends past each other: the days are given in order.
 *
 * Returns: %FALSE when it says no day
 */
gboolean
pz_absence_get_days (PzRecord *absence,
                     GDate    *from,
                     GDate    *to)
{
  GDate first, last;

  g_return_val_if_fail (PZ_IS_RECORD (absence), FALSE);
  g_return_val_if_fail (pz_record_get_record_type (absence) == PZ_RECORD_ABSENCE, FALSE);

  if (!pz_date_parse (pz_record_get_text (absence, PZ_ABSENCE_FROM), &first))
    return FALSE;
  if (!pz_date_parse (pz_record_get_text (absence, PZ_ABSENCE_TO), &last))
    last = first;
  g_date_order (&first, &last);
  *from = first;
  *to = last;
  return TRUE;
}

/**
 * pz_absence_mark:
 * @learner: the document of the learner
 * @from: the first day away
 * @to: the last one
 *
 * Spans that the new one overlaps or touches become one with it; the oldest record of them is kept.
 *
 * Returns: whether the document was changed
 */
gboolean
pz_absence_mark (PzDocument  *learner,
                 const GDate *from,
                 const GDate *to)
{
  g_autoptr(GArray) found = NULL;
  Span whole, kept;

  g_return_val_if_fail (PZ_IS_DOCUMENT (learner), FALSE);
  g_return_val_if_fail (from != NULL && g_date_valid (from) && to != NULL && g_date_valid (to), FALSE);

  whole = ordered_span (from, to);
  found = find_spans (learner, whole.first - 1, whole.last + 1);
  if (found->len == 0)
    {
      write_span (pz_document_add (learner, PZ_RECORD_ABSENCE), whole.first, whole.last);
      return TRUE;
    }
  for (guint i = 0; i < found->len; i++)
    {
      const Span *span = &g_array_index (found, Span, i);

      whole.first = MIN (whole.first, span->first);
      whole.last = MAX (whole.last, span->last);
    }
  kept = g_array_index (found, Span, 0);
  if (found->len == 1 && kept.first == whole.first && kept.last == whole.last)
    return FALSE;
  write_span (kept.absence, whole.first, whole.last);
  for (guint i = 1; i < found->len; i++)
    pz_document_delete (learner, g_array_index (found, Span, i).absence);
  return TRUE;
}

/* Takes the days out of one span: what is left before and behind stays. */
static void
cut (PzDocument *learner,
     const Span *span,
     const Span *hole)
{
  gboolean before = span->first < hole->first, behind = span->last > hole->last;

  if (!before && !behind)
    pz_document_delete (learner, span->absence);
  if (before)
    write_span (span->absence, span->first, hole->first - 1);
  if (behind)
    write_span (before ? pz_document_add (learner, PZ_RECORD_ABSENCE) : span->absence, hole->last + 1, span->last);
}

/**
 * pz_absence_clear:
 * @learner: the document of the learner
 * @from: the first day that was no day away after all
 * @to: the last one
 *
 * Returns: whether the document was changed
 */
gboolean
pz_absence_clear (PzDocument  *learner,
                  const GDate *from,
                  const GDate *to)
{
  g_autoptr(GArray) found = NULL;
  Span hole;

  g_return_val_if_fail (PZ_IS_DOCUMENT (learner), FALSE);
  g_return_val_if_fail (from != NULL && g_date_valid (from) && to != NULL && g_date_valid (to), FALSE);

  hole = ordered_span (from, to);
  found = find_spans (learner, hole.first, hole.last);
  for (guint i = 0; i < found->len; i++)
    cut (learner, &g_array_index (found, Span, i), &hole);
  return found->len > 0;
}

/**
 * pz_absence_move:
 * @learner: the document of the learner
 * @absence: one of its absences
 * @from: the first day it is to have
 * @to: the last one
 *
 * Gives an absence other days; those that it overlaps or touches then become one with it.
 */
void
pz_absence_move (PzDocument  *learner,
                 PzRecord    *absence,
                 const GDate *from,
                 const GDate *to)
{
  Span span;

  g_return_if_fail (PZ_IS_DOCUMENT (learner) && PZ_IS_RECORD (absence));
  g_return_if_fail (pz_document_find (learner, pz_record_get_id (absence)) == absence);
  g_return_if_fail (from != NULL && g_date_valid (from) && to != NULL && g_date_valid (to));

  span = ordered_span (from, to);
  write_span (absence, span.first, span.last);
  pz_absence_mark (learner, from, to);
}

/**
 * pz_absence_covers:
 * @learner: the document of the learner
 * @day: a day
 *
 * Returns: whether the learner was away that day
 */
gboolean
pz_absence_covers (PzDocument  *learner,
                   const GDate *day)
{
  g_autoptr(GArray) found = NULL;

  g_return_val_if_fail (PZ_IS_DOCUMENT (learner), FALSE);
  g_return_val_if_fail (day != NULL && g_date_valid (day), FALSE);

  found = find_spans (learner, g_date_get_julian (day), g_date_get_julian (day));
  return found->len > 0;
}
