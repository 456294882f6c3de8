/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-json-reader-private.h"

#include "pz-json-number-private.h"
#include "pz-json-text-private.h"

#include <glib/gi18n-lib.h>

static PzJsonToken
fail_syntax (PzJsonReader *self,
             const guint8 *where,
             const char   *text)
{
  if (where == self->end)
    text = _("the text ends too early");
  return pz_json_reader_fail_at (self, where, PZ_ERROR_SYNTAX, text);
}

static PzJsonToken
fail_in_text (PzJsonReader   *self,
              PzJsonTextFault fault)
{
  switch (fault)
    {
    case PZ_JSON_TEXT_OPEN:
      return pz_json_reader_fail_at (self, self->start, PZ_ERROR_SYNTAX,
                                     _("the quote that opens here is never closed"));
    case PZ_JSON_TEXT_CONTROL:
      return fail_syntax (self, self->cursor, _("a control character stands inside quotes"));
    case PZ_JSON_TEXT_NOT_UTF8:
      return fail_syntax (self, self->cursor, _("this is not UTF-8"));
    case PZ_JSON_TEXT_BAD_ESCAPE:
      return fail_syntax (self, self->cursor, _("a backslash is followed by what JSON does not know"));
    case PZ_JSON_TEXT_NUL:
      return fail_syntax (self, self->cursor, _("the character NUL is not allowed"));
    case PZ_JSON_TEXT_LONE_SURROGATE:
      return fail_syntax (self, self->cursor, _("half of a surrogate pair"));
    case PZ_JSON_TEXT_GOOD:
    default:
      g_assert_not_reached ();
    }
}

static inline void
skip_blanks (PzJsonReader *self)
{
  const guint8 *p = self->cursor;

  while (p < self->end && (*p == ' ' || *p == '\n' || *p == '\t' || *p == '\r'))
    p++;
  self->cursor = p;
}

static inline PzJsonToken
value_read (PzJsonReader *self,
            PzJsonToken   token)
{
  self->expect = self->depth > 0 ? PZ_JSON_EXPECT_COMMA_OR_END : PZ_JSON_EXPECT_NOTHING;
  return token;
}

/* At an opening quote. Most texts are plain ASCII: the call is saved for the others. */
static inline PzJsonTextFault
read_text (PzJsonReader *self)
{
  const guint8 *begin = self->cursor + 1;
  const guint8 *stop = pz_json_text_skip_plain (begin, self->end);
  gboolean escaped = FALSE;

  self->terminated = FALSE;
  if (G_LIKELY (stop < self->end && *stop == '"'))
    self->cursor = stop + 1;
  else
    {
      PzJsonTextFault fault;

      self->cursor = begin;
      fault = pz_json_text_scan (&self->cursor, self->end, self->decoded, &escaped);
      if (fault != PZ_JSON_TEXT_GOOD)
        return fault;
    }
  self->text = escaped ? (const guint8 *) self->decoded->str : begin;
  self->text_length = escaped ? self->decoded->len : (gsize) (self->cursor - 1 - begin);
  self->terminated = escaped;
  return PZ_JSON_TEXT_GOOD;
}

static inline PzJsonToken
read_string (PzJsonReader *self)
{
  PzJsonTextFault fault = read_text (self);

  if (G_UNLIKELY (fault != PZ_JSON_TEXT_GOOD))
    return fail_in_text (self, fault);
  return value_read (self, PZ_JSON_STRING);
}

static inline PzJsonToken
read_member (PzJsonReader *self)
{
  PzJsonTextFault fault;

  if (self->cursor == self->end || *self->cursor != '"')
    return fail_syntax (self, self->cursor, _("a name in double quotes is missing"));
  fault = read_text (self);
  if (G_UNLIKELY (fault != PZ_JSON_TEXT_GOOD))
    return fail_in_text (self, fault);
  if (!pz_json_names_add (&self->names, self->text, self->text_length, self->terminated))
    return fail_syntax (self, self->start, _("this name stands twice in one object"));
  skip_blanks (self);
  if (self->cursor == self->end || *self->cursor != ':')
    return fail_syntax (self, self->cursor, _("a colon is missing"));
  self->cursor++;
  self->expect = PZ_JSON_EXPECT_VALUE;
  return PZ_JSON_MEMBER;
}

static PzJsonToken
read_number (PzJsonReader *self)
{
  switch (pz_json_number_scan (&self->cursor, self->end, &self->number))
    {
    case PZ_JSON_NUMBER_GOOD:
      return value_read (self, PZ_JSON_NUMBER);
    case PZ_JSON_NUMBER_TOO_LARGE:
      return fail_syntax (self, self->cursor, _("this number is too large"));
    case PZ_JSON_NUMBER_TOO_LONG:
      return pz_json_reader_fail_at (self, self->cursor, PZ_ERROR_TOO_LARGE,
                                     _("this number has too many digits"));
    case PZ_JSON_NUMBER_MALFORMED:
    default:
      return fail_syntax (self, self->cursor, _("this is not a number as JSON writes them"));
    }
}

static PzJsonToken
read_word (PzJsonReader *self,
           const char   *word,
           PzJsonToken   token)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->cursor) < length || memcmp (self->cursor, word, length) != 0)
    return fail_syntax (self, self->cursor, _("this is not a value of JSON"));
  self->cursor += length;
  return value_read (self, token);
}

static PzJsonToken
open_container (PzJsonReader *self,
                gboolean      object)
{
  guint64 bit;

  if (self->depth >= PZ_JSON_MAX_DEPTH)
    {
      g_autofree char *text = g_strdup_printf (_("nested deeper than %d levels"), PZ_JSON_MAX_DEPTH);

      return pz_json_reader_fail_at (self, self->cursor, PZ_ERROR_TOO_LARGE, text);
    }
  bit = G_GUINT64_CONSTANT (1) << self->depth++;
  self->cursor++;
  self->objects = object ? self->objects | bit : self->objects & ~bit;
  self->expect = object ? PZ_JSON_EXPECT_MEMBER_OR_END : PZ_JSON_EXPECT_VALUE_OR_END;
  if (object)
    pz_json_names_open (&self->names);
  return object ? PZ_JSON_OBJECT : PZ_JSON_ARRAY;
}

static PzJsonToken
close_container (PzJsonReader *self)
{
  gboolean object = pz_json_reader_in_object (self);

  if (object)
    pz_json_names_close (&self->names);
  self->cursor++;
  self->depth--;
  return value_read (self, object ? PZ_JSON_OBJECT_END : PZ_JSON_ARRAY_END);
}

static inline PzJsonToken
read_value (PzJsonReader *self)
{
  switch (self->cursor < self->end ? *self->cursor : '\0')
    {
    case '"':
      return read_string (self);
    case '{':
      return open_container (self, TRUE);
    case '[':
      return open_container (self, FALSE);
    case 't':
      return read_word (self, "true", PZ_JSON_TRUE);
    case 'f':
      return read_word (self, "false", PZ_JSON_FALSE);
    case 'n':
      return read_word (self, "null", PZ_JSON_NULL);
    case '-':
    case '0' ... '9':
      return read_number (self);
    default:
      if (self->cursor == self->end && self->depth == 0)
        return pz_json_reader_fail_at (self, self->cursor, PZ_ERROR_SYNTAX, _("there is nothing in it"));
      return fail_syntax (self, self->cursor, _("this is not a value of JSON"));
    }
}

/**
 * pz_json_reader_read_token:
 * @self: a reader without an error
 *
 * Returns: the next token; the cursor stands after it and the start before it
 */
PzJsonToken
pz_json_reader_read_token (PzJsonReader *self)
{
  guint8 ahead;

  skip_blanks (self);
  ahead = self->cursor < self->end ? *self->cursor : '\0';
  if (self->expect == PZ_JSON_EXPECT_COMMA_OR_END && ahead == ',')
    {
      self->cursor++;
      self->expect = pz_json_reader_in_object (self) ? PZ_JSON_EXPECT_MEMBER : PZ_JSON_EXPECT_VALUE;
      skip_blanks (self);
    }
  self->start = self->cursor;
  switch (self->expect)
    {
    case PZ_JSON_EXPECT_MEMBER_OR_END:
      return ahead == '}' ? close_container (self) : read_member (self);
    case PZ_JSON_EXPECT_MEMBER:
      return read_member (self);
    case PZ_JSON_EXPECT_VALUE_OR_END:
      return ahead == ']' ? close_container (self) : read_value (self);
    case PZ_JSON_EXPECT_VALUE:
      return read_value (self);
    case PZ_JSON_EXPECT_COMMA_OR_END:
      if (ahead == (pz_json_reader_in_object (self) ? '}' : ']'))
        return close_container (self);
      return fail_syntax (self, self->cursor, pz_json_reader_in_object (self)
                                                ? _("a comma or a closing brace is missing")
                                                : _("a comma or a closing bracket is missing"));
    case PZ_JSON_EXPECT_NOTHING:
    default:
      if (self->cursor == self->end)
        return PZ_JSON_END;
      return fail_syntax (self, self->cursor, _("something follows after the end"));
    }
}
