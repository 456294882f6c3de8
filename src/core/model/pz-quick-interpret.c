/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-interpret.h"

#include "pz-schema.h"

#include <math.h>
#include <string.h>

/* What stands behind the name, while one reading is made of it. */
typedef struct
{
  const PzQuickText *text;
  guint from;     /* the first token behind the name */
  gboolean *used; /* array of text->n_tokens: what is no part of the words that are kept */
} Rest;

static gboolean *
new_used (const PzQuickText *text,
          guint              n_name)
{
  gboolean *used = g_new0 (gboolean, text->n_tokens + 1);

  for (guint i = 0; i < n_name; i++)
    used[i] = TRUE;
  return used;
}

static void
use (Rest *rest,
     guint from,
     guint n)
{
  for (guint i = from; i < from + n; i++)
    rest->used[i] = TRUE;
}

/* The new text of a reading, and whether it may be kept. */
static void
take_text (PzQuickReading *reading,
           const Rest     *rest)
{
  g_free (reading->text);
  reading->text = pz_quick_text_dup_rest (rest->text, rest->used, rest->from);
}

static gboolean
text_is_too_long (const PzQuickReading *reading,
                  PzRecordType          type,
                  guint                 field)
{
  return !pz_field_check_text (&pz_schema_get_record (type)->fields[field], reading->text, NULL);
}

static void
place_what (PzQuickReading *reading,
            const Rest     *rest,
            guint           from,
            guint           n)
{
  if (n == 0)
    return;
  reading->what_start = rest->text->tokens[from].start;
  reading->what_end = rest->text->tokens[from + n - 1].end;
}

/* ---- measurements ---- */

/* 13 of 16, 13 / 16: how many tokens from i on */
static guint
read_share (const PzQuickText *text,
            guint              i,
            PzQuickReading    *reading)
{
  const PzQuickToken *first = &text->tokens[i];
  guint of;

  reading->value = first->value;
  reading->out_of = first->out_of;
  if (!isnan (first->out_of) || first->has_percent || i + 2 >= text->n_tokens)
    return 1;
  of = text->tokens[i + 1].joined[0] == '\0' && text->text[text->tokens[i + 1].start] == '/'
         ? 1 : pz_quick_text_is_word (text, i + 1, PZ_QUICK_WORD_OUT_OF);
  if (of == 0 || i + 1 + of >= text->n_tokens)
    return 1;
  if (!text->tokens[i + 1 + of].is_number || !isnan (text->tokens[i + 1 + of].out_of))
    return 1;
  reading->out_of = text->tokens[i + 1 + of].value;
  return 2 + of;
}

/* The value at token i, when there is one: how many tokens it takes. */
static guint
read_value (const PzQuickText *text,
            guint              i,
            PzQuickReading    *reading)
{
  guint n;

  if (text->tokens[i].is_number)
    return read_share (text, i, reading);
  if (g_strcmp0 (reading->goal->kind, "yes-no") != 0)
    return 0;
  n = pz_quick_text_is_word (text, i, PZ_QUICK_WORD_YES);
  if (n > 0)
    reading->value = 1;
  else if ((n = pz_quick_text_is_word (text, i, PZ_QUICK_WORD_NO)) > 0)
    reading->value = 0;
  return n;
}

/* How many tokens from i on are the unit of the measure, in full; minutes also as they are abbreviated. */
static guint
count_unit (const PzQuickGoal *goal,
            const PzQuickText *text,
            guint              i)
{
  g_autoptr(PzQuickText) unit = pz_quick_text_new (goal->unit != NULL ? goal->unit : "");

  if (g_strcmp0 (goal->kind, "percent") == 0 && i < text->n_tokens
      && strncmp (text->text + text->tokens[i].start, "%", 1) == 0 && text->tokens[i].joined[0] == '\0')
    return 1;
  if (i + unit->n_tokens > text->n_tokens)
    return 0;
  if (unit->n_tokens == 1 && pz_quick_text_is_word (unit, 0, PZ_QUICK_WORD_MINUTES) == 1
      && pz_quick_text_is_word (text, i, PZ_QUICK_WORD_MINUTES) == 1)
    return 1;
  for (guint j = 0; j < unit->n_tokens; j++)
    if (strcmp (unit->tokens[j].joined, text->tokens[i + j].joined) != 0)
      return 0;
  return unit->n_tokens;
}

static gboolean
is_within (const PzQuickReading *reading)
{
  const PzQuickGoal *goal = reading->goal;
  double value = reading->value;

  if (!isnan (reading->out_of))
    {
      if (!(reading->out_of > 0) || value < 0 || value > reading->out_of)
        return FALSE;
      if (g_strcmp0 (goal->kind, "percent") == 0)
        value = value / reading->out_of * 100;
    }
  if (g_strcmp0 (goal->kind, "yes-no") == 0 && fabs (value) > 1e-9 && fabs (value - 1) > 1e-9)
    return FALSE;
  return !(value < goal->minimum) && !(value > goal->maximum) && fabs (value) <= 1e9;
}

/* says how well it fits; n_before: words between the name and the value that name nothing */
static void
judge_measurement (PzQuickReading *reading,
                   guint           n_named,
                   guint           n_before)
{
  gboolean has_text = *reading->text != '\0';

  if (isnan (reading->value))
    {
      reading->state = PZ_QUICK_MISSING;
      if (has_text)
        {
          reading->fit = PZ_QUICK_FIT_INCOMPLETE;
          return;
        }
      reading->fit = n_named > 0 ? PZ_QUICK_FIT_NAMED : PZ_QUICK_FIT_OFFERED;
    }
  else
    {
      reading->state = is_within (reading) && !text_is_too_long (reading, PZ_RECORD_MEASUREMENT, PZ_MEASUREMENT_NOTE)
                         ? PZ_QUICK_READY : PZ_QUICK_REFUSED;
      reading->fit = n_named > 0 ? PZ_QUICK_FIT_NAMED
                     : n_before > 0 ? PZ_QUICK_FIT_FORCED : PZ_QUICK_FIT_GUESSED;
    }
  reading->n_explained += n_named;
}

/* The goal may be named before the value or right behind it; whatever names nothing is the note. */
static PzQuickReading *
read_measurement (PzQuickLearner    *learner,
                  const PzQuickGoal *goal,
                  Rest              *rest)
{
  PzQuickReading *reading = pz_quick_reading_new (learner, PZ_QUICK_MEASUREMENT, goal);
  const PzQuickText *text = rest->text;
  guint n_tokens, n_named = pz_quick_match_goal (goal, text, rest->from, &n_tokens);
  guint at = rest->from + n_tokens, n_value = 0, n_before = 0;

  use (rest, rest->from, n_tokens);
  place_what (reading, rest, rest->from, n_tokens);
  while (at < text->n_tokens && (n_value = read_value (text, at, reading)) == 0)
    {
      n_before++;
      at++;
    }
  if (n_value > 0)
    {
      guint behind = at + n_value;

      behind += count_unit (goal, text, behind);
      use (rest, at, behind - at);
      /* "4 min" is a time, also where a measure counts words per minute */
      if (n_named == 0 && n_before == 0 && behind < text->n_tokens
          && pz_quick_text_is_word (text, behind, PZ_QUICK_WORD_MINUTES) == 0)
        {
          n_named = pz_quick_match_goal (goal, text, behind, &n_tokens);
          use (rest, behind, n_named > 0 ? n_tokens : 0);
          place_what (reading, rest, behind, n_named > 0 ? n_tokens : 0);
        }
    }
  take_text (reading, rest);
  judge_measurement (reading, n_named, n_before);
  return reading;
}

/* ---- check-ins and absence ---- */

/* Minutes at token i: "5 min", "5m"; how many tokens. A bare number only where nothing else can be meant. */
static guint
read_minutes (const PzQuickText *text,
              guint              i,
              gboolean           bare,
              double            *minutes)
{
  guint n = 0;

  if (i >= text->n_tokens || !text->tokens[i].is_number || !isnan (text->tokens[i].out_of)
      || text->tokens[i].has_percent)
    return 0;
  if (text->tokens[i].has_minutes)
    n = 1;
  else if (i + 1 < text->n_tokens && pz_quick_text_is_word (text, i + 1, PZ_QUICK_WORD_MINUTES) == 1)
    n = 2;
  else if (bare)
    n = 1;
  if (n > 0)
    *minutes = text->tokens[i].value;
  return n;
}

/* Minutes right behind the name or the kind, or at the end; within a sentence they belong to it. */
static gboolean
take_minutes (PzQuickReading *reading,
              Rest           *rest,
              guint           at)
{
  const PzQuickText *text = rest->text;
  guint n = read_minutes (text, at, reading->explicit_kind, &reading->minutes);

  use (rest, at, n);
  for (guint back = 1; n == 0 && back <= 2 && at + back <= text->n_tokens; back++)
    {
      guint last = text->n_tokens - back;

      n = read_minutes (text, last, FALSE, &reading->minutes);
      if (n != back)
        {
          n = 0;
          reading->minutes = NAN;
          continue;
        }
      use (rest, last, n);
    }
  return n > 0;
}

static void
judge_check_in (PzQuickReading *reading,
                const Rest     *rest)
{
  gboolean has_text = *reading->text != '\0';
  gboolean has_minutes = !isnan (reading->minutes);

  if (!has_text && !has_minutes)
    reading->state = PZ_QUICK_MISSING;
  else if ((has_minutes && !(reading->minutes >= 0 && reading->minutes <= 1440))
           || text_is_too_long (reading, PZ_RECORD_CHECK_IN, PZ_CHECK_IN_TEXT))
    reading->state = PZ_QUICK_REFUSED;
  if (reading->explicit_kind || has_minutes)
    reading->fit = PZ_QUICK_FIT_NAMED;
  else if (!has_text)
    reading->fit = PZ_QUICK_FIT_OFFERED;
  else
    reading->fit = rest->text->tokens[rest->from].is_number ? PZ_QUICK_FIT_FORCED : PZ_QUICK_FIT_GUESSED;
}

/* kind: typed at the first token, or PZ_N_CHECK_IN_KINDS */
static PzQuickReading *
read_check_in (PzQuickLearner *learner,
               Rest           *rest,
               PzCheckInKind   kind,
               guint           n_kind)
{
  PzQuickReading *reading = pz_quick_reading_new (learner, PZ_QUICK_CHECK_IN, NULL);
  guint at = rest->from + n_kind;

  use (rest, rest->from, n_kind);
  place_what (reading, rest, rest->from, n_kind);
  reading->explicit_kind = n_kind > 0;
  if (take_minutes (reading, rest, at))
    reading->kind = PZ_CHECK_IN_IS_ONE_TO_ONE;
  if (n_kind > 0)
    reading->kind = kind;
  take_text (reading, rest);
  judge_check_in (reading, rest);
  reading->n_explained += n_kind > 0;
  return reading;
}

/* "absent", "absent today", or nothing at all: then it is offered. NULL: something else was typed. */
static PzQuickReading *
read_absence (PzQuickLearner *learner,
              Rest           *rest)
{
  const PzQuickText *text = rest->text;
  guint at = rest->from, n_named = 0;
  PzQuickReading *reading;

  if (at < text->n_tokens)
    {
      n_named = pz_quick_text_is_word (text, at, PZ_QUICK_WORD_ABSENT);
      at += n_named;
      if (n_named > 0 && at < text->n_tokens)
        at += pz_quick_text_is_word (text, at, PZ_QUICK_WORD_TODAY);
    }
  if (at < text->n_tokens)
    return NULL;
  reading = pz_quick_reading_new (learner, PZ_QUICK_ABSENCE, NULL);
  place_what (reading, rest, rest->from, n_named);
  reading->state = learner->absent ? PZ_QUICK_REFUSED : PZ_QUICK_READY;
  reading->fit = n_named > 0 ? PZ_QUICK_FIT_NAMED : PZ_QUICK_FIT_OFFERED;
  reading->n_explained = n_named > 0;
  return reading;
}

/* ---- all of them ---- */

static void
add (GPtrArray         *readings,
     PzQuickReading    *reading,
     const PzQuickText *text,
     guint              n_name)
{
  reading->name_end = text->tokens[n_name - 1].end;
  reading->n_explained += n_name;
  if (reading->what_end == 0)
    reading->what_start = reading->what_end = reading->name_end;
  g_ptr_array_add (readings, reading);
}

static void
add_check_ins (PzQuickLearner    *learner,
               const PzQuickText *text,
               guint              n_name,
               GPtrArray         *readings)
{
  g_autofree gboolean *plain = new_used (text, n_name);
  Rest rest = { text, n_name, plain };

  for (guint kind = 0; n_name < text->n_tokens && kind < PZ_N_CHECK_IN_KINDS; kind++)
    {
      g_autofree gboolean *used = new_used (text, n_name);
      Rest kind_rest = { text, n_name, used };
      guint n_kind = pz_quick_text_is_word (text, n_name, (PzQuickWord) (PZ_QUICK_WORD_ONE_TO_ONE + kind));

      if (n_kind > 0)
        add (readings, read_check_in (learner, &kind_rest, (PzCheckInKind) kind, n_kind), text, n_name);
    }
  add (readings, read_check_in (learner, &rest, PZ_N_CHECK_IN_KINDS, 0), text, n_name);
}

/**
 * pz_quick_interpret:
 * @learner: who is meant
 * @text: what was typed
 * @n_name: how many tokens from the first on are the name, at least 1
 * @readings: (element-type PzQuickReading): where to add
 *
 * Adds every way to understand what stands behind the name: a value of each goal that is known, check-ins with and
 * without the kind that may have been typed, absence. No word that was typed is lost in any of them.
 */
void
pz_quick_interpret (PzQuickLearner    *learner,
                    const PzQuickText *text,
                    guint              n_name,
                    GPtrArray         *readings)
{
  g_autofree gboolean *none = new_used (text, n_name);
  Rest rest = { text, n_name, none };
  PzQuickReading *absence;

  g_return_if_fail (n_name > 0 && n_name <= text->n_tokens);

  for (guint i = 0; learner->goals != NULL && i < learner->goals->len; i++)
    {
      g_autofree gboolean *used = new_used (text, n_name);
      Rest goal_rest = { text, n_name, used };

      add (readings, read_measurement (learner, g_ptr_array_index (learner->goals, i), &goal_rest), text, n_name);
    }
  add_check_ins (learner, text, n_name, readings);
  absence = read_absence (learner, &rest);
  if (absence != NULL)
    add (readings, absence, text, n_name);
}
