/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-error.h"

#include <glib.h>

G_BEGIN_DECLS

/* Largest text file that is read, in bytes. */
#define PZ_TEXT_MAX_SIZE (64 * 1024 * 1024)

typedef enum
{
  PZ_ENCODING_UTF_8,
  PZ_ENCODING_UTF_16_LE,
  PZ_ENCODING_UTF_16_BE,
  PZ_ENCODING_WINDOWS_1252, /* and Latin-1, which it contains */
} PzEncoding;

/**
 * PzTextInfo:
 * @encoding: what the bytes were read as
 * @had_bom: a byte order mark said so; otherwise it was found out
 * @replaced: characters that could not be read and are U+FFFD now
 */
typedef struct
{
  PzEncoding encoding;
  gboolean had_bom;
  guint replaced;
} PzTextInfo;

GBytes     *pz_text_read         (const char  *path,
                                  gsize        max_size,
                                  GError     **error);
GBytes     *pz_text_decode       (GBytes      *bytes,
                                  gsize        max_size,
                                  PzTextInfo  *info,
                                  GError     **error);
const char *pz_encoding_to_label (PzEncoding   encoding);

G_END_DECLS
