/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-csv-writer.h"

#include <math.h>
#include <string.h>

struct _PzCsvWriter
{
  GString *text;
  PzCsvFlags flags;
  char delimiter;
  gboolean in_row;
};

static const char guarded[] = "=+-@\t\r\n";

/* a number alone cannot be a formula, and with a ' before it nobody could reckon with it */
static gboolean
is_negative_number (const char *text)
{
  const char *at = text + 1;
  gboolean digits = FALSE;

  if (*text != '-')
    return FALSE;
  for (; g_ascii_isdigit (*at); at++)
    digits = TRUE;
  if (*at == '.' || *at == ',')
    for (at++; g_ascii_isdigit (*at); at++)
      digits = TRUE;
  return digits && *at == '\0';
}

static void
begin_cell (PzCsvWriter *self)
{
  if (self->in_row)
    g_string_append_c (self->text, self->delimiter);
  self->in_row = TRUE;
}

static void
append_quoted (PzCsvWriter *self,
               const char  *text)
{
  g_string_append_c (self->text, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (self->text, '"');
      g_string_append_c (self->text, *at);
    }
  g_string_append_c (self->text, '"');
}

static gboolean
needs_quotes (PzCsvWriter *self,
              const char  *text)
{
  gsize length = strlen (text);

  /* blanks at the ends would be lost in some readers, and so would a row of one empty cell */
  return length == 0 || strpbrk (text, "\"\r\n,;\t") != NULL || strchr (text, self->delimiter) != NULL
         || text[0] == ' ' || text[length - 1] == ' ';
}

/**
 * pz_csv_writer_new:
 * @delimiter: comma, semicolon or tab
 * @flags: how
 *
 * A writer for RFC 4180 in UTF-8 with CRLF. Unless %PZ_CSV_EXACT is given, no text can become a formula when
 * somebody opens the file in a spreadsheet: a ' is put before it.
 *
 * Returns: (transfer full): before the first cell
 */
PzCsvWriter *
pz_csv_writer_new (char       delimiter,
                   PzCsvFlags flags)
{
  PzCsvWriter *self;

  g_return_val_if_fail (delimiter == ',' || delimiter == ';' || delimiter == '\t', NULL);

  self = g_new0 (PzCsvWriter, 1);
  self->delimiter = delimiter;
  self->flags = flags;
  self->text = g_string_new ((flags & PZ_CSV_BOM) ? "\xEF\xBB\xBF" : NULL);
  return self;
}

/**
 * pz_csv_writer_free:
 * @self: a writer
 */
void
pz_csv_writer_free (PzCsvWriter *self)
{
  g_return_if_fail (self != NULL);

  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * pz_csv_writer_add_text:
 * @self: a writer
 * @text: (nullable): UTF-8; %NULL for empty
 * @length: in bytes; -1 when @text ends with NUL
 *
 * Adds a cell. NUL is left out and what is not UTF-8 replaced, so that every reader gets the same.
 */
void
pz_csv_writer_add_text (PzCsvWriter *self,
                        const char  *text,
                        gssize       length)
{
  g_autoptr(GString) whole = g_string_new (NULL);
  g_autofree char *valid = NULL;

  g_return_if_fail (self != NULL);

  if (text != NULL && length < 0)
    length = (gssize) strlen (text);
  for (gssize i = 0; text != NULL && i < length; i++)
    if (text[i] != '\0')
      g_string_append_c (whole, text[i]);
  valid = g_utf8_make_valid (whole->str, (gssize) whole->len);
  begin_cell (self);
  if (!(self->flags & PZ_CSV_EXACT) && pz_csv_text_needs_guard (valid))
    {
      g_autofree char *safe = g_strconcat ("'", valid, NULL);

      append_quoted (self, safe);
    }
  else if (needs_quotes (self, valid))
    append_quoted (self, valid);
  else
    g_string_append (self->text, valid);
}

/**
 * pz_csv_writer_add_number:
 * @self: a writer
 * @number: finite; anything else becomes an empty cell
 *
 * Adds a cell with the shortest text that gives the same number again, with a dot.
 */
void
pz_csv_writer_add_number (PzCsvWriter *self,
                          double       number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (self != NULL);

  begin_cell (self);
  if (!isfinite (number))
    return;
  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (text, sizeof text, format, number);
      if (g_ascii_strtod (text, NULL) == number)
        break;
    }
  g_string_append (self->text, text);
}

/**
 * pz_csv_writer_end_row:
 * @self: a writer
 */
void
pz_csv_writer_end_row (PzCsvWriter *self)
{
  g_return_if_fail (self != NULL);

  g_string_append (self->text, "\r\n");
  self->in_row = FALSE;
}

/**
 * pz_csv_writer_finish:
 * @self: a writer; it can only be freed afterwards
 *
 * Returns: (transfer full): the file
 */
GBytes *
pz_csv_writer_finish (PzCsvWriter *self)
{
  g_return_val_if_fail (self != NULL && self->text != NULL, NULL);

  return g_string_free_to_bytes (g_steal_pointer (&self->text));
}

/**
 * pz_csv_text_needs_guard:
 * @text: of a cell
 *
 * Returns: %TRUE when a spreadsheet could take it for a formula; %FALSE for a negative number
 */
gboolean
pz_csv_text_needs_guard (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  if (*text == '\0' || is_negative_number (text))
    return FALSE;
  /* the wide forms of = + - @ are formulas in some Asian settings */
  return strchr (guarded, *text) != NULL || g_str_has_prefix (text, "\xEF\xBC\x9D")
         || g_str_has_prefix (text, "\xEF\xBC\x8B") || g_str_has_prefix (text, "\xEF\xBC\x8D")
         || g_str_has_prefix (text, "\xEF\xBC\xA0");
}

/**
 * pz_csv_text_without_guard:
 * @text: of a cell
 *
 * Returns: (transfer none): @text without the ' that pz_csv_writer_add_text() put before it
 */
const char *
pz_csv_text_without_guard (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return *text == '\'' && pz_csv_text_needs_guard (text + 1) ? text + 1 : text;
}
