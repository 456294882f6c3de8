/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-class-rules.h"

#include <string.h>

static const char *const weekdays[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

/* Monday to Friday, when the class says nothing. */
#define N_USUAL 5

/**
 * pz_class_list_fields:
 * @flag: %PZ_FIELD_SENSITIVE, %PZ_FIELD_LOCAL
 *
 * Returns: (transfer full) (element-type PzFieldPlace): every field of the schema with the flag
 */
GArray *
pz_class_list_fields (PzFieldFlags flag)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PzFieldPlace));

  for (guint type = 0; type < PZ_N_RECORD_TYPES; type++)
    for (guint i = 0; i < pz_schema_get_record (type)->n_fields; i++)
      if (pz_schema_get_record (type)->fields[i].flags & flag)
        {
          PzFieldPlace place = { type, i };

          g_array_append_val (places, place);
        }
  return places;
}

/**
 * pz_field_place_get:
 * @self: a place
 *
 * Returns: (transfer none): the line of the schema
 */
const PzField *
pz_field_place_get (const PzFieldPlace *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &pz_schema_get_record (self->type)->fields[self->field];
}

/**
 * pz_class_field_is_on:
 * @classroom: the record of a class
 * @field: a field of any record of the class
 *
 * Returns: whether the field is in use: one that is not sensitive always is
 */
gboolean
pz_class_field_is_on (PzRecord      *classroom,
                      const PzField *field)
{
  g_return_val_if_fail (PZ_IS_RECORD (classroom) && field != NULL, FALSE);

  return !(field->flags & PZ_FIELD_SENSITIVE) || pz_record_set_has (classroom, PZ_CLASSROOM_FIELDS_ON, field->name);
}

/**
 * pz_class_set_field_on:
 * @classroom: the record of a class; the caller saves it
 * @field: a sensitive field
 * @on: whether to use it
 *
 * Values that are there stay when a field is turned off, they are out of sight.
 */
void
pz_class_set_field_on (PzRecord      *classroom,
                       const PzField *field,
                       gboolean       on)
{
  g_return_if_fail (PZ_IS_RECORD (classroom) && field != NULL);
  g_return_if_fail (field->flags & PZ_FIELD_SENSITIVE);

  if (on)
    pz_record_set_add (classroom, PZ_CLASSROOM_FIELDS_ON, field->name);
  else
    pz_record_set_remove (classroom, PZ_CLASSROOM_FIELDS_ON, field->name);
}

/**
 * pz_class_dup_closed:
 * @classroom: the record of a class
 *
 * Returns: (transfer full): its closed days as people think of them: those that touch are one holiday
 */
PzDaySpans *
pz_class_dup_closed (PzRecord *classroom)
{
  g_auto(GStrv) texts = NULL;

  g_return_val_if_fail (PZ_IS_RECORD (classroom), NULL);

  texts = pz_record_dup_set (classroom, PZ_CLASSROOM_CLOSED_DAYS);
  return pz_day_spans_from_texts ((const char * const *) texts);
}

static void
add_span (PzRecord *classroom,
          guint32   first,
          guint32   last)
{
  PzDaySpan days = { first, last };
  g_autoptr(PzDaySpans) one = pz_day_spans_new (&days, 1);
  g_autofree char *text = pz_day_spans_to_text (one);

  pz_record_set_add (classroom, PZ_CLASSROOM_CLOSED_DAYS, text);
}

/**
 * pz_class_close_days:
 * @classroom: the record of a class; the caller saves it
 * @days: a first and a last day
 *
 * Makes the days closed. Shorter entries that lie within them give way.
 *
 * Returns: whether any of the days was not closed before
 */
gboolean
pz_class_close_days (PzRecord        *classroom,
                     const PzDaySpan *days)
{
  g_autoptr(PzDaySpans) closed = NULL;
  g_auto(GStrv) texts = NULL;
  PzDaySpan wanted;

  g_return_val_if_fail (PZ_IS_RECORD (classroom) && days != NULL && days->first <= days->last, FALSE);

  wanted = *days; /* who shows the days may change what they point to while they are written */
  closed = pz_class_dup_closed (classroom);
  for (gsize i = 0; i < pz_day_spans_get_n (closed); i++)
    if (pz_day_spans_get (closed, i)->first <= wanted.first && pz_day_spans_get (closed, i)->last >= wanted.last)
      return FALSE;
  texts = pz_record_dup_set (classroom, PZ_CLASSROOM_CLOSED_DAYS);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      PzDaySpan span;

      if (pz_day_span_from_text (texts[i], &span) && span.first >= wanted.first && span.last <= wanted.last)
        pz_record_set_remove (classroom, PZ_CLASSROOM_CLOSED_DAYS, texts[i]);
    }
  add_span (classroom, wanted.first, wanted.last);
  return TRUE;
}

/**
 * pz_class_open_days:
 * @classroom: the record of a class; the caller saves it
 * @days: a first and a last day
 *
 * Takes the days out of the closed ones; what is left of an entry on either side stays closed.
 *
 * Returns: whether any of the days was closed
 */
gboolean
pz_class_open_days (PzRecord        *classroom,
                    const PzDaySpan *days)
{
  g_auto(GStrv) texts = NULL;
  gboolean changed = FALSE;
  PzDaySpan wanted;

  g_return_val_if_fail (PZ_IS_RECORD (classroom) && days != NULL && days->first <= days->last, FALSE);

  wanted = *days; /* who shows the days may change what they point to while they are written */
  texts = pz_record_dup_set (classroom, PZ_CLASSROOM_CLOSED_DAYS);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      PzDaySpan span;

      if (!pz_day_span_from_text (texts[i], &span) || span.last < wanted.first || span.first > wanted.last)
        continue;
      pz_record_set_remove (classroom, PZ_CLASSROOM_CLOSED_DAYS, texts[i]);
      if (span.first < wanted.first)
        add_span (classroom, span.first, wanted.first - 1);
      if (span.last > wanted.last)
        add_span (classroom, wanted.last + 1, span.last);
      changed = TRUE;
    }
  return changed;
}

/**
 * pz_class_has_school_on:
 * @classroom: the record of a class
 * @day: a day of the week
 *
 * Returns: whether there is school on such days; Monday to Friday when the class says nothing
 */
gboolean
pz_class_has_school_on (PzRecord     *classroom,
                        GDateWeekday  day)
{
  g_return_val_if_fail (PZ_IS_RECORD (classroom) && g_date_valid_weekday (day), FALSE);

  if (pz_record_is_empty (classroom, PZ_CLASSROOM_SCHOOL_DAYS))
    return day <= N_USUAL;
  return pz_record_set_has (classroom, PZ_CLASSROOM_SCHOOL_DAYS, weekdays[day - 1]);
}

/**
 * pz_class_set_school_on:
 * @classroom: the record of a class; the caller saves it
 * @day: a day of the week
 * @school: whether there is school on such days
 *
 * The first time the usual week is written out. One day stays in any case: no day would mean the usual week again.
 *
 * Returns: whether it is so now; %FALSE when the last day was to go
 */
gboolean
pz_class_set_school_on (PzRecord     *classroom,
                        GDateWeekday  day,
                        gboolean      school)
{
  g_autoptr(GPtrArray) days = g_ptr_array_new ();

  g_return_val_if_fail (PZ_IS_RECORD (classroom) && g_date_valid_weekday (day), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    if (i + 1 == day ? school : pz_class_has_school_on (classroom, i + 1))
      g_ptr_array_add (days, (gpointer) weekdays[i]);
  if (days->len == 0)
    return FALSE;
  g_ptr_array_add (days, NULL);
  pz_record_set_assign (classroom, PZ_CLASSROOM_SCHOOL_DAYS, (const char * const *) days->pdata);
  return TRUE;
}

/**
 * pz_class_is_past_keeping:
 * @classroom: the record of a class
 * @today: the day
 *
 * Returns: whether the day until which the class is kept has come, so that somebody must decide
 */
gboolean
pz_class_is_past_keeping (PzRecord    *classroom,
                          const GDate *today)
{
  const char *until;
  guint32 day;

  g_return_val_if_fail (PZ_IS_RECORD (classroom) && today != NULL, FALSE);

  until = pz_record_get_text (classroom, PZ_CLASSROOM_RETENTION_DATE);
  day = until != NULL ? pz_day_from_text (until) : 0;
  return day != 0 && day <= g_date_get_julian (today);
}

/**
 * pz_class_keep_longer:
 * @classroom: the record of a class; the caller saves it
 * @today: the day
 *
 * The class is kept for a year from @today.
 */
void
pz_class_keep_longer (PzRecord    *classroom,
                      const GDate *today)
{
  GDate until;
  char text[PZ_DAY_TEXT_SIZE];

  g_return_if_fail (PZ_IS_RECORD (classroom) && today != NULL);

  until = *today;
  g_date_add_years (&until, 1);
  pz_day_to_text (g_date_get_julian (&until), text);
  pz_record_set_text (classroom, PZ_CLASSROOM_RETENTION_DATE, text);
}
