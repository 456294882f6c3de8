/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-json-reader.h"

#include <string.h>

G_BEGIN_DECLS

/* Objects with more members than this get a table. */
#define PZ_JSON_NAMES_SMALL 16

/* One member name of an open object. */
typedef struct
{
  const guint8 *text; /* in the input, or in a copy when the input had escapes */
  guint32 length;
  guint32 mark; /* equal names of one object have equal marks; different ones seldom do */
} PzJsonName;

/* An open object: its names are those from first up to the first of the next object inside. */
typedef struct
{
  guint32 first;
  guint32 n_slots; /* a power of 2; 0 while the object is small and simply searched through */
  guint32 *slots;  /* (owned) (nullable): open addressing; index of a name + 1, or 0 */
} PzJsonNameFrame;

/* The member names of all objects that are open, to find a name that stands twice in one of them. */
typedef struct
{
  PzJsonName *names; /* (owned): a stack */
  guint32 n_names;
  guint32 n_allocated;
  guint depth; /* of objects only */
  PzJsonNameFrame frames[PZ_JSON_MAX_DEPTH];
  GStringChunk *copies; /* (owned) (nullable) */
} PzJsonNames;

void     pz_json_names_clear      (PzJsonNames  *self);
void     pz_json_names_open       (PzJsonNames  *self);
void     pz_json_names_close      (PzJsonNames  *self);
gboolean pz_json_names_add_slowly (PzJsonNames  *self,
                                   const guint8 *text,
                                   gsize         length,
                                   gboolean      copy);

/* Enough to tell the few names of a small object apart without comparing them. */
static inline guint32
pz_json_name_mark (const guint8 *text,
                   gsize         length)
{
  guint32 head, tail;

  if (length == 0)
    return 0;
  if (length < 4)
    return (guint32) length << 24 | (guint32) text[0] << 16 | (guint32) text[length / 2] << 8 | text[length - 1];
  memcpy (&head, text, 4);
  memcpy (&tail, text + length - 4, 4);
  return (guint32) (head + tail * 31 + length);
}

static inline gboolean
pz_json_name_equal (const PzJsonName *a,
                    const PzJsonName *b)
{
  return a->mark == b->mark && a->length == b->length && memcmp (a->text, b->text, a->length) == 0;
}

/* Adds a name to the innermost object; FALSE when it has this name already. Inline for what most names are:
 * without escapes, in a small object, which is searched through. */
static inline gboolean
pz_json_names_add (PzJsonNames  *self,
                   const guint8 *text,
                   gsize         length,
                   gboolean      copy)
{
  guint32 first = self->frames[self->depth - 1].first;
  PzJsonName *name;

  if (G_UNLIKELY (copy || self->n_names == self->n_allocated || self->n_names - first >= PZ_JSON_NAMES_SMALL))
    return pz_json_names_add_slowly (self, text, length, copy);

  name = &self->names[self->n_names];
  name->text = text;
  name->length = (guint32) length;
  name->mark = pz_json_name_mark (text, length);
  for (const PzJsonName *other = &self->names[first]; other < name; other++)
    if (pz_json_name_equal (other, name))
      return FALSE;
  self->n_names++;
  return TRUE;
}

G_END_DECLS
