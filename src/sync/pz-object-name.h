/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-hash.h"

G_BEGIN_DECLS

/* The major version of what lies on a server; an unknown one is not read. */
#define PZ_OBJECT_MAJOR 1

/**
 * PzObjectKind:
 * @PZ_OBJECT_MARKER: `personalize-classroom-MAJOR`: says which class lies here
 * @PZ_OBJECT_SEGMENT: `seg-DEVICE-FROM-TO-HEAD-LENGTH-HASH-RANDOM`: writes of one device
 * @PZ_OBJECT_SNAPSHOT: `snap-DEVICE-NUMBER-LENGTH-HASH-RANDOM`: the whole state as one device had it
 * @PZ_OBJECT_KEY: `key-EPOCH-KEYID-LENGTH-HASH-RANDOM`: a wrapped key
 * @PZ_OBJECT_BLOB: `blob-HASH`: an attachment
 */
typedef enum
{
  PZ_OBJECT_MARKER,
  PZ_OBJECT_SEGMENT,
  PZ_OBJECT_SNAPSHOT,
  PZ_OBJECT_KEY,
  PZ_OBJECT_BLOB,
} PzObjectKind;

/**
 * PzObjectName:
 * @kind: what it is
 * @device: (segment, snapshot): who wrote it; (key): the id of the key
 * @from: (segment): number of its first edit, from 1; (marker): the major version; (key): the epoch
 * @to: (segment): number of its last edit; (snapshot): which one of the device
 * @head: (segment): the first 64 bits of the chain behind its last edit
 * @length: bytes as they are stored
 * @hash: of those bytes
 * @random: so that no name is used twice
 *
 * All that the name of a file on the server says. Copy it by assignment.
 */
typedef struct
{
  PzObjectKind kind;
  guint64 device;
  guint64 from;
  guint64 to;
  guint64 head;
  guint64 length;
  PzHash hash;
  guint32 random;
} PzObjectName;

gboolean pz_object_name_parse  (const char         *text,
                                PzObjectName       *name);
char    *pz_object_name_format (const PzObjectName *self);
gboolean pz_object_name_fits   (const PzObjectName *self,
                                GBytes             *bytes);

G_END_DECLS
