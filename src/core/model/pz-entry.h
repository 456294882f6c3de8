/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-stamp.h"
#include "pz-value.h"

G_BEGIN_DECLS

/**
 * PzEntry:
 * @value: of the field; for a set, the element
 * @stamp: who wrote it and when
 * @shared: the stamp is the one of the whole record (`*`), or there is none in the file
 * @gone: a removal that waits to be sent: says what it takes the place of, shows nothing
 * @replaces: (nullable): PzStamp; numbered writes this pending one takes the place of; sorted, each once
 * @extra: (nullable): a GRefString: members of the stamp that a newer version wrote, each behind a comma
 *
 * One value of a field with its tag. Usually a field has one; several are siblings.
 */
typedef struct
{
  PzValue value;
  PzStamp stamp;
  gboolean shared;
  gboolean gone;
  GArray *replaces;
  char *extra;
} PzEntry;

/**
 * PzSlot:
 * @entries: (array length=n_entries): what a field holds. Single fields: the shown one first, then siblings, latest
 *   first. Sets: by element, then latest first
 */
typedef struct
{
  PzEntry *entries;
  guint n_entries;
} PzSlot;

PzEntry  pz_entry_copy          (const PzEntry *self);
void     pz_entry_clear         (PzEntry       *self);
void     pz_entry_add_replaced  (PzEntry       *self,
                                 const PzStamp *tag);
void     pz_entry_set_replaced  (PzEntry       *self,
                                 GArray        *tags);
gboolean pz_entry_unite         (PzEntry       *self,
                                 const PzEntry *other);
void     pz_entry_take_place_of (PzEntry       *self,
                                 const PzEntry *old);
int      pz_entry_compare       (const PzEntry *a,
                                 const PzEntry *b,
                                 gboolean       is_set);
gboolean pz_entry_is_stamped    (const PzEntry *self);
gboolean pz_entry_shows         (const PzEntry *self);
gboolean pz_entry_is_same_write (const PzEntry *a,
                                 const PzEntry *b);
PzStamp  pz_stamp_for_unstamped (const char    *record,
                                 const char    *field,
                                 const PzValue *value);

void     pz_slot_clear          (PzSlot        *self);
void     pz_slot_take           (PzSlot        *self,
                                 PzEntry       *entry);
void     pz_slot_remove         (PzSlot        *self,
                                 guint          position);
void     pz_slot_sort           (PzSlot        *self,
                                 gboolean       is_set);
void     pz_slot_insert         (PzSlot        *self,
                                 PzEntry       *entry,
                                 gboolean       is_set);
const PzEntry *
         pz_slot_find_write     (const PzSlot  *self,
                                 const PzEntry *write);
gboolean pz_slot_equal          (const PzSlot  *a,
                                 const PzSlot  *b);
PzHlc    pz_slot_latest         (const PzSlot  *self);

G_END_DECLS
