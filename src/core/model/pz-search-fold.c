/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-search-fold.h"

#include <string.h>

/* Letters that Unicode does not take apart into a base letter and a mark, as a person without that key types them;
 * then letters of the Arabic script that are written in more than one way. Sorted by code point. */
static const struct
{
  gunichar letter;
  const char *folded;
} plain_letters[] = {
  { 0x00df, "ss" }, { 0x00e6, "ae" }, { 0x00f0, "d" }, { 0x00f8, "o" }, { 0x00fe, "th" }, { 0x0111, "d" },
  { 0x0127, "h" },
  { 0x0131, "i" },  { 0x0138, "k" }, { 0x0142, "l" }, { 0x014b, "n" },  { 0x0153, "oe" }, { 0x0167, "t" },
  { 0x0180, "b" },  { 0x0188, "c" }, { 0x0192, "f" }, { 0x0199, "k" },  { 0x019a, "l" }, { 0x01a5, "p" },
  { 0x01b4, "y" },  { 0x01b6, "z" }, { 0x01dd, "e" }, { 0x01e5, "g" },  { 0x0253, "b" }, { 0x0254, "o" },
  { 0x0256, "d" },  { 0x0257, "d" }, { 0x0259, "e" }, { 0x025b, "e" },  { 0x0260, "g" }, { 0x0268, "i" },
  { 0x0289, "u" },
  { 0x0629, "\xd9\x87" }, /* teh marbuta as heh */
  { 0x0640, "" },         /* tatweel only stretches */
  { 0x0649, "\xd9\x8a" }, /* alef maksura as yeh */
  { 0x06a9, "\xd9\x83" }, /* Persian keheh as kaf */
  { 0x06cc, "\xd9\x8a" }, /* Persian yeh as yeh */
};

static const char *
find_plain_letter (gunichar letter)
{
  gsize low = 0, high = G_N_ELEMENTS (plain_letters);

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (plain_letters[middle].letter == letter)
        return plain_letters[middle].folded;
      if (plain_letters[middle].letter < letter)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* Whatever separates words or stands inside a name without being a letter of it. */
static gboolean
is_blank (gunichar character)
{
  switch (character)
    {
    case 0x02b9: /* primes, turned commas and apostrophes that count as letters */
    case 0x02ba:
    case 0x02bb:
    case 0x02bc:
    case 0x02bd:
    case 0x02be:
    case 0x02bf:
      return TRUE;
    default:
      return g_unichar_isspace (character) || g_unichar_ispunct (character) || g_unichar_iscntrl (character);
    }
}

static void
append_blank (GString *out)
{
  if (out->len > 0 && out->str[out->len - 1] != ' ')
    g_string_append_c (out, ' ');
}

/* Accents have a combining class; signs without one are vowels of their script and stay. */
static void
fold_character (GString *out,
                gunichar character)
{
  const char *plain;

  if (g_unichar_combining_class (character) != 0 || g_unichar_type (character) == G_UNICODE_FORMAT)
    return;
  if (is_blank (character))
    append_blank (out);
  else if ((plain = find_plain_letter (character)) != NULL)
    g_string_append (out, plain);
  else
    g_string_append_unichar (out, character);
}

/* A Latin letter with its accents, without the two normal forms of the general way. */
static void
fold_latin (GString *out,
            gunichar letter)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts = g_unichar_fully_decompose (letter, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n_parts; i++)
    fold_character (out, g_unichar_tolower (parts[i]));
}

/* Folds a text of the letters most names have; FALSE at the first other one. */
static gboolean
fold_quickly (GString    *out,
              const char *text)
{
  while (*text != '\0')
    {
      gunichar letter = (guchar) *text;

      if (g_ascii_isalnum (*text))
        g_string_append_c (out, g_ascii_tolower (*text));
      else if (letter < 0x80)
        append_blank (out);
      else
        {
          letter = g_utf8_get_char_validated (text, -1);
          if (!((letter >= 0xc0 && letter < 0x180) || (letter >= 0x1e00 && letter < 0x1f00)))
            return FALSE;
          fold_latin (out, letter);
        }
      text += letter < 0x80 ? 1 : letter < 0x800 ? 2 : 3;
    }
  return TRUE;
}

static void
fold_thoroughly (GString    *out,
                 const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *apart = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (apart, -1);
  g_autofree char *whole = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL); /* folding may put letters together again */

  for (const char *p = whole; *p != '\0'; p = g_utf8_next_char (p))
    fold_character (out, g_utf8_get_char (p));
}

/**
 * pz_search_fold:
 * @text: a name, or what was typed to find it
 *
 * Takes away what people leave out when they search: case, accents, the ways to write an apostrophe or a hyphen. The
 * same in every locale. Decomposition by compatibility (NFKD), case folding, and letters that do not decompose by a
 * table; all that is neither letter nor digit becomes one blank between words, none at the ends.
 *
 * Returns: (transfer full): the folded text, perhaps ""
 */
char *
pz_search_fold (const char *text)
{
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  out = g_string_sized_new (strlen (text) + 8);
  if (!fold_quickly (out, text))
    {
      g_string_truncate (out, 0);
      fold_thoroughly (out, text);
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}
