/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-json-names-private.h"

#include <string.h>

static guint64
rotate_left (guint64 x,
             guint   bits)
{
  return (x << bits) | (x >> (64 - bits));
}

static void
sip_round (guint64 v[4])
{
  v[0] += v[1];
  v[2] += v[3];
  v[1] = rotate_left (v[1], 13) ^ v[0];
  v[3] = rotate_left (v[3], 16) ^ v[2];
  v[0] = rotate_left (v[0], 32);
  v[2] += v[1];
  v[0] += v[3];
  v[1] = rotate_left (v[1], 17) ^ v[2];
  v[3] = rotate_left (v[3], 21) ^ v[0];
  v[2] = rotate_left (v[2], 32);
}

/* A secret of this process. What is read never depends on it; only how long it takes does. */
static const guint64 *
get_key (void)
{
  static guint64 key[2];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < 4; i++)
        key[i / 2] = key[i / 2] << 32 | g_random_int ();
      g_once_init_leave (&ready, 1);
    }
  return key;
}

/* SipHash-1-3 (Aumasson and Bernstein 2012): with a secret key nobody can write a file whose names all collide,
 * so that a large object never takes quadratic time. */
static guint32
hash_name (const guint8 *text,
           gsize         length)
{
  const guint64 *key = get_key ();
  guint64 v[4] = { key[0] ^ 0x736f6d6570736575u, key[1] ^ 0x646f72616e646f6du,
                   key[0] ^ 0x6c7967656e657261u, key[1] ^ 0x7465646279746573u };
  gsize left = length;

  for (;;)
    {
      guint64 word = 0;

      memcpy (&word, text, MIN (left, 8));
      if (left < 8)
        word |= (guint64) length << 56;
      v[3] ^= word;
      sip_round (v);
      v[0] ^= word;
      if (left < 8)
        break;
      text += 8;
      left -= 8;
    }
  v[2] ^= 0xff;
  for (guint i = 0; i < 3; i++)
    sip_round (v);
  return (guint32) (v[0] ^ v[1] ^ v[2] ^ v[3]);
}

/* Puts the index of a name into the table; FALSE when an equal one is there. */
static gboolean
insert_slot (PzJsonNames     *self,
             PzJsonNameFrame *frame,
             guint32          index)
{
  guint32 mask = frame->n_slots - 1;
  guint32 slot = self->names[index].mark & mask;

  for (; frame->slots[slot] != 0; slot = (slot + 1) & mask)
    if (pz_json_name_equal (&self->names[frame->slots[slot] - 1], &self->names[index]))
      return FALSE;
  frame->slots[slot] = index + 1;
  return TRUE;
}

/* Gives the object a table, or one of twice the size; all names up to n_names are different. */
static void
grow_table (PzJsonNames     *self,
            PzJsonNameFrame *frame)
{
  if (frame->slots == NULL)
    for (guint32 i = frame->first; i < self->n_names; i++)
      self->names[i].mark = hash_name (self->names[i].text, self->names[i].length);
  g_free (frame->slots);
  frame->n_slots = frame->n_slots == 0 ? 4 * PZ_JSON_NAMES_SMALL : 2 * frame->n_slots;
  frame->slots = g_new0 (guint32, frame->n_slots);
  for (guint32 i = frame->first; i < self->n_names; i++)
    insert_slot (self, frame, i);
}

static gboolean
add_to_table (PzJsonNames     *self,
              PzJsonNameFrame *frame)
{
  PzJsonName *name = &self->names[self->n_names];

  if (self->n_names - frame->first >= frame->n_slots / 2)
    grow_table (self, frame);
  name->mark = hash_name (name->text, name->length);
  return insert_slot (self, frame, self->n_names);
}

/**
 * pz_json_names_clear:
 * @self: zero-filled or used
 *
 * Frees what @self holds, but not @self.
 */
void
pz_json_names_clear (PzJsonNames *self)
{
  while (self->depth > 0)
    pz_json_names_close (self);
  g_clear_pointer (&self->names, g_free);
  g_clear_pointer (&self->copies, g_string_chunk_free);
  self->n_allocated = 0;
}

/**
 * pz_json_names_open:
 * @self: zero-filled or used, with fewer than %PZ_JSON_MAX_DEPTH objects open
 *
 * An object begins inside the one that is open, if any.
 */
void
pz_json_names_open (PzJsonNames *self)
{
  PzJsonNameFrame *frame = &self->frames[self->depth++];

  frame->first = self->n_names;
  frame->n_slots = 0;
  frame->slots = NULL;
}

/**
 * pz_json_names_close:
 * @self: with an object open
 *
 * The innermost object ends: its names are forgotten.
 */
void
pz_json_names_close (PzJsonNames *self)
{
  PzJsonNameFrame *frame = &self->frames[--self->depth];

  self->n_names = frame->first;
  if (frame->slots != NULL)
    g_clear_pointer (&frame->slots, g_free);
}

/**
 * pz_json_names_add_slowly:
 * @self: with an object open
 * @text: (array length=length): a name, decoded
 * @length: in bytes, below 4 GiB
 * @copy: whether @text goes away before the object ends
 *
 * What pz_json_names_add() leaves over: a full stack, a name to be copied, a large object. Takes the same time for
 * each name, however many the object has.
 *
 * Returns: %FALSE when the innermost object has this name already
 */
gboolean
pz_json_names_add_slowly (PzJsonNames  *self,
                          const guint8 *text,
                          gsize         length,
                          gboolean      copy)
{
  PzJsonNameFrame *frame = &self->frames[self->depth - 1];
  PzJsonName *name;

  if (self->n_names == self->n_allocated)
    {
      self->n_allocated = MAX (64, self->n_allocated * 2);
      self->names = g_renew (PzJsonName, self->names, self->n_allocated);
    }
  if (copy)
    {
      if (self->copies == NULL)
        self->copies = g_string_chunk_new (256);
      text = (const guint8 *) g_string_chunk_insert_len (self->copies, (const char *) text, (gssize) length);
    }
  if (self->n_names - frame->first < PZ_JSON_NAMES_SMALL)
    return pz_json_names_add (self, text, length, FALSE);

  name = &self->names[self->n_names];
  name->text = text;
  name->length = (guint32) length;
  if (!add_to_table (self, frame))
    return FALSE;
  self->n_names++;
  return TRUE;
}
