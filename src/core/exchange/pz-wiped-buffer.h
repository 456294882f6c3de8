/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PzWipedBuffer:
 * @data: (nullable): @length bytes; owned
 *
 * Bytes that may hold what must not linger (the password column of a roster): memory is overwritten before it is
 * given back, also when the buffer grows. Starts as all zero.
 */
typedef struct
{
  char *data;
  gsize length;
  gsize capacity;
} PzWipedBuffer;

void    pz_wiped_buffer_reserve    (PzWipedBuffer *self,
                                    gsize          more);
void    pz_wiped_buffer_append     (PzWipedBuffer *self,
                                    const void    *data,
                                    gsize          length);
void    pz_wiped_buffer_clear      (PzWipedBuffer *self);
GBytes *pz_wiped_buffer_take_bytes (PzWipedBuffer *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PzWipedBuffer, pz_wiped_buffer_clear)

G_END_DECLS
