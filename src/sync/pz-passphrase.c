/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-passphrase.h"

#include "pz-sync-error.h"
#include "pz-sync-key-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

/* The digits of Crockford's base 32: none that is taken for another, and no U. */
static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

#define N_GROUPS (PZ_PASSPHRASE_LENGTH / PZ_PASSPHRASE_GROUP)
/* with hyphens, without the final NUL */
#define WRITTEN_LENGTH (PZ_PASSPHRASE_LENGTH + N_GROUPS - 1)

G_STATIC_ASSERT (sizeof digits == 32 + 1);

/**
 * pz_passphrase_generate:
 *
 * Returns: (transfer full): 25 random digits of Crockford's base 32 (125 bits) in groups of five with hyphens, to be
 *   given in person or on paper; to be freed by pz_secret_text_free()
 */
char *
pz_passphrase_generate (void)
{
  char *text = g_malloc0 (WRITTEN_LENGTH + 1);

  pz_sync_key_prepare ();
  for (guint i = 0; i < WRITTEN_LENGTH; i++)
    text[i] = i % (PZ_PASSPHRASE_GROUP + 1) == PZ_PASSPHRASE_GROUP ? '-' : digits[randombytes_uniform (32)];
  return text;
}

/* The digit that a typed character stands for; 0 for none. */
static char
find_digit (char c)
{
  c = g_ascii_toupper (c);
  if (c == 'O')
    return '0';
  if (c == 'I' || c == 'L')
    return '1';
  return c != '\0' && strchr (digits, c) != NULL ? c : 0;
}

static gboolean
is_gap (char c)
{
  return c == '-' || g_ascii_isspace (c);
}

/* What was generated, as it was generated, from whatever was typed of it; NULL when it is no such passphrase.
 * @text is normalised: the many blanks and letters of Unicode are plain ones here. */
static char *
read_generated (const char *text)
{
  char *written = g_malloc0 (WRITTEN_LENGTH + 1);
  guint n_digits = 0, length = 0;

  for (const char *c = text; *c != '\0'; c++)
    {
      char digit = find_digit (*c);

      if (is_gap (*c))
        continue;
      if (digit == 0 || n_digits == PZ_PASSPHRASE_LENGTH)
        {
          n_digits = 0;
          break;
        }
      if (n_digits > 0 && n_digits % PZ_PASSPHRASE_GROUP == 0)
        written[length++] = '-';
      written[length++] = digit;
      n_digits++;
    }
  if (n_digits == PZ_PASSPHRASE_LENGTH)
    return written;
  sodium_memzero (written, WRITTEN_LENGTH);
  g_free (written);
  return NULL;
}

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_PASSPHRASE, sentence);
  return FALSE;
}

/* NFKC, without blanks at its ends. */
static char *
normalise_own (const char *text)
{
  char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  const char *begin = normal, *end = normal + strlen (normal);
  char *own;

  while (begin < end && g_unichar_isspace (g_utf8_get_char (begin)))
    begin = g_utf8_next_char (begin);
  while (end > begin && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  own = g_strndup (begin, (gsize) (end - begin));
  pz_secret_text_free (normal);
  return own;
}

/**
 * pz_passphrase_normalise:
 * @text: what a person typed
 * @error: %PZ_SYNC_ERROR_PASSPHRASE: a sentence that says why it can be none; the passphrase is not in it
 *
 * A generated passphrase is recognised however it is typed: case, blanks and hyphens do not matter, nor o for 0 and i or l
 * for 1. One of a person's own choosing is normalised (NFKC), so that every keyboard gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the bytes that the key is made from; to be freed by pz_secret_text_free()
 */
char *
pz_passphrase_normalise (const char  *text,
                         GError     **error)
{
  char *own, *generated;

  g_return_val_if_fail (text != NULL, NULL);

  if (strlen (text) > PZ_PASSPHRASE_MAX_SIZE || !g_utf8_validate (text, -1, NULL))
    {
      refuse (error, _("This passphrase is too long."));
      return NULL;
    }
  own = normalise_own (text);
  if (*own == '\0')
    {
      pz_secret_text_free (own);
      refuse (error, _("Enter the passphrase of this class."));
      return NULL;
    }
  generated = read_generated (own);
  if (generated == NULL)
    return own;
  pz_secret_text_free (own);
  return generated;
}

/**
 * pz_passphrase_check_own:
 * @text: a passphrase that a person has thought of
 * @error: %PZ_SYNC_ERROR_PASSPHRASE: a sentence that says why not
 *
 * Returns: whether it may become the passphrase of a class: long enough, and not one character again and again
 */
gboolean
pz_passphrase_check_own (const char  *text,
                         GError     **error)
{
  char *normal = pz_passphrase_normalise (text, error);
  gboolean long_enough, varied = FALSE;

  if (normal == NULL)
    return FALSE;
  long_enough = g_utf8_strlen (normal, -1) >= PZ_PASSPHRASE_MIN_OWN;
  for (const char *c = normal; *c != '\0'; c = g_utf8_next_char (c))
    varied = varied || g_utf8_get_char (c) != g_utf8_get_char (normal);
  pz_secret_text_free (normal);
  return (long_enough && varied) || refuse (error, _("Choose a longer passphrase: several words that do not belong together."));
}
