/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-person-name.h"

#include <string.h>

/* words that belong to the family name behind them, in any case */
static const char *const particles[] = {
  "van", "von", "vom", "vanden", "vander", "de", "del", "della", "dello", "dalla", "di", "da", "dos", "du", "la",
  "los", "el", "al", "bin", "ibn", "bint", "abu", "abou", "ter", "zu", "zum", "zur", "af", "av", "san", "st.", "ould",
  "بن", "ابن", "بنت", "أبو", "ابو", "آل", "عبد",
};

/* the same, but only in lower case: capitalised they are names of their own */
static const char *const small_particles[] = {
  "der", "den", "das", "do", "le", "les", "las", "te", "ten", "op", "'t", "het", "ap", "ben",
};

/* join two family names */
static const char *const connectors[] = { "y", "e", "i" };

static const char *const suffixes[] = { "jr", "jr.", "sr", "sr.", "ii", "iii", "iv" };

static gboolean
is_one_of (const char        *word,
           const char *const *list,
           gsize              n,
           gboolean           any_case)
{
  g_autofree char *small = any_case ? g_utf8_strdown (word, -1) : g_strdup (word);

  for (gsize i = 0; i < n; i++)
    if (g_str_equal (small, list[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_particle (const char *word)
{
  return is_one_of (word, particles, G_N_ELEMENTS (particles), TRUE)
         || is_one_of (word, small_particles, G_N_ELEMENTS (small_particles), FALSE);
}

/* Returns: index of the first word of the family name; at least 1 */
static guint
find_family (char  **words,
             guint   n)
{
  guint at = n - 1;

  if (at > 1 && is_one_of (words[at], suffixes, G_N_ELEMENTS (suffixes), TRUE))
    at--;
  if (at > 2 && is_one_of (words[at - 1], connectors, G_N_ELEMENTS (connectors), FALSE))
    at -= 2;
  while (at > 1 && is_particle (words[at - 1]))
    at--;
  return at;
}

static char *
join_words (char  **words,
            guint   from,
            guint   to)
{
  GString *text = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    g_string_append_printf (text, "%s%s", i > from ? " " : "", words[i]);
  return g_string_free (text, FALSE);
}

static char *
null_if_empty (char *text)
{
  if (*text != '\0')
    return text;
  g_free (text);
  return NULL;
}

/**
 * pz_person_name_clean:
 * @text: a name as it came
 *
 * Returns: (transfer full): valid UTF-8 without control characters, every run of blanks made one, none at the ends
 */
char *
pz_person_name_clean (const char *text)
{
  g_autofree char *valid = NULL;
  GString *clean;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  clean = g_string_sized_new (strlen (valid));
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c) && !g_unichar_iscntrl (c) && c != 0x200B && c != 0xFEFF)
        g_string_append_unichar (clean, c);
      else if (g_unichar_isspace (c) && clean->len > 0 && clean->str[clean->len - 1] != ' ')
        g_string_append_c (clean, ' ');
    }
  if (clean->len > 0 && clean->str[clean->len - 1] == ' ')
    g_string_truncate (clean, clean->len - 1);
  return g_string_free (clean, FALSE);
}

/**
 * pz_person_name_split:
 * @text: a whole name: "Last, First", or with the family name last
 * @given_name: (out) (nullable): everything before the family name
 * @family_name: (out) (nullable): the last word with the particles before it ("van der Berg"), or what stands before
 *   the first comma; %NULL when @text is a single word
 *
 * A guess for a list that does not say more: people correct it on the screen.
 */
void
pz_person_name_split (const char  *text,
                      char       **given_name,
                      char       **family_name)
{
  g_autofree char *clean = NULL;
  g_auto(GStrv) words = NULL;
  char *comma;
  guint n, family;

  g_return_if_fail (text != NULL && given_name != NULL && family_name != NULL);

  clean = pz_person_name_clean (text);
  comma = strchr (clean, ',');
  if (comma != NULL)
    {
      *comma = '\0';
      *family_name = null_if_empty (pz_person_name_clean (clean));
      *given_name = null_if_empty (pz_person_name_clean (comma + 1));
      return;
    }
  words = g_strsplit (clean, " ", -1);
  n = g_strv_length (words);
  family = n > 1 ? find_family (words, n) : n;
  *given_name = null_if_empty (join_words (words, 0, family));
  *family_name = null_if_empty (join_words (words, family, n));
}
