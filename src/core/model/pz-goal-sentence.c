/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-sentence.h"

#include "pz-measure.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Around each part, which may run in the other direction than the sentence. */
#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_ISOLATE "\u2069"

static char *
isolate (const char *text)
{
  return g_strconcat (FIRST_STRONG_ISOLATE, text, POP_ISOLATE, NULL);
}

static gboolean
ends_a_sentence (const char *text,
                 const char *end)
{
  gunichar last = g_utf8_get_char (g_utf8_prev_char (end));

  return end > text && (g_unichar_isspace (last) || last == '.' || last == ',' || last == ';' || last == ':'
                        || last == 0x060c || last == 0x06d4 || last == 0x3002); /* Arabic comma, full stops */
}

/* A part without blanks and signs at its end, isolated; NULL when nothing is left. */
static char *
dup_part (PzRecord *goal,
          guint     field)
{
  const char *text = pz_record_get_text (goal, field);
  g_autofree char *part = NULL;
  const char *end;

  if (text == NULL)
    return NULL;
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  for (end = text + strlen (text); end > text && ends_a_sentence (text, end); end = g_utf8_prev_char (end))
    ;
  if (end == text)
    return NULL;
  part = g_strndup (text, (gsize) (end - text));
  return isolate (part);
}

/* "Given a new text, Noor reads aloud", or what of it is known */
static char *
dup_beginning (PzRecord   *goal,
               const char *who)
{
  g_autofree char *condition = dup_part (goal, PZ_GOAL_CONDITION);
  g_autofree char *behaviour = dup_part (goal, PZ_GOAL_BEHAVIOUR);
  g_autofree char *title = dup_part (goal, PZ_GOAL_TITLE);
  g_autofree char *name = isolate (who != NULL ? who : C_("goal sentence", "the learner"));

  if (behaviour == NULL && title != NULL)
    /* Translators: the name of a learner, and the title of a goal: Noor: Reads aloud fluently */
    return g_strdup_printf (C_("goal sentence", "%1$s: %2$s"), name, title);
  if (behaviour == NULL)
    return condition != NULL ? g_steal_pointer (&condition) : g_steal_pointer (&name);
  if (condition == NULL)
    /* Translators: the name of a learner, and what the learner does: Noor reads aloud */
    return g_strdup_printf (C_("goal sentence", "%1$s %2$s"), name, behaviour);
  /* Translators: under which condition, the name of a learner, what the learner does: Given a new text, Noor reads aloud */
  return g_strdup_printf (C_("goal sentence", "%1$s, %2$s %3$s"), condition, name, behaviour);
}

/* What was written as the criterion; without it, the target in the unit of the measure. */
static char *
dup_criterion (PzRecord *goal,
               PzRecord *measure)
{
  g_autofree char *criterion = dup_part (goal, PZ_GOAL_CRITERION);
  double target = pz_record_get_number (goal, PZ_GOAL_TARGET);
  g_autofree char *value = NULL;

  if (criterion != NULL || isnan (target))
    return g_steal_pointer (&criterion);
  value = pz_measure_dup_value (measure, target, NAN);
  return isolate (value);
}

static char *
dup_day (PzRecord *goal)
{
  const char *day = pz_record_get_text (goal, PZ_GOAL_TARGET_DATE);
  g_autoptr(GDateTime) date = NULL;
  g_autofree char *words = NULL;

  if (day == NULL || !pz_date_is_valid (day))
    return NULL;
  date = g_date_time_new_utc (atoi (day), atoi (day + 5), atoi (day + 8), 0, 0, 0);
  if (date == NULL)
    return NULL;
  /* Translators: a day, as strftime writes it: 23 November 2026 */
  words = g_date_time_format (date, C_("day", "%-d %B %Y"));
  return words != NULL ? isolate (words) : NULL;
}

/* Whether the number stands in the text, in digits of any script: "8 of 10 on 3 occasions" says 3. */
static gboolean
says_number (const char *text,
             guint       number)
{
  guint64 found = 0;
  gboolean in_number = FALSE;

  for (; text != NULL; text = g_utf8_next_char (text))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (text));

      if (digit >= 0)
        found = MIN (found * 10 + (guint) digit, G_MAXUINT);
      else if (in_number && found == number)
        return TRUE;
      else
        found = 0;
      in_number = digit >= 0;
      if (*text == '\0')
        break;
    }
  return FALSE;
}

/* How a number is written in words, for those a goal may ask for in a row: from 2 on. */
static const char *const number_words[] = {
  /* Translators: every word that says 2 in "twice in a row" or "on two days", in lower case, between |. It is looked for in
   * what a teacher wrote, so that the number is not said twice. The same for the numbers that follow */
  NC_("number words", "two|twice|both"),
  NC_("number words", "three|thrice"),
  NC_("number words", "four"),
  NC_("number words", "five"),
  NC_("number words", "six"),
  NC_("number words", "seven"),
  NC_("number words", "eight"),
  NC_("number words", "nine"),
  NC_("number words", "ten"),
};

static gboolean
is_of_a_word (gunichar sign)
{
  return g_unichar_isalpha (sign) || sign == '-' || sign == 0x2010 || sign == 0x2011; /* hyphens: "two-digit" */
}

/* a letter beside the word makes another one of it, but where words stand without blanks */
static gboolean
is_apart (const char *text,
          const char *at,
          gsize       length)
{
  const char *before = at > text ? g_utf8_prev_char (at) : NULL;

  return g_unichar_iswide (g_utf8_get_char (at))
         || ((before == NULL || !is_of_a_word (g_utf8_get_char (before)))
             && !is_of_a_word (g_utf8_get_char (at + length)));
}

static gboolean
has_word (const char *text,
          const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  gsize length = strlen (folded);

  if (length == 0)
    return FALSE;
  for (const char *at = strstr (text, folded); at != NULL; at = strstr (at + length, folded))
    if (is_apart (text, at, length))
      return TRUE;
  return FALSE;
}

static gboolean
has_one_of (const char *text,
            const char *words)
{
  g_auto(GStrv) list = g_strsplit (words, "|", -1);

  for (gsize i = 0; list[i] != NULL; i++)
    if (has_word (text, list[i]))
      return TRUE;
  return FALSE;
}

/* The same in words, of the language of the program or of English: "twice in a row". */
static gboolean
says_in_words (const char *text,
               guint       number)
{
  g_autofree char *folded = NULL;
  const char *words;

  if (text == NULL || number < 2 || number - 2 >= G_N_ELEMENTS (number_words))
    return FALSE;
  folded = g_utf8_casefold (text, -1);
  words = number_words[number - 2];
  return has_one_of (folded, words) || has_one_of (folded, g_dpgettext2 (GETTEXT_PACKAGE, "number words", words));
}

static gboolean
says_how_often (PzRecord *goal,
                guint     number)
{
  const char *criterion = pz_record_get_text (goal, PZ_GOAL_CRITERION);

  return says_number (criterion, number) || says_in_words (criterion, number);
}

/* takes sentence */
static char *
add_measured (char     *sentence,
              PzRecord *goal,
              PzRecord *measure)
{
  g_autofree char *before = sentence;
  g_autofree char *criterion = dup_criterion (goal, measure);
  double occasions = pz_record_get_number (goal, PZ_GOAL_OCCASIONS);

  if (criterion != NULL)
    {
      g_autofree char *old = g_steal_pointer (&before);

      /* Translators: the beginning of a sentence, and a number with its unit: Noor reads aloud, 60 words a minute */
      before = g_strdup_printf (C_("goal sentence", "%1$s, %2$s"), old, criterion);
    }
  if (isnan (occasions) || occasions < 2 || says_how_often (goal, (guint) occasions))
    return g_steal_pointer (&before);
  /* Translators: %1$s is the beginning of a sentence, %2$u is how often in a row the goal must be held */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s, %2$u time in a row", "%1$s, %2$u times in a row",
                                       (gulong) occasions), before, (guint) occasions);
}

/**
 * pz_goal_sentence_begin:
 * @text: any text
 *
 * Returns: (transfer full): the text with a capital letter at its beginning, where the script has such
 */
char *
pz_goal_sentence_begin (const char *text)
{
  const char *first = text;
  g_autofree char *letter = NULL;
  g_autofree char *before = NULL;
  g_autofree char *capital = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_str_has_prefix (first, FIRST_STRONG_ISOLATE))
    first += strlen (FIRST_STRONG_ISOLATE);
  if (*first == '\0' || !g_unichar_islower (g_utf8_get_char (first)))
    return g_strdup (text);
  before = g_strndup (text, (gsize) (first - text));
  letter = g_strndup (first, (gsize) (g_utf8_next_char (first) - first));
  capital = g_utf8_strup (letter, -1);
  return g_strconcat (before, capital, g_utf8_next_char (first), NULL);
}

/**
 * pz_goal_dup_sentence:
 * @goal: a goal, or the draft of one
 * @measure: (nullable): how it is measured
 * @who: (nullable): the name of the learner; %NULL: "the learner"
 *
 * "Given a new text, Noor reads aloud, 60 words a minute, 3 times in a row, by 30 June 2027.", or what of it is known.
 * Each part is kept together in its own direction by invisible signs of Unicode.
 *
 * Returns: (transfer full) (nullable): the sentence; %NULL when the goal says nothing
 */
char *
pz_goal_dup_sentence (PzRecord   *goal,
                      PzRecord   *measure,
                      const char *who)
{
  g_autofree char *sentence = NULL;
  g_autofree char *day = NULL;
  g_autofree char *begun = NULL;

  g_return_val_if_fail (PZ_IS_RECORD (goal) && pz_record_get_record_type (goal) == PZ_RECORD_GOAL, NULL);
  g_return_val_if_fail (measure == NULL || PZ_IS_RECORD (measure), NULL);

  if (pz_record_is_empty (goal, PZ_GOAL_TITLE) && pz_record_is_empty (goal, PZ_GOAL_BEHAVIOUR)
      && pz_record_is_empty (goal, PZ_GOAL_CONDITION) && pz_record_is_empty (goal, PZ_GOAL_CRITERION))
    return NULL;
  sentence = add_measured (dup_beginning (goal, who), goal, measure);
  day = dup_day (goal);
  if (day != NULL)
    {
      g_autofree char *old = g_steal_pointer (&sentence);

      /* Translators: the beginning of a sentence, and the day until when: Noor reads aloud, by 30 June 2027 */
      sentence = g_strdup_printf (C_("goal sentence", "%1$s, by %2$s"), old, day);
    }
  begun = pz_goal_sentence_begin (sentence);
  /* Translators: %s is a sentence without the sign at its end */
  return g_strdup_printf (C_("goal sentence", "%s."), begun);
}
