/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-json-reader.h"

G_BEGIN_DECLS

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

void     pz_json_names_clear (PzJsonNames  *self);
void     pz_json_names_open  (PzJsonNames  *self);
void     pz_json_names_close (PzJsonNames  *self);
gboolean pz_json_names_add   (PzJsonNames  *self,
                              const guint8 *text,
                              gsize         length,
                              gboolean      copy);

G_END_DECLS
