/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-redactor.h"

#include "pz-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Letters a name needs before it is also found with an ending behind it ("Aminas", "Eliften"), and letters such an
 * ending may have. Taking out a word too many is better than handing out a name. */
#define STEM_LETTERS 4
#define ENDING_LETTERS 3

struct _PzRedactor
{
  GHashTable *names;  /* (element-type utf8): folded words of names to take out */
  GHashTable *kept;   /* (element-type utf8): folded words that stay, even when others have that name too */
  GHashTable *joined; /* (element-type utf8): names in scripts that put no blanks between words, as they are written */
};

/* scripts without blanks between words: a name is found anywhere in a run of letters */
static gboolean
is_joined_script (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL: /* has blanks, but particles follow the name without one */
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == 0x2bb || c == 0x2bc || c == 0x200c || c == 0x200d;
}

static const char *
find_word_end (const char *p)
{
  while (*p != '\0' && is_word_char (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/**
 * pz_redactor_new:
 *
 * Returns: (transfer full): a redactor that changes nothing yet
 */
PzRedactor *
pz_redactor_new (void)
{
  PzRedactor *self = g_new0 (PzRedactor, 1);

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->joined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * pz_redactor_free:
 * @self: (transfer full): a redactor
 */
void
pz_redactor_free (PzRedactor *self)
{
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->kept);
  g_hash_table_unref (self->joined);
  g_free (self);
}

/* particles like "van" or "de", and single letters, are words of every text */
static gboolean
says_who (const char *word)
{
  gunichar first = g_utf8_get_char (word);

  return g_utf8_strlen (word, -1) > 2 || (!g_unichar_islower (first) && g_utf8_strlen (word, -1) == 2);
}

static void
add_words (GHashTable *words,
           GHashTable *joined,
           const char *name)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
  const char *p = composed != NULL ? composed : name;

  while (*p != '\0')
    {
      const char *end = find_word_end (p);

      if (end > p)
        {
          g_autofree char *word = g_strndup (p, (gsize) (end - p));

          if (is_joined_script (g_utf8_get_char (word)))
            {
              if (joined != NULL && g_utf8_strlen (word, -1) >= 2)
                g_hash_table_add (joined, g_steal_pointer (&word));
            }
          else if (says_who (word) && !(g_unichar_islower (g_utf8_get_char (word)) && g_utf8_strlen (word, -1) <= 3))
            g_hash_table_add (words, pz_search_fold (word));
        }
      p = *end != '\0' ? g_utf8_next_char (end) : end;
    }
}

/**
 * pz_redactor_add_name:
 * @name: (nullable): a given, family or other name of somebody else
 *
 * Each word of @name is taken out from now on, whatever its case and accents.
 */
void
pz_redactor_add_name (PzRedactor *self,
                      const char *name)
{
  g_return_if_fail (self != NULL);

  if (name != NULL)
    add_words (self->names, self->joined, name);
}

/**
 * pz_redactor_keep_name:
 * @name: (nullable): a name of the person the text is about
 *
 * Words of @name stay, also when somebody else has that name.
 */
void
pz_redactor_keep_name (PzRedactor *self,
                       const char *name)
{
  g_return_if_fail (self != NULL);

  if (name != NULL)
    add_words (self->kept, self->kept, name);
}

static gboolean
has_stem (GHashTable *names,
          const char *folded)
{
  g_autofree char *stem = g_strdup (folded);
  glong n_letters = g_utf8_strlen (stem, -1);

  for (glong ending = 1; ending <= ENDING_LETTERS && n_letters - ending >= STEM_LETTERS; ending++)
    {
      *g_utf8_offset_to_pointer (stem, n_letters - ending) = '\0';
      if (g_hash_table_contains (names, stem))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_name (PzRedactor *self,
         const char *word)
{
  g_autofree char *folded = pz_search_fold (word);

  if (g_hash_table_contains (self->kept, folded))
    return FALSE;
  return g_hash_table_contains (self->names, folded) || (has_stem (self->names, folded) && !has_stem (self->kept, folded));
}

/* names of scripts without blanks, one after the other */
static char *
apply_joined (PzRedactor *self,
              const char *text,
              const char *instead)
{
  g_autoptr(GString) result = g_string_new (text);
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->joined);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (self->kept, name))
      g_string_replace (result, name, instead, 0);
  return g_string_free (g_steal_pointer (&result), FALSE);
}

/**
 * pz_redactor_apply:
 * @text: free text, UTF-8
 *
 * Returns: (transfer full): @text with a mark in place of every word that is a name
 */
char *
pz_redactor_apply (PzRedactor *self,
                   const char *text)
{
  /* Translators: stands in a text in place of the name of another learner */
  const char *instead = _("[another learner]");
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_autofree char *joined = apply_joined (self, composed != NULL ? composed : text, "\001");
  g_autoptr(GString) result = g_string_new (NULL);
  gboolean last_was_name = FALSE;

  for (const char *p = joined; *p != '\0';)
    {
      const char *end = find_word_end (p);

      if (end > p)
        {
          g_autofree char *word = g_strndup (p, (gsize) (end - p));
          gboolean name = is_name (self, word);

          /* given and family name make one mark */
          if (name && last_was_name && g_str_has_suffix (result->str, " "))
            g_string_truncate (result, result->len - 1);
          else
            g_string_append (result, name ? instead : word);
          last_was_name = name;
          p = end;
          continue;
        }
      end = g_utf8_next_char (p);
      if (*p == '\001')
        g_string_append (result, instead);
      else
        g_string_append_len (result, p, end - p);
      last_was_name = last_was_name && *p == ' ';
      p = end;
    }
  return g_string_free (g_steal_pointer (&result), FALSE);
}
