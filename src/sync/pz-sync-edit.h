/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document-writes.h"
#include "pz-hash.h"
#include "pz-json-reader.h"

G_BEGIN_DECLS

/**
 * PzReplaced:
 * @device: who wrote it
 * @number: its number there
 * @mark: of the chain of that device behind it
 *
 * One write that an edit takes the place of.
 */
typedef struct
{
  guint64 device;
  guint64 number;
  guint32 mark;
} PzReplaced;

/**
 * PzSyncEdit:
 * @number: of the device, from 1
 * @path: `FOLDER/DOCUMENT/RECORD`
 * @field: a key, or %PZ_WRITE_WHOLE
 * @clock: when
 * @value: (nullable): one JSON value; an object of values by key for %PZ_WRITE_WHOLE
 * @replaces: (element-type PzReplaced): may be empty
 * @bytes: as it stands in the segment; these the chain is made of
 *
 * One numbered write:
 * `{"n":41,"rec":PATH,"f":FIELD,"t":[MS,COUNTER],"v":VALUE,"x":[[DEVICE,NUMBER,MARK],…]}`, without blanks, without `v`
 * for a removal and without `x` when it takes the place of nothing.
 */
typedef struct
{
  guint64 number;
  char *path;
  char *field;
  PzHlc clock;
  char *value;
  GArray *replaces;
  char *bytes;
} PzSyncEdit;

PzSyncEdit  *pz_sync_edit_new         (guint64        number,
                              const char    *path,
                              const char    *field,
                              PzHlc          clock,
                              const char    *value);
void     pz_sync_edit_free        (PzSyncEdit        *self);
void     pz_sync_edit_add_replaced (PzSyncEdit       *self,
                              guint64        device,
                              guint64        number,
                              guint32        mark);
void     pz_sync_edit_seal        (PzSyncEdit        *self);
PzSyncEdit  *pz_sync_edit_read        (PzJsonReader  *reader,
                              const char    *data);
/* the members of the value of a new record, in order; transfer full, element-type utf8: key, value, key, value … */
GPtrArray *pz_sync_edit_split     (const PzSyncEdit  *self);

PzHash   pz_chain_begin      (const char    *classroom,
                              guint64        device);
PzHash   pz_chain_next       (const PzHash  *chain,
                              const char    *edit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzSyncEdit, pz_sync_edit_free)

G_END_DECLS
