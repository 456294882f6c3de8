/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-hash.h"
#include "pz-json-reader.h"
#include "pz-stamp.h"

G_BEGIN_DECLS

/**
 * PzVectorEntry:
 * @device: which
 * @number: all its edits up to this one were seen
 * @chain: its chain behind that edit
 * @first: number of the edit that @marks begins with; one beyond @number when there are none
 * @marks: (element-type guint32): of the chain behind each edit from @first to @number
 * @seen: when its newest edit was seen first, or it published a snapshot, seconds since 1970 UTC; 0: not known
 * @name: (nullable): what people call the device
 * @named: when it was called so, seconds since 1970 UTC; 0: not known
 * @retired: somebody said that it was lost, and it has written nothing since; see pz_vector_entry_is_retired()
 * @closed: two histories used its id: nothing beyond @number is its own, see pz_vector_close()
 * @extra: (nullable): members a newer version wrote, each behind a comma
 *
 * What is known of one device.
 */
typedef struct
{
  guint64 device;
  guint64 number;
  PzHash chain;
  guint64 first;
  GArray *marks;
  gint64 seen;
  char *name;
  gint64 named;
  gboolean retired;
  gboolean closed;
  char *extra;
} PzVectorEntry;

/**
 * PzAgreement:
 * @PZ_CHAINS_AGREE: where both are known they are the same, or nothing of both is known
 * @PZ_CHAINS_BROKEN: they part, and it is known where
 * @PZ_CHAINS_UNKNOWN: they part somewhere before what is known
 */
typedef enum
{
  PZ_CHAINS_AGREE,
  PZ_CHAINS_BROKEN,
  PZ_CHAINS_UNKNOWN,
} PzAgreement;

/* How far each device was seen. */
typedef struct _PzVector PzVector;

PzVector      *pz_vector_new        (const char          *classroom);
void           pz_vector_free       (PzVector            *self);
PzVector      *pz_vector_copy       (const PzVector      *self);
PzVector      *pz_vector_copy_numbers (const PzVector    *self);
gboolean       pz_vector_entry_is_retired (const PzVectorEntry *entry,
                                     gint64               now);
PzVectorEntry *pz_vector_find       (const PzVector      *self,
                                     guint64              device);
PzVectorEntry *pz_vector_get        (PzVector            *self,
                                     guint64              device);
GPtrArray     *pz_vector_list       (const PzVector      *self);
guint64        pz_vector_get_number (const PzVector      *self,
                                     guint64              device);
guint64        pz_vector_count      (const PzVector      *self);
gboolean       pz_vector_covers     (const PzVector      *self,
                                     const PzStamp       *stamp);
gboolean       pz_vector_get_mark   (const PzVector      *self,
                                     guint64              device,
                                     guint64              number,
                                     guint32             *mark);
void           pz_vector_advance    (PzVector            *self,
                                     guint64              device,
                                     const PzHash        *chain);
PzAgreement    pz_vector_compare_chains (const PzVector  *self,
                                     const PzVector      *other,
                                     guint64              device,
                                     guint64             *last);
void           pz_vector_close      (PzVector            *self,
                                     guint64              device,
                                     guint64              number);
void           pz_vector_remove     (PzVector            *self,
                                     guint64              device);
void           pz_vector_take       (PzVector            *self,
                                     const PzVector      *other);
gboolean       pz_vector_is_within  (const PzVector      *self,
                                     const PzVector      *other);
gboolean       pz_vector_says_within (const PzVector     *self,
                                     const PzVector      *other);
void           pz_vector_forget_marks (PzVector          *self,
                                     guint64              device,
                                     guint64              before);
void           pz_vector_write      (const PzVector      *self,
                                     GString             *out);
void           pz_vector_read       (PzVector            *self,
                                     PzJsonReader        *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzVector, pz_vector_free)

G_END_DECLS
