/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-match.h"

#include <string.h>

/* Words of a name or of what was typed for it that are looked at; nobody types more to name somebody. */
#define MAX_WORDS 16
/* Letters of a typed word that may be spread over several words of the name. */
#define MAX_SPREAD 24

typedef struct
{
  char **words; /* of the name */
  guint n_words;
  const char *typed[MAX_WORDS];
  guint n_typed;
} Names;

static gboolean
begins_any (const Names *names,
            const char  *typed)
{
  for (guint i = 0; i < names->n_words; i++)
    if (g_str_has_prefix (names->words[i], typed))
      return TRUE;
  return FALSE;
}

/* Whether each typed word from `next` on begins a word of its own. Words that begin none are left for the lower grades. */
static gboolean
give_each_a_word (const Names *names,
                  guint        next,
                  guint32      taken)
{
  if (next == names->n_typed)
    return TRUE;
  if (!begins_any (names, names->typed[next]))
    return give_each_a_word (names, next + 1, taken);
  for (guint i = 0; i < names->n_words; i++)
    if ((taken & (1u << i)) == 0 && g_str_has_prefix (names->words[i], names->typed[next])
        && give_each_a_word (names, next + 1, taken | (1u << i)))
      return TRUE;
  return FALSE;
}

/* Whether the letters are beginnings of words from `word` on, one after the other. */
static gboolean
is_spread (const Names *names,
           const char  *letters,
           guint        word)
{
  if (*letters == '\0')
    return TRUE;
  for (guint i = word; i < names->n_words; i++)
    {
      const char *left = letters, *name = names->words[i];

      while (*left != '\0' && g_utf8_get_char (left) == g_utf8_get_char (name))
        {
          left = g_utf8_next_char (left);
          name = g_utf8_next_char (name);
          if (is_spread (names, left, i + 1))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
has_letters (const char *name,
             const char *letters)
{
  for (; *letters != '\0'; letters = g_utf8_next_char (letters))
    {
      name = g_utf8_strchr (name, -1, g_utf8_get_char (letters));
      if (name == NULL)
        return FALSE;
      name = g_utf8_next_char (name);
    }
  return TRUE;
}

static PzQuickGrade
grade_word (const Names *names,
            const char  *letters,
            const char  *typed)
{
  if (begins_any (names, typed))
    return PZ_QUICK_BEGINS;
  if (g_utf8_strlen (typed, MAX_SPREAD * 4) <= MAX_SPREAD && is_spread (names, typed, 0))
    return PZ_QUICK_INITIALS;
  return has_letters (letters, typed) ? PZ_QUICK_LETTERS : PZ_QUICK_NO_MATCH;
}

static gboolean
is_class_word (const PzQuickLearner *learner,
               const PzQuickToken   *token)
{
  return !token->is_number && token->joined[0] != '\0'
         && g_strv_contains ((const char *const *) learner->class_words, token->joined);
}

/* The typed words of the first tokens, but for those that say the class. FALSE: too many. */
static gboolean
collect (const PzQuickLearner *learner,
         const PzQuickText    *text,
         guint                 n_tokens,
         Names                *names)
{
  for (guint i = 0; i < n_tokens; i++)
    {
      const PzQuickToken *token = &text->tokens[i];

      if (i > 0 && is_class_word (learner, token) && !begins_any (names, token->joined))
        continue;
      for (guint j = 0; token->folded[j] != NULL; j++)
        {
          if (names->n_typed == MAX_WORDS)
            return FALSE;
          names->typed[names->n_typed++] = token->folded[j];
        }
    }
  return names->n_typed > 0;
}

static guint
count_whole (const Names *names)
{
  guint n = 0;

  for (guint i = 0; i < names->n_typed; i++)
    for (guint j = 0; j < names->n_words; j++)
      if (strcmp (names->typed[i], names->words[j]) == 0)
        {
          n++;
          break;
        }
  return n;
}

/**
 * pz_quick_match_name:
 * @text: what was typed
 * @n_tokens: how many tokens from the first on are taken for the name, 1 to %PZ_QUICK_MAX_NAME_TOKENS
 * @n_whole: (out): how many typed words are whole words of the name
 *
 * Case, accents and the order of words do not count. The first token may be letters of the name; each further one must
 * begin a word of its own, or be a whole word of the name of the class, so that sentences are not taken for names. A
 * word that goes on never fits better than its beginning did.
 *
 * Returns: how well the worst of the typed words fits
 */
PzQuickGrade
pz_quick_match_name (const PzQuickLearner *learner,
                     const PzQuickText    *text,
                     guint                 n_tokens,
                     guint                *n_whole)
{
  Names names = { .words = learner->words, .n_words = MIN (g_strv_length (learner->words), MAX_WORDS) };
  PzQuickGrade worst = PZ_QUICK_BEGINS;
  guint n_first;

  g_return_val_if_fail (n_tokens > 0 && n_tokens <= text->n_tokens, PZ_QUICK_NO_MATCH);

  if (!collect (learner, text, n_tokens, &names) || !give_each_a_word (&names, 0, 0))
    return PZ_QUICK_NO_MATCH;
  n_first = g_strv_length (text->tokens[0].folded);
  for (guint i = 0; i < names.n_typed; i++)
    {
      PzQuickGrade grade = grade_word (&names, learner->letters, names.typed[i]);

      if (i >= n_first && grade != PZ_QUICK_BEGINS)
        return PZ_QUICK_NO_MATCH;
      worst = MAX (worst, grade);
    }
  *n_whole = count_whole (&names);
  return worst;
}

/* whether each word of the token begins a word of the goal */
static gboolean
token_fits (const PzQuickGoal  *goal,
            const PzQuickToken *token)
{
  const Names words = { .words = goal->words, .n_words = MIN (g_strv_length (goal->words), MAX_WORDS) };

  for (guint i = 0; token->folded[i] != NULL; i++)
    if (!begins_any (&words, token->folded[i]))
      return FALSE;
  return TRUE;
}

/**
 * pz_quick_match_goal:
 * @from: the first token behind the name
 * @n_tokens: (out): how many tokens from @from on name the goal, up to the first that does not, or is a number
 *
 * Returns: how many of them have letters: dashes name nothing
 */
guint
pz_quick_match_goal (const PzQuickGoal *goal,
                     const PzQuickText *text,
                     guint              from,
                     guint             *n_tokens)
{
  guint n_words = 0;

  *n_tokens = 0;
  for (guint i = from; i < text->n_tokens; i++)
    {
      const PzQuickToken *token = &text->tokens[i];

      if (token->is_number || !token_fits (goal, token))
        break;
      (*n_tokens)++;
      n_words += token->folded[0] != NULL;
    }
  return n_words;
}
