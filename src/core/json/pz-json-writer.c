/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-json-writer.h"

#include <math.h>
#include <string.h>

/* An export under construction. */
struct _PzJsonWriter
{
  GString *out;
  GByteArray *open; /* one byte per container that is open, outermost first: '{' or '[' */
  gboolean empty;   /* whether nothing was written into the innermost container yet */
  gboolean done;    /* the one value is complete */
};

static void
append_escaped (GString *out,
                guint8   byte)
{
  static const char letters[] = "\"\\bfnrt", meanings[] = "\"\\\b\f\n\r\t";
  const char *meaning = memchr (meanings, byte, strlen (meanings));

  if (meaning != NULL)
    {
      g_string_append_c (out, '\\');
      g_string_append_c (out, letters[meaning - meanings]);
    }
  else
    g_string_append_printf (out, "\\u%04x", byte);
}

static void
append_valid (GString    *out,
              const char *text,
              gsize       length)
{
  const char *end = text + length, *run = text;

  g_string_append_c (out, '"');
  for (const char *p = text; p < end; p++)
    if ((guint8) *p < 0x20 || *p == '"' || *p == '\\')
      {
        g_string_append_len (out, run, p - run);
        append_escaped (out, (guint8) *p);
        run = p + 1;
      }
  g_string_append_len (out, run, end - run);
  g_string_append_c (out, '"');
}

/**
 * pz_json_append_string:
 * @out: what is written so far
 * @text: valid UTF-8 without NUL
 * @length: in bytes, or -1 up to the NUL
 *
 * Appends @text with the quotes around it. Escaped are the quote, the backslash and what is below U+0020: as
 * `\b \f \n \r \t`, else `\u00xx`; the rest stands as it is.
 *
 * Text that is not UTF-8 is a programming error: it is said, and U+FFFD stands for what is wrong, so that the
 * file can still be read.
 */
void
pz_json_append_string (GString    *out,
                       const char *text,
                       gssize      length)
{
  g_return_if_fail (out != NULL && text != NULL);

  if (length < 0)
    length = (gssize) strlen (text);
  if (G_LIKELY (g_utf8_validate_len (text, (gsize) length, NULL)))
    append_valid (out, text, (gsize) length);
  else
    {
      g_autofree char *mended = g_utf8_make_valid (text, length);

      g_critical ("a text to be written is not UTF-8");
      append_valid (out, mended, strlen (mended));
    }
}

/**
 * pz_json_append_number:
 * @out: what is written so far
 * @number: finite
 *
 * Appends integers below 2^53 as such, other numbers with 15, 16 or 17 significant digits: the fewest that read
 * back equal. -0 becomes 0. The locale does not matter.
 *
 * A number that is not finite is a programming error: it is said, and `null` is written, which every loader of
 * ours refuses as a number, so that the file can still be read.
 */
void
pz_json_append_number (GString *out,
                       double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (out != NULL);

  if (!isfinite (number))
    {
      g_critical ("a number to be written is not finite");
      g_string_append (out, "null");
    }
  else if (fabs (number) < 0x1p53 && trunc (number) == number)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, (gint64) number);
  else
    {
      static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

      for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
        {
          double back;

          g_ascii_formatd (buffer, sizeof buffer, formats[i], number);
          back = g_ascii_strtod (buffer, NULL);
          if (back == number)
            break;
        }
      g_string_append (out, buffer);
    }
}

static gboolean
in_object (PzJsonWriter *self)
{
  return self->open->len > 0 && self->open->data[self->open->len - 1] == '{';
}

static void
begin_line (PzJsonWriter *self)
{
  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < self->open->len; i++)
    g_string_append (self->out, "  ");
}

/* What stands before each value: comma, line, name. FALSE, and a warning, where no value belongs. */
static gboolean
begin_value (PzJsonWriter *self,
             const char   *name)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (!self->done, FALSE);
  g_return_val_if_fail ((name != NULL) == in_object (self), FALSE);

  if (!self->empty)
    g_string_append_c (self->out, ',');
  if (self->open->len > 0)
    begin_line (self);
  if (name != NULL)
    {
      pz_json_append_string (self->out, name, -1);
      g_string_append (self->out, ": ");
    }
  return TRUE;
}

static void
end_value (PzJsonWriter *self)
{
  self->empty = FALSE;
  self->done = self->open->len == 0;
}

static void
begin_container (PzJsonWriter *self,
                 const char   *name,
                 guint8        bracket)
{
  if (!begin_value (self, name))
    return;
  g_string_append_c (self->out, (char) bracket);
  g_byte_array_append (self->open, &bracket, 1);
  self->empty = TRUE;
}

static void
end_container (PzJsonWriter *self,
               char          bracket)
{
  g_byte_array_set_size (self->open, self->open->len - 1);
  if (!self->empty)
    begin_line (self);
  g_string_append_c (self->out, bracket);
  end_value (self);
}

/**
 * pz_json_writer_new:
 *
 * For output that people and other programs read. Documents of ours have a form of their own.
 *
 * Returns: (transfer full): a writer of one value, with nothing written
 */
PzJsonWriter *
pz_json_writer_new (void)
{
  PzJsonWriter *self = g_new0 (PzJsonWriter, 1);

  self->out = g_string_new (NULL);
  self->open = g_byte_array_new ();
  self->empty = TRUE;
  return self;
}

/**
 * pz_json_writer_free:
 * @self: (transfer full): a writer, finished or not
 */
void
pz_json_writer_free (PzJsonWriter *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->out, TRUE);
  g_byte_array_unref (self->open);
  g_free (self);
}

/**
 * pz_json_writer_begin_object:
 * @self: a writer
 * @name: (nullable): of the member; %NULL inside an array and for the outermost value
 */
void
pz_json_writer_begin_object (PzJsonWriter *self,
                             const char   *name)
{
  begin_container (self, name, '{');
}

/**
 * pz_json_writer_end_object:
 * @self: a writer inside an object
 */
void
pz_json_writer_end_object (PzJsonWriter *self)
{
  g_return_if_fail (self != NULL && in_object (self));

  end_container (self, '}');
}

/**
 * pz_json_writer_begin_array:
 * @self: a writer
 * @name: (nullable): of the member; %NULL inside an array and for the outermost value
 */
void
pz_json_writer_begin_array (PzJsonWriter *self,
                            const char   *name)
{
  begin_container (self, name, '[');
}

/**
 * pz_json_writer_end_array:
 * @self: a writer inside an array
 */
void
pz_json_writer_end_array (PzJsonWriter *self)
{
  g_return_if_fail (self != NULL && self->open->len > 0 && !in_object (self));

  end_container (self, ']');
}

/**
 * pz_json_writer_string:
 * @self: a writer
 * @name: (nullable): of the member; %NULL inside an array and for the outermost value
 * @text: (nullable): UTF-8; %NULL leaves the member out
 */
void
pz_json_writer_string (PzJsonWriter *self,
                       const char   *name,
                       const char   *text)
{
  if (text == NULL || !begin_value (self, name))
    return;
  pz_json_append_string (self->out, text, -1);
  end_value (self);
}

/**
 * pz_json_writer_number:
 * @self: a writer
 * @name: (nullable): of the member; %NULL inside an array and for the outermost value
 * @number: finite; written as by pz_json_append_number()
 */
void
pz_json_writer_number (PzJsonWriter *self,
                       const char   *name,
                       double        number)
{
  if (!begin_value (self, name))
    return;
  pz_json_append_number (self->out, number);
  end_value (self);
}

/**
 * pz_json_writer_boolean:
 * @self: a writer
 * @name: (nullable): of the member; %NULL inside an array and for the outermost value
 * @value: `true` or `false`
 */
void
pz_json_writer_boolean (PzJsonWriter *self,
                        const char   *name,
                        gboolean      value)
{
  pz_json_writer_raw (self, name, value ? "true" : "false", -1);
}

/**
 * pz_json_writer_raw:
 * @self: a writer
 * @name: (nullable): of the member; %NULL inside an array and for the outermost value
 * @raw: one JSON value, as pz_json_reader_skip() gives it; not checked again, not indented anew
 * @length: in bytes, or -1 up to the NUL
 */
void
pz_json_writer_raw (PzJsonWriter *self,
                    const char   *name,
                    const char   *raw,
                    gssize        length)
{
  g_return_if_fail (raw != NULL);

  if (!begin_value (self, name))
    return;
  g_string_append_len (self->out, raw, length);
  end_value (self);
}

/**
 * pz_json_writer_finish:
 * @self: a writer with one value, all containers closed
 *
 * Returns: (transfer full): the text, which ends with one newline; @self is as new
 */
char *
pz_json_writer_finish (PzJsonWriter *self)
{
  GString *out;

  g_return_val_if_fail (self != NULL && self->done, NULL);

  out = self->out;
  self->out = g_string_new (NULL);
  self->empty = TRUE;
  self->done = FALSE;
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}
