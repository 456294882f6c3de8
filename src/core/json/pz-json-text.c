/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-json-text-private.h"

/* Length in bytes of the UTF-8 character of two bytes or more at p; 0 when it is cut short, overlong, half of a
 * surrogate pair or beyond U+10FFFF (Unicode 15, table 3-7). */
static guint
utf8_length (const guint8 *p,
             const guint8 *end)
{
  guint length = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;
  guint8 low = 0x80, high = 0xBF;

  if (p[0] < 0xC2 || p[0] > 0xF4 || end - p < (gssize) length)
    return 0;
  if (p[0] == 0xE0)
    low = 0xA0;
  else if (p[0] == 0xED)
    high = 0x9F;
  else if (p[0] == 0xF0)
    low = 0x90;
  else if (p[0] == 0xF4)
    high = 0x8F;
  if (p[1] < low || p[1] > high)
    return 0;
  for (guint i = 2; i < length; i++)
    if ((p[i] & 0xC0) != 0x80)
      return 0;
  return length;
}

/* The number in the four hexadecimal digits at p, or -1. */
static gint32
read_hex4 (const guint8 *p,
           const guint8 *end)
{
  gint32 value = 0;

  if (end - p < 4)
    return -1;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value ((char) p[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

/* p: after "\u". A character beyond U+FFFF takes a second escape. */
static PzJsonTextFault
decode_unicode (const guint8 **p,
                const guint8  *end,
                GString       *decoded)
{
  gint32 value = read_hex4 (*p, end), low;

  if (value < 0)
    return PZ_JSON_TEXT_BAD_ESCAPE;
  if (value == 0)
    return PZ_JSON_TEXT_NUL;
  *p += 4;
  if (value >= 0xDC00 && value <= 0xDFFF)
    return PZ_JSON_TEXT_LONE_SURROGATE;
  if (value >= 0xD800 && value <= 0xDBFF)
    {
      if (end - *p < 6 || (*p)[0] != '\\' || (*p)[1] != 'u')
        return PZ_JSON_TEXT_LONE_SURROGATE;
      low = read_hex4 (*p + 2, end);
      if (low < 0xDC00 || low > 0xDFFF)
        return PZ_JSON_TEXT_LONE_SURROGATE;
      *p += 6;
      value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
    }
  g_string_append_unichar (decoded, (gunichar) value);
  return PZ_JSON_TEXT_GOOD;
}

/* p: at a backslash, where it stays after a fault */
static PzJsonTextFault
decode_escape (const guint8 **p,
               const guint8  *end,
               GString       *decoded)
{
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  const guint8 *after = *p + 2;
  const char *letter;
  PzJsonTextFault fault = PZ_JSON_TEXT_GOOD;

  if (after > end)
    return PZ_JSON_TEXT_OPEN;
  if (after[-1] == 'u')
    fault = decode_unicode (&after, end, decoded);
  else if ((letter = memchr (letters, after[-1], strlen (letters))) != NULL)
    g_string_append_c (decoded, meanings[letter - letters]);
  else
    fault = PZ_JSON_TEXT_BAD_ESCAPE;
  if (fault == PZ_JSON_TEXT_GOOD)
    *p = after;
  return fault;
}

/**
 * pz_json_text_scan:
 * @cursor: (inout): after the opening quote; then after the closing one, or where the fault is
 * @end: of the input
 * @decoded: replaced by the decoded text if there is an escape in it; otherwise left alone
 * @escaped: (out): whether there was one; if not, the text is the input between the quotes
 *
 * Returns: whether the text is valid UTF-8 without raw control characters, with valid escapes, and closed
 */
PzJsonTextFault
pz_json_text_scan (const guint8 **cursor,
                   const guint8  *end,
                   GString       *decoded,
                   gboolean      *escaped)
{
  const guint8 *p = *cursor, *run = p;
  PzJsonTextFault fault = PZ_JSON_TEXT_GOOD;

  *escaped = FALSE;
  for (p = pz_json_text_skip_plain (p, end); p < end && *p != '"'; p = pz_json_text_skip_plain (p, end))
    {
      if (*p == '\\')
        {
          if (!*escaped)
            g_string_truncate (decoded, 0);
          *escaped = TRUE;
          g_string_append_len (decoded, (const char *) run, p - run);
          fault = decode_escape (&p, end, decoded);
          run = p;
        }
      else if (*p < 0x20)
        fault = PZ_JSON_TEXT_CONTROL;

      while (fault == PZ_JSON_TEXT_GOOD && p < end && *p >= 0x80)
        {
          guint length = utf8_length (p, end);

          if (length == 0)
            fault = PZ_JSON_TEXT_NOT_UTF8;
          p += length;
        }
      if (fault != PZ_JSON_TEXT_GOOD)
        {
          *cursor = p;
          return fault;
        }
    }
  *cursor = p;
  if (p == end)
    return PZ_JSON_TEXT_OPEN;
  *cursor = p + 1;
  if (*escaped)
    g_string_append_len (decoded, (const char *) run, p - run);
  return PZ_JSON_TEXT_GOOD;
}
