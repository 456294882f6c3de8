/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* What may be wrong with a text between quotes; the cursor then stands at the character that is wrong. */
typedef enum
{
  PZ_JSON_TEXT_GOOD,
  PZ_JSON_TEXT_OPEN, /* no closing quote; the cursor stands at the end of the input */
  PZ_JSON_TEXT_CONTROL,
  PZ_JSON_TEXT_NOT_UTF8,
  PZ_JSON_TEXT_BAD_ESCAPE,
  PZ_JSON_TEXT_NUL,
  PZ_JSON_TEXT_LONE_SURROGATE,
} PzJsonTextFault;

#define PZ_JSON_EACH_BYTE(b) (G_GUINT64_CONSTANT (0x0101010101010101) * (b))

/* The first byte at or after p that is not plain ASCII inside a text: a quote, a backslash, a control character
 * or a byte of UTF-8; end if there is none. Eight bytes at a time, as most of a document is such text. */
static inline const guint8 *
pz_json_text_skip_plain (const guint8 *p,
                         const guint8 *end)
{
  while (end - p >= 8)
    {
      guint64 word, quote, backslash, stop;

      memcpy (&word, p, 8);
      word = GUINT64_FROM_LE (word);
      quote = word ^ PZ_JSON_EACH_BYTE ('"');
      backslash = word ^ PZ_JSON_EACH_BYTE ('\\');
      /* the lowest high bit set is exact; those above it may be borrowed, which does not matter here */
      stop = ((quote - PZ_JSON_EACH_BYTE (1)) & ~quote) | ((backslash - PZ_JSON_EACH_BYTE (1)) & ~backslash)
             | ((word - PZ_JSON_EACH_BYTE (0x20)) & ~word) | word;
      stop &= PZ_JSON_EACH_BYTE (0x80);
      if (stop != 0)
        return p + (__builtin_ctzll (stop) >> 3);
      p += 8;
    }
  while (p < end && *p >= 0x20 && *p < 0x80 && *p != '"' && *p != '\\')
    p++;
  return p;
}

PzJsonTextFault pz_json_text_scan (const guint8 **cursor,
                                   const guint8  *end,
                                   GString       *decoded,
                                   gboolean      *escaped);

G_END_DECLS
