/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sync-edit.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Newest minor version of objects that this program understands. */
#define PZ_SEGMENT_MINOR 0

/**
 * PzSegment:
 * @classroom: id of the class
 * @device: who wrote the edits
 * @from: number of the first one
 * @to: number of the last one
 * @prev: the chain of the device before the first
 * @edits: (element-type PzSyncEdit): all between, in order
 *
 * Edits of one device as they are sent, see reference of the format in pz-segment.c.
 */
typedef struct
{
  char *classroom;
  guint64 device;
  guint64 from;
  guint64 to;
  PzHash prev;
  GPtrArray *edits;
} PzSegment;

PzSegment *pz_segment_new   (const char  *classroom,
                             guint64      device,
                             guint64      from,
                             const PzHash *prev);
void       pz_segment_free  (PzSegment   *self);
void       pz_segment_add   (PzSegment   *self,
                             PzSyncEdit      *edit);
GBytes    *pz_segment_write (PzSegment   *self);
PzSegment *pz_segment_parse (GBytes      *json,
                             GError     **error);
PzHash     pz_segment_get_chain (PzSegment *self,
                             guint64      number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzSegment, pz_segment_free)

G_END_DECLS
