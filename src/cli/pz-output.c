/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-output.h"

#include "pz-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* Results go to stdout, everything said about them to stderr. */

/* Timers run without a locale, and names must not become question marks there: ASCII counts as UTF-8. */
static gboolean
speaks_utf8 (const char **charset)
{
  return g_get_charset (charset) || g_str_has_prefix (*charset, "ANSI_X3.4") || g_str_equal (*charset, "US-ASCII");
}

static void
write_text (FILE       *file,
            const char *text)
{
  g_autofree char *converted = NULL;
  const char *charset;

  if (!speaks_utf8 (&charset))
    converted = g_convert_with_fallback (text, -1, charset, "UTF-8", "?", NULL, NULL, NULL);
  fputs (converted != NULL ? converted : text, file);
}

/**
 * pz_output_measure:
 * @text: one line of UTF-8
 *
 * Returns: how many cells of a terminal @text takes
 */
guint
pz_output_measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/**
 * pz_output_clean:
 * @text: (nullable): UTF-8 from a document
 *
 * What somebody wrote into a name must not steer the terminal of who lists it.
 *
 * Returns: (transfer full): one line: control characters stand as U+FFFD, line ends as blanks
 */
char *
pz_output_clean (const char *text)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\t')
        c = ' ';
      g_string_append_unichar (clean, g_unichar_iscntrl (c) ? 0xfffd : c);
    }
  return g_string_free (clean, FALSE);
}

/**
 * pz_output_line:
 * @format: like printf()
 *
 * Prints a line of the result.
 */
void
pz_output_line (const char *format,
                ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  write_text (stdout, text);
  fputc ('\n', stdout);
}

/**
 * pz_output_bytes:
 * @bytes: a file that goes to stdout as it is
 */
void
pz_output_bytes (GBytes *bytes)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  fwrite (data, 1, length, stdout);
}

/**
 * pz_output_json:
 * @writer: with one complete value; is finished by this
 *
 * Prints @writer as UTF-8, whatever the locale.
 */
void
pz_output_json (PzJsonWriter *writer)
{
  g_autofree char *text = pz_json_writer_finish (writer);

  fputs (text, stdout);
  if (!g_str_has_suffix (text, "\n"))
    fputc ('\n', stdout);
}

/**
 * pz_output_message:
 * @format: like printf()
 *
 * Says something to the person at the terminal; never part of the result.
 */
void
pz_output_message (const char *format,
                   ...)
{
  g_autofree char *text = NULL;
  g_autofree char *valid = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  valid = g_utf8_make_valid (text, -1);
  write_text (stderr, valid);
  fputc ('\n', stderr);
}

/**
 * pz_output_finish:
 *
 * Returns: %FALSE when the result did not arrive whole, because a disk is full or a reader left
 */
gboolean
pz_output_finish (GError **error)
{
  errno = 0;
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  pz_error_set_errno (error, errno != 0 ? errno : EIO, _("The result could not be printed whole"));
  return FALSE;
}
