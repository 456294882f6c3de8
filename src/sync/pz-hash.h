/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PZ_HASH_SIZE 16
#define PZ_HASH_DIGITS (2 * PZ_HASH_SIZE)

/**
 * PzHash:
 * @bytes: BLAKE2b with an output of 128 bits (RFC 7693), as libsodium makes it
 *
 * Tells contents apart. Copy it by assignment.
 */
typedef struct
{
  guint8 bytes[PZ_HASH_SIZE];
} PzHash;

PzHash   pz_hash_of       (gconstpointer  data,
                           gsize          length);
PzHash   pz_hash_of_two   (gconstpointer  first,
                           gsize          first_length,
                           gconstpointer  second,
                           gsize          second_length);
gboolean pz_hash_equal    (const PzHash  *a,
                           const PzHash  *b);
void     pz_hash_append   (const PzHash  *self,
                           GString       *out);
gboolean pz_hash_parse    (const char    *text,
                           gsize          length,
                           PzHash        *hash);
/* the first 32 and the first 64 bits, as a number */
guint32  pz_hash_get_mark (const PzHash  *self);
guint64  pz_hash_get_head (const PzHash  *self);
void     pz_hash_set_mark (PzHash        *self,
                           guint32        mark);
gboolean pz_hex_parse     (const char    *text,
                           gsize          digits,
                           guint64       *number);

G_END_DECLS
