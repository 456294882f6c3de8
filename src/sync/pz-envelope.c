/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-envelope.h"

#include "pz-sync-words.h"


#include <string.h>

/* The first bytes of every object: what it is, and in which format. Format 0: zlib (RFC 1950) of JSON, not encrypted. */
static const char MAGIC[] = "PZO1";
#define MAGIC_SIZE (sizeof MAGIC - 1)
#define HEADER_SIZE (MAGIC_SIZE + 1)
#define FORMAT_PLAIN 0

#define CHUNK (64 * 1024)

/* Runs all of the bytes through the converter. Returns: (nullable): what came out, at most `most` bytes of it */
static GBytes *
convert (GConverter  *converter,
         GBytes      *bytes,
         gsize        most,
         GError     **error)
{
  g_autoptr(GByteArray) out = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gsize length, read, written;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED)
    {
      result = g_converter_convert (converter, data, length, chunk, CHUNK, G_CONVERTER_INPUT_AT_END, &read, &written,
                                    NULL);
      if (result == G_CONVERTER_ERROR || (read == 0 && written == 0 && result != G_CONVERTER_FINISHED))
        {
          pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_DAMAGED);
          return NULL;
        }
      if (out->len + written > most)
        {
          pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_TOO_LARGE);
          return NULL;
        }
      g_byte_array_append (out, chunk, (guint) written);
      data += read;
      length -= read;
    }
  if (length > 0)
    {
      pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_DAMAGED);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/**
 * pz_deflate:
 * @bytes: anything
 *
 * Returns: (transfer full): a zlib stream of it
 */
GBytes *
pz_deflate (GBytes *bytes)
{
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1);
  GBytes *deflated;

  g_return_val_if_fail (bytes != NULL, NULL);

  deflated = convert (G_CONVERTER (compressor), bytes, G_MAXUINT32, NULL);
  g_assert (deflated != NULL);
  return deflated;
}

/**
 * pz_inflate:
 * @bytes: one zlib stream and nothing behind it
 * @most: it stops as soon as it would be larger, in bytes
 * @error: %PZ_SYNC_ERROR_DAMAGED, %PZ_SYNC_ERROR_TOO_LARGE
 *
 * Returns: (transfer full) (nullable): what was compressed
 */
GBytes *
pz_inflate (GBytes  *bytes,
            gsize    most,
            GError **error)
{
  g_autoptr(GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);

  g_return_val_if_fail (bytes != NULL, NULL);

  return convert (G_CONVERTER (decompressor), bytes, most, error);
}

/**
 * pz_envelope_close:
 * @json: an object as its writer made it
 *
 * Returns: (transfer full): the bytes to store, not encrypted
 */
GBytes *
pz_envelope_close (GBytes *json)
{
  g_autoptr(GBytes) deflated = NULL;
  GByteArray *out = g_byte_array_new ();
  const guint8 format = FORMAT_PLAIN;

  g_return_val_if_fail (json != NULL, NULL);

  deflated = pz_deflate (json);
  g_byte_array_append (out, (const guint8 *) MAGIC, MAGIC_SIZE);
  g_byte_array_append (out, &format, 1);
  g_byte_array_append (out, g_bytes_get_data (deflated, NULL), (guint) g_bytes_get_size (deflated));
  return g_byte_array_free_to_bytes (out);
}

/**
 * pz_envelope_open:
 * @bytes: an object whose length and hash are what its name says
 * @error: %PZ_SYNC_ERROR_DAMAGED, %PZ_SYNC_ERROR_TOO_LARGE, %PZ_SYNC_ERROR_PASSPHRASE when it is encrypted
 *
 * Returns: (transfer full) (nullable): the JSON in it, not yet looked at
 */
GBytes *
pz_envelope_open (GBytes  *bytes,
                  GError **error)
{
  g_autoptr(GBytes) deflated = NULL;
  const guint8 *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (length > PZ_ENVELOPE_MAX_STORED)
    {
      pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_TOO_LARGE);
      return NULL;
    }
  if (length < HEADER_SIZE || memcmp (data, MAGIC, MAGIC_SIZE) != 0)
    {
      pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_DAMAGED);
      return NULL;
    }
  if (data[MAGIC_SIZE] != FORMAT_PLAIN)
    {
      pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_PASSPHRASE);
      return NULL;
    }
  deflated = g_bytes_new_from_bytes (bytes, HEADER_SIZE, length - HEADER_SIZE);
  return pz_inflate (deflated, PZ_ENVELOPE_MAX_INFLATED, error);
}
