/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-wiped-buffer.h"

#include <string.h>

typedef struct
{
  char *data;
  gsize capacity;
} Block;

static void
wipe_and_free (char  *data,
               gsize  capacity)
{
  if (data != NULL)
    explicit_bzero (data, capacity);
  g_free (data);
}

static void
free_block (gpointer user_data)
{
  Block *block = user_data;

  wipe_and_free (block->data, block->capacity);
  g_free (block);
}

/**
 * pz_wiped_buffer_reserve:
 * @self: a buffer
 * @more: bytes that are going to be appended
 *
 * Makes room. g_realloc() would leave a copy of the old bytes behind; this does not.
 */
void
pz_wiped_buffer_reserve (PzWipedBuffer *self,
                         gsize          more)
{
  gsize capacity;
  char *data;

  g_return_if_fail (self != NULL);
  g_return_if_fail (more < G_MAXSIZE / 4 && self->length < G_MAXSIZE / 4);

  if (self->length + more <= self->capacity)
    return;
  capacity = MAX (MAX (self->length + more, self->capacity * 2), 256);
  data = g_malloc (capacity);
  if (self->length > 0)
    memcpy (data, self->data, self->length);
  wipe_and_free (self->data, self->capacity);
  self->data = data;
  self->capacity = capacity;
}

/**
 * pz_wiped_buffer_append:
 * @self: a buffer
 * @data: (array length=length): what to add; not part of @self
 * @length: in bytes
 */
void
pz_wiped_buffer_append (PzWipedBuffer *self,
                        const void    *data,
                        gsize          length)
{
  g_return_if_fail (self != NULL);

  if (length == 0)
    return;
  pz_wiped_buffer_reserve (self, length);
  memcpy (self->data + self->length, data, length);
  self->length += length;
}

/**
 * pz_wiped_buffer_clear:
 * @self: a buffer
 *
 * Overwrites and frees; @self is empty afterwards and can be used again.
 */
void
pz_wiped_buffer_clear (PzWipedBuffer *self)
{
  g_return_if_fail (self != NULL);

  wipe_and_free (self->data, self->capacity);
  memset (self, 0, sizeof *self);
}

/**
 * pz_wiped_buffer_take_bytes:
 * @self: a buffer; empty afterwards
 *
 * Returns: (transfer full): what it held, overwritten when the last reference goes
 */
GBytes *
pz_wiped_buffer_take_bytes (PzWipedBuffer *self)
{
  Block *block;
  gsize length;

  g_return_val_if_fail (self != NULL, NULL);

  block = g_new (Block, 1);
  block->data = self->data;
  block->capacity = self->capacity;
  length = self->length;
  memset (self, 0, sizeof *self);
  return g_bytes_new_with_free_func (block->data, length, free_block, block);
}
