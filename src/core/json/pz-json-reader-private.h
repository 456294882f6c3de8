/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-json-names-private.h"

G_BEGIN_DECLS

/* What the grammar allows next. */
typedef enum
{
  PZ_JSON_EXPECT_VALUE,
  PZ_JSON_EXPECT_VALUE_OR_END,  /* after [ */
  PZ_JSON_EXPECT_MEMBER,        /* after a comma in an object */
  PZ_JSON_EXPECT_MEMBER_OR_END, /* after { */
  PZ_JSON_EXPECT_COMMA_OR_END,
  PZ_JSON_EXPECT_NOTHING, /* the one value was read */
} PzJsonExpect;

/* Reads JSON token by token, in place: nothing is allocated per token, nothing recurses. */
struct _PzJsonReader
{
  const guint8 *data; /* (not owned) */
  const guint8 *end;
  const guint8 *cursor;
  const guint8 *start; /* of the last token */
  PzJsonToken token;
  PzJsonExpect expect;
  guint depth;
  guint64 objects; /* bit d: whether the container open at depth d + 1 is an object */
  const guint8 *text; /* of the last name or string: in data, or in decoded */
  gsize text_length;
  GString *decoded;
  gboolean terminated; /* whether text is followed by a NUL */
  double number;
  PzJsonNames names;
  GError *error; /* (nullable): the first; set for good */
};

G_STATIC_ASSERT (PZ_JSON_MAX_DEPTH <= 64);

static inline gboolean
pz_json_reader_in_object (PzJsonReader *self)
{
  return self->depth > 0 && (self->objects >> (self->depth - 1) & 1) != 0;
}

PzJsonToken pz_json_reader_fail_at    (PzJsonReader *self,
                                       const guint8 *where,
                                       PzError       code,
                                       const char   *text);
PzJsonToken pz_json_reader_read_token (PzJsonReader *self);

G_END_DECLS
