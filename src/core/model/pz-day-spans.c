/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-day-spans.h"

#include <string.h>

struct _PzDaySpans
{
  gatomicrefcount references;
  gsize n_spans;
  PzDaySpan spans[];
};

G_DEFINE_BOXED_TYPE (PzDaySpans, pz_day_spans, pz_day_spans_ref, pz_day_spans_unref)

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const PzDaySpan *x = a, *y = b;

  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  return x->last < y->last ? -1 : x->last > y->last;
}

/* sorted spans with overlapping and touching ones made one; returns how many are left */
static gsize
merge_sorted (PzDaySpan *spans,
              gsize      n_spans)
{
  gsize n = 0;

  for (gsize i = 0; i < n_spans; i++)
    if (n > 0 && spans[i].first <= spans[n - 1].last + 1)
      spans[n - 1].last = MAX (spans[n - 1].last, spans[i].last);
    else
      spans[n++] = spans[i];
  return n;
}

static PzDaySpans *
new_from_array (GArray *array)
{
  return pz_day_spans_new ((const PzDaySpan *) (gpointer) array->data, array->len);
}

/**
 * pz_day_from_text:
 * @text: (nullable): a day as documents hold it, `YYYY-MM-DD`
 *
 * Returns: the day as GDate counts them; 0 when @text is no day
 */
guint32
pz_day_from_text (const char *text)
{
  GDate date;

  if (text == NULL || !pz_date_is_valid (text))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) atoi (text + 8), (GDateMonth) atoi (text + 5), (GDateYear) atoi (text));
  return g_date_get_julian (&date);
}

/**
 * pz_day_to_text:
 * @day: a day as GDate counts them, of the years 1 to 9999
 * @text: (out caller-allocates): %PZ_DAY_TEXT_SIZE bytes: the day as documents hold it
 */
void
pz_day_to_text (guint32  day,
                char    *text)
{
  GDate date;

  g_return_if_fail (g_date_valid_julian (day) && text != NULL);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  g_snprintf (text, PZ_DAY_TEXT_SIZE, "%04u-%02u-%02u", g_date_get_year (&date) % 10000, g_date_get_month (&date) % 13,
              g_date_get_day (&date) % 32);
}

/**
 * pz_day_span_from_text:
 * @text: `YYYY-MM-DD` or `YYYY-MM-DD/YYYY-MM-DD`, as the closed days of a class are held
 * @span: (out): the days; unchanged when there are none
 *
 * Returns: %FALSE when @text is neither, or ends before it begins
 */
gboolean
pz_day_span_from_text (const char *text,
                       PzDaySpan  *span)
{
  char first[PZ_DAY_TEXT_SIZE];
  PzDaySpan found;

  g_return_val_if_fail (text != NULL && span != NULL, FALSE);

  if (strlen (text) == 2 * PZ_DAY_TEXT_SIZE - 1 && text[PZ_DAY_TEXT_SIZE - 1] == '/')
    {
      g_strlcpy (first, text, sizeof first);
      found.first = pz_day_from_text (first);
      found.last = pz_day_from_text (text + PZ_DAY_TEXT_SIZE);
    }
  else
    found.first = found.last = pz_day_from_text (text);
  if (found.first == 0 || found.last < found.first)
    return FALSE;
  *span = found;
  return TRUE;
}

/**
 * pz_day_spans_new:
 * @spans: (array length=n_spans) (nullable): in any order, overlaps allowed
 * @n_spans: how many
 *
 * Returns: (transfer full): the days of all spans
 */
PzDaySpans *
pz_day_spans_new (const PzDaySpan *spans,
                  gsize            n_spans)
{
  PzDaySpans *self = g_malloc (sizeof (PzDaySpans) + n_spans * sizeof (PzDaySpan));

  g_atomic_ref_count_init (&self->references);
  if (n_spans > 0)
    {
      memcpy (self->spans, spans, n_spans * sizeof (PzDaySpan));
      qsort (self->spans, n_spans, sizeof (PzDaySpan), compare_spans);
    }
  self->n_spans = merge_sorted (self->spans, n_spans);
  return self;
}

/**
 * pz_day_spans_parse:
 * @text: days and spans separated by commas, "2026-09-28/2026-09-30,2026-10-05"; "" holds no day
 * @error: %PZ_ERROR_INVALID names what is neither
 *
 * Returns: (transfer full) (nullable): the days
 */
PzDaySpans *
pz_day_spans_parse (const char  *text,
                    GError     **error)
{
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (PzDaySpan));
  g_auto(GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  /* g_strsplit() makes no part of an empty text */
  parts = g_strsplit (text, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      PzDaySpan span;

      if (!pz_day_span_from_text (parts[i], &span))
        {
          /* Translators: %s is the text that should be a day, such as "2026-02-30" */
          g_set_error (error, PZ_ERROR, PZ_ERROR_INVALID, _ ("“%s” is neither a day nor a span of days"), parts[i]);
          return NULL;
        }
      g_array_append_val (spans, span);
    }
  return new_from_array (spans);
}

/**
 * pz_day_spans_from_texts:
 * @texts: (array zero-terminated): days and spans as the closed days of a class are held
 *
 * Returns: (transfer full): the days; a text that is neither is left out
 */
PzDaySpans *
pz_day_spans_from_texts (const char *const *texts)
{
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (PzDaySpan));

  g_return_val_if_fail (texts != NULL, NULL);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      PzDaySpan span;

      if (pz_day_span_from_text (texts[i], &span))
        g_array_append_val (spans, span);
    }
  return new_from_array (spans);
}

/**
 * pz_day_spans_from_absences:
 * @learner: the document of a learner
 *
 * An absence in the trash does not count; one without a last day, or with one before the first, is its first day alone.
 *
 * Returns: (transfer full): the days the learner was away
 */
PzDaySpans *
pz_day_spans_from_absences (PzDocument *learner)
{
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (PzDaySpan));
  GListModel *absences;

  g_return_val_if_fail (PZ_IS_DOCUMENT (learner), NULL);

  absences = pz_document_get_records (learner, PZ_RECORD_ABSENCE);
  for (guint i = 0; i < g_list_model_get_n_items (absences); i++)
    {
      g_autoptr(PzRecord) absence = g_list_model_get_item (absences, i);
      PzDaySpan span = { pz_day_from_text (pz_record_get_text (absence, PZ_ABSENCE_FROM)),
                         pz_day_from_text (pz_record_get_text (absence, PZ_ABSENCE_TO)) };

      span.last = MAX (span.first, span.last);
      if (span.first > 0 && !pz_record_is_deleted (absence))
        g_array_append_val (spans, span);
    }
  return new_from_array (spans);
}

/**
 * pz_day_spans_ref:
 * @self: the days
 *
 * Returns: (transfer full): @self
 */
PzDaySpans *
pz_day_spans_ref (PzDaySpans *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * pz_day_spans_unref:
 * @self: (transfer full): the days
 */
void
pz_day_spans_unref (PzDaySpans *self)
{
  g_return_if_fail (self != NULL);
  if (g_atomic_ref_count_dec (&self->references))
    g_free (self);
}

/**
 * pz_day_spans_get_n:
 * @self: the days
 *
 * Returns: the number of spans, not of days
 */
gsize
pz_day_spans_get_n (const PzDaySpans *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_spans;
}

/**
 * pz_day_spans_get:
 * @self: the days
 * @position: from 0, below the number of spans
 *
 * Returns: (transfer none): that span; they are sorted
 */
const PzDaySpan *
pz_day_spans_get (const PzDaySpans *self,
                  gsize             position)
{
  g_return_val_if_fail (self != NULL && position < self->n_spans, NULL);
  return &self->spans[position];
}

/**
 * pz_day_spans_contains:
 * @self: the days
 * @day: a valid day
 *
 * Returns: whether @day is one of them
 */
gboolean
pz_day_spans_contains (const PzDaySpans *self,
                       const GDate      *day)
{
  gsize low = 0, high;
  guint32 wanted;

  g_return_val_if_fail (self != NULL && g_date_valid (day), FALSE);

  wanted = g_date_get_julian (day);
  high = self->n_spans;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (self->spans[middle].last < wanted)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->n_spans && self->spans[low].first <= wanted;
}

/**
 * pz_day_spans_to_texts:
 * @self: the days
 *
 * Returns: (transfer full) (array zero-terminated=1): one text for each span, as the closed days of a class are held
 */
char **
pz_day_spans_to_texts (const PzDaySpans *self)
{
  char **texts;

  g_return_val_if_fail (self != NULL, NULL);

  texts = g_new0 (char *, self->n_spans + 1);
  for (gsize i = 0; i < self->n_spans; i++)
    {
      char first[PZ_DAY_TEXT_SIZE], last[PZ_DAY_TEXT_SIZE];

      pz_day_to_text (self->spans[i].first, first);
      pz_day_to_text (self->spans[i].last, last);
      texts[i] = strcmp (first, last) == 0 ? g_strdup (first) : g_strconcat (first, "/", last, NULL);
    }
  return texts;
}

/**
 * pz_day_spans_to_text:
 * @self: the days
 *
 * Returns: (transfer full): what pz_day_spans_parse() reads; one text for equal days
 */
char *
pz_day_spans_to_text (const PzDaySpans *self)
{
  g_auto(GStrv) texts = pz_day_spans_to_texts (self);

  return texts != NULL ? g_strjoinv (",", texts) : NULL;
}
