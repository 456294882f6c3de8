/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-number-text.h"

#include "pz-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ARABIC_SEPARATOR 0x066B
#define MINUS 0x2212

/**
 * pz_number_to_text:
 * @number: a number; NaN for none
 *
 * Returns: (transfer full): the number as the locale writes it, "" for none
 */
char *
pz_number_to_text (double number)
{
  return isnan (number) ? g_strdup ("") : g_strdup_printf ("%.12g", number);
}

/**
 * pz_number_from_text:
 * @text: what somebody typed, without blanks around it
 * @number: (out): the number
 * @error: says in words what is expected
 *
 * Takes the digits of any script, and a comma as well as a point: which of both a locale prefers, a keyboard may not have.
 *
 * Returns: whether @text is one number
 */
gboolean
pz_number_from_text (const char  *text,
                     double      *number,
                     GError     **error)
{
  g_autoptr(GString) plain = g_string_new (NULL);
  char *end;
  double value;

  g_return_val_if_fail (text != NULL && number != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        g_string_append_c (plain, (char) ('0' + g_unichar_digit_value (c)));
      else if (c == ',' || c == ARABIC_SEPARATOR)
        g_string_append_c (plain, '.');
      else if (c == MINUS)
        g_string_append_c (plain, '-');
      else
        g_string_append_unichar (plain, c == '.' || c == '-' || c == '+' ? c : '?');
    }
  value = g_ascii_strtod (plain->str, &end);
  if (end == plain->str || *end != '\0' || !isfinite (value))
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID, _("Write a number here, such as 12."));
      return FALSE;
    }
  *number = value;
  return TRUE;
}
