/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-text-decode.h"

#include "pz-wiped-buffer.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define REPLACEMENT "\xEF\xBF\xBD"
/* so much of the beginning decides about UTF-16 without a mark, and whether it is text at all */
#define SAMPLE 65536

/* Windows-1252, 0x80 to 0x9F; 0 where it has nothing: read as Latin-1 does */
static const guint16 windows_1252[32] = {
  0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
  0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
};

static void
append_unichar (PzWipedBuffer *text,
                gunichar       character)
{
  char utf8[6];

  pz_wiped_buffer_append (text, utf8, (gsize) g_unichar_to_utf8 (character, utf8));
}

static void
append_replacement (PzWipedBuffer *text,
                    PzTextInfo    *info)
{
  pz_wiped_buffer_append (text, REPLACEMENT, strlen (REPLACEMENT));
  info->replaced++;
}

/* in UTF-16 every second byte of a delimiter, line end or digit is 0, whatever the language */
static gboolean
looks_like_utf_16 (const guint8 *data,
                   gsize         length,
                   PzEncoding   *encoding)
{
  gsize zeros[2] = { 0, 0 };
  gsize sample = MIN (length, SAMPLE);

  for (gsize i = 0; i < sample; i++)
    zeros[i % 2] += data[i] == 0;
  if ((zeros[0] + zeros[1]) * 20 < sample || MAX (zeros[0], zeros[1]) < 4 * MIN (zeros[0], zeros[1]) + 1)
    return FALSE;
  *encoding = zeros[1] > zeros[0] ? PZ_ENCODING_UTF_16_LE : PZ_ENCODING_UTF_16_BE;
  return TRUE;
}

/* a picture or a program has many control characters; a stray one in a roster is not worth refusing it */
static gboolean
looks_like_text (const guint8 *data,
                 gsize         length)
{
  gsize controls = 0;
  gsize sample = MIN (length, SAMPLE);

  for (gsize i = 0; i < sample; i++)
    controls += data[i] < 0x20 && strchr ("\t\n\v\f\r\x1a", data[i]) == NULL ? 1 : data[i] == 0;
  return controls * 50 <= sample;
}

static gunichar
utf_16_unit (const guint8 *data,
             gboolean      little)
{
  return little ? data[0] | data[1] << 8 : data[0] << 8 | data[1];
}

static void
decode_utf_16 (const guint8  *data,
               gsize          length,
               PzWipedBuffer *text,
               PzTextInfo    *info)
{
  gboolean little = info->encoding == PZ_ENCODING_UTF_16_LE;
  gsize i;

  for (i = 0; i + 2 <= length; i += 2)
    {
      gunichar unit = utf_16_unit (data + i, little);

      if (unit >= 0xD800 && unit < 0xDC00 && i + 4 <= length)
        {
          gunichar low = utf_16_unit (data + i + 2, little);

          if (low >= 0xDC00 && low < 0xE000)
            {
              append_unichar (text, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
              i += 2;
              continue;
            }
        }
      if (unit == 0 || (unit >= 0xD800 && unit < 0xE000))
        append_replacement (text, info);
      else
        append_unichar (text, unit);
    }
  if (i < length)
    append_replacement (text, info);
}

static void
decode_windows_1252 (const guint8  *data,
                     gsize          length,
                     PzWipedBuffer *text,
                     PzTextInfo    *info)
{
  for (gsize i = 0; i < length; i++)
    {
      if (data[i] == 0)
        append_replacement (text, info);
      else if (data[i] >= 0x80 && data[i] < 0xA0 && windows_1252[data[i] - 0x80] != 0)
        append_unichar (text, windows_1252[data[i] - 0x80]);
      else
        append_unichar (text, data[i]);
    }
}

/* for UTF-8 with a mark, or cut off within its last character */
static void
decode_utf_8 (const char    *data,
              gsize          length,
              PzWipedBuffer *text,
              PzTextInfo    *info)
{
  const char *end = data + length;

  while (data < end)
    {
      const char *bad;

      g_utf8_validate_len (data, (gsize) (end - data), &bad);
      pz_wiped_buffer_append (text, data, (gsize) (bad - data));
      if (bad == end)
        return;
      append_replacement (text, info);
      data = bad + 1;
      while (data < end && (*data & 0xC0) == 0x80)
        data++;
    }
}

/* UTF-8 as far as it goes, and it goes to the end but for zeros and for one character that is cut in two */
static gboolean
is_nearly_utf_8 (const char *data,
                 gsize       length)
{
  const char *end = data + length;
  const char *bad;

  while (!g_utf8_validate_len (data, (gsize) (end - data), &bad))
    {
      if (*bad != '\0')
        return bad > data && end - bad < 4 && g_utf8_get_char_validated (bad, end - bad) == (gunichar) -2;
      data = bad + 1;
    }
  return TRUE;
}

static gsize
find_encoding (const guint8 *data,
               gsize         length,
               PzTextInfo   *info)
{
  static const struct { const char *mark; gsize length; PzEncoding encoding; } marks[] = {
    { "\xEF\xBB\xBF", 3, PZ_ENCODING_UTF_8 },
    { "\xFF\xFE", 2, PZ_ENCODING_UTF_16_LE },
    { "\xFE\xFF", 2, PZ_ENCODING_UTF_16_BE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (data, marks[i].mark, marks[i].length) == 0)
      {
        info->had_bom = TRUE;
        info->encoding = marks[i].encoding;
        return marks[i].length;
      }
  if (looks_like_utf_16 (data, length, &info->encoding))
    return 0;
  info->encoding = is_nearly_utf_8 ((const char *) data, length) ? PZ_ENCODING_UTF_8 : PZ_ENCODING_WINDOWS_1252;
  return 0;
}

/**
 * pz_text_read:
 * @path: of a file
 * @max_size: no more is read than one byte over this, which is enough for a reader to refuse it
 * @error: of reading
 *
 * Reads a file that may be anything, also a device that never ends.
 *
 * Returns: (transfer full): its beginning, or all of it; %NULL when @error is set
 */
GBytes *
pz_text_read (const char  *path,
              gsize        max_size,
              GError     **error)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(GFileInputStream) stream = NULL;
  g_autoptr(GByteArray) data = g_byte_array_new ();
  guint8 buffer[65536];
  gssize n = -1;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_file_new_for_path (path);
  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return NULL;
  while (data->len <= max_size
         && (n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, sizeof buffer, NULL, error)) > 0)
    g_byte_array_append (data, buffer, (guint) n);
  if (n < 0)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

/**
 * pz_text_decode:
 * @bytes: a text file as it came
 * @max_size: most bytes that are read; %PZ_TEXT_MAX_SIZE unless there is a reason
 * @info: (out) (optional): what was found out
 * @error: %PZ_ERROR_TOO_LARGE, or %PZ_ERROR_NOT_SUPPORTED when this is not text
 *
 * Finds the encoding by the mark at the beginning, else by the content: UTF-16 shows by its zeros, UTF-8 by being
 * valid, and what is neither is read as Windows-1252, in which every byte means something.
 *
 * Returns: (transfer full): valid UTF-8 without mark and without NUL, not NUL-terminated, overwritten when it is
 *   freed if it is not @bytes itself
 */
GBytes *
pz_text_decode (GBytes      *bytes,
                gsize        max_size,
                PzTextInfo  *info,
                GError     **error)
{
  g_auto(PzWipedBuffer) text = { 0 };
  PzTextInfo found = { 0 };
  const guint8 *data;
  gsize length, start;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (length > max_size)
    {
      g_set_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE, _("The file is larger than %u MB"),
                   (guint) (max_size / 1000000));
      return NULL;
    }
  start = length > 0 ? find_encoding (data, length, &found) : 0;
  if (found.encoding != PZ_ENCODING_UTF_16_LE && found.encoding != PZ_ENCODING_UTF_16_BE
      && !looks_like_text (data + start, length - start))
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_NOT_SUPPORTED, _("The file does not hold text"));
      return NULL;
    }
  if (info != NULL)
    *info = found;
  if (found.encoding == PZ_ENCODING_UTF_8 && g_utf8_validate_len ((const char *) data + start, length - start, NULL))
    return start > 0 ? g_bytes_new_from_bytes (bytes, start, length - start) : g_bytes_ref (bytes);

  pz_wiped_buffer_reserve (&text, length - start + length / 8);
  if (found.encoding == PZ_ENCODING_UTF_8)
    decode_utf_8 ((const char *) data + start, length - start, &text, &found);
  else if (found.encoding == PZ_ENCODING_WINDOWS_1252)
    decode_windows_1252 (data, length, &text, &found);
  else
    decode_utf_16 (data + start, length - start, &text, &found);
  if (info != NULL)
    *info = found;
  return pz_wiped_buffer_take_bytes (&text);
}

/**
 * pz_encoding_to_label:
 * @encoding: one of them
 *
 * Returns: its name as people who exchange files know it; the same in every language
 */
const char *
pz_encoding_to_label (PzEncoding encoding)
{
  switch (encoding)
    {
    case PZ_ENCODING_UTF_16_LE:
    case PZ_ENCODING_UTF_16_BE:
      return "UTF-16";
    case PZ_ENCODING_WINDOWS_1252:
      return "Windows-1252";
    case PZ_ENCODING_UTF_8:
    default:
      return "UTF-8";
    }
}
