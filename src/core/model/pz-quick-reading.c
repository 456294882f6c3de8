/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-reading.h"

#include "pz-schema.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * pz_quick_reading_new:
 * @learner: who is meant
 * @what: what is written
 * @goal: (nullable): one of the goals of @learner, for a measurement
 *
 * Returns: (transfer full): a reading without a value
 */
PzQuickReading *
pz_quick_reading_new (PzQuickLearner    *learner,
                      PzQuickWhat        what,
                      const PzQuickGoal *goal)
{
  PzQuickReading *self;

  g_return_val_if_fail (learner != NULL, NULL);

  self = g_new0 (PzQuickReading, 1);
  g_ref_count_init (&self->ref_count);
  self->learner = pz_quick_learner_ref (learner);
  self->goals = goal != NULL ? g_ptr_array_ref (learner->goals) : NULL;
  self->goal = goal;
  self->what = what;
  self->kind = PZ_CHECK_IN_IS_NOTE;
  self->minutes = self->value = self->out_of = NAN;
  self->text = g_strdup ("");
  return self;
}

/**
 * pz_quick_reading_ref:
 *
 * Returns: (transfer full): @self
 */
PzQuickReading *
pz_quick_reading_ref (PzQuickReading *self)
{
  g_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * pz_quick_reading_unref:
 */
void
pz_quick_reading_unref (PzQuickReading *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;
  pz_quick_learner_unref (self->learner);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_free (self->text);
  g_free (self);
}

/**
 * pz_quick_reading_is_same:
 * @other: a reading of what was typed before or after
 *
 * Returns: whether both mean the same learner and the same thing, whatever value or words
 */
gboolean
pz_quick_reading_is_same (const PzQuickReading *self,
                          const PzQuickReading *other)
{
  return self->what == other->what && strcmp (self->learner->id, other->learner->id) == 0
         && strcmp (self->learner->class_id, other->learner->class_id) == 0
         && g_strcmp0 (self->goal != NULL ? self->goal->id : NULL, other->goal != NULL ? other->goal->id : NULL) == 0
         && self->explicit_kind == other->explicit_kind && (!self->explicit_kind || self->kind == other->kind);
}

/**
 * pz_quick_reading_dup_what:
 *
 * Returns: (transfer full): what is written about the learner, in words: the goal, the kind of check-in; "" when only
 *   somebody is named
 */
char *
pz_quick_reading_dup_what (const PzQuickReading *self)
{
  switch (self->what)
    {
    case PZ_QUICK_MEASUREMENT:
      return g_strdup (self->goal->title[0] != '\0' ? self->goal->title : C_ ("quick entry", "Goal without a title"));
    case PZ_QUICK_CHECK_IN:
      if (self->state == PZ_QUICK_MISSING && !self->explicit_kind)
        return g_strdup (C_ ("quick entry", "Check-in"));
      return g_strdup (pz_check_in_kind_get_label (self->kind));
    case PZ_QUICK_ABSENCE:
      return g_strdup (C_ ("quick entry", "Absent today"));
    case PZ_QUICK_PERSON:
    default:
      return g_strdup ("");
    }
}

/**
 * pz_quick_reading_dup_value:
 *
 * Returns: (transfer full): the value or the minutes in words; "" when there are none
 */
char *
pz_quick_reading_dup_value (const PzQuickReading *self)
{
  g_autofree char *minutes = NULL;

  if (self->what == PZ_QUICK_MEASUREMENT)
    return pz_quick_goal_dup_value (self->goal, self->value, self->out_of);
  if (self->what != PZ_QUICK_CHECK_IN || isnan (self->minutes))
    return g_strdup ("");
  minutes = g_strdup_printf ("%.12g", self->minutes);
  /* Translators: %s is a number of minutes; short, as in 4 min */
  return g_strdup_printf (C_ ("quick entry", "%s min"), minutes);
}

/**
 * pz_quick_reading_dup_note:
 *
 * Returns: (transfer full): the words that are kept, in quotes; "" when there are none
 */
char *
pz_quick_reading_dup_note (const PzQuickReading *self)
{
  if (*self->text == '\0')
    return g_strdup ("");
  if (self->what == PZ_QUICK_MEASUREMENT)
    /* Translators: %s are the words of a note beside a measured value */
    return g_strdup_printf (C_ ("quick entry", "Note: “%s”"), self->text);
  /* Translators: %s are words a teacher wrote about a learner */
  return g_strdup_printf (C_ ("quick entry", "“%s”"), self->text);
}

/**
 * pz_quick_reading_dup_hint:
 *
 * Returns: (transfer full): what could be typed for this reading: the bounds of the measure, "sentence, minutes"
 */
char *
pz_quick_reading_dup_hint (const PzQuickReading *self)
{
  if (self->what == PZ_QUICK_MEASUREMENT)
    return pz_quick_goal_dup_range (self->goal);
  if (self->what == PZ_QUICK_CHECK_IN)
    return g_strdup (C_ ("quick entry", "sentence, minutes"));
  return g_strdup ("");
}

static char *
describe_missing (const PzQuickReading *self)
{
  if (self->what == PZ_QUICK_MEASUREMENT && g_strcmp0 (self->goal->kind, "yes-no") == 0)
    return g_strdup (C_ ("quick entry", "Type yes or no."));
  if (self->what == PZ_QUICK_MEASUREMENT)
    {
      g_autofree char *range = pz_quick_goal_dup_range (self->goal);

      if (*range == '\0')
        return g_strdup (C_ ("quick entry", "Type the number."));
      /* Translators: %s says which numbers are allowed, such as 0 to 250 words a minute */
      return g_strdup_printf (C_ ("quick entry", "Type the number: %s."), range);
    }
  if (self->what == PZ_QUICK_CHECK_IN)
    return g_strdup (C_ ("quick entry", "Type what you saw or heard, or the minutes."));
  return g_strdup (C_ ("quick entry", "Type a goal, a number or a sentence."));
}

static gboolean
is_too_long (const PzQuickReading *self)
{
  const PzField *field = self->what == PZ_QUICK_MEASUREMENT
                           ? &pz_schema_get_record (PZ_RECORD_MEASUREMENT)->fields[PZ_MEASUREMENT_NOTE]
                           : &pz_schema_get_record (PZ_RECORD_CHECK_IN)->fields[PZ_CHECK_IN_TEXT];

  return !pz_field_check_text (field, self->text, NULL);
}

static char *
describe_refused (const PzQuickReading *self)
{
  g_autofree char *range = NULL;

  if (self->what == PZ_QUICK_ABSENCE)
    return g_strdup (C_ ("quick entry", "Already marked as absent today."));
  if (is_too_long (self))
    return g_strdup (C_ ("quick entry", "This text is too long to be kept here."));
  if (self->what == PZ_QUICK_CHECK_IN)
    return g_strdup (C_ ("quick entry", "A check-in takes 0 to 1440 minutes."));
  if (!isnan (self->out_of) && !(self->value >= 0 && self->value <= self->out_of))
    return g_strdup (C_ ("quick entry", "A share is at most the whole: the first number must not be the greater."));
  range = pz_quick_goal_dup_range (self->goal);
  /* Translators: %s says which values are allowed, such as 0 to 250 words a minute */
  return g_strdup_printf (C_ ("quick entry", "This measure goes from %s."), range);
}

/**
 * pz_quick_reading_dup_problem:
 *
 * Returns: (transfer full) (nullable): why it cannot be written yet, in words; %NULL when it can
 */
char *
pz_quick_reading_dup_problem (const PzQuickReading *self)
{
  switch (self->state)
    {
    case PZ_QUICK_MISSING:
      return describe_missing (self);
    case PZ_QUICK_REFUSED:
      return describe_refused (self);
    case PZ_QUICK_READY:
    default:
      return NULL;
    }
}

static char *
join_parts (const char *const *parts,
            gsize              n_parts)
{
  GString *line = g_string_new (NULL);

  for (gsize i = 0; i < n_parts; i++)
    if (*parts[i] != '\0')
      {
        if (line->len > 0)
          g_string_append (line, " · ");
        g_string_append (line, parts[i]);
      }
  return g_string_free (line, FALSE);
}

/**
 * pz_quick_reading_dup_line:
 * @who: the name to show; "" to leave it out
 *
 * Returns: (transfer full): all of it in one line, for the list of what was written and for a screen reader
 */
char *
pz_quick_reading_dup_line (const PzQuickReading *self,
                           const char           *who)
{
  g_autofree char *what = pz_quick_reading_dup_what (self);
  g_autofree char *value = pz_quick_reading_dup_value (self);
  g_autofree char *note = pz_quick_reading_dup_note (self);
  const char *parts[] = { who, what, value, note };

  return join_parts (parts, G_N_ELEMENTS (parts));
}

/**
 * pz_quick_reading_dup_brief:
 * @who: the name to show
 *
 * Returns: (transfer full): what tells it from other readings of the same text, in one line: a note beside a value is
 *   left out
 */
char *
pz_quick_reading_dup_brief (const PzQuickReading *self,
                            const char           *who)
{
  g_autofree char *what = pz_quick_reading_dup_what (self);
  g_autofree char *value = pz_quick_reading_dup_value (self);
  g_autofree char *note = self->what == PZ_QUICK_CHECK_IN ? pz_quick_reading_dup_note (self) : g_strdup ("");
  const char *parts[] = { who, what, value, note };

  return join_parts (parts, G_N_ELEMENTS (parts));
}

/**
 * pz_quick_reading_dup_bare:
 * @who: what stands for the name
 *
 * Returns: (transfer full): it in one line without anything that was written about the learner in words
 */
char *
pz_quick_reading_dup_bare (const PzQuickReading *self,
                           const char           *who)
{
  g_autofree char *what = pz_quick_reading_dup_what (self);
  g_autofree char *value = pz_quick_reading_dup_value (self);
  const char *parts[] = { who, what, value };

  return join_parts (parts, G_N_ELEMENTS (parts));
}

static const char *
skip_blanks (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/* (nullable): how the words that say what are typed in full */
static char *
dup_what_to_type (const PzQuickReading *self)
{
  if (self->what == PZ_QUICK_MEASUREMENT)
    return g_strdup (self->goal->title);
  if (self->what == PZ_QUICK_CHECK_IN && self->explicit_kind)
    return pz_quick_text_get_word ((PzQuickWord) self->kind);
  if (self->what == PZ_QUICK_CHECK_IN && self->state == PZ_QUICK_MISSING)
    return pz_quick_text_get_word (PZ_QUICK_WORD_ONE_TO_ONE);
  return self->what == PZ_QUICK_ABSENCE ? pz_quick_text_get_word (PZ_QUICK_WORD_ABSENT) : NULL;
}

/**
 * pz_quick_reading_complete:
 * @typed: the text this was read from
 * @with_class: name the class, too, because another learner has this name
 *
 * Puts the whole name in the place of what was typed for it, when it is not there yet; else what is written about the
 * learner in the place of what was typed for that.
 *
 * Returns: (transfer full) (nullable): the text to go on from; %NULL when there is nothing to complete
 */
char *
pz_quick_reading_complete (const PzQuickReading *self,
                           const char           *typed,
                           gboolean              with_class)
{
  g_autofree char *name = NULL, *had = NULL, *what = NULL, *had_what = NULL;
  const char *rest;

  g_return_val_if_fail (self->name_end <= strlen (typed) && self->what_end <= strlen (typed), NULL);

  rest = skip_blanks (typed + self->name_end);
  name = with_class ? g_strconcat (self->learner->name, " ", self->learner->class_name, NULL)
                    : g_strdup (self->learner->name);
  had = g_strndup (typed, self->name_end);
  if (strcmp (g_strstrip (had), name) != 0)
    return g_strconcat (name, " ", rest, NULL);
  what = dup_what_to_type (self);
  if (what == NULL)
    return typed[self->name_end] == '\0' ? g_strconcat (typed, " ", NULL) : NULL;
  had_what = g_strndup (typed + self->what_start, self->what_end - self->what_start);
  if (strcmp (had_what, what) == 0)
    return NULL;
  if (self->what_end == self->what_start)
    return g_strconcat (name, " ", what, " ", rest, NULL);
  return g_strdup_printf ("%.*s%s %s", (int) self->what_start, typed, what, skip_blanks (typed + self->what_end));
}
