/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-error.h"

#include <glib.h>

G_BEGIN_DECLS

/* Deepest nesting of objects and arrays that is read. */
#define PZ_JSON_MAX_DEPTH 64
/* Largest document of ours that is read, in bytes. */
#define PZ_JSON_MAX_SIZE (16 * 1024 * 1024)

typedef enum
{
  PZ_JSON_ERROR,      /* reading has stopped; pz_json_reader_take_error() says why */
  PZ_JSON_END,        /* the one value and nothing after it was read */
  PZ_JSON_OBJECT,
  PZ_JSON_OBJECT_END,
  PZ_JSON_ARRAY,
  PZ_JSON_ARRAY_END,
  PZ_JSON_MEMBER,     /* name of a member; its value follows */
  PZ_JSON_STRING,
  PZ_JSON_NUMBER,
  PZ_JSON_TRUE,
  PZ_JSON_FALSE,
  PZ_JSON_NULL,
} PzJsonToken;

typedef struct _PzJsonReader PzJsonReader;

PzJsonReader *pz_json_reader_new         (const char   *data,
                                          gsize         length,
                                          gsize         max_size);
void          pz_json_reader_free        (PzJsonReader *self);
PzJsonToken   pz_json_reader_next        (PzJsonReader *self);
/* of the last MEMBER or STRING; decoded, valid UTF-8, NUL-terminated, no NUL inside; valid until the next call */
const char   *pz_json_reader_get_text    (PzJsonReader *self,
                                          gsize        *length);
gboolean      pz_json_reader_text_is     (PzJsonReader *self,
                                          const char   *text);
double        pz_json_reader_get_number  (PzJsonReader *self);
guint         pz_json_reader_get_depth   (PzJsonReader *self);
/* byte offset of the first byte of the last token; after skip(), of the whole value */
gsize         pz_json_reader_get_start   (PzJsonReader *self);
/* byte offset of the first byte after the last token */
gsize         pz_json_reader_get_offset  (PzJsonReader *self);
/* reads one whole value (the next one) and gives its bytes as they stand in the input, without blanks around it */
gboolean      pz_json_reader_skip        (PzJsonReader *self,
                                          const char  **slice,
                                          gsize        *length);
/* for the caller: stop reading at the last token because what parsed is not allowed there; next() gives ERROR from now on */
void          pz_json_reader_fail        (PzJsonReader *self,
                                          PzError       code,
                                          const char   *format,
                                          ...) G_GNUC_PRINTF (3, 4);
gboolean      pz_json_reader_take_error  (PzJsonReader *self,
                                          GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzJsonReader, pz_json_reader_free)

G_END_DECLS
