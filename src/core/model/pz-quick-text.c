/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-text.h"

#include "pz-search-fold.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How many letters of a word that is being typed are enough to mean it. */
#define LEAST_LETTERS 3
/* Digits of the longest number: more is no measurement, and a double would not keep them. */
#define MAX_DIGITS 12

static const char *
get_words (PzQuickWord word)
{
  static const char *const words[PZ_QUICK_N_WORDS] = {
    /* Translators: words a teacher may type behind a name to say that it is about a talk with the learner; blanks
     * between them, a word of several parts with hyphens. The first is what is shown. Choose the words of your
     * language, as many or few as it has */
    NC_("quick entry words", "check-in talk one-to-one"),
    /* Translators: words to type for something a teacher saw; see the words for a talk */
    NC_("quick entry words", "observation observed"),
    /* Translators: words to type for a talk with the family; see the words for a talk */
    NC_("quick entry words", "family parents"),
    /* Translators: words to type for a note; see the words for a talk */
    NC_("quick entry words", "note"),
    /* Translators: words to type for what the learner said of themselves; see the words for a talk */
    NC_("quick entry words", "self own-words"),
    /* Translators: words to type for a learner who is not there; see the words for a talk */
    NC_("quick entry words", "absent away ill"),
    /* Translators: words for this day; see the words for a talk */
    NC_("quick entry words", "today"),
    /* Translators: words and letters that stand behind a number of minutes; see the words for a talk */
    NC_("quick entry words", "m min mins minute minutes"),
    /* Translators: words between the two numbers of a share, as in "13 of 16"; see the words for a talk */
    NC_("quick entry words", "of out-of"),
    /* Translators: words for yes; see the words for a talk */
    NC_("quick entry words", "yes"),
    /* Translators: words for no; see the words for a talk */
    NC_("quick entry words", "no"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "quick entry words", words[word]);
}

/* ---- numbers ---- */

/* Reads digits of any script with one decimal sign. Returns what follows, or NULL. */
static const char *
read_number (const char *p,
             gboolean    may_have_sign,
             double     *value)
{
  char digits[MAX_DIGITS + 4] = "";
  gsize n = 0;
  guint n_digits = 0;
  gboolean has_point = FALSE;

  if (may_have_sign && (*p == '-' || *p == '+' || g_str_has_prefix (p, "\xe2\x88\x92")))
    {
      if (*p != '+')
        digits[n++] = '-';
      p = g_utf8_next_char (p);
    }
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      int digit = g_unichar_digit_value (character);
      gboolean is_point = character == '.' || character == ',' || character == 0x066b;

      if (digit >= 0 && n_digits < MAX_DIGITS)
        {
          digits[n++] = (char) ('0' + digit);
          n_digits++;
        }
      else if (is_point && n_digits > 0 && !has_point && g_unichar_isdigit (g_utf8_get_char (g_utf8_next_char (p))))
        {
          digits[n++] = '.';
          has_point = TRUE;
        }
      else
        break;
    }
  if (n_digits == 0 || g_unichar_isdigit (g_utf8_get_char (p)))
    return NULL;
  digits[n] = '\0';
  *value = g_ascii_strtod (digits, NULL);
  return p;
}

/* (transfer none): the words folded and without blanks; made once, the language of a program stays */
static char **
get_folded_words (PzQuickWord word)
{
  static gsize made[PZ_QUICK_N_WORDS];

  if (g_once_init_enter (&made[word]))
    {
      g_auto(GStrv) words = g_strsplit (get_words (word), " ", -1);
      g_autoptr(GStrvBuilder) folded = g_strv_builder_new ();

      for (guint i = 0; words[i] != NULL; i++)
        {
          g_autofree char *one = pz_search_fold (words[i]);
          g_auto(GStrv) parts = g_strsplit (one, " ", -1);
          g_autofree char *joined = g_strjoinv ("", parts);

          g_strv_builder_add (folded, joined);
        }
      g_once_init_leave (&made[word], (gsize) g_strv_builder_end (folded));
    }
  return (char **) made[word];
}

static gboolean
is_in_list (const char  *joined,
            PzQuickWord  word,
            gboolean     whole)
{
  char **words = get_folded_words (word);
  gboolean long_enough = !whole && g_utf8_strlen (joined, -1) >= LEAST_LETTERS;

  for (guint i = 0; *joined != '\0' && words[i] != NULL; i++)
    if (strcmp (joined, words[i]) == 0 || (long_enough && g_str_has_prefix (words[i], joined)))
      return TRUE;
  return FALSE;
}

/* 79  3,5  -2  13/16  80%  5m */
static void
read_token_number (PzQuickToken *token,
                   const char   *text)
{
  const char *p = read_number (text, TRUE, &token->value);
  double out_of;

  if (p == NULL)
    return;
  if (*p == '/')
    {
      p = read_number (p + 1, FALSE, &out_of);
      if (p == NULL || *p != '\0')
        return;
      token->out_of = out_of;
    }
  else if (strcmp (p, "%") == 0 || strcmp (p, "\xd9\xaa") == 0) /* percent, Arabic percent */
    token->has_percent = TRUE;
  else if (*p != '\0')
    {
      g_autofree char *folded = pz_search_fold (p);

      if (!is_in_list (folded, PZ_QUICK_WORD_MINUTES, TRUE))
        return;
      token->has_minutes = TRUE;
    }
  token->is_number = TRUE;
}

/* ---- taking apart ---- */

static void
init_token (PzQuickToken *token,
            const char   *text,
            gsize         start,
            gsize         end)
{
  g_autofree char *raw = g_strndup (text + start, end - start);
  g_autofree char *folded = pz_search_fold (raw);

  token->start = start;
  token->end = end;
  token->folded = *folded != '\0' ? g_strsplit (folded, " ", -1) : g_new0 (char *, 1);
  token->joined = g_strjoinv ("", token->folded);
  token->out_of = NAN;
  read_token_number (token, raw);
}

static const char *
skip (const char *p,
      gboolean    blanks)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)) == blanks)
    p = g_utf8_next_char (p);
  return p;
}

/**
 * pz_quick_text_new:
 * @typed: any bytes
 *
 * Returns: (transfer full): what was typed, taken apart at blanks
 */
PzQuickText *
pz_quick_text_new (const char *typed)
{
  PzQuickText *self;
  g_autoptr(GArray) tokens = NULL;
  const char *p;

  g_return_val_if_fail (typed != NULL, NULL);

  self = g_new0 (PzQuickText, 1);
  self->text = g_utf8_make_valid (typed, -1);
  tokens = g_array_new (FALSE, TRUE, sizeof (PzQuickToken));
  for (p = skip (self->text, TRUE); *p != '\0'; p = skip (p, TRUE))
    {
      const char *end = skip (p, FALSE);
      PzQuickToken token = { 0 };

      init_token (&token, self->text, (gsize) (p - self->text), (gsize) (end - self->text));
      g_array_append_val (tokens, token);
      p = end;
    }
  self->n_tokens = tokens->len;
  self->tokens = (PzQuickToken *) g_array_free (g_steal_pointer (&tokens), FALSE);
  return self;
}

/**
 * pz_quick_text_free:
 */
void
pz_quick_text_free (PzQuickText *self)
{
  for (guint i = 0; i < self->n_tokens; i++)
    {
      g_strfreev (self->tokens[i].folded);
      g_free (self->tokens[i].joined);
    }
  g_free (self->tokens);
  g_free (self->text);
  g_free (self);
}

/**
 * pz_quick_text_dup_rest:
 * @used: (array length=n_tokens): which tokens something was made of
 * @from: the first token to look at
 *
 * Returns: (transfer full): all others as they were typed; "" when there are none
 */
char *
pz_quick_text_dup_rest (const PzQuickText *self,
                        const gboolean    *used,
                        guint              from)
{
  GString *rest = g_string_new (NULL);

  for (guint i = from; i < self->n_tokens; i++)
    {
      guint last = i;

      if (used[i])
        continue;
      while (last + 1 < self->n_tokens && !used[last + 1])
        last++;
      if (rest->len > 0)
        g_string_append_c (rest, ' ');
      g_string_append_len (rest, self->text + self->tokens[i].start,
                           (gssize) (self->tokens[last].end - self->tokens[i].start));
      i = last;
    }
  return g_string_free (rest, FALSE);
}

/**
 * pz_quick_text_get_word:
 * @word: what may be typed
 *
 * Returns: (transfer full): how to type it
 */
char *
pz_quick_text_get_word (PzQuickWord word)
{
  const char *words = get_words (word);

  return g_strndup (words, strcspn (words, " "));
}

/**
 * pz_quick_text_is_word:
 * @position: of a token
 * @word: what it may mean
 *
 * A word counts when it stands there in full; one of several parts also when these are typed apart. While it is being
 * typed, at the end of the text, its first three letters are enough: a sentence that begins with "not" is no note.
 *
 * Returns: how many tokens from @position on mean @word: 0, 1 or 2
 */
guint
pz_quick_text_is_word (const PzQuickText *self,
                       guint              position,
                       PzQuickWord        word)
{
  const PzQuickToken *token = &self->tokens[position];
  gboolean whole = word >= PZ_QUICK_WORD_TODAY || position + 1 < self->n_tokens
                   || self->text[token->end] != '\0';

  if (position + 1 < self->n_tokens && token->joined[0] != '\0' && token[1].joined[0] != '\0')
    {
      g_autofree char *both = g_strconcat (token->joined, token[1].joined, NULL);

      if (is_in_list (both, word, TRUE))
        return 2;
    }
  return is_in_list (token->joined, word, whole) ? 1 : 0;
}
