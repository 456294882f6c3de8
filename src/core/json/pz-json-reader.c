/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-json-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * pz_json_reader_fail_at:
 * @self: a reader without an error
 * @where: in the data
 * @code: of the error
 * @text: what is wrong there, translated
 *
 * Returns: %PZ_JSON_ERROR, as does every call of pz_json_reader_next() from now on
 */
PzJsonToken
pz_json_reader_fail_at (PzJsonReader *self,
                        const guint8 *where,
                        PzError       code,
                        const char   *text)
{
  const guint8 *line = self->data, *newline;
  guint row = 1, column = 1;

  while (line < where && (newline = memchr (line, '\n', (gsize) (where - line))) != NULL)
    {
      line = newline + 1;
      row++;
    }
  for (const guint8 *p = line; p < where; p++)
    column += (*p & 0xC0) != 0x80; /* characters, not bytes */

  /* Translators: where in a file an error is, then the error, as in "line 3, column 7: a colon is missing" */
  g_set_error (&self->error, PZ_ERROR, (int) code, _("line %u, column %u: %s"), row, column, text);
  self->token = PZ_JSON_ERROR;
  return PZ_JSON_ERROR;
}

static const char BYTE_ORDER_MARK[] = "\xEF\xBB\xBF";

/* What can be said of the input as a whole, before it is read. */
static void
check_whole (PzJsonReader *self,
             gsize         max_size)
{
  gsize length = (gsize) (self->end - self->data);

  if (length > MIN (max_size, (gsize) G_MAXINT32))
    {
      g_autofree char *size = g_format_size_full (max_size, G_FORMAT_SIZE_IEC_UNITS);
      /* Translators: %s is a size, such as "16.0 MiB" */
      g_autofree char *text = g_strdup_printf (_("larger than %s"), size);

      pz_json_reader_fail_at (self, self->data, PZ_ERROR_TOO_LARGE, text);
    }
  else if (length >= 3 && memcmp (self->data, BYTE_ORDER_MARK, 3) == 0)
    pz_json_reader_fail_at (self, self->data, PZ_ERROR_SYNTAX, _("a byte order mark is not allowed"));
}

/**
 * pz_json_reader_new:
 * @data: (array length=length) (nullable): the bytes, which must outlive the reader; %NULL only if there are none
 * @length: how many
 * @max_size: how many may be read, at most 2 GiB; for documents of ours %PZ_JSON_MAX_SIZE
 *
 * Whatever is wrong with @data, its size too, is said by pz_json_reader_next().
 *
 * Accepted is exactly JSON (RFC 8259) in UTF-8 without a byte order mark, with no name twice in one object, no NUL
 * in texts, only numbers a double can hold (the nearest is given), nested at most %PZ_JSON_MAX_DEPTH deep.
 *
 * Returns: (transfer full): a reader before the first token
 */
PzJsonReader *
pz_json_reader_new (const char *data,
                    gsize       length,
                    gsize       max_size)
{
  PzJsonReader *self;

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  self = g_new0 (PzJsonReader, 1);
  self->data = (const guint8 *) (data != NULL ? data : "");
  self->end = self->data + length;
  self->cursor = self->data;
  self->start = self->data;
  self->decoded = g_string_new (NULL);
  self->expect = PZ_JSON_EXPECT_VALUE;
  self->token = PZ_JSON_END; /* of nothing */
  check_whole (self, max_size);
  return self;
}

/**
 * pz_json_reader_free:
 * @self: (transfer full): a reader
 *
 * Also at any place before the end.
 */
void
pz_json_reader_free (PzJsonReader *self)
{
  g_return_if_fail (self != NULL);

  pz_json_names_clear (&self->names);
  g_string_free (self->decoded, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * pz_json_reader_next:
 * @self: a reader
 *
 * Errors, all with the line and the column (both from 1, the column in characters): %PZ_ERROR_SYNTAX,
 * %PZ_ERROR_TOO_LARGE for a size, depth or length over the cap.
 *
 * Returns: the next token; %PZ_JSON_END and %PZ_JSON_ERROR again and again
 */
PzJsonToken
pz_json_reader_next (PzJsonReader *self)
{
  g_return_val_if_fail (self != NULL, PZ_JSON_ERROR);

  if (G_UNLIKELY (self->error != NULL))
    return PZ_JSON_ERROR;
  return self->token = pz_json_reader_read_token (self);
}

/**
 * pz_json_reader_get_text:
 * @self: a reader whose last token is a name or a string
 * @length: (out) (optional): in bytes
 *
 * Returns: the decoded text: valid UTF-8, NUL-terminated and without a NUL inside; valid until the next call of
 *   pz_json_reader_next() or pz_json_reader_skip()
 */
const char *
pz_json_reader_get_text (PzJsonReader *self,
                         gsize        *length)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->token == PZ_JSON_MEMBER || self->token == PZ_JSON_STRING, NULL);

  if (!self->terminated)
    {
      g_string_truncate (self->decoded, 0);
      g_string_append_len (self->decoded, (const char *) self->text, (gssize) self->text_length);
      self->text = (const guint8 *) self->decoded->str;
      self->terminated = TRUE;
    }
  if (length != NULL)
    *length = self->text_length;
  return (const char *) self->text;
}

/**
 * pz_json_reader_text_is:
 * @self: a reader whose last token is a name or a string
 * @text: to compare with
 *
 * Cheaper than pz_json_reader_get_text(), as nothing is copied.
 *
 * Returns: whether the decoded text is @text, to the byte
 */
gboolean
pz_json_reader_text_is (PzJsonReader *self,
                        const char   *text)
{
  gsize length;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);
  g_return_val_if_fail (self->token == PZ_JSON_MEMBER || self->token == PZ_JSON_STRING, FALSE);

  length = strlen (text);
  return self->text_length == length && memcmp (self->text, text, length) == 0;
}

/**
 * pz_json_reader_get_number:
 * @self: a reader whose last token is a number
 *
 * Returns: the double nearest to what is written; finite, perhaps -0
 */
double
pz_json_reader_get_number (PzJsonReader *self)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (self->token == PZ_JSON_NUMBER, 0);

  return self->number;
}

/**
 * pz_json_reader_get_depth:
 * @self: a reader
 *
 * Returns: how many objects and arrays are open: 1 after the first %PZ_JSON_OBJECT, 0 after its end
 */
guint
pz_json_reader_get_depth (PzJsonReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->depth;
}

/**
 * pz_json_reader_get_start:
 * @self: a reader
 *
 * From the start of a name to the offset after its value stand the bytes of the whole member.
 *
 * Returns: of the first byte of the last token, or of the value just skipped, from the beginning of the data
 */
gsize
pz_json_reader_get_start (PzJsonReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (gsize) (self->start - self->data);
}

/**
 * pz_json_reader_get_offset:
 * @self: a reader
 *
 * Returns: of the first byte after the last token, from the beginning of the data; the colon belongs to the name
 */
gsize
pz_json_reader_get_offset (PzJsonReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (gsize) (self->cursor - self->data);
}

/**
 * pz_json_reader_skip:
 * @self: a reader before a value: after a name, in an array or at the beginning
 * @slice: (out) (optional): the first byte of the value, in the data
 * @length: (out) (optional): of the value in bytes, no blanks around it
 *
 * Reads a whole value and checks it just as pz_json_reader_next() would. In an array it may also meet the end:
 * the loop `while (pz_json_reader_skip (reader, &slice, &length))` gives the elements one by one, and leaves the
 * reader after the array, or in error.
 *
 * Returns: %FALSE at an error, at the end of the array or at the end of everything
 */
gboolean
pz_json_reader_skip (PzJsonReader  *self,
                     const char   **slice,
                     gsize         *length)
{
  const guint8 *start;
  guint depth;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->error != NULL || self->expect == PZ_JSON_EXPECT_VALUE
                          || !pz_json_reader_in_object (self),
                        FALSE);

  depth = self->depth;
  switch (pz_json_reader_next (self))
    {
    case PZ_JSON_ERROR:
    case PZ_JSON_END:
    case PZ_JSON_ARRAY_END:
      return FALSE;
    default:
      break;
    }
  start = self->start;
  while (self->depth > depth)
    if (pz_json_reader_next (self) == PZ_JSON_ERROR)
      return FALSE;
  self->start = start; /* the value as a whole is now the last token, for who finds fault with it */
  if (slice != NULL)
    *slice = (const char *) start;
  if (length != NULL)
    *length = (gsize) (self->cursor - start);
  return TRUE;
}

/**
 * pz_json_reader_fail:
 * @self: a reader
 * @code: of the error, mostly %PZ_ERROR_INVALID
 * @format: what is not allowed here, translated, without a full stop
 * @...: for @format
 *
 * Stops reading with an error at the place where the last token, or the value just skipped, begins.
 * An error that is there already stays.
 */
void
pz_json_reader_fail (PzJsonReader *self,
                     PzError       code,
                     const char   *format,
                     ...)
{
  g_autofree char *text = NULL;
  va_list args;

  g_return_if_fail (self != NULL && format != NULL);

  if (self->error != NULL)
    return;
  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  pz_json_reader_fail_at (self, self->start, code, text);
}

/**
 * pz_json_reader_take_error:
 * @self: a reader
 * @error: (nullable): where to put it
 *
 * May be asked again.
 *
 * Returns: whether reading has stopped because of an error; @error is then set
 */
gboolean
pz_json_reader_take_error (PzJsonReader *self,
                           GError      **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->error == NULL)
    return FALSE;
  g_propagate_error (error, g_error_copy (self->error));
  return TRUE;
}
